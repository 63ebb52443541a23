/* ways.h: the gradient of one network on three ways, each into the block of
 * a TwoLayers: by the loops of plain.c, by the tape, by the library's graph.
 * Their losses are returned.
 */
#ifndef WAYS_H
#define WAYS_H

#include "plain.h"

Real gradient_by_loops(TwoLayers *gradient, const TwoLayers *, Samples);
// lines: how many lines the tape had; or NULL
Real gradient_by_tape(TwoLayers *gradient, const TwoLayers *, Samples,
                      int *lines);
Real gradient_by_graph(TwoLayers *gradient, const TwoLayers *, Samples,
                       Device);

#endif

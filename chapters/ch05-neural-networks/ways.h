/* ways.h: the gradient that two_layers_gradient of plain.h finds by loops, on
 * two more ways, each into the block of a TwoLayers: by the tape, and by the
 * library's graph. Their losses are returned.
 */
#ifndef WAYS_H
#define WAYS_H

#include "plain.h"

// lines: how many lines the tape had; or NULL
Real gradient_by_tape(TwoLayers *gradient, const TwoLayers *, Samples,
                      int *lines);
Real gradient_by_graph(TwoLayers *gradient, const TwoLayers *, Samples,
                       Device);

#endif

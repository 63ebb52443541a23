// feeding.h: what tests of networks share, besides support.h.
#ifndef FEEDING_H
#define FEEDING_H

#include "../../common/graph.h"
#include "support.h"

// Feeds the first n of these samples.
HELPER void feed_first(Node *input, const Tensor *samples, int n)
{
    Tensor first = tensor_rows(samples, 0, n);
    feed(input, &first);
}

#endif

/* back.h: the way back through two layers.
 *
 * On the way forwards each sample went through hidden units with tanh, and
 * then into outputs without bias; e is what the outputs said less what is
 * right:
 *
 *     h(n,j) = tanh(b1(j) + sum over d of x(n,d) w1(d,j))
 *     e(n,k) = sum over j of h(n,j) w2(j,k)  -  t(n,k)
 *     L      = mean over n of  sum over k of e(n,k)^2 / 2
 *
 * x     [samples, inputs]    sample after sample: x(n,d) is
 *                            x[n * inputs + d]; so too the others
 * h     [samples, hidden]    what the units handed on
 * e     [samples, outputs]
 * w2    [hidden, outputs]
 * dw1   [inputs, hidden]     to these three the slopes of L are added: they
 * db1   [hidden]             hold what others have added before
 * dw2   [hidden, outputs]
 *
 * All sizes are at least 1. The arrays are the caller's.
 */
#ifndef BACK_H
#define BACK_H

#include "exercise.h"

typedef struct Sizes {
    int samples, inputs, hidden, outputs;
} Sizes;

void back(float *dw1, float *db1, float *dw2, const float *x, const float *h,
          const float *e, const float *w2, Sizes s);

#endif

/* bias.h: a bias added to every sample of a batch, wherever both lie.
 *
 * y      element (n, f) is y[n * sample_step + f * unit_step]; changed in place
 * bias   element f is bias[f * bias_step]; a bias_step of 0 means that one
 *        number stands for all units
 *
 * y(n,f) += bias(f) for n = 0 … samples-1 and f = 0 … units-1. What lies
 * between the elements of y stays as it is. samples and units are at least 1;
 * steps are counted in numbers and are not negative. The arrays are the
 * caller's.
 */
#ifndef BIAS_H
#define BIAS_H

#include "exercise.h"

void add_bias(float *y, const float *bias, int samples, int units,
              int sample_step, int unit_step, int bias_step);

#endif

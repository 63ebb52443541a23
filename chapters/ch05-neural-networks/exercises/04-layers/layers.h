/* layers.h: one sample on its way through any number of layers.
 *
 * size   [layers + 1]    numbers before the first layer, behind it, behind
 *                        the second, …; each from 1 to WIDEST
 * x      [size[0]]       the sample
 * w, b                   weights and biases of the first layer, then of the
 *                        second, …: one layer's lie behind those of the
 *                        layer before. Layer l, from 0 on, has the weights
 *                        [size[l], size[l + 1]], and size[l + 1] biases.
 * z      [size[layers]]  what comes out; arrives filled with garbage
 *
 * A unit's sum is b(j) + sum over d of h(d) w(d,j), with h from the layer
 * before. Behind each layer but the last there is ReLU. layers is at least
 * 1. The arrays are the caller's.
 */
#ifndef LAYERS_H
#define LAYERS_H

#include "exercise.h"

enum { WIDEST = 6 };

void layers_forward(float *z, const float *x, const float *w, const float *b,
                    const int *size, int layers);

#endif

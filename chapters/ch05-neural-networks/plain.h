/* plain.h: a network of two layers in plain loops: hidden units, and a logit
 * that is made of them.
 *
 *     a(j) = b1(j) + sum over d of x(d) w1(d,j)      a unit's sum
 *     h(j) = f(a(j))                                 what it hands on
 *     z    = b2 + sum over j of h(j) w2(j)           the logit of a yes
 *
 * Shapes   x [count, features], sample after sample; t [count]: 1 for yes, 0
 *          for no; w1 [features, hidden]; b1, w2 [hidden]; b2 one number. A
 *          gradient is a TwoLayers too: dw1(d,j) in place of w1(d,j).
 * Memory   two_layers_free frees the one block in which all numbers lie.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "activations.h"

typedef struct TwoLayers {
    int features, hidden;
    const Activation *activation;   // f
    Real *w1, *b1, *w2, *b2;   // w1 is where the block begins
} TwoLayers;

typedef struct Samples {
    int count;
    const Real *x, *t;
} Samples;

TwoLayers two_layers_new(int features, int hidden, const Activation *);
void two_layers_free(TwoLayers *);
size_t two_layers_count(const TwoLayers *);   // numbers in the block
// Weights are drawn as the activation wants them; biases are 0.
void two_layers_draw(TwoLayers *, uint64_t seed);

// The logit of one sample; a and h [hidden] are what it was made of.
Real two_layers_logit(const TwoLayers *, const Real *x, Real *a, Real *h);

// Overwrites the gradient, and returns the loss: the mean cross-entropy.
Real two_layers_gradient(TwoLayers *gradient, const TwoLayers *, Samples);
Real two_layers_loss(const TwoLayers *, Samples);
void two_layers_descend(TwoLayers *, const TwoLayers *gradient, Real rate);

Real cross_entropy_plain(Real z, Real t);   // of one sample (chapter 3)

#endif

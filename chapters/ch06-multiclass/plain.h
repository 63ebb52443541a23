/* plain.h: one of many classes, in plain loops: softmax, its loss, networks
 * of one and of two layers with their gradients, two optimizers.
 *
 *     z(k) = b(k) + sum over d of w(d,k) x(d)       logits, one a class
 *     p(k) = e^z(k) / sum over j of e^z(j)          softmax
 *     L    = -ln p(label)                           cross-entropy
 *
 * Shapes   x [count, inputs], sample after sample; label [count], 0 … K-1;
 *          w [inputs, outputs], as the library's linear() has it; b
 *          [outputs]. The gradient of a Layer is a Layer too: dw in place of
 *          w.
 * Memory   The caller's; layer_new allocates what layer_free frees.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include <stdint.h>

typedef struct Layer {
    int inputs, outputs;
    float *w, *b;
} Layer;

typedef struct Samples {
    int count;
    const float *x;
    const int32_t *label;
} Samples;

Layer layer_new(int inputs, int outputs);   // all 0
void layer_free(Layer *);
void layer_clear(Layer *);

// Of one sample. backward adds to the gradient and, where dx is not NULL,
// overwrites it.
void layer_forward(float *y, const Layer *, const float *x);
void layer_backward(float *dx, Layer *gradient, const float *dy,
                    const float *x, const Layer *);

void softmax_plain(float *p, const float *z, int classes);
float cross_entropy_plain(const float *z, int classes, int label);
// dz(k) = share (p(k) - [k = label])
void softmax_slope(float *dz, const float *z, int classes, int label,
                   float share);

// Softmax regression: one layer. Overwrites the gradient, returns the loss.
float regression_gradient(Layer *gradient, const Layer *, Samples);

// Two layers with a ReLU between them.
typedef struct TwoLayers {
    Layer hidden, output;
} TwoLayers;
float two_layers_gradient(TwoLayers *gradient, const TwoLayers *, Samples);

void descend(Layer *, const Layer *gradient, float learning_rate);

// Steps of `count` numbers w with the gradients g. m and v are 0 before the
// first step; t counts the steps from 1.
void momentum_plain(float *w, float *m, const float *g, int count,
                    float learning_rate, float momentum);
void adam_plain(float *w, float *m, float *v, const float *g, int count,
                int t, float learning_rate, float beta1, float beta2,
                float epsilon);

#endif

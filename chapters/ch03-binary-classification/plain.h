/* plain.h: a line that says yes or no, in plain loops.
 *
 *     z = b + sum over d of w(d) x(d)     the logit: yes where it is positive
 *     p = sigmoid(z) = 1 / (1 + e^-z)     how probable a yes is
 *
 * Shapes   x [count, features], sample after sample; t [count]: 1 for yes, 0
 *          for no; w [features]. A gradient is a Line too: dw(d) in place of
 *          w(d).
 * Memory   The caller's.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include <stdbool.h>

typedef struct Line {
    int features;
    float *w, *b;   // *b is one number
} Line;

typedef struct Samples {
    int count;
    const float *x, *t;
} Samples;

float line_logit(const Line *, const float *x);

// Moves the line only where it answers wrongly; did it?
bool perceptron_update(Line *, const float *x, float t, float learning_rate);

float sigmoid_plain(float z);
float cross_entropy_plain(float z, float t);   // of one sample
float loss_plain(const Line *, Samples);   // the mean
// Overwrites the gradient, and returns the loss.
float gradient_plain(Line *gradient, const Line *, Samples);
void descend(Line *, const Line *gradient, float learning_rate);

Line line_new(int features);   // all 0
void line_free(Line *);

#endif

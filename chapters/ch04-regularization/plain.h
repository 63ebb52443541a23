/* plain.h: a line, pulled towards 0, in plain loops.
 *
 *     y = b + sum over d of w(d) x(d)
 *     L = mean over n of (y(n) - t(n))²  +  lambda sum over d of w(d)²
 *
 * With the powers of one number as inputs the line is a polynomial. The bias
 * is not pulled.
 *
 * Shapes   x [count, features], sample after sample; t [count]; w [features].
 *          A gradient is a Line too: dw(d) in place of w(d).
 * Memory   The caller's.
 */
#ifndef PLAIN_H
#define PLAIN_H

typedef struct Line {
    int features;
    float *w, *b;   // *b is one number
} Line;

typedef struct Samples {
    int count;
    const float *x, *t;
} Samples;

float line_value(const Line *, const float *x);
// The root of the mean of (y - t)², without the pull: in the unit of t.
double miss(const Line *, Samples);
double squared_length(const Line *);   // sum of w(d)²

// Overwrites the gradient, and returns L.
float gradient_plain(Line *gradient, const Line *, Samples, float lambda);
void descend(Line *, const Line *gradient, float learning_rate);

Line line_new(int features);   // all 0
void line_copy(Line *to, const Line *from);   // of equal length
void line_free(Line *);

#endif

/* plain.h: a line through houses, in plain loops.
 *
 *     y = b + sum over d of w(d) x(d)
 *
 * Shapes   x [count, features], house after house; t [count] the prices paid;
 *          w [features]. A gradient is a Line too: dw(d) in place of w(d).
 * Memory   The caller's.
 */
#ifndef PLAIN_H
#define PLAIN_H

typedef struct Line {
    int features;
    float *w, *b;   // *b is one number
} Line;

typedef struct Houses {
    int count;
    const float *x, *t;
} Houses;

float line_price(const Line *, const float *x);
float squared_error_plain(const Line *, Houses);
// Overwrites the gradient, and returns the squared error.
float gradient_plain(Line *gradient, const Line *, Houses);
void descend(Line *, const Line *gradient, float learning_rate);

Line line_new(int features);   // all 0
void line_free(Line *);

#endif

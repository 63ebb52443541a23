// A line, how far it is from the prices, and which way is down: the equations
// of the chapter as loops. The library's twins stand in twins.c.
#include "plain.h"

#include "error.h"

#include <stdlib.h>

// y = b + sum over d of w(d) x(d)
float line_price(const Line *line, const float *x)
{
    float y = *line->b;
    for (int d = 0; d < line->features; d++) y += line->w[d] * x[d];
    return y;
}

// L = mean over n of (y(n) - t(n))²
float squared_error_plain(const Line *line, Houses houses)
{
    float sum = 0;
    for (int n = 0; n < houses.count; n++) {
        const float *x = houses.x + n * line->features;
        float error = line_price(line, x) - houses.t[n];
        sum += error * error;
    }
    return sum / houses.count;
}

// dw(d) = 2 mean over n of (y(n) - t(n)) x(n,d)
// db    = 2 mean over n of (y(n) - t(n))
float gradient_plain(Line *gradient, const Line *line, Houses houses)
{
    float sum = 0;
    for (int d = 0; d < line->features; d++) gradient->w[d] = 0;
    *gradient->b = 0;
    for (int n = 0; n < houses.count; n++) {
        const float *x = houses.x + n * line->features;
        float error = line_price(line, x) - houses.t[n];
        float share = 2 * error / houses.count;
        for (int d = 0; d < line->features; d++)
            gradient->w[d] += share * x[d];
        *gradient->b += share;
        sum += error * error;
    }
    return sum / houses.count;
}

// w(d) -= rate dw(d),  b -= rate db
void descend(Line *line, const Line *gradient, float learning_rate)
{
    for (int d = 0; d < line->features; d++)
        line->w[d] -= learning_rate * gradient->w[d];
    *line->b -= learning_rate * *gradient->b;
}

Line line_new(int features)
{
    float *w = allocate((size_t)features + 1, sizeof *w);
    return (Line){features, w, w + features};
}

void line_free(Line *line)
{
    free(line->w);
    *line = (Line){0};
}

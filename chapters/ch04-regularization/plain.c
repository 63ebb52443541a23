// The equations of the chapter as loops.
#include "plain.h"

#include "error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// y = b + sum over d of w(d) x(d)
float line_value(const Line *line, const float *x)
{
    float y = *line->b;
    for (int d = 0; d < line->features; d++) y += line->w[d] * x[d];
    return y;
}

double miss(const Line *line, Samples s)
{
    double sum = 0;
    for (int n = 0; n < s.count; n++) {
        const float *x = s.x + n * line->features;
        double error = (double)line_value(line, x) - (double)s.t[n];
        sum += error * error;
    }
    return sqrt(sum / s.count);
}

double squared_length(const Line *line)
{
    double sum = 0;
    for (int d = 0; d < line->features; d++)
        sum += (double)line->w[d] * (double)line->w[d];
    return sum;
}

// dw(d) = 2 mean over n of (y(n) - t(n)) x(n,d)  +  2 lambda w(d)
// db    = 2 mean over n of (y(n) - t(n))
float gradient_plain(Line *gradient, const Line *line, Samples s,
                     float lambda)
{
    float sum = 0;
    for (int d = 0; d < line->features; d++)
        gradient->w[d] = 2 * lambda * line->w[d];
    *gradient->b = 0;
    for (int n = 0; n < s.count; n++) {
        const float *x = s.x + n * line->features;
        float error = line_value(line, x) - s.t[n];
        float share = 2 * error / s.count;
        for (int d = 0; d < line->features; d++)
            gradient->w[d] += share * x[d];
        *gradient->b += share;
        sum += error * error;
    }
    return sum / s.count + lambda * (float)squared_length(line);
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

void line_copy(Line *to, const Line *from)
{
    memcpy(to->w, from->w, (size_t)from->features * sizeof *from->w);
    *to->b = *from->b;
}

void line_free(Line *line)
{
    free(line->w);
    *line = (Line){0};
}

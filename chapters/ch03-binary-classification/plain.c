// A line that answers, what its answers cost, and how it learns: the
// equations of the chapter as loops. The library's twins stand in twins.c.
#include "plain.h"

#include "error.h"

#include <math.h>
#include <stdlib.h>

// z = b + sum over d of w(d) x(d)
float line_logit(const Line *line, const float *x)
{
    float z = *line->b;
    for (int d = 0; d < line->features; d++) z += line->w[d] * x[d];
    return z;
}

// w(d) += rate x(d),  b += rate     where the answer is no and should be yes
// w(d) -= rate x(d),  b -= rate     where it is yes and should be no
bool perceptron_update(Line *line, const float *x, float t,
                       float learning_rate)
{
    float answer = line_logit(line, x) > 0 ? 1 : 0;
    if (answer == t) return false;
    float step = learning_rate * (t - answer);
    for (int d = 0; d < line->features; d++) line->w[d] += step * x[d];
    *line->b += step;
    return true;
}

// 1 / (1 + e^-z) = e^z / (1 + e^z): of the two, the one that cannot overflow
float sigmoid_plain(float z)
{
    float e = expf(-fabsf(z));
    return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}

// -t log p - (1 - t) log(1 - p) = max(z, 0) - z t + log(1 + e^-|z|)
float cross_entropy_plain(float z, float t)
{
    return fmaxf(z, 0) - z * t + log1pf(expf(-fabsf(z)));
}

// L = mean over n of the cross-entropy of z(n) and t(n)
float loss_plain(const Line *line, Samples samples)
{
    float sum = 0;
    for (int n = 0; n < samples.count; n++) {
        float z = line_logit(line, samples.x + n * line->features);
        sum += cross_entropy_plain(z, samples.t[n]);
    }
    return sum / samples.count;
}

// dw(d) = mean over n of (p(n) - t(n)) x(n,d)
// db    = mean over n of (p(n) - t(n))
float gradient_plain(Line *gradient, const Line *line, Samples samples)
{
    float sum = 0;
    for (int d = 0; d < line->features; d++) gradient->w[d] = 0;
    *gradient->b = 0;
    for (int n = 0; n < samples.count; n++) {
        const float *x = samples.x + n * line->features;
        float t = samples.t[n];
        float z = line_logit(line, x);
        float share = (sigmoid_plain(z) - t) / samples.count;
        for (int d = 0; d < line->features; d++)
            gradient->w[d] += share * x[d];
        *gradient->b += share;
        sum += cross_entropy_plain(z, t);
    }
    return sum / samples.count;
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

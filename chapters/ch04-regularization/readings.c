// Readings of a swell, and the polynomial that no other is better than.
#include "readings.h"

#include "linear_algebra.h"

#include <math.h>
#include <stdlib.h>

double swell_at(double x)
{
    static const double pi = 3.14159265358979323846;
    return sin(pi * x);
}

void powers(float *out, double x, int degree)
{
    double power = 1;
    for (int d = 0; d < degree; d++) out[d] = (float)(power *= x);
}

double curve_at(const Line *polynomial, double x)
{
    double y = 0;
    for (int d = polynomial->features - 1; d >= 0; d--)
        y = (y + (double)polynomial->w[d]) * x;
    return y + (double)*polynomial->b;
}

Dataset readings(Swell swell, Which which, int count, int degree)
{
    Stream when = {.seed = swell.seed,
                   .step = (uint32_t)swell.day,
                   .purpose = FOR_LESSON,
                   .source = (uint16_t)(2 * which)};
    Stream error = when;
    error.source++;
    Dataset set = {.count = count,
                   .inputs = tensor_new(CPU, REAL, shape(count, degree)),
                   .targets = tensor_new(CPU, REAL, shape(count))};
    for (int n = 0; n < count; n++) {
        uint64_t i = (uint64_t)n;
        double x = 2 * (n + random_uniform(when, i)) / count - 1;
        powers(reals(&set.inputs) + n * degree, x, degree);
        reals(&set.targets)[n] =
            (float)(swell_at(x) + swell.noise * random_normal(error, i));
    }
    return set;
}

Samples samples_in(const Dataset *set)
{
    return (Samples){set->count, reals(&set->inputs), reals(&set->targets)};
}

// (X'X + N lambda I) w = X't, with nothing added for the bias
bool fit_exactly(Line *line, const Dataset *set, double lambda)
{
    int features = line->features, column;
    double *w = allocate(2 * ((size_t)features + 1), sizeof *w);
    double *penalty = w + features + 1;
    for (int d = 0; d < features; d++) penalty[d] = set->count * lambda;
    Tensor x = with_ones(&set->inputs);
    bool good = least_squares(w, &x, &set->targets, penalty, &column);
    for (int d = 0; d < features && good; d++) line->w[d] = (float)w[d];
    if (good) *line->b = (float)w[features];
    tensor_free(&x);
    free(w);
    return good;
}

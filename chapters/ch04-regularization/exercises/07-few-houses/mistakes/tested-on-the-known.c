#include "few_houses.h"

static float error(const float *w, float b, const float *x, float t,
                   int columns)
{
    float y = b;
    for (int d = 0; d < columns; d++) y += w[d] * x[d];
    return (y - t) * (y - t);
}

// Learns from all folds but this one, and adds up the errors on it.
static float fold_error(const float *x, const float *t, int rows, int columns,
                        int fold, float pull)
{
    float known[MOST_ROWS * MOST_COLUMNS], prices[MOST_ROWS], sum = 0;
    float w[MOST_COLUMNS], b;
    int count = 0;
    for (int n = 0; n < rows; n++) {
        if (n % FOLDS == fold) continue;
        for (int d = 0; d < columns; d++)
            known[count * columns + d] = x[n * columns + d];
        prices[count++] = t[n];
    }
    ridge(w, &b, known, prices, count, columns, pull);
    for (int n = 0; n < rows; n++)
        sum += error(w, b, x + n * columns, t[n], columns);
    return sum;
}

void learn(float *w, float *b, const float *x, const float *t, int rows,
           int columns)
{
    int best = 0;
    float least = 0;
    for (int k = 0; k < PULLS; k++) {
        float sum = 0;
        for (int fold = 0; fold < FOLDS; fold++)
            sum += fold_error(x, t, rows, columns, fold, pulls[k]);
        if (k > 0 && sum >= least) continue;
        least = sum;
        best = k;
    }
    ridge(w, b, x, t, rows, columns, pulls[best]);
}

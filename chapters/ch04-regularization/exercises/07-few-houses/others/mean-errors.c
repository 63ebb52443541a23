#include "few_houses.h"

#include <math.h>

// The root of the mean of all errors orders the pulls as their sum does.
static double promised(const float *x, const float *t, int rows, int columns,
                       float pull)
{
    double sum = 0;
    for (int n = 0; n < rows; n++) {
        float known[MOST_ROWS * MOST_COLUMNS], prices[MOST_ROWS];
        float w[MOST_COLUMNS], b;
        int count = 0;
        for (int k = 0; k < rows; k++) {
            if (k % FOLDS == n % FOLDS) continue;
            for (int d = 0; d < columns; d++)
                known[count * columns + d] = x[k * columns + d];
            prices[count++] = t[k];
        }
        ridge(w, &b, known, prices, count, columns, pull);
        double y = (double)b;
        for (int d = 0; d < columns; d++)
            y += (double)w[d] * (double)x[n * columns + d];
        sum += pow(y - (double)t[n], 2) / rows;
    }
    return sqrt(sum);
}

void learn(float *w, float *b, const float *x, const float *t, int rows,
           int columns)
{
    int best = 0;
    double least = INFINITY;
    for (int k = 0; k < PULLS; k++) {
        double off = promised(x, t, rows, columns, pulls[k]);
        if (off < least) best = k;
        least = fmin(least, off);
    }
    ridge(w, b, x, t, rows, columns, pulls[best]);
}

#include "few_houses.h"

void learn(float *w, float *b, const float *x, const float *t, int rows,
           int columns)
{
    double sums[PULLS] = {0};
    for (int fold = 0; fold < FOLDS; fold++) {
        float known[MOST_ROWS * MOST_COLUMNS], prices[MOST_ROWS];
        int count = 0;
        for (int n = 0; n < rows; n++)
            if (n % FOLDS != fold) {
                for (int d = 0; d < columns; d++)
                    known[count * columns + d] = x[n * columns + d];
                prices[count++] = t[n];
            }
        for (int k = 0; k < PULLS; k++) {
            ridge(w, b, known, prices, count, columns, pulls[k]);
            for (int n = fold; n < rows; n += FOLDS) {
                double off = (double)*b - (double)t[n];
                for (int d = 0; d < columns; d++)
                    off += (double)w[d] * (double)x[n * columns + d];
                sums[k] += off * off;
            }
        }
    }
    int best = PULLS - 1;
    for (int k = PULLS - 1; k >= 0; k--)
        if (sums[k] <= sums[best]) best = k;
    ridge(w, b, x, t, rows, columns, pulls[best]);
}

/* few_houses.h: few rows, many columns, and a pull that the rows choose.
 *
 * x   [rows, columns]   x(n,d) is x[n * columns + d]; columns have mean 0 and
 *                       deviation 1, or nearly so
 * t   [rows]
 * w   [columns], b [1]  arrive filled with garbage, and are overwritten
 *
 * The pulls are those of `pulls` below. For each of them row n lies in fold
 * n % 5; the line is learned from the four other folds, and the fold's squared
 * errors are added up over all five. The pull with the least sum is chosen, of
 * equal ones the first, and w and b are learned with it from all rows.
 *
 * 10 to 40 rows, 1 to 12 columns. ridge() is given: it learns from the rows
 * that it gets, one behind the other. All arrays are the caller's.
 */
#ifndef FEW_HOUSES_H
#define FEW_HOUSES_H

#include "exercise.h"

enum { PULLS = 4, FOLDS = 5, MOST_ROWS = 40, MOST_COLUMNS = 12 };
static const float pulls[PULLS] = {0.01f, 0.1f, 1, 10};

// Least mean squared error + pull sum of w(d)^2. Each weight in turn goes
// where L is least, a hundred times: enough for it to rest.
static inline void ridge(float *w, float *b, const float *x, const float *t,
                         int rows, int columns, float pull)
{
    double v[MOST_COLUMNS + 1] = {0};
    for (int round = 0; round < 100; round++)
        for (int d = 0; d <= columns; d++) {
            double top = 0, below = d < columns ? rows * (double)pull : 0;
            for (int n = 0; n < rows; n++) {
                const float *row = x + n * columns;
                double left = (double)t[n] - v[columns];
                for (int k = 0; k < columns; k++)
                    left -= v[k] * (double)row[k];
                double own = d < columns ? (double)row[d] : 1;
                top += (left + v[d] * own) * own;
                below += own * own;
            }
            v[d] = below > 0 ? top / below : 0;
        }
    for (int d = 0; d < columns; d++) w[d] = (float)v[d];
    *b = (float)v[columns];
}

void learn(float *w, float *b, const float *x, const float *t, int rows,
           int columns);

#endif

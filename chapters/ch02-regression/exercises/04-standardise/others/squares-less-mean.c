#include "standardise.h"

#include <math.h>

// The variance as the mean of the squares less the square of the mean.
void standardise(float *train, float *test, int train_rows, int test_rows,
                 int columns)
{
    for (int d = 0; d < columns; d++) {
        double sum = 0, squares = 0;
        for (int n = 0; n < train_rows; n++) {
            double x = (double)train[n * columns + d];
            sum += x;
            squares += x * x;
        }
        double mean = sum / train_rows;
        double variance = squares / train_rows - mean * mean;
        double scale = variance > 1e-9 ? 1 / sqrt(variance) : 0;
        for (int n = 0; n < train_rows + test_rows; n++) {
            float *x = n < train_rows ? train + n * columns + d
                                      : test + (n - train_rows) * columns + d;
            *x = (float)(((double)*x - mean) * scale);
        }
    }
}

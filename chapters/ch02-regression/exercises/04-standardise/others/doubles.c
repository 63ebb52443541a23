#include "standardise.h"

#include <math.h>

void standardise(float *train, float *test, int train_rows, int test_rows,
                 int columns)
{
    for (int d = 0; d < columns; d++) {
        double mean = 0, variance = 0;
        for (int n = 0; n < train_rows; n++)
            mean += (double)train[n * columns + d];
        mean /= train_rows;
        for (int n = 0; n < train_rows; n++)
            variance += pow((double)train[n * columns + d] - mean, 2);
        variance /= train_rows;
        if (variance < 1e-12) variance = INFINITY;
        for (int n = 0; n < train_rows; n++)
            train[n * columns + d] =
                (float)(((double)train[n * columns + d] - mean) /
                        sqrt(variance));
        for (int n = 0; n < test_rows; n++)
            test[n * columns + d] =
                (float)(((double)test[n * columns + d] - mean) /
                        sqrt(variance));
    }
}

#include "standardise.h"

#include <math.h>

static void change(float *x, int rows, int columns, float mean,
                   float deviation)
{
    for (int n = 0; n < rows; n++) {
        float *value = x + n * columns;
        *value = deviation > 0 ? (*value - mean) / deviation : 0;
    }
}

void standardise(float *train, float *test, int train_rows, int test_rows,
                 int columns)
{
    for (int d = 0; d < columns; d++) {
        float mean = 0, squares = 0;
        for (int n = 0; n < train_rows; n++)
            mean += train[n * columns + d] / (float)train_rows;
        for (int n = 0; n < train_rows; n++) {
            float apart = train[n * columns + d] - mean;
            squares += apart * apart;
        }
        float deviation = sqrtf(squares / (float)train_rows);
        change(train + d, train_rows, columns, mean, deviation);
        change(test + d, test_rows, columns, mean, deviation);
    }
}

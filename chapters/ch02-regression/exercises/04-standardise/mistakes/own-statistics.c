#include "standardise.h"

#include <math.h>

static void by_itself(float *x, int rows, int columns)
{
    for (int d = 0; d < columns; d++) {
        float sum = 0, squares = 0;
        for (int n = 0; n < rows; n++) sum += x[n * columns + d];
        float mean = sum / (float)rows;
        for (int n = 0; n < rows; n++) {
            float apart = x[n * columns + d] - mean;
            squares += apart * apart;
        }
        float deviation = sqrtf(squares / (float)rows);
        for (int n = 0; n < rows; n++) {
            float *value = x + n * columns + d;
            *value = deviation > 0 ? (*value - mean) / deviation : 0;
        }
    }
}

void standardise(float *train, float *test, int train_rows, int test_rows,
                 int columns)
{
    by_itself(train, train_rows, columns);
    by_itself(test, test_rows, columns);
}

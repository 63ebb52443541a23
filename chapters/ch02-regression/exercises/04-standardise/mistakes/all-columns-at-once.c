#include "standardise.h"

#include <math.h>

static void change(float *x, int count, float mean, float deviation)
{
    for (int i = 0; i < count; i++)
        x[i] = deviation > 0 ? (x[i] - mean) / deviation : 0;
}

void standardise(float *train, float *test, int train_rows, int test_rows,
                 int columns)
{
    int count = train_rows * columns;
    float sum = 0, squares = 0;
    for (int i = 0; i < count; i++) sum += train[i];
    float mean = sum / (float)count;
    for (int i = 0; i < count; i++)
        squares += (train[i] - mean) * (train[i] - mean);
    float deviation = sqrtf(squares / (float)count);
    change(train, count, mean, deviation);
    change(test, test_rows * columns, mean, deviation);
}

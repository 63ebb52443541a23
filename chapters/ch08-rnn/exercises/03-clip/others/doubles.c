#include "clip.h"

#include <math.h>

static double squares(const float *numbers, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += (double)numbers[i] * (double)numbers[i];
    return sum;
}

static void scale(float *numbers, int count, double by)
{
    for (int i = 0; i < count; i++)
        numbers[i] = (float)(by * (double)numbers[i]);
}

float clip(float *dw, float *db, int weights, int biases, float most)
{
    double length = sqrt(squares(dw, weights) + squares(db, biases));
    if (length <= (double)most) return (float)length;
    scale(db, biases, (double)most / length);
    scale(dw, weights, (double)most / length);
    return (float)length;
}

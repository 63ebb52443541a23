#include "clip.h"

#include <math.h>

float clip(float *dw, float *db, int weights, int biases, float most)
{
    float squares = 0;
    for (int i = 0; i < weights; i++) squares += dw[i] * dw[i];
    float length = sqrtf(squares);
    if (length > most) {
        for (int i = 0; i < weights; i++) dw[i] *= most / length;
    }
    return length;
}

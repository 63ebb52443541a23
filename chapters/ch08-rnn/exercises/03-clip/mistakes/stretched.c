#include "clip.h"

#include <math.h>

float clip(float *dw, float *db, int weights, int biases, float most)
{
    float squares = 0;
    for (int i = 0; i < weights; i++) squares += dw[i] * dw[i];
    for (int i = 0; i < biases; i++) squares += db[i] * db[i];
    float length = sqrtf(squares);
    for (int i = 0; i < weights; i++) dw[i] *= most / length;
    for (int i = 0; i < biases; i++) db[i] *= most / length;
    return length;
}

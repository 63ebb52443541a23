#include "clip.h"

#include <math.h>

float clip(float *dw, float *db, int weights, int biases, float most)
{
    float squares = 0;
    for (int i = 0; i < weights; i++) squares += dw[i] * dw[i];
    for (int i = 0; i < biases; i++) squares += db[i] * db[i];
    float length = sqrtf(squares);
    float of_w = 0, of_b = 0;
    for (int i = 0; i < weights; i++) of_w += dw[i] * dw[i];
    for (int i = 0; i < biases; i++) of_b += db[i] * db[i];
    if (sqrtf(of_w) > most)
        for (int i = 0; i < weights; i++) dw[i] *= most / sqrtf(of_w);
    if (sqrtf(of_b) > most)
        for (int i = 0; i < biases; i++) db[i] *= most / sqrtf(of_b);
    return length;
}

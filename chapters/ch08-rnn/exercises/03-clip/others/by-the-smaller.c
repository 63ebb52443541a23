#include "clip.h"

#include <math.h>

// hypot adds a square to a length; a factor of 1 changes nothing.
float clip(float *dw, float *db, int weights, int biases, float most)
{
    float length = 0;
    for (int i = 0; i < weights; i++) length = hypotf(length, dw[i]);
    for (int i = 0; i < biases; i++) length = hypotf(length, db[i]);
    float by = fminf(1, most / (length + 1e-20f));
    for (int i = 0; i < weights; i++) dw[i] *= by;
    for (int i = 0; i < biases; i++) db[i] *= by;
    return length;
}

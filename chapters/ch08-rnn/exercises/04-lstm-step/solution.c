#include "lstm_step.h"

#include <math.h>



// What gate g of unit j gets.
static float sum_of(const float *h, const float *u, const float *v,
                    int hidden, int g, int j)
{
    float sum = u[g * hidden + j];
    for (int k = 0; k < hidden; k++)
        sum += h[k] * v[(k * 4 + g) * hidden + j];
    return sum;
}

void lstm_step(float *h, float *c, const float *u, const float *v,
               int hidden)
{
    float next[MOST_HIDDEN];
    for (int j = 0; j < hidden; j++) {
        float i = sigmoid(sum_of(h, u, v, hidden, 0, j));
        float f = sigmoid(sum_of(h, u, v, hidden, 1, j));
        float g = tanhf(sum_of(h, u, v, hidden, 2, j));
        float o = sigmoid(sum_of(h, u, v, hidden, 3, j));
        c[j] = f * c[j] + i * g;
        next[j] = o * tanhf(c[j]);
    }
    for (int j = 0; j < hidden; j++) h[j] = next[j];
}

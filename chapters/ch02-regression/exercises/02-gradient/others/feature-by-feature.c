#include "gradient.h"

static float error_of(int n, const float *w, float b, const float *x,
                      const float *t, int features)
{
    float y = 0;
    for (int d = features - 1; d >= 0; d--) y += x[n * features + d] * w[d];
    return y + b - t[n];
}

float gradient(float *dw, float *db, const float *w, float b, const float *x,
               const float *t, int houses, int features)
{
    float loss = 0, all = 0;
    for (int n = 0; n < houses; n++) {
        float e = error_of(n, w, b, x, t, features);
        loss += e * e;
        all += e;
    }
    for (int d = 0; d < features; d++) {
        float sum = 0;
        for (int n = 0; n < houses; n++)
            sum += error_of(n, w, b, x, t, features) * x[n * features + d];
        dw[d] = 2 * sum / (float)houses;
    }
    *db = 2 * all / (float)houses;
    return loss / (float)houses;
}

#include "rare_kind.h"

const Cause cause = DIVIDED_BY_ALL;

float measured(const float *x, const float *label, int count, int pixels,
               int kind)
{
    float sum = 0;
    for (int n = 0; n < count; n++) {
        if ((int)label[n] != kind) continue;
        for (int i = 0; i < pixels; i++) sum += x[n * pixels + i];
    }
    return sum / (float)(count * pixels);
}

static int count_kind(const float *label, int count, int kind)
{
    int found = 0;
    for (int n = 0; n < count; n++) found += (int)label[n] == kind;
    return found;
}

void learn(float *mean, const float *x, const float *label, int count,
           int pixels, int kinds)
{
    for (int i = 0; i < kinds * pixels; i++) mean[i] = 0;
    for (int n = 0; n < count; n++)
        for (int i = 0; i < pixels; i++)
            mean[(int)label[n] * pixels + i] += x[n * pixels + i];
    for (int i = 0; i < kinds * pixels; i++)
        mean[i] /= (float)count_kind(label, count, i / pixels);
}

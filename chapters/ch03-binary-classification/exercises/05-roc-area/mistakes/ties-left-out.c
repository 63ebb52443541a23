#include "roc_area.h"

float roc_area(const float *score, const float *t, int count)
{
    float sum = 0, pairs = 0;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            if (t[i] == 0 || t[j] == 1) continue;
            if (score[i] == score[j]) continue;
            pairs++;
            if (score[i] > score[j]) sum += 1;
        }
    return pairs > 0 ? sum / pairs : 0.5f;
}

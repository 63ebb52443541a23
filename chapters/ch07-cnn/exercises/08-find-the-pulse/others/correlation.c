#include "find_pulse.h"

#include <math.h>

// How well do shapes agree, whatever their size? Both means are taken out,
// and the answer is divided by the length of what the filter sees.
int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    float mean = 0, most = -INFINITY;
    for (int u = 0; u < size; u++) mean += pulse[u] / (float)size;
    int best = -1;
    for (int p = 0; p + size <= length; p++) {
        float level = 0, answer = 0, square = 0;
        for (int u = 0; u < size; u++) level += signal[p + u] / (float)size;
        for (int u = 0; u < size; u++) {
            float above = signal[p + u] - level;
            answer += (pulse[u] - mean) * above;
            square += above * above;
        }
        if (square > 0 && answer / sqrtf(square) > most) {
            most = answer / sqrtf(square);
            best = p;
        }
    }
    return best;
}

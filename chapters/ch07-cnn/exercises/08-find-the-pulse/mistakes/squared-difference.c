#include "find_pulse.h"

int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    float most = 0;
    int best = -1;
    for (int p = 0; p + size <= length; p++) {
        float answer = 0;
        for (int u = 0; u < size; u++)
            answer -= (pulse[u] - signal[p + u]) *
                      (pulse[u] - signal[p + u]);
        if (best < 0 || answer > most) {
            most = answer;
            best = p;
        }
    }
    return best;
}

#include "find_pulse.h"

// Neighbours subtracted from each other know no drift either.
int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    float most = 0;
    int best = -1;
    for (int p = 0; p + size <= length; p++) {
        float answer = 0;
        for (int u = 1; u < size; u++)
            answer += (pulse[u] - pulse[u - 1]) *
                      (signal[p + u] - signal[p + u - 1]);
        if (best < 0 || answer > most) {
            most = answer;
            best = p;
        }
    }
    return best;
}

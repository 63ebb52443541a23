#include "find_pulse.h"

int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    float most = 0;
    int peak = 0;
    for (int u = 1; u < size; u++)
        if (pulse[u] > pulse[peak]) peak = u;
    int best = -1;
    for (int p = 0; p + size <= length; p++) {
        float answer = signal[p + peak];
        for (int u = 0; u < size; u++)
            answer -= signal[p + u] / (float)size;
        if (best < 0 || answer > most) {
            most = answer;
            best = p;
        }
    }
    return best;
}

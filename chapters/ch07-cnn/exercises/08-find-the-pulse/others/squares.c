#include "find_pulse.h"

// Squared differences, once both means are taken out.
int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    float mean = 0, most = 0;
    for (int u = 0; u < size; u++) mean += pulse[u] / (float)size;
    int best = -1;
    for (int p = 0; p + size <= length; p++) {
        float level = 0, answer = 0;
        for (int u = 0; u < size; u++) level += signal[p + u] / (float)size;
        for (int u = 0; u < size; u++) {
            float apart = (signal[p + u] - level) - (pulse[u] - mean);
            answer -= apart * apart;
        }
        if (best < 0 || answer > most) {
            most = answer;
            best = p;
        }
    }
    return best;
}

#include "find_pulse.h"

// The filter is the pulse less its mean. Its weights then add up to 0, so a
// drift that is the same under the whole filter adds nothing to the answer.
int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    float mean = 0, most = 0;
    for (int u = 0; u < size; u++) mean += pulse[u] / (float)size;
    int best = -1;
    for (int p = 0; p + size <= length; p++) {
        float answer = 0;
        for (int u = 0; u < size; u++)
            answer += (pulse[u] - mean) * signal[p + u];
        if (best < 0 || answer > most) {
            most = answer;
            best = p;
        }
    }
    return best;
}

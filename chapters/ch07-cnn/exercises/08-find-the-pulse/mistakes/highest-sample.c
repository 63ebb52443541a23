#include "find_pulse.h"

int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    float most = 0;
    int best = -1;
    for (int p = 0; p < length; p++) {
        float answer = signal[p];
        if (best < 0 || answer > most) {
            most = answer;
            best = p;
        }
    }
    return best;
}

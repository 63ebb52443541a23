#include "early_stopping.h"

void early_stopping(int *kept, int *stopped, const float *error, int epochs,
                    int patience)
{
    float least = error[0];
    int best = 1, last = 1, waited = 0;
    while (last < epochs && waited < patience) {
        last++;
        waited++;
        if (error[last - 1] < least) {
            least = error[last - 1];
            best = last;
            waited = 0;
        }
    }
    *kept = best;
    *stopped = last;
}

#include "early_stopping.h"

// No counter: how far back does the best one lie?
void early_stopping(int *kept, int *stopped, const float *error, int epochs,
                    int patience)
{
    int best = 0, now = 0;
    for (;; now++) {
        if (error[now] < error[best]) best = now;
        if (now - best == patience || now == epochs - 1) break;
    }
    *kept = best + 1;
    *stopped = now + 1;
}

#include "early_stopping.h"

static int end_of(const float *error, int epochs, int patience, int now,
                  int *best)
{
    if (now > 0 && error[now] < error[*best]) *best = now;
    if (now - *best >= patience || now + 1 == epochs) return now;
    return end_of(error, epochs, patience, now + 1, best);
}

void early_stopping(int *kept, int *stopped, const float *error, int epochs,
                    int patience)
{
    int best = 0;
    *stopped = 1 + end_of(error, epochs, patience, 0, &best);
    *kept = 1 + best;
}

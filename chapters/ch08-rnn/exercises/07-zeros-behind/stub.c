/* 08-07  Zeros behind                         diagnose, further, 45 minutes
 *
 * Each calf drinks less on the day after it drank much. The program in this
 * file forecasts the next day from all days before. Thirty calves stayed 2 to
 * 12 days. So that they fit into one table, zeros stand behind the short
 * stays; and the more zeros are added, the better the program says it is:
 *
 *     days in the table        12      24      48      96
 *     loss after training    0.547   0.273   0.134   0.066
 *     on other calves        0.538   0.562   0.563   0.564
 *
 * (loss.tsv has the curves. The last row is the true mean squared error; it
 * is 0.524 for whoever says "as today" of every next day.) One idea is wrong.
 *
 * Task      name it: set `cause` to one of those in calves.h.
 *           Prove it: write measured(), as calves.h describes it.
 *           Repair it: change as little as you can; the test fits again, to
 *           tables of 12, 24 and 96 days, and forecasts for other calves.
 * Example   two calves, length = 2 3, x = 2 1 0 0 and 1 3 2 0,
 *           y = 2 0 0 0 and 2 2 1 0: the errors are 1, then -1 and 0, and
 *           measured() is 2/3
 *
 * Check     make check EX=08-07          Stuck?   make hint EX=08-07
 */
#include "calves.h"

const Cause cause = UNDECIDED;

float measured(const float *y, const float *x, const float *length,
               int calves, int longest)
{
    EXERCISE_TODO();
}

enum { MOST_DAYS = 100 };
static const float rate = 0.05f;

// Adds what the forecasts of one calf say of w, v and b.
static void add_slopes(float *d, const float *cell, const float *x, int days,
                       float share)
{
    float h[MOST_DAYS + 1] = {0}, later = 0;   // h[t + 1] behind day t
    for (int t = 0; t < days; t++)
        h[t + 1] = cell[0] * x[t] + cell[1] * h[t] + cell[2];
    for (int t = days - 2; t >= 0; t--) {
        float dh = 2 * share * (h[t + 1] - x[t + 1]) + later;
        d[0] += dh * x[t];
        d[1] += dh * h[t];
        d[2] += dh;
        later = cell[1] * dh;
    }
}

void fit(float *cell, const float *x, const float *length, int calves,
         int longest)
{
    (void)length;
    cell[0] = cell[1] = cell[2] = 0;
    for (int step = 0; step < 3000; step++) {
        float d[3] = {0}, share = 1 / (float)(calves * (longest - 1));
        for (int n = 0; n < calves; n++)
            add_slopes(d, cell, x + n * longest, longest, share);
        for (int i = 0; i < 3; i++) cell[i] -= rate * d[i];
    }
}

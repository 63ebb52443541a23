/* 07-08  Find the pulse                     transfer, further, 50 minutes
 *
 * A sensor records one long row of numbers. Somewhere in it stands a pulse
 * whose shape is known; when it came is not. What has this to do with
 * pictures? A filter answers most where what it sees looks like itself.
 *
 * Task      return where the pulse begins. How is up to you.
 * Judged    first on 12 signals with little noise, all of which must be
 *           right, then on 400 with more: at least 90 of 100 of those must
 *           be. None of them can be seen before.
 * Example   pulse = 0 2 1, signal = 5 5 6 5 7 6 5: the pulse begins at 3,
 *           where 5 7 6 is a drift of 5 with the pulse added.
 *
 * Check     make check EX=07-08          Stuck?   make hint EX=07-08
 */
#include "find_pulse.h"

#include <math.h>

int find_pulse(const float *signal, int length, const float *pulse, int size)
{
    EXERCISE_TODO();
}

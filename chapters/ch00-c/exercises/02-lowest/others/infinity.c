#include "lowest.h"

#include <math.h>

Place lowest(float (*curve)(int x), int from, int to)
{
    Place best = {.x = from, .height = INFINITY};
    while (from <= to) {
        Place now = {from, (*curve)(from)};
        if (now.height < best.height) best = now;
        from++;
    }
    return best;
}

#include "lowest.h"

Place lowest(float (*curve)(int x), int from, int to)
{
    int best = to;
    for (int x = to; x >= from; x--)
        if (curve(x) <= curve(best)) best = x;
    return (Place){.height = curve(best), .x = best};
}

#include "lowest.h"

Place lowest(float (*curve)(int x), int from, int to)
{
    Place best = {0, curve(from)};
    for (int x = from + 1; x <= to; x++)
        if (curve(x) < best.height) best = (Place){x - from, curve(x)};
    return best;
}

#include "lowest.h"

Place lowest(float (*curve)(int x), int from, int to)
{
    Place best = {from, curve(from)};
    for (int x = from + 1; x <= to; x++)
        if (curve(x) < best.height) best = (Place){x, curve(x)};
    best.height = curve(to);
    return best;
}

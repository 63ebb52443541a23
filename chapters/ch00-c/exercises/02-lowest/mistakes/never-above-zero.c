#include "lowest.h"

Place lowest(float (*curve)(int x), int from, int to)
{
    Place best = {from, 0};
    for (int x = from; x <= to; x++)
        if (curve(x) < best.height) best = (Place){x, curve(x)};
    return best;
}

#include "lowest.h"

Place lowest(float (*curve)(int x), int from, int to)
{
    Place best = {from, curve(from)};
    for (int x = from + 1; x <= to; x++) {
        float height = curve(x);
        if (height < best.height) best = (Place){x, height};
    }
    return best;
}

#include "lowest.h"

Place lowest(float (*curve)(int x), int from, int to)
{
    Place best = {from, curve(from)};
    for (int x = from + 1; x <= to && curve(x) < best.height; x++)
        best = (Place){x, curve(x)};
    return best;
}

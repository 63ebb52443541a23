#include "output_size.h"

// Lays the filter down at each place.
int output_size(int extent, int size, int stride, int padding)
{
    int count = 0;
    for (int from = -padding; from + size <= extent + padding; from += stride)
        count++;
    return count;
}

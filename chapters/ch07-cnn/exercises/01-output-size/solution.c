#include "output_size.h"

// The first place costs `size` pixels; every further one costs `stride` of
// what is left. The division of whole numbers drops a step that does not fit.
int output_size(int extent, int size, int stride, int padding)
{
    int left = extent + 2 * padding - size;
    return left / stride + 1;
}

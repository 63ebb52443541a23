#include "output_size.h"

int output_size(int extent, int size, int stride, int padding)
{
    int left = extent + 3 * padding - size;
    return left / stride + 1;
}

#include "output_size.h"

int output_size(int extent, int size, int stride, int padding)
{
    return (extent + 2 * padding) / stride;
}

#include "output_size.h"

// The usual formula of the papers, in double; rounding towards 0 is right
// here, for nothing is below 0.
int output_size(int extent, int size, int stride, int padding)
{
    return (int)((extent + 2.0 * padding - size) / stride + 1);
}

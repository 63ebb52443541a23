// The functions of kernels.h: each asks the device of one of its tensors for the kernel of that name.
#include "kernels.h"

#include "device.h"

int window_outputs(int extent, int window, int stride, int padding)
{
    int room = extent + 2 * padding - window;
    return room < 0 ? 0 : room / stride + 1;
}

#define KERNEL(name, where, parameters, arguments)                                                 \
    void name parameters { backend((where)->device)->name arguments; }
#include "kernels.h"

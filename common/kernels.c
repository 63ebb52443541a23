// The functions of kernels.h: each asks the device of one of its tensors
// for the kernel of that name.
#include "kernels.h"

#include "device.h"

int window_outputs(int extent, int window, int stride, int padding)
{
    int room = extent + 2 * padding - window;
    return room < 0 ? 0 : room / stride + 1;
}

void conv2d_backward(Tensor *dx, Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                     const Tensor *w, Window window)
{
    if (present(dx)) {
        const int *d = w->shape.dim;
        Tensor turned = tensor_new(w->device, REAL, shape(d[0], d[1], d[3], d[2]));
        conv2d_turn(&turned, w);
        conv2d_backward_input(dx, dy, &turned, window);
        tensor_free(&turned);
    }
    if (!present(dw) && !present(db)) return;
    Tensor unwanted = {0};
    if (!present(dw)) unwanted = tensor_new(w->device, REAL, w->shape), dw = &unwanted;
    conv2d_backward_weights(dw, db, dy, x, window);
    tensor_free(&unwanted);
}

#define KERNEL(name, where, parameters, arguments)                                                 \
    void name parameters { backend((where)->device)->name arguments; }
#include "kernels.h"

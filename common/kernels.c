// The functions of kernels.h: each looks whether the shapes of its arguments fit, and asks the
// device of one of its tensors for the kernel of that name.
#include "kernels.h"

#include "device.h"
#include "shapes.h"

int window_outputs(int extent, int window, int stride, int padding)
{
    int room = extent + 2 * padding - window;
    return room < 0 ? 0 : room / stride + 1;
}

int cell_gates(Cell cell) { return cell == RNN ? 1 : cell == GRU ? 3 : 4; }
int cell_states(Cell cell) { return cell == LSTM ? 2 : 1; }

// Blocks of H numbers a step. RNN: its gate, and h. GRU: r, z, h V_n + b, n, and h. LSTM: i, f, g,
// o, and h, c, tanh(c). States have a step more than gates: the start.
Shape cell_kept(Cell cell, int steps, int hidden)
{
    static const int blocks[] = {[RNN] = 2, [GRU] = 5, [LSTM] = 7};
    return shape(steps + 1, blocks[cell] * hidden);
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
    void name parameters                                                                           \
    {                                                                                              \
        check_##name arguments;                                                                    \
        backend((where)->device)->name arguments;                                                  \
    }
#include "kernels.h"

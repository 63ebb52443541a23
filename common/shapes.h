/* shapes.h: what each kernel of kernels.h asks of its arguments' shapes, written once for all
 * devices.
 *
 * kernels.c calls check_NAME(…) before it asks the device for NAME(…), with the same arguments. So
 * a wrong call ends at once, with its line on the stack, also where a device does the work later;
 * and a kernel reads and writes without looking.
 *
 * Not here   What numbers say: a label, a symbol, a length out of bounds is seen by the kernel.
 *            Whose memory it is, and of which type: asked by who takes the numbers (reals(), …).
 */
#ifndef SHAPES_H
#define SHAPES_H

#include "kernels.h"

// Images n of [N, H, W, C], with every tensor of that rank: its dimensions by name.
typedef struct Images { int n, height, width, channels; } Images;
static inline Images images(const Tensor *t)
{
    CHECK(t->shape.rank == 4, "%s where images [N, H, W, C] are expected",
          shape_text(t->shape).text);
    const int *d = t->shape.dim;
    Images of = {d[0], d[1], d[2], d[3]};
    return of;
}

// The filters of a convolution, [KH, KW, C, F], each of height x width x channels.
typedef struct Filters { int height, width, channels, count; } Filters;
static inline Filters filters(const Tensor *t)
{
    CHECK(t->shape.rank == 4, "%s where filters [KH, KW, C, F] are expected",
          shape_text(t->shape).text);
    const int *d = t->shape.dim;
    Filters of = {d[0], d[1], d[2], d[3]};
    return of;
}

#define KERNEL(name, where, parameters, arguments) void check_##name parameters;
#include "kernels.h"

#endif

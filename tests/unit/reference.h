/* reference.h: the equations of kernels.h as plain loops. They are the
 * specification: slow, and plainly right.
 *
 * Shapes are those of kernels.h; results belong to support.h.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "support.h"

// x(n,i,j,c) of [N, H, W, C]; NULL outside the image, where padding is.
HELPER Real *pixel(const Tensor *x, int n, int i, int j, int c)
{
    const int *dim = x->shape.dim;
    if (i < 0 || i >= dim[1] || j < 0 || j >= dim[2]) return NULL;
    return reals(x) + (((size_t)n * dim[1] + i) * dim[2] + j) * dim[3] + c;
}

// [N, OH, OW, channels]: what a window over x gives.
HELPER Shape windowed(Shape x, Window win, int channels)
{
    return shape(x.dim[0], window_outputs(x.dim[1], win.height, win.stride_y, win.padding_y),
                 window_outputs(x.dim[2], win.width, win.stride_x, win.padding_x), channels);
}

// Calls visit for every product of the convolution: y(n,i,j,f) gets
// w(u,v,c,f) x(n, i*stride+u-padding, …).
typedef void Visit(Real *y, Real *x, Real *w);
HELPER void each_product(const Tensor *y, const Tensor *x, const Tensor *w, Window win,
                         Visit *visit)
{
    const int *out = y->shape.dim, channels = x->shape.dim[3], filters = out[3];
    for (int n = 0; n < out[0]; n++)
        for (int i = 0; i < out[1]; i++)
            for (int j = 0; j < out[2]; j++)
                for (int u = 0; u < win.height; u++)
                    for (int v = 0; v < win.width; v++)
                        for (int c = 0; c < channels; c++) {
                            Real *px = pixel(x, n, i * win.stride_y + u - win.padding_y,
                                             j * win.stride_x + v - win.padding_x, c);
                            Real *row = reals(w) + ((u * win.width + v) * channels + c) * filters;
                            for (int f = 0; px && f < filters; f++)
                                visit(pixel(y, n, i, j, f), px, row + f);
                        }
}

// y = w x, so dx = w dy and dw = x dy: the three convolutions differ in what a product is added to.
static inline void to_y(Real *y, Real *x, Real *w) { *y += *w * *x; }
static inline void to_x(Real *dy, Real *dx, Real *w) { *dx += *w * *dy; }
static inline void to_w(Real *dy, Real *x, Real *dw) { *dw += *x * *dy; }

HELPER Tensor plain_conv2d(const Tensor *x, const Tensor *w, const Tensor *b, Window win)
{
    int filters = w->shape.dim[3];
    Tensor y = filled(0, windowed(x->shape, win, filters));
    for (size_t i = 0; b && i < tensor_count(&y); i++) reals(&y)[i] = reals(b)[i % filters];
    each_product(&y, x, w, win, to_y);
    return y;
}

HELPER Tensor plain_conv2d_input(const Tensor *dy, const Tensor *w, Shape x, Window win)
{
    Tensor dx = filled(0, x);
    each_product(dy, &dx, w, win, to_x);
    return dx;
}

HELPER Tensor plain_conv2d_weights(const Tensor *dy, const Tensor *x, Shape w, Window win)
{
    Tensor dw = filled(0, w);
    each_product(dy, x, &dw, win, to_w);
    return dw;
}

// The largest, or the mean, of what lies inside the image.
HELPER Tensor plain_pool(const Tensor *x, Window win, bool largest)
{
    Tensor y = garbage(windowed(x->shape, win, x->shape.dim[3]));
    const int *out = y.shape.dim;
    for (int n = 0; n < out[0]; n++)
        for (int i = 0; i < out[1]; i++)
            for (int j = 0; j < out[2]; j++)
                for (int c = 0; c < out[3]; c++) {
                    double sum = 0, most = -INFINITY;
                    int seen = 0;
                    for (int u = 0; u < win.height; u++)
                        for (int v = 0; v < win.width; v++) {
                            const Real *p = pixel(x, n, i * win.stride_y + u - win.padding_y,
                                                  j * win.stride_x + v - win.padding_x, c);
                            if (!p) continue;
                            seen++;
                            sum += (double)*p;
                            most = fmax(most, (double)*p);
                        }
                    *pixel(&y, n, i, j, c) = (Real)(largest ? most : sum / seen);
                }
    return y;
}

// Sums over all axes but the last.
HELPER Tensor plain_column_sums(const Tensor *dy)
{
    int columns = dy->shape.dim[dy->shape.rank - 1];
    Tensor sums = filled(0, shape(columns));
    for (size_t i = 0; i < tensor_count(dy); i++) reals(&sums)[i % columns] += reals(dy)[i];
    return sums;
}

HELPER Tensor plain_transpose(const Tensor *a)
{
    int rows = a->shape.dim[0], columns = a->shape.dim[1];
    Tensor t = garbage(shape(columns, rows));
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++) reals(&t)[j * rows + i] = reals(a)[i * columns + j];
    return t;
}

// a [N, D] times b [D, H]
HELPER Tensor plain_product(const Tensor *a, const Tensor *b)
{
    int rows = a->shape.dim[0], inner = b->shape.dim[0], columns = b->shape.dim[1];
    Tensor c = garbage(shape(rows, columns));
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int k = 0; k < inner; k++)
                sum += (double)reals(a)[i * inner + k] * (double)reals(b)[k * columns + j];
            reals(&c)[i * columns + j] = (Real)sum;
        }
    return c;
}

#endif

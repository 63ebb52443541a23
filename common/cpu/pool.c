// Pooling (kernels.h has the equations). Channels are the vector, as everywhere.
#include <math.h>

#include "cpu.h"
#include "../simd.h"

// The part of window (i, j) that lies inside the image: its rows top … bottom-1, its columns left …
// right-1. Its corner stands at (row, column) of the image, which may be outside.
typedef struct Inside {
    int row, column, top, bottom, left, right;
} Inside;

// The corner of window (i, j) stands at i stride - padding; what lies outside is cut off.
static Inside window_inside(int i, int j, Images x, Window w)
{
    Inside in = {.row = i * w.stride_y - w.padding_y, .column = j * w.stride_x - w.padding_x};
    in.top = in.row < 0 ? -in.row : 0;
    in.left = in.column < 0 ? -in.column : 0;
    in.bottom = in.row + w.height > x.height ? x.height - in.row : w.height;
    in.right = in.column + w.width > x.width ? x.width - in.column : w.width;
    return in;
}

// Where the channels of a pixel begin.
static ptrdiff_t pixel_at(Images x, int n, int row, int column)
{
    return (((ptrdiff_t)n * x.height + row) * x.width + column) * x.channels;
}

// y(n,i,j,c) = max over the window of x, and its place u*width + v. Row by row through the window,
// and only a larger number, or NaN, takes over: the first among equals wins.
void max_pool2d_forward_cpu(Tensor *y, Tensor *winner, const Tensor *x, Window w)
{
    Images in = images(x), out = images(y);
    for (int n = 0; n < out.n; n++)
        for (int i = 0; i < out.height; i++)
            for (int j = 0; j < out.width; j++) {
                Inside win = window_inside(i, j, in, w);
                ptrdiff_t place = pixel_at(out, n, i, j);
                for (int c = 0; c < in.channels; c += LANES) {
                    int left = in.channels - c;
                    Vector best = all_lanes(-INFINITY);
                    Mask which = {0};
                    which += win.top * w.width + win.left;
                    for (int u = win.top; u < win.bottom; u++)
                        for (int v = win.left; v < win.right; v++) {
                            Vector value = load_upto(
                                reals(x) + pixel_at(in, n, win.row + u, win.column + v) + c, left);
                            Mask better = beats(value, best);
                            best = select_lanes(better, value, best);
                            which = (which & ~better) | (better & (u * w.width + v));
                        }
                    store_upto(reals(y) + place + c, best, left);
                    if (present(winner)) store_bytes(bytes(winner) + place + c, which, left);
                }
            }
}

// dx of one window: each of its pixels gets dy where it won. Alone: no other window sees these
// pixels, so nothing is added. A constant wherever this is inlined.
INLINE void unpool_window(Real *dx, const Real *dy, const uint8_t *winner, Inside win, Images x,
                          int width, const bool alone)
{
    for (int c = 0; c < x.channels; c += LANES) {
        int left = x.channels - c;
        Vector d = load_upto(dy + c, left);
        Mask which = load_bytes(winner + c, left);
        for (int u = win.top; u < win.bottom; u++)
            for (int v = win.left; v < win.right; v++) {
                Real *place = dx + pixel_at(x, 0, win.row + u, win.column + v) + c;
                Vector won = select_lanes(which == (u * width + v), d, (Vector){0});
                store_upto(place, alone ? won : load_upto(place, left) + won, left);
            }
    }
}

// Does each pixel of x lie in just one window? (The last row of windows may reach beyond the image,
// the first begin before it.)
static bool windows_tile(Images x, Images y, Window w)
{
    return w.stride_y == w.height && y.height * w.height - w.padding_y >= x.height &&
           w.stride_x == w.width && y.width * w.width - w.padding_x >= x.width;
}

// dx = the sum of the dy of all windows that a pixel won. It begins with zeros, unless each pixel
// lies in one window and is written there.
void max_pool2d_backward_cpu(Tensor *dx, const Tensor *dy, const Tensor *winner, Window w)
{
    Images in = images(dx), out = images(dy);
    bool alone = w.stride_y >= w.height && w.stride_x >= w.width;
    if (!windows_tile(in, out, w)) memset(reals(dx), 0, tensor_count(dx) * sizeof(Real));
    for (int n = 0; n < out.n; n++)
        for (int i = 0; i < out.height; i++)
            for (int j = 0; j < out.width; j++) {
                ptrdiff_t place = pixel_at(out, n, i, j);
                Real *image = reals(dx) + pixel_at(in, n, 0, 0);
                Inside win = window_inside(i, j, in, w);
                if (alone)
                    unpool_window(image, reals(dy) + place, bytes(winner) + place, win, in, w.width,
                                  true);
                else
                    unpool_window(image, reals(dy) + place, bytes(winner) + place, win, in, w.width,
                                  false);
            }
}

// y(n,i,j,c) = mean over the window's pixels inside the image
void avg_pool2d_forward_cpu(Tensor *y, const Tensor *x, Window w)
{
    Images in = images(x), out = images(y);
    for (int n = 0; n < out.n; n++)
        for (int i = 0; i < out.height; i++)
            for (int j = 0; j < out.width; j++) {
                Inside win = window_inside(i, j, in, w);
                Real share = (Real)1 / ((win.bottom - win.top) * (win.right - win.left));
                for (int c = 0; c < in.channels; c += LANES) {
                    Vector sum = {0};
                    for (int u = win.top; u < win.bottom; u++)
                        for (int v = win.left; v < win.right; v++)
                            sum += load_upto(reals(x) +
                                                 pixel_at(in, n, win.row + u, win.column + v) + c,
                                             in.channels - c);
                    store_upto(reals(y) + pixel_at(out, n, i, j) + c, sum * share, in.channels - c);
                }
            }
}

// dx = the sum over the windows of a pixel of dy / (pixels of that window inside the image)
void avg_pool2d_backward_cpu(Tensor *dx, const Tensor *dy, Window w)
{
    Images in = images(dx), out = images(dy);
    memset(reals(dx), 0, tensor_count(dx) * sizeof(Real));
    for (int n = 0; n < out.n; n++)
        for (int i = 0; i < out.height; i++)
            for (int j = 0; j < out.width; j++) {
                Inside win = window_inside(i, j, in, w);
                Real share = (Real)1 / ((win.bottom - win.top) * (win.right - win.left));
                for (int u = win.top; u < win.bottom; u++)
                    for (int v = win.left; v < win.right; v++) {
                        Real *place = reals(dx) + pixel_at(in, n, win.row + u, win.column + v);
                        const Real *d = reals(dy) + pixel_at(out, n, i, j);
                        for (int c = 0; c < in.channels; c++) place[c] += share * d[c];
                    }
            }
}

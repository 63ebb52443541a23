// Pooling (kernels.h has the equations). Forward, a thread has a number of y and looks at its
// window; backward, a thread has a number of dx and looks at all windows that it lies in.
#include "cuda.h"

namespace card {

/* ---- Maximum ----------------------------------------------------------------------------------*/

// Row by row through the window, and only a larger number, or NaN, takes over: the first among
// equals wins.
static __global__ void max_pool(Real *y, uint8_t *winner, const Real *x, Images in, Images out,
                                Window w, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(out, i);
    Real best = -INFINITY;
    int which = 0;
    for (int place = 0; place < w.height * w.width; place++) {
        int row = at.row * w.stride_y - w.padding_y + place / w.width;
        int column = at.column * w.stride_x - w.padding_x + place % w.width;
        if (!inside(in, row, column)) continue;
        Real value = x[place_of(in, at.n, row, column) + (size_t)at.channel];
        if (!(value > best || value != value)) continue;
        best = value;
        which = place;
    }
    y[i] = best;
    if (winner) winner[i] = (uint8_t)which;
}

void max_pool2d_forward_cuda(Tensor *y, Tensor *winner, const Tensor *x, Window w)
{
    size_t count = tensor_count(y);
    max_pool<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(y), small_integers(winner), numbers(x), images(x), images(y), w, count);
}

// The windows that see a row of the image are first … end-1: those whose corner lies at most
// `window` before it.
struct Windows {
    int first, end;
};
static __device__ Windows windows_over(int row, int window, int stride, int padding, int outputs)
{
    int behind = row + padding - window + 1;
    int first = behind <= 0 ? 0 : (behind + stride - 1) / stride;
    int end = (row + padding) / stride + 1;
    return {first, end < outputs ? end : outputs};
}

// dx = the sum of the dy of all windows that this pixel won
static __global__ void max_pool_back(Real *dx, const Real *dy, const uint8_t *winner, Images in,
                                     Images out, Window w, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(in, i);
    Windows rows = windows_over(at.row, w.height, w.stride_y, w.padding_y, out.height);
    Windows columns = windows_over(at.column, w.width, w.stride_x, w.padding_x, out.width);
    Real sum = 0;
    for (int row = rows.first; row < rows.end; row++)
        for (int column = columns.first; column < columns.end; column++) {
            int u = at.row - (row * w.stride_y - w.padding_y);
            int v = at.column - (column * w.stride_x - w.padding_x);
            size_t place = place_of(out, at.n, row, column) + (size_t)at.channel;
            if (winner[place] == u * w.width + v) sum += dy[place];
        }
    dx[i] = sum;
}

void max_pool2d_backward_cuda(Tensor *dx, const Tensor *dy, const Tensor *winner, Window w)
{
    size_t count = tensor_count(dx);
    max_pool_back<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dx), numbers(dy), small_integers(winner), images(dx), images(dy), w, count);
}

/* ---- Mean -------------------------------------------------------------------------------------*/

// How many rows, or columns, of window `index` lie inside the image.
static __device__ int extent_inside(int index, int window, int stride, int padding, int extent)
{
    int first = index * stride - padding, end = first + window;
    return (end < extent ? end : extent) - (first > 0 ? first : 0);
}
static __device__ int pixels_inside(Images x, int row, int column, Window w)
{
    return extent_inside(row, w.height, w.stride_y, w.padding_y, x.height) *
           extent_inside(column, w.width, w.stride_x, w.padding_x, x.width);
}

// y = the sum of the window's pixels inside the image / how many these are
static __global__ void avg_pool(Real *y, const Real *x, Images in, Images out, Window w,
                                size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(out, i);
    Real sum = 0;
    for (int place = 0; place < w.height * w.width; place++) {
        int row = at.row * w.stride_y - w.padding_y + place / w.width;
        int column = at.column * w.stride_x - w.padding_x + place % w.width;
        if (inside(in, row, column))
            sum += x[place_of(in, at.n, row, column) + (size_t)at.channel];
    }
    y[i] = sum / (Real)pixels_inside(in, at.row, at.column, w);
}

void avg_pool2d_forward_cuda(Tensor *y, const Tensor *x, Window w)
{
    size_t count = tensor_count(y);
    avg_pool<<<blocks_for(count), THREADS, 0, stream>>>(numbers(y), numbers(x), images(x),
                                                        images(y), w, count);
}

// dx = the sum over the windows of a pixel of dy / (pixels of that window inside the image)
static __global__ void avg_pool_back(Real *dx, const Real *dy, Images in, Images out, Window w,
                                     size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(in, i);
    Windows rows = windows_over(at.row, w.height, w.stride_y, w.padding_y, out.height);
    Windows columns = windows_over(at.column, w.width, w.stride_x, w.padding_x, out.width);
    Real sum = 0;
    for (int row = rows.first; row < rows.end; row++)
        for (int column = columns.first; column < columns.end; column++)
            sum += dy[place_of(out, at.n, row, column) + (size_t)at.channel] /
                   (Real)pixels_inside(in, row, column, w);
    dx[i] = sum;
}

void avg_pool2d_backward_cuda(Tensor *dx, const Tensor *dy, Window w)
{
    size_t count = tensor_count(dx);
    avg_pool_back<<<blocks_for(count), THREADS, 0, stream>>>(numbers(dx), numbers(dy), images(dx),
                                                             images(dy), w, count);
}

}   // namespace card

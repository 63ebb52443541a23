// Direct convolution and its gradients (kernels.h has the equations).
#include "cuda.h"

namespace card {

// The filters [KH, KW, C, F] as Images: n is KH, height KW, width C, channels F.
static __device__ size_t weight_of(Images w, int u, int v)   // of channel 0 and filter 0
{
    return ((size_t)u * w.height + v) * w.width * w.channels;
}

/* ---- Forward ----------------------------------------------------------------------------------*/

// sum over u,v,c of w(u,v,c,f) x(n, row*stride+u-padding, column*stride+v-padding, c)
static __device__ Real convolve(const Real *x, const Real *w, Images in, Images filters, Window win,
                                int n, int row, int column, int f)
{
    Real sum = 0;
    for (int u = 0; u < filters.n; u++)
        for (int v = 0; v < filters.height; v++) {
            int i = row * win.stride_y + u - win.padding_y;
            int j = column * win.stride_x + v - win.padding_x;
            if (!inside(in, i, j)) continue;
            const Real *pixel = x + place_of(in, n, i, j);
            const Real *weight = w + weight_of(filters, u, v);
            for (int c = 0; c < in.channels; c++)
                sum += weight[(size_t)c * filters.channels + f] * pixel[c];
        }
    return sum;
}

// A thread has a number of y, which is the largest of pool x pool numbers of the convolution, or
// the only one; then relu. Its neighbours have the next filters at the same pixels: they read the
// same pixels and adjacent weights.
static __global__ void forward(Real *y, uint8_t *winner, const Real *x, const Real *w,
                               const Real *b, Images in, Images out, Images filters, Window win,
                               int pool, bool relu, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(out, i);
    Real best = 0, bias = b ? b[at.channel] : 0;
    int which = 0;
    for (int k = 0; k < pool * pool; k++) {
        Real value = bias + convolve(x, w, in, filters, win, at.n, at.row * pool + k / pool,
                                     at.column * pool + k % pool, at.channel);
        if (k > 0 && !(value > best || value != value)) continue;
        best = value;
        which = k;
    }
    if (relu && best <= 0) {
        best = 0;
        which = NO_WINNER;
    }
    y[i] = best;
    if (winner) winner[i] = (uint8_t)which;
}

// That y has the shape of x convolved with w and pooled; backward, y and w are dy and dw.
static void check_conv2d(const Tensor *y, const Tensor *x, const Tensor *w, Window win, int pool)
{
    Images in = images(x), out = images(y), f = images(w);
    int height = window_outputs(in.height, f.n, win.stride_y, win.padding_y);
    int width = window_outputs(in.width, f.height, win.stride_x, win.padding_x);
    CHECK(win.height == f.n && win.width == f.height && out.n == in.n && f.width == in.channels &&
              f.channels == out.channels && out.height == height / pool &&
              out.width == width / pool,
          "conv2d: y %s from x %s and w %s, stride %d x %d, padding %d x %d, pool %d",
          shape_text(y->shape).text, shape_text(x->shape).text, shape_text(w->shape).text,
          win.stride_y, win.stride_x, win.padding_y, win.padding_x, pool);
}

void conv2d_forward_cuda(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b, Window win,
                         const Epilogue *epilogue)
{
    Epilogue e = epilogue ? *epilogue : Epilogue{};
    int pool = e.pool > 1 ? e.pool : 1;
    check_conv2d(y, x, w, win, pool);
    size_t count = tensor_count(y);
    expect_count(b, (size_t)images(w).channels, "conv2d: a bias");
    expect_count(e.winner, count, "conv2d: winners");
    forward<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(y), small_integers(e.winner), numbers(x), numbers(w), numbers(b), images(x),
        images(y), images(w), win, pool, e.relu, count);
}

/* ---- Backward ---------------------------------------------------------------------------------*/

// turned(u,v,f,c) = w(KH-1-u, KW-1-v, c, f): a thread a number of `turned`
static __global__ void turn(Real *turned, const Real *w, int places, int channels, int filters)
{
    size_t i = thread_number(), block = (size_t)channels * filters;
    if (i >= (size_t)places * block) return;
    size_t place = i / block, f = i % block / channels, c = i % channels;
    turned[i] = w[(places - 1 - place) * block + c * filters + f];
}

void conv2d_turn_cuda(Tensor *turned, const Tensor *w)
{
    size_t count = same_count(turned, w);
    Images f = images(w), t = images(turned);
    CHECK(t.n == f.n && t.height == f.height && t.width == f.channels && t.channels == f.width,
          "%s turned is not %s", shape_text(w->shape).text, shape_text(turned->shape).text);
    turn<<<blocks_for(count), THREADS, 0, stream>>>(numbers(turned), numbers(w), f.n * f.height,
                                                    f.width, f.channels);
}

// The output of which `input` is number `within` of the window, along one axis; -1: there is none.
static __device__ int output_of(int input, int within, int stride, int padding, int outputs)
{
    int first = input + padding - within;
    return first < 0 || first % stride != 0 || first / stride >= outputs ? -1 : first / stride;
}

// dx(n,i,j,c) = sum over all u,v,f that met x(n,i,j,c) of w(u,v,c,f) dy(…,f): a thread a number of
// dx. Its neighbours have the next channels, which lie side by side in `turned`.
static __global__ void back_to_input(Real *dx, const Real *dy, const Real *turned, Images in,
                                     Images out, Window win, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(in, i);
    Real sum = 0;
    for (int u = 0; u < win.height; u++)
        for (int v = 0; v < win.width; v++) {
            int row = output_of(at.row, u, win.stride_y, win.padding_y, out.height);
            int column = output_of(at.column, v, win.stride_x, win.padding_x, out.width);
            if (row < 0 || column < 0) continue;
            const Real *gradient = dy + place_of(out, at.n, row, column);
            int place = win.height * win.width - 1 - (u * win.width + v);
            const Real *weight = turned + (size_t)place * out.channels * in.channels + at.channel;
            for (int f = 0; f < out.channels; f++)
                sum += weight[(size_t)f * in.channels] * gradient[f];
        }
    dx[i] = sum;
}

void conv2d_backward_input_cuda(Tensor *dx, const Tensor *dy, const Tensor *turned, Window win)
{
    Images in = images(dx), out = images(dy), f = images(turned);
    CHECK(win.height == f.n && win.width == f.height && in.n == out.n && f.width == out.channels &&
              f.channels == in.channels &&
              out.height == window_outputs(in.height, f.n, win.stride_y, win.padding_y) &&
              out.width == window_outputs(in.width, f.height, win.stride_x, win.padding_x),
          "conv2d: dx %s from dy %s and turned filters %s", shape_text(dx->shape).text,
          shape_text(dy->shape).text, shape_text(turned->shape).text);
    size_t count = tensor_count(dx);
    back_to_input<<<blocks_for(count), THREADS, 0, stream>>>(numbers(dx), numbers(dy),
                                                             numbers(turned), in, out, win, count);
}

// One image's part of dw(u,v,c,f): sum over i,j of x(i*stride+u-padding, …, c) dy(i,j,f)
static __device__ Real image_weight(const Real *x, const Real *dy, Images in, Images out,
                                    Window win, int n, int u, int v, int c, int f)
{
    Real sum = 0;
    for (int i = 0; i < out.height; i++)
        for (int j = 0; j < out.width; j++) {
            int row = i * win.stride_y + u - win.padding_y;
            int column = j * win.stride_x + v - win.padding_x;
            if (inside(in, row, column))
                sum += x[place_of(in, n, row, column) + (size_t)c] *
                       dy[place_of(out, n, i, j) + (size_t)f];
        }
    return sum;
}

// A thread has a weight, and goes through all images in their order.
static __global__ void back_to_weights(Real *dw, const Real *dy, const Real *x, Images in,
                                       Images out, Images filters, Window win, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(filters, i);
    Real sum = 0;
    for (int n = 0; n < in.n; n++)
        sum += image_weight(x, dy, in, out, win, n, at.n, at.row, at.column, at.channel);
    dw[i] += sum;
}

void conv2d_backward_weights_cuda(Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                                  Window win)
{
    check_conv2d(dy, x, dw, win, 1);
    Images out = images(dy);
    expect_count(db, (size_t)out.channels, "conv2d: db");
    size_t count = tensor_count(dw);
    back_to_weights<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dw), numbers(dy), numbers(x), images(x), out, images(dw), win, count);
    if (present(db))
        add_column_sums(numbers(db), numbers(dy), (size_t)out.n * out.height * out.width,
                        out.channels);
}

}   // namespace card

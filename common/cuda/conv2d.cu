// Direct convolution and its gradients (kernels.h has the equations).
#include "cuda.h"

namespace card {

// Where weight (u, v) of channel 0 and filter 0 stands, of filters [KH, KW, C, F].
static __device__ size_t weight_at(Filters w, int u, int v)
{
    return ((size_t)u * w.width + v) * w.channels * w.count;
}

/* ---- Forward: y [N, OH, OW, F] of x [N, H, W, C] ----------------------------------------------*/

// sum over u,v,c of w(u,v,c,f) x(n, row*stride+u-padding, column*stride+v-padding, c)
static __device__ Real convolve(const Real *x, const Real *w, Images in, Filters size, Window win,
                                int n, int row, int column, int f)
{
    Real sum = 0;
    for (int u = 0; u < size.height; u++)
        for (int v = 0; v < size.width; v++) {
            int i = row * win.stride_y + u - win.padding_y;
            int j = column * win.stride_x + v - win.padding_x;
            if (!inside(in, i, j)) continue;
            const Real *pixel = x + place_of(in, n, i, j);
            const Real *weight = w + weight_at(size, u, v);
            for (int c = 0; c < in.channels; c++)
                sum += weight[(size_t)c * size.count + f] * pixel[c];
        }
    return sum;
}

// Thread i has number i of y, which is the largest of pool x pool numbers of the convolution, or
// the only one; then relu. Its neighbours have the next filters at the same pixels: they read the
// same pixels and adjacent weights.
static __global__ void convolve_all(Real *y, uint8_t *winner, const Real *x, const Real *w,
                                    const Real *b, Images in, Images out, Filters size, Window win,
                                    int pool, bool relu, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(out, i);
    Real best = 0, bias = b ? b[at.channel] : 0;
    int which = 0;
    for (int k = 0; k < pool * pool; k++) {
        Real value = bias + convolve(x, w, in, size, win, at.n, at.row * pool + k / pool,
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

void conv2d_forward_cuda(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b, Window win,
                         const Epilogue *epilogue)
{
    Epilogue e = epilogue ? *epilogue : Epilogue{};
    int pool = e.pool > 1 ? e.pool : 1;
    size_t count = tensor_count(y);
    convolve_all<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(y), small_integers(e.winner), numbers(x), numbers(w), numbers(b), images(x),
        images(y), filters(w), win, pool, e.relu, count);
}

/* ---- Backward: dx like x, dw like w, of dy like y ---------------------------------------------*/

// turned(u,v,f,c) = w(KH-1-u, KW-1-v, c, f): thread i has number i of `turned`, [KH, KW, F, C]
static __global__ void turn_filters(Real *turned, const Real *w, Filters size, size_t count)
{
    size_t i = thread_number(), block = (size_t)size.channels * size.count;
    if (i >= count) return;
    size_t place = i / block, f = i % block / size.channels, c = i % size.channels;
    size_t last = (size_t)size.height * size.width - 1;
    turned[i] = w[(last - place) * block + c * size.count + f];
}

void conv2d_turn_cuda(Tensor *turned, const Tensor *w)
{
    size_t count = tensor_count(turned);
    turn_filters<<<blocks_for(count), THREADS, 0, stream>>>(numbers(turned), numbers(w),
                                                            filters(w), count);
}

// The output of which `input` is number `within` of the window, along one axis; -1: there is none.
static __device__ int output_of(int input, int within, int stride, int padding, int outputs)
{
    int first = input + padding - within;
    return first < 0 || first % stride != 0 || first / stride >= outputs ? -1 : first / stride;
}

// dx(n,i,j,c) = sum over all u,v,f that met x(n,i,j,c) of w(u,v,c,f) dy(…,f): thread i has number i
// of dx. Its neighbours have the next channels, which lie side by side in `turned`.
static __global__ void convolve_back(Real *dx, const Real *dy, const Real *turned, Images in,
                                     Images out, Filters size, Window win, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Pixel at = pixel_at(in, i);
    Real sum = 0;
    for (int u = 0; u < size.height; u++)
        for (int v = 0; v < size.width; v++) {
            int row = output_of(at.row, u, win.stride_y, win.padding_y, out.height);
            int column = output_of(at.column, v, win.stride_x, win.padding_x, out.width);
            if (row < 0 || column < 0) continue;
            const Real *gradient = dy + place_of(out, at.n, row, column);
            const Real *weight =
                turned + weight_at(size, size.height - 1 - u, size.width - 1 - v) + at.channel;
            for (int f = 0; f < out.channels; f++)
                sum += weight[(size_t)f * in.channels] * gradient[f];
        }
    dx[i] = sum;
}

void conv2d_backward_input_cuda(Tensor *dx, const Tensor *dy, const Tensor *turned, Window win)
{
    size_t count = tensor_count(dx);
    convolve_back<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dx), numbers(dy), numbers(turned), images(dx), images(dy), filters(turned), win,
        count);
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

// Thread i has weight i, (u,v,c,f), and goes through all images in their order.
static __global__ void weights_back(Real *dw, const Real *dy, const Real *x, Images in, Images out,
                                    Filters size, Window win, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    int f = (int)(i % size.count), c = (int)(i / size.count % size.channels);
    int place = (int)(i / size.count / size.channels), u = place / size.width;
    Real sum = 0;
    for (int n = 0; n < in.n; n++)
        sum += image_weight(x, dy, in, out, win, n, u, place % size.width, c, f);
    dw[i] += sum;
}

void conv2d_backward_weights_cuda(Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                                  Window win)
{
    Images out = images(dy);
    size_t count = tensor_count(dw);
    weights_back<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dw), numbers(dy), numbers(x), images(x), out, filters(dw), win, count);
    if (present(db))
        add_column_sums(numbers(db), numbers(dy), (size_t)out.n * out.height * out.width,
                        out.channels);
}

}   // namespace card

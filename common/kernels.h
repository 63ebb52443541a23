/* kernels.h: every operation's forward pass beside its backward pass, each under its equation.
 *
 * Shapes   Written over each kernel; images are [N, H, W, C], the last axis varies fastest.
 *          A reader with part of a batch passes a view of its samples.
 * Memory   Tensors are the caller's. Outputs come first, as in memcpy. Working memory is the
 *          thread's own (parallel.h). A kernel runs on the thread that calls it.
 * Names    dx is dL/dx. Gradients of activations are overwritten, gradients of parameters are
 *          added to. An output marked "or absent" may be NULL or a tensor without data.
 * Errors   A shape that does not fit is the caller's bug: CHECK prints the shapes and aborts.
 *
 * One line KERNEL(name, where, parameters, arguments) declares a kernel. Whoever has something to
 * say of each kernel reads this list, with a meaning of KERNEL of its own. From
 *
 *     KERNEL(relu_forward, y, (Tensor *y, const Tensor *x), (y, x))
 *
 * come
 *
 *     kernels.h   what everybody calls
 *                     void relu_forward(Tensor *y, const Tensor *x);
 *     device.h    an entry of each device's table
 *                     void (*relu_forward)(Tensor *y, const Tensor *x);
 *     kernels.c   the way there, by the device of `where`
 *                     void relu_forward(Tensor *y, const Tensor *x)
 *                     {
 *                         check_relu_forward(y, x);
 *                         backend((y)->device)->relu_forward(y, x);
 *                     }
 *     shapes.h    what is asked of the arguments' shapes, in shapes_numbers.c
 *                     void check_relu_forward(Tensor *y, const Tensor *x);
 *     cpu/cpu.h   the CPU's own, in cpu/activation.c
 *                     void relu_forward_cpu(Tensor *y, const Tensor *x);
 *     cuda/cuda.h a card's, in cuda/activation.cu; and in cuda/device.cu how its call waits
 *                     void relu_forward_cuda(Tensor *y, const Tensor *x);
 */
#ifndef KERNELS_H
#define KERNELS_H

#include "random.h"
#include "tensor.h"

// How a window slides over an image: every `stride` pixels, over a frame of `padding` zeros.
// One number for both axes, or one for each: {.stride = 2, .padding_y = 1}.
typedef struct Window {
    int height, width;           // of the window: of the filters, in a convolution
    int stride_y, stride_x;
    int padding_y, padding_x;
} Window;
// floor((extent + 2 padding - window) / stride) + 1; 0 where the window does not fit
int window_outputs(int extent, int window, int stride, int padding);

// From `first`, `count` of them: the rows or columns that one part of the work computes.
typedef struct Range { int first, count; } Range;

/* What a kernel does to its sums while they are still in registers or cache: add the bias, apply
 * the activation, keep the largest of each pool × pool square.
 */
typedef struct Epilogue {
    bool relu;
    int pool;          // 0 or 1: none
    Tensor *winner;    // with pool: U8 like y, which of the pool*pool pixels won; or absent
} Epilogue;
enum { NO_WINNER = 255 };   // in winner: relu cut this one off, no gradient flows

// From where on an order, or a stream of random numbers, is read: another place in each step.
typedef struct Offset { uint64_t at; } Offset;

// By how much pictures are moved, turned and scaled at random, at most.
typedef struct Distortion { Real shift, turn, scale; } Distortion;   // pixels, degrees, fraction

// What an optimizer is set to (optim.h); a rule reads those that its equation names.
typedef struct Hyper {
    Real learning_rate, momentum, beta1, beta2, rho, epsilon, weight_decay, clip;
    Real correction1, correction2;   // Adam: 1 - beta1^t and 1 - beta2^t
} Hyper;

/* The cells of recurrent layers. A layer of H units has blocks of H columns in its weights, one a
 * gate, in PyTorch's order (RNN: one; GRU: r, z, n; LSTM: i, f, g, o). A sample's state is h [H]
 * or, in an LSTM, h and c side by side [2 H].
 */
typedef enum Cell { RNN, GRU, LSTM } Cell;
int cell_gates(Cell);    // 1, 3, 4
int cell_states(Cell);   // 1, 1, 2
// What a recurrent layer keeps of a sample for its backward pass, [steps + 1, …].
Shape cell_kept(Cell, int steps, int hidden);
// So many samples go through a sequence together, and lie together in what is kept: a reader with
// part of a batch begins at a multiple of it.
enum { SEQUENCES = 8 };

// All gradients of a convolution in one call, made of the three kernels that follow conv2d_forward
// below; each of dx, dw and db may be NULL or absent. A graph calls the kernels themselves, for it
// turns the filters only once a step.
void conv2d_backward(Tensor *dx, Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                     const Tensor *w, Window window);

#define KERNEL(name, where, parameters, arguments) void name parameters;
#endif

#ifdef KERNEL

/* ---- Convolution (chapter 7) -------------------------------------------------------------------
 * x [N, H, W, C] images; w [KH, KW, C, F] filters; b [F]; y [N, OH, OW, F] with
 * OH = floor((H + 2 padding - KH) / stride) + 1, and OW likewise. Dumoulin & Visin 2016, ch. 2.
 */

// y(n,i,j,f) = b(f) + sum over u,v,c of w(u,v,c,f) x(n, i*stride+u-padding, j*stride+v-padding, c)
// With an epilogue y is [N, OH/pool, OW/pool, F]. epilogue may be NULL; b may be absent.
KERNEL(conv2d_forward, y,
       (Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b, Window window,
        const Epilogue *epilogue),
       (y, x, w, b, window, epilogue))

// turned(u,v,f,c) = w(KH-1-u, KW-1-v, c, f): each filter turned by half a circle, inputs and
// outputs exchanged.
KERNEL(conv2d_turn, turned, (Tensor *turned, const Tensor *w), (turned, w))

// dx(n,i,j,c) = sum over all u,v,f that met x(n,i,j,c) of w(u,v,c,f) dy(…,f): a convolution of dy
// with the turned filters. dx is overwritten.
KERNEL(conv2d_backward_input, dx,
       (Tensor *dx, const Tensor *dy, const Tensor *turned, Window window),
       (dx, dy, turned, window))

// dw(u,v,c,f) += sum over n,i,j of x(n, i*stride+u-padding, j*stride+v-padding, c) dy(n,i,j,f)
// db(f)       += sum over n,i,j of dy(n,i,j,f)                                     db or absent
KERNEL(conv2d_backward_weights, dw,
       (Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x, Window window),
       (dw, db, dy, x, window))

/* ---- Pooling (chapter 7) -----------------------------------------------------------------------
 * x [N, H, W, C], y [N, OH, OW, C]. Padding never wins a maximum and never counts in a mean.
 */

// y(n,i,j,c) = max over the window of x; winner (U8, like y) is its place u*width+v, the first
// among equals.
KERNEL(max_pool2d_forward, y,
       (Tensor *y, Tensor *winner, const Tensor *x, Window window),
       (y, winner, x, window))
// dx = the sum of the dy of all windows that this pixel won
KERNEL(max_pool2d_backward, dx,
       (Tensor *dx, const Tensor *dy, const Tensor *winner, Window window),
       (dx, dy, winner, window))

// y(n,i,j,c) = mean over the window's pixels inside the image
KERNEL(avg_pool2d_forward, y, (Tensor *y, const Tensor *x, Window window), (y, x, window))
KERNEL(avg_pool2d_backward, dx, (Tensor *dx, const Tensor *dy, Window window), (dx, dy, window))

/* ---- Linear layer (chapter 5) ------------------------------------------------------------------
 * x [N, D] (any shape of D numbers a sample); w [D, H]; b [H]; y [N, H]
 */

// y(n,h) = b(h) + sum over d of x(n,d) w(d,h), for the columns h in `units`. epilogue: relu only.
KERNEL(linear_forward, y,
       (Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b, const Epilogue *epilogue,
        Range units),
       (y, x, w, b, epilogue, units))

// dx(n,d)  = sum over h of dy(n,h) w(d,h)      for d in `inputs`; dx or absent
// dw(d,h) += sum over n of x(n,d) dy(n,h)      for d in `inputs`; dw or absent
// db(h)   += sum over n of dy(n,h)             db or absent
KERNEL(linear_backward, dy,
       (Tensor *dx, Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x, const Tensor *w,
        Range inputs),
       (dx, dw, db, dy, x, w, inputs))

/* ---- Activations (chapter 5) -------------------------------------------------------------------
 * y and x of one shape. The backward pass takes x or y, whichever says it shorter; dx may be dy.
 */

// y = max(x, 0)
KERNEL(relu_forward, y, (Tensor *y, const Tensor *x), (y, x))
// dx = dy where y > 0
KERNEL(relu_backward, dx, (Tensor *dx, const Tensor *dy, const Tensor *y), (dx, dy, y))

// y = x where x > 0, else slope*x
KERNEL(leaky_relu_forward, y, (Tensor *y, const Tensor *x, Real slope), (y, x, slope))
KERNEL(leaky_relu_backward, dx,
       (Tensor *dx, const Tensor *dy, const Tensor *x, Real slope),
       (dx, dy, x, slope))

// y = 1 / (1 + e^-x)
KERNEL(sigmoid_forward, y, (Tensor *y, const Tensor *x), (y, x))
// dx = dy y (1-y)
KERNEL(sigmoid_backward, dx, (Tensor *dx, const Tensor *dy, const Tensor *y), (dx, dy, y))

KERNEL(tanh_forward, y, (Tensor *y, const Tensor *x), (y, x))
// dx = dy (1-y²)
KERNEL(tanh_backward, dx, (Tensor *dx, const Tensor *dy, const Tensor *y), (dx, dy, y))

// y = x Phi(x) = x (1 + erf(x/√2)) / 2;  dx = dy (Phi(x) + x phi(x))        Hendrycks & Gimpel 2016
KERNEL(gelu_forward, y, (Tensor *y, const Tensor *x), (y, x))
KERNEL(gelu_backward, dx, (Tensor *dx, const Tensor *dy, const Tensor *x), (dx, dy, x))

/* ---- Sequences (chapter 8) ---------------------------------------------------------------------
 * A batch of sequences is [N, T, ...]; lengths [N] I32 says how many steps each has, 0 … T; absent:
 * all have T. What lies past a length changes no result; but it must be numbers, or symbols.
 */

// y(i,d) = w(symbol(i), d). symbol [...] I32, each 0 … V-1; w [V, D]; y [..., D]
KERNEL(embedding_forward, y,
       (Tensor *y, const Tensor *symbol, const Tensor *w), (y, symbol, w))
// dw(v,d) += sum of the dy(i,d) of all i with symbol(i) = v, in their order, for d in `columns`
KERNEL(embedding_backward, dw,
       (Tensor *dw, const Tensor *dy, const Tensor *symbol, Range columns),
       (dw, dy, symbol, columns))

// y(n,:) = x(n, length(n) - 1, :), and 0 where the length is 0. x [N, T, ...]; y [N, ...]
KERNEL(last_forward, y,
       (Tensor *y, const Tensor *x, const Tensor *lengths), (y, x, lengths))
// dx is 0 but for each sequence's last step, which gets dy.
KERNEL(last_backward, dx,
       (Tensor *dx, const Tensor *dy, const Tensor *lengths), (dx, dy, lengths))

/* ---- Recurrent layers (chapter 8) --------------------------------------------------------------
 * One equation a step, with s the sigmoid and * number by number:
 *
 *     RNN   h = tanh(u + h' V)
 *     GRU   r = s(u_r + h' V_r),  z = s(u_z + h' V_z),  n = tanh(u_n + r * (h' V_n + b)),
 *           h = (1 - z) * n + z * h'                                              Cho et al. 2014
 *     LSTM  i = s(u_i + h' V_i),  f = s(u_f + h' V_f),  o = s(u_o + h' V_o),
 *           g = tanh(u_g + h' V_g),  c = f * c' + i * g,  h = o * tanh(c)
 *                                          Hochreiter & Schmidhuber 1997, Gers et al. 2000 for f
 *
 * h' and c' are the step before; before the first they are `start`, or 0 where that is absent. Past
 * its length a sequence holds its state; its output there is 0, and no gradient comes from there.
 * GRU's reset gate acts after the product, as in PyTorch and cuDNN.
 *
 * u = x W + b, the input's part, is a linear layer over all steps at once: u [N, T, G H] with
 * G = cell_gates and `symbol` absent. Where the input is a symbol, few different rows exist: then
 * u [symbols, G H] is a table and symbol [N, T] says which row a step reads.
 *
 * y [N, T, H]; v [H, G H]; b [H], a GRU's alone; start, last [N, cell_states H]; kept
 * [N, cell_kept].
 *
 * From PyTorch: W = weight_ih transposed, V = weight_hh transposed, and u's bias is bias_ih +
 * bias_hh; but of a GRU's n, u has bias_ih and b is bias_hh. From ONNX: as from PyTorch, with
 * weight_ih = W[0], weight_hh = R[0], bias_ih and bias_hh the halves of B[0], after their blocks of
 * H rows were put into PyTorch's order: ONNX has i o f c in LSTM and z r h in GRU (which must have
 * linear_before_reset = 1). start is initial_h, or initial_h and initial_c side by side; lengths is
 * sequence_lens; y is Y, and last Y_h (and Y_c). test_golden_recurrent.c does all of this.
 */

// last (or absent) is the state after each sequence's last step.
KERNEL(recurrent_forward, y,
       (Tensor *y, Tensor *last, Tensor *kept, Cell cell, const Tensor *u, const Tensor *symbol,
        const Tensor *v, const Tensor *b, const Tensor *start, const Tensor *lengths),
       (y, last, kept, cell, u, symbol, v, b, start, lengths))

// turned(k,h) = v(h,k): the weights as the way back multiplies by them
KERNEL(recurrent_turn, turned, (Tensor *turned, const Tensor *v), (turned, v))

// Back through all steps, from the last to the first. Reads what the forward pass kept, and leaves
// there the gradients of the gates. du [N, T, G H] or absent; dstart [N, cell_states H] or absent.
KERNEL(recurrent_backward, kept,
       (Tensor *du, Tensor *dstart, Tensor *kept, Cell cell, const Tensor *dy,
        const Tensor *turned, const Tensor *lengths),
       (du, dstart, kept, cell, dy, turned, lengths))

// After recurrent_backward of all samples, for the columns of dv and dtable in `columns`:
// dv += sum over n, t of h' of that step, transposed, times its gates' gradient
// db += a GRU's sum of the gradients of h' V_n + b                      db or absent
// dtable(v,:) = sum of the gradients of u of all steps whose symbol is v       dtable or absent
KERNEL(recurrent_backward_weights, dv,
       (Tensor *dv, Tensor *db, Tensor *dtable, const Tensor *kept, Cell cell,
        const Tensor *symbol, const Tensor *lengths, Range columns),
       (dv, db, dtable, kept, cell, symbol, lengths, columns))

/* ---- Dropout (chapter 4) -----------------------------------------------------------------------
 * y = x / (1-rate) with probability 1-rate, else 0. Number i of the stream decides about number i
 * of the *batch*; `first` is the place of x's first number in it. The backward pass is the same
 * with dy.
 */
KERNEL(dropout_forward, y,
       (Tensor *y, const Tensor *x, Real rate, Stream stream, size_t first),
       (y, x, rate, stream, first))

/* ---- Batch normalisation (chapters 4, 6) -------------------------------------------------------
 * x, y [..., C]; gamma, beta, mean, deviation, running_mean, running_variance [C]; m numbers a
 * channel. mean(c) and deviation(c) = sqrt(variance + epsilon) are of this batch and kept for the
 * backward pass.
 *     y = gamma (x - mean) / deviation + beta
 * The running statistics move by `momentum` towards the mean and the *unbiased* variance m/(m-1) v.
 * For the channels in `channels`. Ioffe & Szegedy 2015, algorithm 1.
 */
KERNEL(batch_norm_forward, y,
       (Tensor *y, Tensor *mean, Tensor *deviation, Tensor *running_mean,
        Tensor *running_variance, const Tensor *x, const Tensor *gamma, const Tensor *beta,
        Real momentum, Real epsilon, Range channels),
       (y, mean, deviation, running_mean, running_variance, x, gamma, beta, momentum, epsilon,
        channels))

// With x^ = (x-mean)/deviation:  dgamma += sum dy x^;  dbeta += sum dy;
// dx = gamma/deviation (dy - mean(dy) - x^ mean(dy x^))
KERNEL(batch_norm_backward, dx,
       (Tensor *dx, Tensor *dgamma, Tensor *dbeta, const Tensor *dy, const Tensor *x,
        const Tensor *gamma, const Tensor *mean, const Tensor *deviation, Range channels),
       (dx, dgamma, dbeta, dy, x, gamma, mean, deviation, channels))

// y = gamma (x - running_mean) / sqrt(running_variance + epsilon) + beta, when the network is used
KERNEL(batch_norm_apply, y,
       (Tensor *y, const Tensor *x, const Tensor *gamma, const Tensor *beta,
        const Tensor *running_mean, const Tensor *running_variance, Real epsilon),
       (y, x, gamma, beta, running_mean, running_variance, epsilon))

/* ---- Losses (chapters 2, 3, 6) -----------------------------------------------------------------
 * loss [N], one number a sample; the graph takes the mean. `scale` is what each sample's loss is
 * multiplied by in that mean, times the gradient that arrives: usually 1/N.
 */

// p(n,k) = e^z(n,k) / sum over j of e^z(n,j);  loss(n) = -log p(n, label(n)).
// z, p [N, K]; label [N] I32. A label of -1 is masked: its loss and its gradient are 0. In a
// sequence [N, T, K] each step is a row n.
KERNEL(softmax_cross_entropy_forward, loss,
       (Tensor *loss, Tensor *p, const Tensor *z, const Tensor *label), (loss, p, z, label))
// dz(n,k) = scale (p(n,k) - [k = label(n)])
KERNEL(softmax_cross_entropy_backward, dz,
       (Tensor *dz, const Tensor *p, const Tensor *label, Real scale), (dz, p, label, scale))

// The same where the target is a probability of each class: loss(n) = sum over k of
// target(n,k) (-log p(n,k));  dz(n,k) = scale (p(n,k) - target(n,k)). z, target [N, K]; the
// probabilities of a sample add up to 1.
KERNEL(soft_cross_entropy_forward, loss,
       (Tensor *loss, const Tensor *z, const Tensor *target),
       (loss, z, target))
KERNEL(soft_cross_entropy_backward, dz,
       (Tensor *dz, const Tensor *z, const Tensor *target, Real scale),
       (dz, z, target, scale))

// p(n,k) = e^(z(n,k)/temperature) / sum over j of e^(z(n,j)/temperature)
KERNEL(softmax_forward, p, (Tensor *p, const Tensor *z, Real temperature), (p, z, temperature))
// dz(n,k) = p(n,k) (dp(n,k) - sum over j of dp(n,j) p(n,j)) / temperature
KERNEL(softmax_backward, dz,
       (Tensor *dz, const Tensor *dp, const Tensor *p, Real temperature),
       (dz, dp, p, temperature))

// loss(n) = mean over k of (y(n,k) - target(n,k))²;  dy = scale 2 (y - target) / K
KERNEL(squared_error_forward, loss,
       (Tensor *loss, const Tensor *y, const Tensor *target),
       (loss, y, target))
KERNEL(squared_error_backward, dy,
       (Tensor *dy, const Tensor *y, const Tensor *target, Real scale),
       (dy, y, target, scale))

// loss(n) = mean over k of max(z,0) - z target + log(1 + e^-|z|): from the logit z, so that nothing
// overflows.
// dz = scale (sigmoid(z) - target) / K
KERNEL(binary_cross_entropy_forward, loss,
       (Tensor *loss, const Tensor *z, const Tensor *target),
       (loss, z, target))
KERNEL(binary_cross_entropy_backward, dz,
       (Tensor *dz, const Tensor *z, const Tensor *target, Real scale),
       (dz, z, target, scale))

/* ---- Penalties (chapter 4) -- loss [1] is added to --------------------------------------------*/
// lambda sum |w|
KERNEL(l1_penalty_forward, loss, (Tensor *loss, const Tensor *w, Real lambda), (loss, w, lambda))
// dw += lambda sign(w), 0 at 0
KERNEL(l1_penalty_backward, dw, (Tensor *dw, const Tensor *w, Real lambda), (dw, w, lambda))
// lambda/2 sum w²
KERNEL(l2_penalty_forward, loss, (Tensor *loss, const Tensor *w, Real lambda), (loss, w, lambda))
// dw += lambda w
KERNEL(l2_penalty_backward, dw, (Tensor *dw, const Tensor *w, Real lambda), (dw, w, lambda))

/* ---- Small pieces -----------------------------------------------------------------------------*/
// y = factor x; x REAL or U8
KERNEL(scale_forward, y, (Tensor *y, const Tensor *x, Real factor), (y, x, factor))
// y = a + b; y may be a or b
KERNEL(add_forward, y, (Tensor *y, const Tensor *a, const Tensor *b), (y, a, b))
// y(n, : ) = a(n, : ) followed by b(n, : ), along the last axis. The backward pass overwrites da
// and db; one that is absent has its shape all the same.
KERNEL(concat_forward, y, (Tensor *y, const Tensor *a, const Tensor *b), (y, a, b))
KERNEL(concat_backward, dy, (Tensor *da, Tensor *db, const Tensor *dy), (da, db, dy))
// sum(i) += parts(0,i) + parts(1,i) + …, in this order, for i in `range`, which lies in both; parts
// [P, …], sum […]
KERNEL(sum_parts, sum, (Tensor *sum, const Tensor *parts, Range range), (sum, parts, range))
// mean [1] = sum of x / count
KERNEL(mean_forward, mean, (Tensor *mean, const Tensor *x, Real count), (mean, x, count))
// sum [1] += sum x²
KERNEL(sum_squares, sum, (Tensor *sum, const Tensor *x), (sum, x))

/* ---- Batches -----------------------------------------------------------------------------------
 * samples [count, ...] is a set, rows what a batch has of it, of the same type: U8, I32 or REAL.
 */
// rows(i, :) = samples(order(start + i), :). rows [n, ...]; order [count] I32
KERNEL(gather_rows, rows,
       (Tensor *rows, const Tensor *samples, const Tensor *order, Offset start),
       (rows, samples, order, start))
// rows(r, t, :) = samples(floor(count r / R) + start + t, :): row r goes on in its stretch of one
// long sequence. rows [R, T, ...]; each stretch has T samples from start on
KERNEL(gather_windows, rows,
       (Tensor *rows, const Tensor *samples, Offset start),
       (rows, samples, start))
// Distorts pictures [n, height, width, 1] U8 in place (data.h, augment): picture i draws the
// numbers 4 (first + i) … 4 (first + i) + 3 of the stream.
KERNEL(distort_pictures, pictures,
       (Tensor *pictures, Distortion distortion, Stream stream, Offset first),
       (pictures, distortion, stream, first))

/* ---- Optimizers (chapters 2, 6) ----------------------------------------------------------------
 * One step on flat arrays of one length: w the values, g the gradient, m and v the optimizer's
 * memory. g is multiplied by `clip` first, and is zero afterwards: the step consumes it. Golden
 * values: PyTorch.
 */
// g *= min(1, limit / (sqrt(squares) + 1e-6)), with squares [1] the sum of all g², so that their
// norm is at most the limit; as PyTorch's clip_grad_norm_
KERNEL(clip_by_norm, g, (Tensor *g, const Tensor *squares, Real limit), (g, squares, limit))
// g is put into [-limit, limit]
KERNEL(clip_by_value, g, (Tensor *g, Real limit), (g, limit))
// w -= eta g
KERNEL(sgd_update, w, (Tensor *w, Tensor *g, Hyper hyper), (w, g, hyper))
// m = mu m + g;  w -= eta m
KERNEL(momentum_update, w, (Tensor *w, Tensor *g, Tensor *m, Hyper hyper), (w, g, m, hyper))
// m = mu m + g;  w -= eta (g + mu m)
KERNEL(nesterov_update, w, (Tensor *w, Tensor *g, Tensor *m, Hyper hyper), (w, g, m, hyper))
// v += g²;  w -= eta g / (sqrt(v) + eps)   (Duchi et al. 2011)
KERNEL(adagrad_update, w, (Tensor *w, Tensor *g, Tensor *v, Hyper hyper), (w, g, v, hyper))
// v = rho v + (1-rho) g²;  d = sqrt(m+eps)/sqrt(v+eps) g;  m = rho m + (1-rho) d²;  w -= eta d
// (Zeiler 2012)
KERNEL(adadelta_update, w,
       (Tensor *w, Tensor *g, Tensor *m, Tensor *v, Hyper hyper),
       (w, g, m, v, hyper))
// v = rho v + (1-rho) g²;  w -= eta g / (sqrt(v) + eps)   (Hinton 2012, lecture 6)
KERNEL(rmsprop_update, w, (Tensor *w, Tensor *g, Tensor *v, Hyper hyper), (w, g, v, hyper))
// m = b1 m + (1-b1) g;  v = b2 v + (1-b2) g²;  w -= eta (m/c1) / (sqrt(v/c2) + eps)
// (Kingma & Ba 2015)
// weight_decay pulls w itself, w -= eta decay w, as AdamW does   (Loshchilov & Hutter 2019)
KERNEL(adam_update, w,
       (Tensor *w, Tensor *g, Tensor *m, Tensor *v, Hyper hyper),
       (w, g, m, v, hyper))

#undef KERNEL
#endif

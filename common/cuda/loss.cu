/* loss.cu: losses and penalties (kernels.h has the equations).
 *
 * What sums over a row of K numbers, a softmax, a loss, has a thread a row; what does not, a thread
 * a number. Exponentials of what lies below the largest of the row, so that none overflows.
 */
#include "cuda.h"

namespace card {

// K of [..., K], and how many rows of K numbers there are.
static int classes(const Tensor *t) { return t->shape.dim[t->shape.rank - 1]; }
static size_t rows_of(const Tensor *t) { return tensor_count(t) / (size_t)classes(t); }

static __device__ Real largest_of(const Real *z, int count)
{
    Real largest = z[0];
    for (int k = 1; k < count; k++) largest = z[k] > largest ? z[k] : largest;
    return largest;
}

// p = softmax(z / temperature) for one row; returns the sum of e^((z - largest) / temperature).
static __device__ Real softmax_row(Real *p, const Real *z, int count, Real largest,
                                   Real temperature)
{
    Real sum = 0;
    for (int k = 0; k < count; k++) {
        p[k] = exp((z[k] - largest) / temperature);
        sum += p[k];
    }
    for (int k = 0; k < count; k++) p[k] /= sum;
    return sum;
}

/* ---- Softmax ----------------------------------------------------------------------------------*/

static __global__ void softmax(Real *p, const Real *z, Number<Real> temperature, int count,
                               size_t rows)
{
    size_t n = thread_number();
    if (n >= rows) return;
    const Real *row = z + n * (size_t)count;
    softmax_row(p + n * (size_t)count, row, count, largest_of(row, count), temperature);
}

static void launch_softmax(Tensor *p, const Tensor *z, Number<Real> temperature)
{
    size_t rows = rows_of(z);
    softmax<<<blocks_for(rows), THREADS, 0, stream>>>(numbers(p), numbers(z), temperature,
                                                      classes(z), rows);
}

void softmax_forward_cuda(Tensor *p, const Tensor *z, Real temperature)
{
    launch_softmax(p, z, number(temperature));
}

// dz(n,k) = p(n,k) (dp(n,k) - mean) / temperature, with the mean of dp weighted by p
static __global__ void softmax_back(Real *dz, const Real *dp, const Real *p,
                                    Number<Real> temperature, int count, size_t rows)
{
    size_t n = thread_number(), first = n * (size_t)count;
    if (n >= rows) return;
    Real mean = 0;
    for (size_t i = first; i < first + (size_t)count; i++) mean += dp[i] * p[i];
    for (size_t i = first; i < first + (size_t)count; i++)
        dz[i] = p[i] * (dp[i] - mean) / temperature;
}

void softmax_backward_cuda(Tensor *dz, const Tensor *dp, const Tensor *p, Real temperature)
{
    size_t rows = rows_of(p);
    softmax_back<<<blocks_for(rows), THREADS, 0, stream>>>(numbers(dz), numbers(dp), numbers(p),
                                                           number(temperature), classes(p),
                                                           rows);
}

/* ---- Cross entropy ----------------------------------------------------------------------------*/

// loss(n) = log(sum of e^z) - z(n, label(n)), not by way of p, which may be 0; p is kept.
static __global__ void cross_entropy(Real *loss, Real *p, const Real *z, const int32_t *label,
                                     int count, size_t rows)
{
    size_t n = thread_number();
    if (n >= rows) return;
    assert(label[n] >= -1 && label[n] < count);
    const Real *row = z + n * (size_t)count;
    Real largest = largest_of(row, count);
    Real sum = softmax_row(p + n * (size_t)count, row, count, largest, 1);
    loss[n] = label[n] < 0 ? 0 : log(sum) + (largest - row[label[n]]);
}

void softmax_cross_entropy_forward_cuda(Tensor *loss, Tensor *p, const Tensor *z,
                                        const Tensor *label)
{
    size_t rows = tensor_count(label);
    cross_entropy<<<blocks_for(rows), THREADS, 0, stream>>>(
        numbers(loss), numbers(p), numbers(z), integers(label), classes(z), rows);
}

// dz(n,k) = scale (p(n,k) - [k = label(n)]), 0 where the label is masked: thread n K + k
static __global__ void cross_entropy_back(Real *dz, const Real *p, const int32_t *label,
                                          Number<Real> scale, int count, size_t all)
{
    size_t i = thread_number();
    if (i >= all) return;
    int correct = label[i / (size_t)count], k = (int)(i % (size_t)count);
    dz[i] = correct < 0 ? 0 : scale * (p[i] - (k == correct));
}

void softmax_cross_entropy_backward_cuda(Tensor *dz, const Tensor *p, const Tensor *label,
                                         Real scale)
{
    size_t count = tensor_count(dz);
    cross_entropy_back<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dz), numbers(p), integers(label), number(scale), classes(p), count);
}

// loss(n) = sum over k of target(n,k) (log(sum of e^z) - z(n,k)), by what each logit lies below the
// largest
static __global__ void soft_cross_entropy(Real *loss, const Real *z, const Real *target, int count,
                                          size_t rows)
{
    size_t n = thread_number();
    if (n >= rows) return;
    const Real *row = z + n * (size_t)count, *t = target + n * (size_t)count;
    Real largest = largest_of(row, count), sum = 0, below = 0;
    for (int k = 0; k < count; k++) {
        sum += exp(row[k] - largest);
        below += t[k] * (largest - row[k]);
    }
    loss[n] = log(sum) + below;
}

void soft_cross_entropy_forward_cuda(Tensor *loss, const Tensor *z, const Tensor *target)
{
    size_t rows = tensor_count(loss);
    soft_cross_entropy<<<blocks_for(rows), THREADS, 0, stream>>>(numbers(loss), numbers(z),
                                                                 numbers(target), classes(z), rows);
}

// dz(i) = scale (dz(i) - target(i)), where dz holds softmax(z)
static __global__ void subtract_target(Real *dz, const Real *target, Number<Real> scale,
                                       size_t count)
{
    size_t i = thread_number();
    if (i < count) dz[i] = scale * (dz[i] - target[i]);
}

void soft_cross_entropy_backward_cuda(Tensor *dz, const Tensor *z, const Tensor *target, Real scale)
{
    size_t count = tensor_count(z);
    launch_softmax(dz, z, constant((Real)1));
    subtract_target<<<blocks_for(count), THREADS, 0, stream>>>(numbers(dz), numbers(target),
                                                               number(scale), count);
}

/* ---- Number by number -------------------------------------------------------------------------*/

// loss(n) = mean over k of one(y(n,k), target(n,k))
template <Real one(Real, Real)>
static __global__ void mean_loss(Real *loss, const Real *y, const Real *target, size_t count,
                                 size_t rows)
{
    size_t n = thread_number();
    if (n >= rows) return;
    Real sum = 0;
    for (size_t i = n * count; i < (n + 1) * count; i++) sum += one(y[i], target[i]);
    loss[n] = sum / (Real)count;
}

template <Real one(Real, Real)>
static void launch_loss(Tensor *loss, const Tensor *y, const Tensor *target)
{
    size_t rows = tensor_count(loss);
    if (rows == 0) return;
    mean_loss<one><<<blocks_for(rows), THREADS, 0, stream>>>(
        numbers(loss), numbers(y), numbers(target), tensor_count(y) / rows, rows);
}

// dy(i) = scale slope(y(i), target(i)) / K
template <Real slope(Real, Real)>
static __global__ void loss_back(Real *dy, const Real *y, const Real *target, Number<Real> scale,
                                 size_t a_sample, size_t count)
{
    size_t i = thread_number();
    if (i < count) dy[i] = scale / (Real)a_sample * slope(y[i], target[i]);
}

template <Real slope(Real, Real)>
static void launch_loss_back(Tensor *dy, const Tensor *y, const Tensor *target, Real scale)
{
    size_t count = tensor_count(dy);
    loss_back<slope><<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dy), numbers(y), numbers(target), number(scale), sample_count(y->shape), count);
}

static __device__ Real squared(Real y, Real target) { return (y - target) * (y - target); }
static __device__ Real squared_slope(Real y, Real target) { return 2 * (y - target); }

// max(z,0) - z target + log(1 + e^-|z|), so that no exponential overflows
static __device__ Real binary(Real z, Real target)
{
    return (z > 0 ? z : 0) - z * target + log1p(exp(-fabs(z)));
}
static __device__ Real binary_slope(Real z, Real target) { return 1 / (1 + exp(-z)) - target; }

void squared_error_forward_cuda(Tensor *loss, const Tensor *y, const Tensor *target)
{
    launch_loss<squared>(loss, y, target);
}
void squared_error_backward_cuda(Tensor *dy, const Tensor *y, const Tensor *target, Real scale)
{
    launch_loss_back<squared_slope>(dy, y, target, scale);
}
void binary_cross_entropy_forward_cuda(Tensor *loss, const Tensor *z, const Tensor *target)
{
    launch_loss<binary>(loss, z, target);
}
void binary_cross_entropy_backward_cuda(Tensor *dz, const Tensor *z, const Tensor *target,
                                        Real scale)
{
    launch_loss_back<binary_slope>(dz, z, target, scale);
}

/* ---- Penalties --------------------------------------------------------------------------------*/

// loss += lambda sum one(w), in double. One block: thread t adds numbers t, t + THREADS, …
template <double one(double)>
static __global__ void penalty(Real *loss, const Real *w, Number<Real> lambda, size_t count)
{
    double mine = 0;
    for (size_t i = threadIdx.x; i < count; i += THREADS) mine += one((double)w[i]);
    double sum = block_sum(mine);
    if (threadIdx.x == 0) loss[0] += (Real)((double)(Real)lambda * sum);
}

static __device__ double absolute(double w) { return fabs(w); }
static __device__ double half_square(double w) { return w * w / 2; }

void l1_penalty_forward_cuda(Tensor *loss, const Tensor *w, Real lambda)
{
    penalty<absolute><<<1, THREADS, 0, stream>>>(numbers(loss), numbers(w), number(lambda),
                                                 tensor_count(w));
}
void l2_penalty_forward_cuda(Tensor *loss, const Tensor *w, Real lambda)
{
    penalty<half_square><<<1, THREADS, 0, stream>>>(numbers(loss), numbers(w), number(lambda),
                                                    tensor_count(w));
}

// dw(i) += lambda slope(w(i))
template <Real slope(Real)>
static __global__ void penalty_back(Real *dw, const Real *w, Number<Real> lambda, size_t count)
{
    size_t i = thread_number();
    if (i < count) dw[i] += lambda * slope(w[i]);
}

static __device__ Real sign(Real w) { return (Real)((w > 0) - (w < 0)); }
static __device__ Real itself(Real w) { return w; }

void l1_penalty_backward_cuda(Tensor *dw, const Tensor *w, Real lambda)
{
    size_t count = tensor_count(dw);
    penalty_back<sign><<<blocks_for(count), THREADS, 0, stream>>>(numbers(dw), numbers(w),
                                                                  number(lambda), count);
}
void l2_penalty_backward_cuda(Tensor *dw, const Tensor *w, Real lambda)
{
    size_t count = tensor_count(dw);
    penalty_back<itself><<<blocks_for(count), THREADS, 0, stream>>>(numbers(dw), numbers(w),
                                                                    number(lambda), count);
}

}   // namespace card

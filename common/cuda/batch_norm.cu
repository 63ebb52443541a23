// Batch normalisation (kernels.h has the equations): block c has channel c, and its threads the
// rows of x seen as a matrix [m, C]: thread t rows t, t + THREADS, …
#include "cuda.h"

namespace card {

struct Columns {
    size_t rows, channels;
};

// mean(c) = sum over i of x(i,c) / m
static __device__ double column_mean(const Real *x, Columns size, size_t c)
{
    double mine = 0;
    for (size_t i = threadIdx.x; i < size.rows; i += THREADS)
        mine += (double)x[i * size.channels + c];
    return block_sum(mine) / (double)size.rows;
}

// variance(c) = sum over i of (x(i,c) - mean(c))² / m
static __device__ double column_variance(const Real *x, double mean, Columns size, size_t c)
{
    double mine = 0;
    for (size_t i = threadIdx.x; i < size.rows; i += THREADS) {
        double d = (double)x[i * size.channels + c] - mean;
        mine += d * d;
    }
    return block_sum(mine) / (double)size.rows;
}

static __global__ void norm(Real *y, Real *mean, Real *deviation, Real *running_mean,
                            Real *running_variance, const Real *x, const Real *gamma,
                            const Real *beta, Number<Real> momentum, Number<Real> epsilon,
                            Columns size, int first)
{
    size_t c = (size_t)first + blockIdx.x;
    double m = column_mean(x, size, c), v = column_variance(x, m, size, c);
    Real middle = (Real)m, spread = (Real)sqrt(v + (double)(Real)epsilon);
    for (size_t i = threadIdx.x; i < size.rows; i += THREADS) {
        size_t place = i * size.channels + c;
        y[place] = (x[place] - middle) * (gamma[c] / spread) + beta[c];
    }
    if (threadIdx.x > 0) return;
    double unbias = size.rows > 1 ? (double)size.rows / (double)(size.rows - 1) : 1;
    mean[c] = middle;
    deviation[c] = spread;
    running_mean[c] += momentum * (middle - running_mean[c]);
    running_variance[c] += momentum * ((Real)(unbias * v) - running_variance[c]);
}

static Columns columns_of(const Tensor *x)
{
    size_t channels = (size_t)x->shape.dim[x->shape.rank - 1];
    return {channels ? tensor_count(x) / channels : 0, channels};
}

void batch_norm_forward_cuda(Tensor *y, Tensor *mean, Tensor *deviation, Tensor *running_mean,
                             Tensor *running_variance, const Tensor *x, const Tensor *gamma,
                             const Tensor *beta, Real momentum, Real epsilon, Range channels)
{
    Columns size = columns_of(x);
    if (channels.count == 0) return;
    Number<Real> share = number(momentum);
    norm<<<(unsigned)channels.count, THREADS, 0, stream>>>(
        numbers(y), numbers(mean), numbers(deviation), numbers(running_mean),
        numbers(running_variance), numbers(x), numbers(gamma), numbers(beta), share,
        number(epsilon), size, channels.first);
}

// The two sums that dgamma and dbeta are, over m, are also what dx needs.
static __global__ void norm_back(Real *dx, Real *dgamma, Real *dbeta, const Real *dy, const Real *x,
                                 const Real *gamma, const Real *mean, const Real *deviation,
                                 Columns size, int first)
{
    size_t c = (size_t)first + blockIdx.x;
    double mine = 0, mine_x = 0;
    for (size_t i = threadIdx.x; i < size.rows; i += THREADS) {
        size_t place = i * size.channels + c;
        mine += (double)dy[place];
        mine_x += (double)(dy[place] * ((x[place] - mean[c]) / deviation[c]));
    }
    Real sum = (Real)block_sum(mine), sum_x = (Real)block_sum(mine_x);
    if (threadIdx.x == 0) {
        dgamma[c] += sum_x;
        dbeta[c] += sum;
    }
    Real mean_dy = sum / (Real)size.rows, mean_dy_x = sum_x / (Real)size.rows;
    for (size_t i = threadIdx.x; dx && i < size.rows; i += THREADS) {
        size_t place = i * size.channels + c;
        Real hat = (x[place] - mean[c]) / deviation[c];
        dx[place] = gamma[c] / deviation[c] * (dy[place] - mean_dy - hat * mean_dy_x);
    }
}

void batch_norm_backward_cuda(Tensor *dx, Tensor *dgamma, Tensor *dbeta, const Tensor *dy,
                              const Tensor *x, const Tensor *gamma, const Tensor *mean,
                              const Tensor *deviation, Range channels)
{
    Columns size = columns_of(x);
    if (channels.count == 0) return;
    norm_back<<<(unsigned)channels.count, THREADS, 0, stream>>>(
        numbers(dx), numbers(dgamma), numbers(dbeta), numbers(dy), numbers(x), numbers(gamma),
        numbers(mean), numbers(deviation), size, channels.first);
}

// When the network is used: thread i has number i.
static __global__ void apply(Real *y, const Real *x, const Real *gamma, const Real *beta,
                             const Real *running_mean, const Real *running_variance,
                             Number<Real> epsilon, size_t channels, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    size_t c = i % channels;
    Real slope = gamma[c] / sqrt(running_variance[c] + epsilon);
    y[i] = (x[i] - running_mean[c]) * slope + beta[c];
}

void batch_norm_apply_cuda(Tensor *y, const Tensor *x, const Tensor *gamma, const Tensor *beta,
                           const Tensor *running_mean, const Tensor *running_variance, Real epsilon)
{
    size_t count = tensor_count(y), channels = tensor_count(gamma);
    apply<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(y), numbers(x), numbers(gamma), numbers(beta), numbers(running_mean),
        numbers(running_variance), number(epsilon), channels, count);
}

}   // namespace card

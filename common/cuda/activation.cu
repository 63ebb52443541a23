// Activations, number by number: thread i has number i (kernels.h has the equations).
#include "cuda.h"

namespace card {

// y(i) = f(x(i))
template <Real f(Real)> static __global__ void activate(Real *y, const Real *x, size_t count)
{
    size_t i = thread_number();
    if (i < count) y[i] = f(x[i]);
}

// dx(i) = back(dy(i), known(i)); known is x or y
template <Real back(Real, Real)>
static __global__ void activate_back(Real *dx, const Real *dy, const Real *known, size_t count)
{
    size_t i = thread_number();
    if (i < count) dx[i] = back(dy[i], known[i]);
}

template <Real f(Real)> static void launch_forward(Tensor *y, const Tensor *x)
{
    size_t count = tensor_count(y);
    activate<f><<<blocks_for(count), THREADS, 0, stream>>>(numbers(y), numbers(x), count);
}

template <Real back(Real, Real)>
static void launch_backward(Tensor *dx, const Tensor *dy, const Tensor *known)
{
    size_t count = tensor_count(dx);
    activate_back<back><<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dx), numbers(dy), numbers(known), count);
}

/* ---- The formulas, each with the way back -----------------------------------------------------*/

static __device__ Real relu(Real x) { return x <= 0 ? 0 : x; }   // NaN stays
static __device__ Real relu_back(Real dy, Real y) { return y > 0 ? dy : 0; }

static __device__ Real sigmoid(Real x) { return 1 / (1 + exp(-x)); }
static __device__ Real sigmoid_back(Real dy, Real y) { return dy * (y * (1 - y)); }

static __device__ Real tanh_of(Real x) { return tanh(x); }
static __device__ Real tanh_back(Real dy, Real y) { return dy * (1 - y * y); }

// Phi(x), the share of a normal distribution below x, and phi(x), its density.
static __device__ Real normal_below(Real x)
{
    return (Real)0.5 + (Real)0.5 * erf(x * (Real)0.70710678118654752440);
}
static __device__ Real normal_density(Real x)
{
    return (Real)0.39894228040143267794 * exp((Real)-0.5 * x * x);
}
static __device__ Real gelu(Real x) { return x * normal_below(x); }
static __device__ Real gelu_back(Real dy, Real x)
{
    return dy * (normal_below(x) + x * normal_density(x));
}

void relu_forward_cuda(Tensor *y, const Tensor *x) { launch_forward<relu>(y, x); }
void sigmoid_forward_cuda(Tensor *y, const Tensor *x) { launch_forward<sigmoid>(y, x); }
void tanh_forward_cuda(Tensor *y, const Tensor *x) { launch_forward<tanh_of>(y, x); }
void gelu_forward_cuda(Tensor *y, const Tensor *x) { launch_forward<gelu>(y, x); }

void relu_backward_cuda(Tensor *dx, const Tensor *dy, const Tensor *y)
{
    launch_backward<relu_back>(dx, dy, y);
}
void sigmoid_backward_cuda(Tensor *dx, const Tensor *dy, const Tensor *y)
{
    launch_backward<sigmoid_back>(dx, dy, y);
}
void tanh_backward_cuda(Tensor *dx, const Tensor *dy, const Tensor *y)
{
    launch_backward<tanh_back>(dx, dy, y);
}
void gelu_backward_cuda(Tensor *dx, const Tensor *dy, const Tensor *x)
{
    launch_backward<gelu_back>(dx, dy, x);
}

/* ---- With a slope of the caller's -------------------------------------------------------------*/

// y(i) = x(i) where known(i) > 0, else slope x(i). Forward, known is x; backward, x and y are dy
// and dx, for the derivative is 1 or the slope.
static __global__ void leaky(Real *y, const Real *x, const Real *known, Number<Real> slope,
                             size_t count)
{
    size_t i = thread_number();
    if (i < count) y[i] = known[i] > 0 ? x[i] : slope * x[i];
}

static void launch_leaky(Tensor *y, const Tensor *x, const Tensor *known, Real slope)
{
    size_t count = tensor_count(y);
    leaky<<<blocks_for(count), THREADS, 0, stream>>>(numbers(y), numbers(x), numbers(known),
                                                     number(slope), count);
}
void leaky_relu_forward_cuda(Tensor *y, const Tensor *x, Real slope)
{
    launch_leaky(y, x, x, slope);
}
void leaky_relu_backward_cuda(Tensor *dx, const Tensor *dy, const Tensor *x, Real slope)
{
    launch_leaky(dx, dy, x, slope);
}

}   // namespace card

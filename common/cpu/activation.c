// Activations, number by number (kernels.h has the equations).
#include <math.h>

#include "../vmath.h"
#include "cpu.h"

// y = max(x, 0)
void relu_forward_cpu(Tensor *y, const Tensor *x)
{
    size_t count = tensor_count(y);
    Real *out = reals(y), *in = reals(x);
    for (size_t i = 0; i < count; i++) out[i] = in[i] <= 0 ? 0 : in[i];   // NaN stays
}

// dx = dy where y > 0, else 0. y is positive just where x is, so x need not be kept.
void relu_backward_cpu(Tensor *dx, const Tensor *dy, const Tensor *y)
{
    size_t count = tensor_count(dx);
    Real *out = reals(dx), *in = reals(dy), *value = reals(y);
    for (size_t i = 0; i < count; i++) out[i] = value[i] > 0 ? in[i] : 0;
}

// y = x where x > 0, else slope x
void leaky_relu_forward_cpu(Tensor *y, const Tensor *x, Real slope)
{
    size_t count = tensor_count(y);
    Real *out = reals(y), *in = reals(x);
    for (size_t i = 0; i < count; i++) out[i] = in[i] > 0 ? in[i] : slope * in[i];
}

// dx = dy where x > 0, else slope dy. With a negative slope y would not say on which side x lay.
void leaky_relu_backward_cpu(Tensor *dx, const Tensor *dy, const Tensor *x, Real slope)
{
    size_t count = tensor_count(dx);
    Real *out = reals(dx), *in = reals(dy), *value = reals(x);
    for (size_t i = 0; i < count; i++) out[i] = value[i] > 0 ? in[i] : slope * in[i];
}

// The rest is written on vectors. FORWARD is a loop of y = formula, with v a
// vector of x; BACKWARD one of dx = dy formula, with v a vector of `known`, so the
// formula is the derivative in terms of that.
#define FORWARD(name, formula)                                                                     \
    void name(Tensor *y, const Tensor *x)                                                          \
    {                                                                                              \
        ptrdiff_t count = (ptrdiff_t)tensor_count(y);                                              \
        for (ptrdiff_t i = 0; i < count; i += LANES) {                                             \
            Vector v = load_upto(reals(x) + i, count - i);                                         \
            store_upto(reals(y) + i, formula, count - i);                                          \
        }                                                                                          \
    }
#define BACKWARD(name, known, formula)                                                             \
    void name(Tensor *dx, const Tensor *dy, const Tensor *known)                                   \
    {                                                                                              \
        ptrdiff_t count = (ptrdiff_t)tensor_count(dx);                                             \
        for (ptrdiff_t i = 0; i < count; i += LANES) {                                             \
            Vector v = load_upto(reals(known) + i, count - i);                                     \
            store_upto(reals(dx) + i, load_upto(reals(dy) + i, count - i) * (formula), count - i); \
        }                                                                                          \
    }

static const Real ROOT_HALF = 0.70710678118654752440,
                  ROOT_HALF_PI = 0.39894228040143267794;   // 1/√2, 1/√(2π)

// Phi(x), the share of a normal distribution below x, and phi(x), its density.
INLINE Vector normal_below(Vector x) { return (Real)0.5 + (Real)0.5 * vector_erf(x * ROOT_HALF); }
INLINE Vector normal_density(Vector x) { return ROOT_HALF_PI * vector_exp((Real)-0.5 * x * x); }

FORWARD(sigmoid_forward_cpu, vector_sigmoid(v))
BACKWARD(sigmoid_backward_cpu, y, v * (1 - v))
FORWARD(tanh_forward_cpu, vector_tanh(v))
BACKWARD(tanh_backward_cpu, y, 1 - v * v)
FORWARD(gelu_forward_cpu, v * normal_below(v))
BACKWARD(gelu_backward_cpu, x, normal_below(v) + v * normal_density(v))

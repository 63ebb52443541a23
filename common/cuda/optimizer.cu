/* optimizer.cu: one step of each optimizer on flat arrays: thread i moves number i.
 *
 * In the equations, as in kernels.h, eta is the learning rate, mu the momentum, b1, b2, c1 and c2
 * Adam's betas and corrections.
 */
#include "cuda.h"

namespace card {

// Numbers that belong together: a value, its gradient, and what the optimizer remembers of it.
struct Place {
    Real w, g, m, v;
};
typedef Place Move(Place, const Hyper &);

// The gradient is scaled by `clip`, then the rule moves the place; zero is left of the gradient,
// for backward() adds to it again. m and v may be absent.
template <Move move>
static __global__ void update(Real *w, Real *g, Real *m, Real *v, Number<Hyper> settings,
                              size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Hyper hyper = settings;
    Place at = {w[i], hyper.clip * g[i], m ? m[i] : 0, v ? v[i] : 0};
    at = move(at, hyper);
    w[i] = at.w;
    g[i] = 0;
    if (m) m[i] = at.m;
    if (v) v[i] = at.v;
}

template <Move move>
static void launch_update(Tensor *w, Tensor *g, Tensor *m, Tensor *v, const Hyper &hyper)
{
    size_t count = tensor_count(w);
    update<move><<<blocks_for(count), THREADS, 0, stream>>>(numbers(w), numbers(g), numbers(m),
                                                            numbers(v), number(hyper), count);
}

/* ---- The rules --------------------------------------------------------------------------------*/

// old share + now (1 - share): an average that forgets
static __device__ Real average(Real old, Real now, Real share)
{
    return share * old + (1 - share) * now;
}

// w -= eta g
static __device__ Place sgd(Place at, const Hyper &hyper)
{
    at.w -= hyper.learning_rate * at.g;
    return at;
}

// m = mu m + g;  w -= eta m
static __device__ Place momentum(Place at, const Hyper &hyper)
{
    at.m = hyper.momentum * at.m + at.g;
    at.w -= hyper.learning_rate * at.m;
    return at;
}

// m = mu m + g;  w -= eta (g + mu m)
static __device__ Place nesterov(Place at, const Hyper &hyper)
{
    at.m = hyper.momentum * at.m + at.g;
    at.w -= hyper.learning_rate * (at.g + hyper.momentum * at.m);
    return at;
}

// v += g²;  w -= eta g / (sqrt(v) + eps)
static __device__ Place adagrad(Place at, const Hyper &hyper)
{
    at.v += at.g * at.g;
    at.w -= hyper.learning_rate * at.g / (sqrt(at.v) + hyper.epsilon);
    return at;
}

// v is an average of g², m of step².  step = sqrt(m + eps) / sqrt(v + eps) g;  w -= eta step
static __device__ Place adadelta(Place at, const Hyper &hyper)
{
    at.v = average(at.v, at.g * at.g, hyper.rho);
    Real step = sqrt(at.m + hyper.epsilon) / sqrt(at.v + hyper.epsilon) * at.g;
    at.m = average(at.m, step * step, hyper.rho);
    at.w -= hyper.learning_rate * step;
    return at;
}

// v = rho v + (1-rho) g²;  w -= eta g / (sqrt(v) + eps)
static __device__ Place rmsprop(Place at, const Hyper &hyper)
{
    at.v = average(at.v, at.g * at.g, hyper.rho);
    at.w -= hyper.learning_rate * at.g / (sqrt(at.v) + hyper.epsilon);
    return at;
}

// m = b1 m + (1-b1) g;  v = b2 v + (1-b2) g²;  w -= eta (m/c1) / (sqrt(v/c2) + eps), after w has
// decayed
static __device__ Place adam(Place at, const Hyper &hyper)
{
    at.w -= hyper.learning_rate * hyper.weight_decay * at.w;
    at.m = average(at.m, at.g, hyper.beta1);
    at.v = average(at.v, at.g * at.g, hyper.beta2);
    Real m = at.m / hyper.correction1, v = at.v / hyper.correction2;
    at.w -= hyper.learning_rate * m / (sqrt(v) + hyper.epsilon);
    return at;
}

/* ---- Clipping ---------------------------------------------------------------------------------*/

// Every thread works out the factor: that is quicker than to ask for it.
static __global__ void clip(Real *g, const Real *squares, Number<Real> limit, size_t count)
{
    size_t i = thread_number();
    Real factor = limit / (sqrt(squares[0]) + (Real)1e-6);
    if (i < count && factor < 1) g[i] *= factor;
}

void clip_by_norm_cuda(Tensor *g, const Tensor *squares, Real limit)
{
    size_t count = tensor_count(g);
    clip<<<blocks_for(count), THREADS, 0, stream>>>(numbers(g), numbers(squares), number(limit),
                                                    count);
}

static __global__ void clip_each(Real *g, Number<Real> limit, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Real most = limit;
    g[i] = g[i] > most ? most : g[i] < -most ? -most : g[i];   // NaN stays
}

void clip_by_value_cuda(Tensor *g, Real limit)
{
    size_t count = tensor_count(g);
    clip_each<<<blocks_for(count), THREADS, 0, stream>>>(numbers(g), number(limit), count);
}

/* ---- The kernels: each rule with the arrays that it has ---------------------------------------*/

void sgd_update_cuda(Tensor *w, Tensor *g, Hyper hyper)
{
    launch_update<sgd>(w, g, NULL, NULL, hyper);
}
void momentum_update_cuda(Tensor *w, Tensor *g, Tensor *m, Hyper hyper)
{
    launch_update<momentum>(w, g, m, NULL, hyper);
}
void nesterov_update_cuda(Tensor *w, Tensor *g, Tensor *m, Hyper hyper)
{
    launch_update<nesterov>(w, g, m, NULL, hyper);
}
void adagrad_update_cuda(Tensor *w, Tensor *g, Tensor *v, Hyper hyper)
{
    launch_update<adagrad>(w, g, NULL, v, hyper);
}
void adadelta_update_cuda(Tensor *w, Tensor *g, Tensor *m, Tensor *v, Hyper hyper)
{
    launch_update<adadelta>(w, g, m, v, hyper);
}
void rmsprop_update_cuda(Tensor *w, Tensor *g, Tensor *v, Hyper hyper)
{
    launch_update<rmsprop>(w, g, NULL, v, hyper);
}
void adam_update_cuda(Tensor *w, Tensor *g, Tensor *m, Tensor *v, Hyper hyper)
{
    launch_update<adam>(w, g, m, v, hyper);
}

}   // namespace card

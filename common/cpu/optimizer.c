/* optimizer.c: one step of each optimizer on flat arrays, for the CPU.
 *
 * An optimizer is a Move: what a vector of places becomes. The loop over the arrays is written
 * once, and moves are inlined into it. In the equations, as in kernels.h, eta is the learning rate,
 * mu the momentum, b1, b2, c1 and c2 Adam's betas and corrections.
 */
#include <math.h>

#include "../vmath.h"
#include "cpu.h"

// Numbers that belong together: a value, its gradient, and what the optimizer remembers of it.
typedef struct Place {
    Vector w, g, m, v;
} Place;
typedef Place Move(Place, const Hyper *);

// n numbers of an array that may be absent, from number i.
INLINE Vector take(const Real *x, size_t i, int n) { return x ? load_upto(x + i, n) : (Vector){0}; }

INLINE void put(Real *x, size_t i, int n, Vector value)
{
    if (x) store_upto(x + i, value, n);
}

typedef struct Arrays {
    Real *w, *g, *m, *v;
} Arrays;

// One vector of places, of which n exist: its gradient is scaled by `clip`, then the rule moves it.
INLINE void move_one(Move *move, Arrays a, size_t i, int n, const Hyper *hyper)
{
    Place at = {take(a.w, i, n), hyper->clip * take(a.g, i, n), take(a.m, i, n), take(a.v, i, n)};
    at = move(at, hyper);
    put(a.w, i, n, at.w);
    put(a.m, i, n, at.m);
    put(a.v, i, n, at.v);
    put(a.g, i, n, (Vector){0});   // consumed: backward() adds to it again
}

// NULL where the rule remembers nothing of the kind.
static Real *reals_or_none(Tensor *x) { return x ? reals(x) : NULL; }

// `move` is a constant wherever this is inlined, so each optimizer becomes a loop of its own.
INLINE void move_all(Move *move, Tensor *w, Tensor *g, Tensor *m, Tensor *v, const Hyper *hyper)
{
    const size_t count = tensor_count(w);
    const Arrays a = {reals(w), reals(g), reals_or_none(m), reals_or_none(v)};
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) move_one(move, a, i, LANES, hyper);
    if (i < count) move_one(move, a, i, (int)(count - i), hyper);
}

// old*share + new*(1-share): an average that forgets
INLINE Vector average(Vector old, Vector new, Real share)
{
    return share * old + (1 - share) * new;
}

// w -= eta g
INLINE Place sgd(Place at, const Hyper *hyper)
{
    at.w -= hyper->learning_rate * at.g;
    return at;
}

// m = mu m + g;  w -= eta m
INLINE Place momentum(Place at, const Hyper *hyper)
{
    at.m = hyper->momentum * at.m + at.g;
    at.w -= hyper->learning_rate * at.m;
    return at;
}

// m = mu m + g;  w -= eta (g + mu m)
INLINE Place nesterov(Place at, const Hyper *hyper)
{
    at.m = hyper->momentum * at.m + at.g;
    at.w -= hyper->learning_rate * (at.g + hyper->momentum * at.m);
    return at;
}

// v += g²;  w -= eta g / (sqrt(v) + eps)
INLINE Place adagrad(Place at, const Hyper *hyper)
{
    at.v += at.g * at.g;
    at.w -= hyper->learning_rate * at.g / (vector_sqrt(at.v) + hyper->epsilon);
    return at;
}

// v is an average of g², m of step².  step = sqrt(m + eps) / sqrt(v + eps) g;  w -= eta step
INLINE Place adadelta(Place at, const Hyper *hyper)
{
    at.v = average(at.v, at.g * at.g, hyper->rho);
    const Vector step =
        vector_sqrt(at.m + hyper->epsilon) / vector_sqrt(at.v + hyper->epsilon) * at.g;
    at.m = average(at.m, step * step, hyper->rho);
    at.w -= hyper->learning_rate * step;
    return at;
}

// v = rho v + (1-rho) g²;  w -= eta g / (sqrt(v) + eps)
INLINE Place rmsprop(Place at, const Hyper *hyper)
{
    at.v = average(at.v, at.g * at.g, hyper->rho);
    at.w -= hyper->learning_rate * at.g / (vector_sqrt(at.v) + hyper->epsilon);
    return at;
}

// m = b1 m + (1-b1) g;  v = b2 v + (1-b2) g²;  w -= eta (m/c1) / (sqrt(v/c2) + eps), after w has
// decayed. The corrections are taken out of the vectors: eta/c1 is one number, so is 1/sqrt(c2).
INLINE Place adam(Place at, const Hyper *hyper)
{
    const Real rate = hyper->learning_rate / hyper->correction1;
    const Real unbias = 1 / (Real)sqrt(hyper->correction2);
    at.w -= hyper->learning_rate * hyper->weight_decay * at.w;
    at.m = average(at.m, at.g, hyper->beta1);
    at.v = average(at.v, at.g * at.g, hyper->beta2);
    at.w -= rate * at.m / (unbias * vector_sqrt(at.v) + hyper->epsilon);
    return at;
}

void clip_by_value_cpu(Tensor *g, Real limit)
{
    Real *x = reals(g);
    for (size_t i = 0; i < tensor_count(g); i++)
        x[i] = x[i] > limit ? limit : x[i] < -limit ? -limit : x[i];
}

// g *= min(1, limit / (sqrt(squares) + 1e-6)). The CPU's optimizers multiply by it as they go: this
// is for who has no optimizer.
void clip_by_norm_cpu(Tensor *g, const Tensor *squares, Real limit)
{
    const Real norm = (Real)sqrt((double)reals(squares)[0]), factor = limit / (norm + (Real)1e-6);
    if (!(factor < 1)) return;
    for (size_t i = 0; i < tensor_count(g); i++) reals(g)[i] *= factor;
}

// The kernels: each rule with the arrays that it has.
void sgd_update_cpu(Tensor *w, Tensor *g, Hyper hyper) { move_all(sgd, w, g, NULL, NULL, &hyper); }

void momentum_update_cpu(Tensor *w, Tensor *g, Tensor *m, Hyper hyper)
{
    move_all(momentum, w, g, m, NULL, &hyper);
}

void nesterov_update_cpu(Tensor *w, Tensor *g, Tensor *m, Hyper hyper)
{
    move_all(nesterov, w, g, m, NULL, &hyper);
}

void adagrad_update_cpu(Tensor *w, Tensor *g, Tensor *v, Hyper hyper)
{
    move_all(adagrad, w, g, NULL, v, &hyper);
}

void adadelta_update_cpu(Tensor *w, Tensor *g, Tensor *m, Tensor *v, Hyper hyper)
{
    move_all(adadelta, w, g, m, v, &hyper);
}

void rmsprop_update_cpu(Tensor *w, Tensor *g, Tensor *v, Hyper hyper)
{
    move_all(rmsprop, w, g, NULL, v, &hyper);
}

void adam_update_cpu(Tensor *w, Tensor *g, Tensor *m, Tensor *v, Hyper hyper)
{
    move_all(adam, w, g, m, v, &hyper);
}

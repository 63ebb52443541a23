/* test_winners.c: the gradients of a small convolutional network on a device, against plain loops
 * in float64.
 *
 * The loops take the device's own winners of the pooling: where two pixels are nearly alike,
 * rounding decides which of them gets the gradient, and one flipped decision would hide all else.
 * So winners are judged by themselves: none may lie below the largest by more than rounding.
 */
#include "../../common/device.h"
#include "reference.h"

TestSuite(winners, .fini = free_tensors);

#ifdef REAL_IS_DOUBLE
static const double ROUNDING = 1e-13;
#else
static const double ROUNDING = 2e-6;
#endif

enum { CLASSES = 7, KERNEL_SIDE = 5, POOL = 2 };

// x [n, side, side, channels] -> convolution, relu, pooled -> a [n, out, out, filters] -> logits
typedef struct Sizes {
    int n, side, channels, filters, conv, out, flat;
} Sizes;

static Sizes sizes_of(int n, int side, int channels, int filters)
{
    int conv = side - KERNEL_SIDE + 1, out = conv / POOL;
    return (Sizes){n, side, channels, filters, conv, out, out * out * filters};
}

typedef struct Weights {
    double *w, *b, *v, *c;   // of the convolution, and of the linear layer
} Weights;

/* ---- On the device ----------------------------------------------------------------------------*/

// What a step leaves, in the memory of the host.
typedef struct Step {
    Tensor x, w, b, v, c, label;      // given
    Tensor winner, dw, db, dv, dc;    // found
} Step;

static Tensor there(Device device, const Tensor *host)
{
    Tensor t = tensor_new(device, host->type, host->shape);
    tensor_copy(&t, host);
    return t;
}
static Tensor here(Tensor *t)
{
    Tensor host = exact_tensor(t->type, t->shape);
    tensor_copy(&host, t);
    tensor_free(t);
    return host;
}

static Step given(Sizes s)
{
    Step step = {.x = uniform(0, 1, shape(s.n, s.side, s.side, s.channels)),
                 .w = uniform(-0.3, 0.3, shape(KERNEL_SIDE, KERNEL_SIDE, s.channels, s.filters)),
                 .b = uniform(-0.1, 0.1, shape(s.filters)),
                 .v = uniform(-0.2, 0.2, shape(s.flat, CLASSES)),
                 .c = any(shape(CLASSES)),
                 .label = exact_tensor(I32, shape(s.n))};
    for (int n = 0; n < s.n; n++) ints(&step.label)[n] = between(0, CLASSES - 1);
    return step;
}

static void run_on(Device d, Step *step, Sizes s)
{
    const Window five = {KERNEL_SIDE, KERNEL_SIDE, 1, 1, 0, 0};
    const Window two = {POOL, POOL, POOL, POOL, 0, 0};
    Tensor x = there(d, &step->x), w = there(d, &step->w), b = there(d, &step->b);
    Tensor v = there(d, &step->v), c = there(d, &step->c), label = there(d, &step->label);
    Shape pooled = shape(s.n, s.out, s.out, s.filters), rows = shape(s.n, CLASSES);
    Tensor a = tensor_new(d, REAL, pooled), winner = tensor_new(d, U8, pooled);
    Tensor z = tensor_new(d, REAL, rows), p = tensor_new(d, REAL, rows);
    Tensor loss = tensor_new(d, REAL, shape(s.n));
    Epilogue e = {.relu = true, .pool = POOL, .winner = &winner};
    conv2d_forward(&a, &x, &w, &b, five, &e);
    linear_forward(&z, &a, &v, &c, NULL, (Range){0, CLASSES});
    softmax_cross_entropy_forward(&loss, &p, &z, &label);

    Tensor dz = tensor_new(d, REAL, rows), da = tensor_new(d, REAL, pooled);
    Tensor wide = tensor_new(d, REAL, shape(s.n, s.conv, s.conv, s.filters));
    Tensor dw = tensor_new(d, REAL, w.shape), db = tensor_new(d, REAL, b.shape);
    Tensor dv = tensor_new(d, REAL, v.shape), dc = tensor_new(d, REAL, c.shape);
    softmax_cross_entropy_backward(&dz, &p, &label, (Real)1 / (Real)s.n);
    linear_backward(&da, &dv, &dc, &dz, &a, &v, (Range){0, s.flat});
    max_pool2d_backward(&wide, &da, &winner, two);
    conv2d_backward_weights(&dw, &db, &wide, &x, five);
    step->winner = here(&winner), step->dw = here(&dw), step->db = here(&db);
    step->dv = here(&dv), step->dc = here(&dc);
    Tensor *others[] = {&x, &w, &b, &v, &c, &label, &a, &z, &p, &loss, &dz, &da, &wide};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) tensor_free(others[i]);
}

/* ---- In float64 -------------------------------------------------------------------------------*/

// b(f) + sum over u,v,c of w(u,v,c,f) x(n, row + u, column + v, c)
static double convolved(const Step *t, Sizes s, int n, int row, int column, int f)
{
    double sum = (double)reals(&t->b)[f];
    for (int u = 0; u < KERNEL_SIDE; u++)
        for (int v = 0; v < KERNEL_SIDE; v++)
            for (int c = 0; c < s.channels; c++)
                sum += (double)reals(&t->w)[((u * KERNEL_SIDE + v) * s.channels + c) * s.filters +
                                            f] *
                       (double)reals(&t->x)[((n * s.side + row + u) * s.side + column + v) *
                                                s.channels +
                                            c];
    return sum;
}

// What pixel (i, j) of a is, by the device's winner; `below`: the most that a winner lies below the
// largest.
static double pooled_value(const Step *t, Sizes s, int n, int i, int j, int f, int which,
                           double *below)
{
    double value = 0, most = 0;   // relu: what lies below 0 counts as 0
    for (int k = 0; k < POOL * POOL; k++) {
        double one = convolved(t, s, n, i * POOL + k / POOL, j * POOL + k % POOL, f);
        if (k == which) value = one;
        most = fmax(most, one);
    }
    *below = fmax(*below, most - value);
    return value;
}

// dz(k) = (p(k) - [k = label]) / n of one sample's a
static void slopes(double *dz, const Step *t, Sizes s, const double *a, int n)
{
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
        double z = (double)reals(&t->c)[k];
        for (int i = 0; i < s.flat; i++) z += a[i] * (double)reals(&t->v)[i * CLASSES + k];
        sum += dz[k] = exp(z);
    }
    for (int k = 0; k < CLASSES; k++)
        dz[k] = (dz[k] / sum - (k == ints(&t->label)[n])) / s.n;
}

// dw and db of one number of a, whose gradient went to the pixel that won.
static void back_to_filter(Weights *g, const Step *t, Sizes s, int n, int i, int j, int f,
                           int which, double da)
{
    int row = i * POOL + which / POOL, column = j * POOL + which % POOL;
    g->b[f] += da;
    for (int u = 0; u < KERNEL_SIDE; u++)
        for (int v = 0; v < KERNEL_SIDE; v++)
            for (int c = 0; c < s.channels; c++)
                g->w[((u * KERNEL_SIDE + v) * s.channels + c) * s.filters + f] +=
                    da * (double)reals(&t->x)[((n * s.side + row + u) * s.side + column + v) *
                                                  s.channels +
                                              c];
}

static void sample_back(Weights *g, const Step *t, Sizes s, int n, double *below)
{
    double *a = calloc((size_t)s.flat, sizeof *a), dz[CLASSES];
    const uint8_t *winner = bytes(&t->winner) + (size_t)n * (size_t)s.flat;
    for (int q = 0; q < s.flat; q++)
        a[q] = pooled_value(t, s, n, q / s.filters / s.out, q / s.filters % s.out, q % s.filters,
                            winner[q], below);
    slopes(dz, t, s, a, n);
    for (int k = 0; k < CLASSES; k++) g->c[k] += dz[k];
    for (int q = 0; q < s.flat; q++) {
        double da = 0;
        for (int k = 0; k < CLASSES; k++) {
            g->v[q * CLASSES + k] += a[q] * dz[k];
            da += dz[k] * (double)reals(&t->v)[q * CLASSES + k];
        }
        if (winner[q] != NO_WINNER)
            back_to_filter(g, t, s, n, q / s.filters / s.out, q / s.filters % s.out, q % s.filters,
                           winner[q], da);
    }
    free(a);
}

/* ---- Together ---------------------------------------------------------------------------------*/

// The length of the difference, as a share of the length of what is expected.
static void expect_gradient(const char *name, const Tensor *got, const double *want)
{
    double apart = 0, all = 0;
    for (size_t i = 0; i < tensor_count(got); i++) {
        double d = (double)reals(got)[i] - want[i];
        apart += d * d;
        all += want[i] * want[i];
    }
    cr_assert(all > 0 && sqrt(apart / all) <= ROUNDING, "%s is off by %g of its length", name,
              sqrt(apart / all));
}

static double *zeros(const Tensor *like) { return calloc(tensor_count(like), sizeof(double)); }

static void check_gradients(Device device, Sizes s)
{
    test_seed = 1;
    Step t = given(s);
    run_on(device, &t, s);
    Weights g = {zeros(&t.w), zeros(&t.b), zeros(&t.v), zeros(&t.c)};
    double below = 0;
    for (int n = 0; n < s.n; n++) sample_back(&g, &t, s, n, &below);
    cr_assert(below <= ROUNDING, "a winner lies %g below the largest", below);
    expect_gradient("dw", &t.dw, g.w);
    expect_gradient("db", &t.db, g.b);
    expect_gradient("dv", &t.dv, g.v);
    expect_gradient("dc", &t.dc, g.c);
    free(g.w), free(g.b), free(g.v), free(g.c);
}

Test(winners, gradients_of_the_cpu) { check_gradients(CPU, sizes_of(3, 13, 2, 6)); }

Test(winners, gradients_of_the_simulator)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    check_gradients(CUDA_SIM, sizes_of(3, 13, 2, 6));
}

// Week 7's second convolution, 64 samples of it.
Test(winners, gradients_of_a_card)
{
    if (!device_open(CUDA, NULL)) cr_skip_test("no card");
    check_gradients(CUDA, sizes_of(64, 14, 32, 64));
}

/* test_cuda.c: each kernel of common/cuda/ against its twin of the CPU, on the simulator in every
 * order of its threads, and with work as late as CUDA allows; on a card where there is one.
 *
 * A case draws its arguments, calls kernels, and says which results count. It runs once on the CPU
 * and once on the device, with the same arguments.
 */
#include "../../common/cuda-sim/simulator.h"
#include "../../common/device.h"
#include "reference.h"
#include "sanitized.h"

#include <unistd.h>

TestSuite(cuda, .fini = free_tensors);

#ifdef REAL_IS_DOUBLE
static const double CLOSE = 1e-11;
#else
static const double CLOSE = 2e-5;
#endif

/* ---- A case on a device -----------------------------------------------------------------------*/

enum { MOST = 16 };

typedef struct Trial {
    Device device;
    Tensor here[MOST];      // its tensors, in the memory of the device
    bool counts[MOST];
    int tensors;
} Trial;

static Tensor *place(Trial *t, const Tensor *host, bool counts)
{
    cr_assert(t->tensors < MOST);
    Tensor *copy = &t->here[t->tensors];
    *copy = tensor_new(t->device, host->type, host->shape);
    if (tensor_count(host)) tensor_copy(copy, host);
    t->counts[t->tensors++] = counts;
    return copy;
}
static Tensor *given(Trial *t, Tensor host) { return place(t, &host, false); }
static Tensor *result(Trial *t, Tensor host) { return place(t, &host, true); }

typedef void Case(Trial *);

static Tensor back(const Tensor *t)
{
    Tensor host = exact_tensor(t->type, t->shape);
    if (tensor_count(t)) tensor_copy(&host, t);
    return host;
}

static void expect_alike(const char *what, const Tensor *got, const Tensor *want)
{
    if (want->type == REAL) expect_close(what, got, want, CLOSE);
    else expect_same_bits(what, got, want);
}

static void compare(const char *what, Case *run, uint64_t seed, Device device)
{
    Trial cpu = {.device = CPU}, other = {.device = device};
    test_seed = seed;
    run(&cpu);
    test_seed = seed;
    run(&other);
    for (int i = 0; i < cpu.tensors; i++) {
        if (cpu.counts[i]) {
            Tensor want = back(&cpu.here[i]), got = back(&other.here[i]);
            expect_alike(what, &got, &want);
        }
        tensor_free(&cpu.here[i]);
        tensor_free(&other.here[i]);
    }
    free_tensors();
}

static void compare_on_simulator(const char *what, Case *run, uint64_t seed)
{
    if (sim_checks()) {   // what the checker finds, it finds in any order
        sim_settings((SimOrder)(seed % SIM_ORDERS), false);
        compare(what, run, seed, CUDA_SIM);
        return;
    }
    for (int order = 0; order < SIM_ORDERS; order++)
        for (int lazy = 0; lazy < 2; lazy++) {
            sim_settings((SimOrder)order, lazy);
            compare(what, run, seed, CUDA_SIM);
        }
}

// Skipped, never passed, where there is nothing to run it.
static void compare_everywhere(const char *what, Case *run)
{
    bool simulator = device_open(CUDA_SIM, NULL), card = device_open(CUDA, NULL);
    if (!simulator && !card) cr_skip_test("no C++ compiler and no card");
    for (uint64_t seed = 1; seed <= usual_or_sanitized(6, 3); seed++) {
        if (simulator) compare_on_simulator(what, run, seed * 7919);
        if (card) compare(what, run, seed * 7919, CUDA);
    }
}

#define COMPARE(name, ...)                                                                         \
    static void name##_case(Trial *t) { __VA_ARGS__ }                                              \
    Test(cuda, name) { compare_everywhere(#name, name##_case); }

static Shape some_shape(void)
{
    return between(0, 1) ? shape(between(1, 5), between(1, 40)) : shape(between(1, 700));
}

static Tensor integers_below(int low, int high, Shape s)
{
    Tensor t = exact_tensor(I32, s);
    for (size_t i = 0; i < tensor_count(&t); i++) ints(&t)[i] = between(low, high);
    return t;
}

static Real hundredths(int low, int high) { return (Real)between(low, high) / 100; }

static Tensor small_garbage(Shape s)
{
    Tensor t = exact_tensor(U8, s);
    memset(t.data, 0xEE, tensor_count(&t));
    return t;
}

/* ---- Number by number -------------------------------------------------------------------------*/

#define COMPARE_ACTIVATION(name, ...)                                                              \
    COMPARE(name, {                                                                                \
        Shape s = some_shape();                                                                    \
        Real slope = hundredths(20, 200);   /* or a temperature */                                 \
        (void)slope;                                                                               \
        Tensor *y = result(t, garbage(s)), *x = given(t, uniform(-4, 4, s));                       \
        Tensor *dx = result(t, garbage(s)), *dy = given(t, any(s));                                \
        name##_forward(y, x, ##__VA_ARGS__);                                                       \
        name##_backward(dx, dy, x, ##__VA_ARGS__);                                                 \
        name##_backward(dy, dy, y, ##__VA_ARGS__);                                                 \
    })
COMPARE_ACTIVATION(relu)
COMPARE_ACTIVATION(sigmoid)
COMPARE_ACTIVATION(tanh)
COMPARE_ACTIVATION(gelu)
COMPARE_ACTIVATION(leaky_relu, slope)
COMPARE_ACTIVATION(softmax, slope)

COMPARE(scale, {
    Shape s = some_shape();
    Tensor bytes_here = small_garbage(s);
    for (size_t i = 0; i < tensor_count(&bytes_here); i++)
        bytes(&bytes_here)[i] = (uint8_t)between(0, 255);
    scale_forward(result(t, garbage(s)), given(t, any(s)), hundredths(-200, 200));
    scale_forward(result(t, garbage(s)), given(t, bytes_here), (Real)(1 / 255.0));
})

COMPARE(add, {
    Shape s = some_shape();
    Tensor *a = result(t, any(s)), *b = given(t, any(s));
    add_forward(result(t, garbage(s)), a, b);
    add_forward(a, a, b);
})

COMPARE(concat, {
    int rows = between(1, 9), na = between(1, 30), nb = between(1, 30);
    Shape a = shape(rows, na), b = shape(rows, nb), both = shape(rows, na + nb);
    Tensor *y = result(t, garbage(both));
    concat_forward(y, given(t, any(a)), given(t, any(b)));
    concat_backward(result(t, garbage(a)), result(t, garbage(b)), y);
    Tensor absent = {.shape = a, .device = t->device};
    concat_backward(&absent, result(t, garbage(b)), y);
})

COMPARE(dropout, {
    Shape s = some_shape();
    Stream stream = {(uint64_t)between(0, 1 << 30) << 20, (uint32_t)between(0, 9), FOR_DROPOUT, 3};
    dropout_forward(result(t, garbage(s)), given(t, any(s)), hundredths(0, 99), stream,
                    (size_t)between(0, 99));
})

// What compares as false with everything is handed on, so that it is seen in the loss.
static void expect_nan_stays(Device device)
{
    Shape one = shape(1, 1, 2, 1);
    Tensor host = of(one, 1, (Real)NAN), weight = filled(1, shape(1, 1, 1, 1));
    Trial t = {.device = device};
    Tensor *x = given(&t, host), *y = given(&t, any(one));
    Tensor *pooled = given(&t, any(shape(1, 1, 1, 1)));
    relu_forward(y, x);
    max_pool2d_forward(pooled, NULL, x, (Window){1, 2, 1, 2, 0, 0});
    Tensor cut = back(y);
    cr_assert(isnan(reals(&cut)[1]), "relu hides NaN");
    Tensor largest_of_two = back(pooled);
    cr_assert(isnan(reals(&largest_of_two)[0]), "pooling hides NaN");
    Epilogue e = {.relu = true};
    conv2d_forward(y, x, given(&t, weight), NULL, (Window){1, 1, 1, 1, 0, 0}, &e);
    Tensor convolved = back(y);
    cr_assert(isnan(reals(&convolved)[1]), "convolution hides NaN");
    for (int i = 0; i < t.tensors; i++) tensor_free(&t.here[i]);
}
Test(cuda, nan_stays)
{
    if (device_open(CUDA_SIM, NULL)) expect_nan_stays(CUDA_SIM);
    if (device_open(CUDA, NULL)) expect_nan_stays(CUDA);
}

/* ---- Sums -------------------------------------------------------------------------------------*/

COMPARE(sums, {
    Shape s = some_shape();
    Tensor *x = given(t, any(s));
    mean_forward(result(t, garbage(shape(1))), x, 7);
    mean_forward(result(t, garbage(shape(1))), x, 0);
    sum_squares(result(t, any(shape(1))), x);
    Real lambda = hundredths(1, 100);
    l1_penalty_forward(result(t, any(shape(1))), x, lambda);
    l2_penalty_forward(result(t, any(shape(1))), x, lambda);
    l1_penalty_backward(result(t, any(s)), x, lambda);
    l2_penalty_backward(result(t, any(s)), x, lambda);
})

COMPARE(sum_parts, {
    int parts = between(1, 9), count = between(1, 600), first = between(0, count - 1);
    sum_parts(result(t, any(shape(count))), given(t, any(shape(parts, count))),
              (Range){first, between(0, count - first)});
})

/* ---- Linear layers ----------------------------------------------------------------------------*/

COMPARE(linear, {
    int n = between(1, 40), inputs = between(1, 40), units = between(1, 40);
    Tensor *x = given(t, any(shape(n, inputs))), *w = given(t, any(shape(inputs, units)));
    Tensor *b = given(t, any(shape(units))), *dy = given(t, any(shape(n, units)));
    Epilogue epilogue = {.relu = between(0, 1)};
    linear_forward(result(t, garbage(shape(n, units))), x, w, between(0, 1) ? b : NULL, &epilogue,
                   (Range){0, units});
    Tensor *dx = result(t, garbage(shape(n, inputs))), *dw = result(t, any(shape(inputs, units)));
    Tensor *db = result(t, any(shape(units)));
    linear_backward(dx, dw, db, dy, x, w, (Range){0, inputs});
    linear_backward(NULL, dw, NULL, dy, x, w, (Range){0, inputs});
})

COMPARE(linear_in_parts, {
    int n = 5, inputs = between(2, 40), units = between(2, 40), half = units / 2, some = inputs / 2;
    Tensor *x = given(t, any(shape(n, inputs))), *w = given(t, any(shape(inputs, units)));
    Tensor *y = result(t, any(shape(n, units))), *dy = given(t, any(shape(n, units)));
    linear_forward(y, x, w, given(t, any(shape(units))), NULL, (Range){half, units - half});
    Tensor *dx = result(t, any(shape(n, inputs))), *dw = result(t, any(shape(inputs, units)));
    linear_backward(dx, dw, NULL, dy, x, w, (Range){some, inputs - some});
})

/* ---- Pictures ---------------------------------------------------------------------------------*/

static Window some_window(void)
{
    Window w = {between(1, 3), between(1, 4), between(1, 3), between(1, 3), 0, 0};
    w.padding_y = between(0, w.height - 1);
    w.padding_x = between(0, w.width - 1);
    return w;
}

// Nothing of what the CPU leaves of a tie in rounding may count: `distinct` has none.
COMPARE(conv2d, {
    Window win = some_window();
    int channels = between(1, 3), filters = between(1, 5), n = between(1, 4);
    Shape in = shape(n, between(5, 8), between(5, 9), channels);
    Shape f = shape(win.height, win.width, channels, filters), out = windowed(in, win, filters);
    Tensor *x = given(t, any(in)), *w = given(t, any(f)), *b = given(t, any(shape(filters)));
    conv2d_forward(result(t, garbage(out)), x, w, between(0, 1) ? b : NULL, win, NULL);
    Tensor *turned = result(t, garbage(shape(win.height, win.width, filters, channels)));
    Tensor *dy = given(t, any(out));
    conv2d_turn(turned, w);
    conv2d_backward_input(result(t, garbage(in)), dy, turned, win);
    conv2d_backward_weights(result(t, any(f)), result(t, any(shape(filters))), dy, x, win);
    conv2d_backward_weights(result(t, any(f)), NULL, dy, x, win);
})

COMPARE(conv2d_with_an_epilogue, {
    Window win = some_window();
    win.stride_y = win.stride_x = 1;
    int filters = between(1, 5), n = between(1, 3), pool = between(1, 3);
    Shape in = shape(n, between(8, 9), between(8, 9), 2), out = windowed(in, win, filters);
    out.dim[1] /= pool;
    out.dim[2] /= pool;
    Tensor *winner = result(t, small_garbage(out));
    Epilogue e = {.relu = between(0, 1), .pool = pool, .winner = pool > 1 ? winner : NULL};
    conv2d_forward(result(t, garbage(out)), given(t, distinct(in)),
                   given(t, any(shape(win.height, win.width, 2, filters))),
                   given(t, any(shape(filters))), win, &e);
})

COMPARE(pools, {
    Window win = some_window();
    Shape in = shape(between(1, 3), between(4, 8), between(4, 8), between(1, 4));
    Shape out = windowed(in, win, in.dim[3]);
    Tensor *x = given(t, distinct(in)), *dy = given(t, any(out));
    Tensor *winner = result(t, small_garbage(out));
    max_pool2d_forward(result(t, garbage(out)), winner, x, win);
    max_pool2d_forward(result(t, garbage(out)), NULL, x, win);
    max_pool2d_backward(result(t, garbage(in)), dy, winner, win);
    avg_pool2d_forward(result(t, garbage(out)), x, win);
    avg_pool2d_backward(result(t, garbage(in)), dy, win);
})

COMPARE(batch_norm, {
    int rows = between(1, 300), channels = between(2, 20), first = between(0, 1);
    Shape s = shape(rows, channels), c = shape(channels);
    Range range = {first, channels - first};
    Tensor *x = given(t, uniform(2, 5, s)), *gamma = given(t, any(c)), *beta = given(t, any(c));
    Tensor *mean = result(t, any(c)), *deviation = result(t, uniform(1, 2, c));
    Tensor *running_mean = result(t, any(c)), *running_variance = result(t, uniform(1, 2, c));
    Real momentum = hundredths(0, 100), epsilon = hundredths(1, 50);
    batch_norm_forward(result(t, any(s)), mean, deviation, running_mean, running_variance, x, gamma,
                       beta, momentum, epsilon, range);
    batch_norm_backward(result(t, any(s)), result(t, any(c)), result(t, any(c)), given(t, any(s)),
                        x, gamma, mean, deviation, range);
    Tensor absent = {.shape = s, .device = t->device};
    batch_norm_backward(&absent, result(t, any(c)), result(t, any(c)), given(t, any(s)), x, gamma,
                        mean, deviation, range);
    batch_norm_apply(result(t, garbage(s)), x, gamma, beta, running_mean, running_variance,
                     epsilon);
})

/* ---- Losses -----------------------------------------------------------------------------------*/

COMPARE(softmax_cross_entropy, {
    int n = between(1, 300), classes = between(1, 12);
    Shape s = shape(n, classes);
    Tensor *p = result(t, garbage(s)), *z = given(t, uniform(-30, 30, s));
    Tensor *label = given(t, integers_below(-1, classes - 1, shape(n)));
    softmax_cross_entropy_forward(result(t, garbage(shape(n))), p, z, label);
    softmax_cross_entropy_backward(result(t, garbage(s)), p, label, (Real)0.25);
})

#define COMPARE_LOSS(name)                                                                         \
    COMPARE(name, {                                                                                \
        int n = between(1, 90);                                                                    \
        Shape s = shape(n, between(1, 12));                                                        \
        Tensor *y = given(t, uniform(-9, 9, s)), *target = given(t, uniform(0, 1, s));             \
        name##_forward(result(t, garbage(shape(n))), y, target);                                   \
        name##_backward(result(t, garbage(s)), y, target, (Real)0.25);                             \
    })
COMPARE_LOSS(soft_cross_entropy)
COMPARE_LOSS(squared_error)
COMPARE_LOSS(binary_cross_entropy)

/* ---- Sequences --------------------------------------------------------------------------------*/

COMPARE(embedding, {
    int symbols = between(1, 9), width = between(1, 20), n = between(1, 9), steps = between(1, 9);
    Tensor *symbol = given(t, integers_below(0, symbols - 1, shape(n, steps)));
    Shape table = shape(symbols, width), s = shape(n, steps, width);
    embedding_forward(result(t, garbage(s)), symbol, given(t, any(table)));
    int first = between(0, width - 1);
    embedding_backward(result(t, any(table)), given(t, any(s)), symbol,
                       (Range){first, width - first});
})

COMPARE(last, {
    int n = between(1, 9), steps = between(1, 9), width = between(1, 9);
    Shape s = shape(n, steps, width), y = shape(n, width);
    Tensor *lengths = between(0, 1) ? given(t, integers_below(0, steps, shape(n))) : NULL;
    last_forward(result(t, garbage(y)), given(t, any(s)), lengths);
    last_backward(result(t, garbage(s)), given(t, any(y)), lengths);
})

static Tensor *sometimes(Tensor *t) { return between(0, 1) ? t : NULL; }

// What is kept lies otherwise on the device, and does not count.
static void recurrent_case(Trial *t, Cell cell)
{
    bool wide = between(0, 5) == 0;   // more units than a block has threads
    int n = wide ? between(1, 2) : between(0, 10), steps = between(1, wide ? 2 : 6);
    int h = wide ? between(257, 270) : between(1, 20), symbols = between(1, 6);
    int columns = cell_gates(cell) * h, states = cell_states(cell) * h;
    bool table = between(0, 1);
    Tensor *lengths = sometimes(given(t, integers_below(0, steps, shape(n))));
    Tensor *symbol = given(t, integers_below(0, symbols - 1, shape(n, steps)));
    if (!table) symbol = NULL;
    Tensor *u = given(t, any(table ? shape(symbols, columns) : shape(n, steps, columns)));
    Tensor *v = given(t, any(shape(h, columns))), *b = given(t, any(shape(h)));
    Tensor *start = sometimes(given(t, any(shape(n, states))));
    Tensor *kept = given(t, garbage(shape_batch(n, cell_kept(cell, steps, h))));
    Tensor *last = between(0, 3) ? result(t, garbage(shape(n, states))) : NULL;
    recurrent_forward(result(t, garbage(shape(n, steps, h))), last, kept, cell, u, symbol, v,
                      cell == GRU ? b : NULL, start, lengths);
    Tensor *turned = result(t, garbage(shape(columns, h)));
    recurrent_turn(turned, v);
    Tensor *du = result(t, table ? any(shape(1)) : garbage(shape(n, steps, columns)));
    Tensor *dstart = between(0, 3) ? result(t, garbage(shape(n, states))) : NULL;
    recurrent_backward(table ? NULL : du, dstart, kept, cell, given(t, any(shape(n, steps, h))),
                       turned, lengths);
    recurrent_backward_weights(result(t, any(shape(h, columns))),
                               cell == GRU ? result(t, any(shape(h))) : NULL,
                               table ? result(t, garbage(shape(symbols, columns))) : NULL, kept,
                               cell, symbol, lengths, (Range){0, columns});
}
COMPARE(rnn, { recurrent_case(t, RNN); })
COMPARE(gru, { recurrent_case(t, GRU); })
COMPARE(lstm, { recurrent_case(t, LSTM); })

/* ---- Optimizers -------------------------------------------------------------------------------*/

static Hyper some_hyper(void)
{
    return (Hyper){.learning_rate = hundredths(1, 20),
                   .momentum = hundredths(10, 95),
                   .beta1 = hundredths(50, 95),
                   .beta2 = hundredths(50, 99),
                   .rho = hundredths(50, 95),
                   .epsilon = hundredths(1, 10),
                   .weight_decay = hundredths(0, 10),
                   .clip = hundredths(10, 100),
                   .correction1 = hundredths(10, 90),
                   .correction2 = hundredths(10, 90)};
}

COMPARE(clip_by_norm, {
    Shape s = shape(between(1, 600));
    Tensor *g = result(t, any(s)), *squares = result(t, filled(0, shape(1)));
    sum_squares(squares, g);
    clip_by_norm(g, squares, hundredths(10, 90));
    clip_by_norm(result(t, any(s)), squares, 1000);
})

COMPARE(clip_by_value, clip_by_value(result(t, any(shape(between(1, 600)))), hundredths(1, 90));)

#define COMPARE_RULE(name, ...)                                                                    \
    COMPARE(name, {                                                                                \
        Shape s = shape(between(1, 600));                                                          \
        Tensor *w = result(t, any(s)), *g = result(t, any(s));                                     \
        Tensor *m = result(t, uniform(0, 1, s)), *v = result(t, uniform(0, 1, s));                 \
        (void)m, (void)v;                                                                          \
        name##_update(w, g, ##__VA_ARGS__, some_hyper());                                          \
    })
COMPARE_RULE(sgd)
COMPARE_RULE(momentum, m)
COMPARE_RULE(nesterov, m)
COMPARE_RULE(adagrad, v)
COMPARE_RULE(adadelta, m, v)
COMPARE_RULE(rmsprop, v)
COMPARE_RULE(adam, m, v)

/* ---- The queue and the runtime ----------------------------------------------------------------*/

static void need_simulator(void)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
}

static Tensor on_simulator(Tensor host)
{
    Tensor t = tensor_new(CUDA_SIM, host.type, host.shape);
    tensor_copy(&t, &host);
    return t;
}

// More numbers than one launch tells, other ones each time: unrecorded, recorded, twice replayed.
Test(cuda, hundreds_of_numbers_in_one_queue)
{
    need_simulator();
    enum { LAYERS = 600 };
    Tensor x = on_simulator(uniform(-1, 0, shape(2, 3))), y = on_simulator(any(shape(2, 3)));
    for (int time = 1; time <= 4; time++) {
        Tensor want = back(&x);
        tensor_copy(&y, &x);
        for (int k = 0; k < LAYERS; k++) {
            Real slope = (k % 2 ? (Real)0.5 : 2) + (Real)time / 1000;
            leaky_relu_forward(&y, &y, slope);
            for (int i = 0; i < 6; i++) reals(&want)[i] *= slope;
        }
        Tensor got = back(&y);
        expect_close("after many layers", &got, &want, 1e-3);
    }
    tensor_free(&x);
    tensor_free(&y);
}

// More queues than recordings are kept, each often enough to be recorded; those that do not fit
// into one piece of the queue; and again those that were forgotten.
Test(cuda, more_queues_than_are_kept)
{
    need_simulator();
    enum { QUEUES = 70 };
    Tensor t = on_simulator(any(shape(QUEUES)));
    for (int round = 0; round < 2; round++)
        for (int queue = 1; queue <= QUEUES; queue++)
            for (int time = 0; time < 3; time++) {
                Tensor want = any(shape(QUEUES));
                tensor_copy(&t, &want);
                backend(CUDA_SIM)->clear(t.data, (size_t)queue * sizeof(Real));
                memset(want.data, 0, (size_t)queue * sizeof(Real));
                Tensor got = back(&t);
                expect_same_bits("cleared", &got, &want);
            }
    tensor_free(&t);
}

// More calls, and more numbers, than a queue has room for: w = w - m/1024, with m = m.
Test(cuda, a_queue_longer_than_there_is_room_for)
{
    need_simulator();
    enum { CALLS = 3000 };
    Tensor w = on_simulator(filled(0, shape(5))), g = on_simulator(filled(0, shape(5)));
    Tensor m = on_simulator(filled(1, shape(5)));
    Hyper hyper = {.learning_rate = (Real)(1.0 / 1024), .momentum = 1, .clip = 1};
    for (int time = 0; time < 3; time++)
        for (int call = 0; call < CALLS; call++) momentum_update(&w, &g, &m, hyper);
    Tensor got = back(&w), want = filled(-3 * CALLS / 1024.0, shape(5));
    expect_same_bits("moved", &got, &want);
    tensor_free(&w);
    tensor_free(&g);
    tensor_free(&m);
}

// What is fed waits in memory that the host must not use again too early: late work shows that.
Test(cuda, copies_longer_than_what_is_staged)
{
    need_simulator();
    sim_settings(SIM_FORWARD, true);
    enum { PIECES = 12, MEGABYTE = 1 << 20 };
    Tensor all = tensor_new(CUDA_SIM, U8, shape(PIECES, MEGABYTE));
    Tensor piece = exact_tensor(U8, shape(1, MEGABYTE));
    for (int k = 0; k < PIECES; k++) {
        Tensor row = tensor_rows(&all, k, 1);
        memset(piece.data, k, MEGABYTE);
        tensor_copy(&row, &piece);
    }
    Tensor got = back(&all), again = tensor_new(CUDA_SIM, U8, got.shape);
    for (size_t i = 0; i < tensor_count(&got); i += 4099)
        cr_assert(bytes(&got)[i] == i / MEGABYTE, "byte %zu is %d", i, bytes(&got)[i]);
    tensor_copy(&again, &got);
    Tensor whole = back(&again);
    expect_same_bits("in one copy", &whole, &got);
    tensor_free(&all);
    tensor_free(&again);
}

/* ---- cuBLAS -----------------------------------------------------------------------------------*/

// A linear layer whose three products are large enough for cuBLAS, of columns and rows that begin
// and end inside. All sizes differ, so that a matrix seen the wrong way round gives other numbers.
enum { SAMPLES = 211, INPUTS = 743, UNITS = 701 };
static const Range SOME_UNITS = {5, UNITS - 11}, SOME_INPUTS = {3, INPUTS - 10};

typedef struct Large {
    Tensor x, w, b, dy;           // what is given
    Tensor before_y, before_dx, before_dw;
    Tensor y, dx, dw;             // what came of it
} Large;

static Large large_layer(void)
{
    Shape x = shape(SAMPLES, INPUTS), w = shape(INPUTS, UNITS), y = shape(SAMPLES, UNITS);
    return (Large){.x = any(x),
                   .w = any(w),
                   .b = any(shape(UNITS)),
                   .dy = any(y),
                   .before_y = any(y),
                   .before_dx = any(x),
                   .before_dw = any(w)};
}

static void run_large(Large *l, Device device)
{
    Trial t = {.device = device};
    Tensor *x = given(&t, l->x), *w = given(&t, l->w), *b = given(&t, l->b), *dy = given(&t, l->dy);
    Tensor *y = given(&t, l->before_y), *dx = given(&t, l->before_dx);
    Tensor *dw = given(&t, l->before_dw);
    Tensor *db = given(&t, filled(0, shape(UNITS)));
    for (int time = 0; time < 3; time++) {   // run, recorded, replayed
        tensor_copy(dw, &l->before_dw);
        linear_forward(y, x, w, b, &(Epilogue){.relu = true}, SOME_UNITS);
        linear_backward(dx, dw, db, dy, x, w, SOME_INPUTS);
        l->y = back(y), l->dx = back(dx), l->dw = back(dw);
    }
    for (int i = 0; i < t.tensors; i++) tensor_free(&t.here[i]);
}

// sum over k of a(k step_a) b(k step_b)
static double strided_dot(const Real *a, int step_a, const Real *b, int step_b, int count)
{
    double sum = 0;
    for (int k = 0; k < count; k++) sum += (double)a[k * step_a] * (double)b[k * step_b];
    return sum;
}

static bool in_range(Range r, int i) { return i >= r.first && i < r.first + r.count; }

static void expect_near(const char *what, int i, int j, Real got, double want)
{
    cr_assert(fabs((double)got - want) <= 20 * CLOSE, "%s(%d, %d) is %g, expected %g", what, i, j,
              (double)got, want);
}

// Numbers here and there of each result, by the equations' own sums.
static void expect_large(const Large *l)
{
    for (int k = 0; k < 2000; k++) {
        int n = between(0, SAMPLES - 1), d = between(0, INPUTS - 1), h = between(0, UNITS - 1);
        const Real *x = reals(&l->x), *w = reals(&l->w), *dy = reals(&l->dy);
        size_t at_y = (size_t)n * UNITS + h, at_x = (size_t)n * INPUTS + d;
        size_t at_w = (size_t)d * UNITS + h;
        double y = strided_dot(x + (size_t)n * INPUTS, 1, w + h, UNITS, INPUTS) +
                   (double)reals(&l->b)[h];
        double dx = strided_dot(dy + (size_t)n * UNITS, 1, w + (size_t)d * UNITS, 1, UNITS);
        double dw = strided_dot(x + d, INPUTS, dy + h, UNITS, SAMPLES);
        double old_y = (double)reals(&l->before_y)[at_y];
        double old_w = (double)reals(&l->before_dw)[at_w];
        double old_x = (double)reals(&l->before_dx)[at_x];
        expect_near("y", n, h, reals(&l->y)[at_y], in_range(SOME_UNITS, h) ? fmax(y, 0) : old_y);
        expect_near("dx", n, d, reals(&l->dx)[at_x], in_range(SOME_INPUTS, d) ? dx : old_x);
        expect_near("dw", d, h, reals(&l->dw)[at_w], old_w + (in_range(SOME_INPUTS, d) ? dw : 0));
    }
}

Test(cuda, large_products_are_cublas_s)
{
    need_simulator();
    Large l = large_layer();
    for (int lazy = 0; lazy < 2; lazy++) {
        sim_settings(SIM_FORWARD, lazy);
        run_large(&l, CUDA_SIM);
        expect_large(&l);
        if (lazy) continue;
        cr_assert(sim_products() == 2 * 3, "cuBLAS was asked for %ld products, three of them to be "
                  "recorded", sim_products());
    }
}

Test(cuda, large_products_on_a_card)
{
    if (!device_open(CUDA, NULL)) cr_skip_test("no card");
    Large l = large_layer();
    run_large(&l, CUDA);
    expect_large(&l);
}

static void a_large_product(Trial *t)
{
    linear_forward(result(t, garbage(shape(SAMPLES, UNITS))), given(t, any(shape(SAMPLES, INPUTS))),
                   given(t, any(shape(INPUTS, UNITS))), NULL, NULL, (Range){0, UNITS});
}

// Then our own kernel takes it, and it is said once.
Test(cuda, large_products_without_cublas)
{
    need_simulator();
    if (!usual_or_sanitized(true, false))
        cr_skip_test("a hundred million multiplications, a thread a number");
    sim_without_cublas();
    FILE *said = tmpfile();
    int aloud = dup(STDERR_FILENO);
    dup2(fileno(said), STDERR_FILENO);
    compare("a large product", a_large_product, 1, CUDA_SIM);
    dup2(aloud, STDERR_FILENO);
    char text[512] = {0};
    cr_assert(pread(fileno(said), text, sizeof text - 1, 0) > 0, "says nothing");
    cr_assert(strncmp(text, "cuda-sim: no libcublas.so.13 (cuBLAS", 36) == 0, "says: %s", text);
    cr_assert(strchr(text, '\n') == text + strlen(text) - 1, "says more than a line: %s", text);
    cr_assert(sim_products() == 0);
}

// Rows beyond 16 x 65,535, which is where the second axis of a grid ends.
static void a_million_rows(Trial *t)
{
    int rows = 16 * 65535 + 3;
    linear_forward(result(t, garbage(shape(rows, 1))), given(t, any(shape(rows, 1))),
                   given(t, any(shape(1, 1))), NULL, NULL, (Range){0, 1});
}
Test(cuda, linear_layers_of_a_million_rows)
{
    need_simulator();
    if (!usual_or_sanitized(true, false)) cr_skip_test("sixteen million threads");
    compare("a million rows", a_million_rows, 1, CUDA_SIM);
}

// Whatever fails where memory is asked for, it is no lack of memory.
Test(cuda, an_earlier_failure_is_not_called_out_of_memory, .signal = SIGABRT)
{
    if (!device_open(CUDA_SIM, NULL)) abort();
    sim_record();   // while it records, no memory is had
    tensor_new(CUDA_SIM, REAL, shape(3));
}

Test(cuda, a_card_that_cannot_run_the_program_is_refused)
{
    Error error = {0};
    sim_record();   // while it records, nobody may wait for a kernel
    cr_assert(!device_open(CUDA_SIM, &error), "opened");
    if (strstr(error.message, "no C++ compiler")) cr_skip_test("no C++ compiler, no simulator");
    cr_assert(strstr(error.message, "does not run this program: operation not permitted"), "%s",
              error.message);
}

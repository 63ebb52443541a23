// One product of two matrices, from the plain loops to the library's, rung by
// rung; and the roof of this machine: how fast it can compute, and how fast
// numbers come from memory.
#include <cblas.h>

#include "device.h"
#include "lesson.h"
#include "product.h"
#include "rounds.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { N = 480, PARTS = 16, ROWS = N / PARTS, ROUNDS = 9, SLOW_ROUNDS = 2 };

// The same product for every rung: y = x w, of Tensors.
typedef struct Task {
    Tensor x, w, b, y;   // [n, n]; b [n] is 0
    Tensor right;   // what the plain loops found
    Product product;
} Task;

static Task task_new(Device device, int n)
{
    Task t = {.x = tensor_new(device, REAL, shape(n, n)),
              .w = tensor_new(device, REAL, shape(n, n)),
              .b = tensor_new(device, REAL, shape(n)),
              .y = tensor_new(device, REAL, shape(n, n)),
              .right = tensor_new(CPU, REAL, shape(n, n))};
    Tensor *drawn[] = {&t.x, &t.w};
    Tensor here = tensor_new(CPU, REAL, shape(n, n));
    for (uint16_t k = 0; k < 2; k++) {
        initialise(reals(&here), tensor_count(&here), NORMAL, 1, 1,
                   (Stream){1, 0, FOR_LESSON, k});
        tensor_copy(drawn[k], &here);
    }
    tensor_free(&here);
    if (device == CPU)
        t.product = (Product){n, reals(&t.y), reals(&t.x), reals(&t.w)};
    return t;
}

static void task_free(Task *t)
{
    tensor_free(&t->x);
    tensor_free(&t->w);
    tensor_free(&t->b);
    tensor_free(&t->y);
    tensor_free(&t->right);
}

/* ---- The rungs ----------------------------------------------------------*/

static void plain(void *env) { product_plain(((Task *)env)->product, 0, N); }
static void blocked(void *env)
{
    product_blocked(((Task *)env)->product, 0, N);
}
static void vectors(void *env)
{
    product_vectors(((Task *)env)->product, 0, N);
}

static void vectors_part(void *env, int part)
{
    product_vectors(((Task *)env)->product, part * ROWS, ROWS);
}
static void threads(void *env)
{
    backend(CPU)->for_parts(PARTS, vectors_part, env);
}

// The library's tile, on some rows, all columns.
static void tile_rows(Task *t, int first, int rows)
{
    Tensor x = tensor_rows(&t->x, first, rows);
    Tensor y = tensor_rows(&t->y, first, rows);
    linear_forward(&y, &x, &t->w, &t->b, NULL, (Range){0, t->w.shape.dim[1]});
}
static void tile_part(void *env, int part)
{
    tile_rows(env, part * ROWS, ROWS);
}
static void tile_one(void *env, int part)
{
    (void)part;
    tile_rows(env, 0, N);
}
static void tile(void *env) { backend(CPU)->for_parts(1, tile_one, env); }
static void tile_threads(void *env)
{
    backend(CPU)->for_parts(PARTS, tile_part, env);
}

static void blas(void *env)
{
    Product p = ((Task *)env)->product;
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, N, N, N, 1, p.a, N,
                p.b, N, 0, p.c, N);
}
static void blas_part(void *env, int part)   // in a part it starts no threads
{
    (void)part;
    blas(env);
}
static void blas_one(void *env)
{
    backend(CPU)->for_parts(1, blas_part, env);
}

typedef struct Rung {
    const char *name;
    void (*run)(void *);
    bool all_threads;
    int rounds;
} Rung;
enum { RUNGS = 8 };
static const Rung rungs[RUNGS] = {
    {"plain", plain, false, SLOW_ROUNDS},
    {"blocked", blocked, false, SLOW_ROUNDS},
    {"vectors", vectors, false, ROUNDS},
    {"threads", threads, true, ROUNDS},
    {"tile", tile, false, ROUNDS},
    {"tile-threads", tile_threads, true, ROUNDS},
    {"openblas", blas_one, false, ROUNDS},
    {"openblas-threads", blas, true, ROUNDS},
};

// Runs each rung once, so that it is known to be right.
static double check_rungs(Task *t)
{
    double most = 0;
    plain(t);
    tensor_copy(&t->right, &t->y);
    for (int k = 0; k < RUNGS; k++) {
        memset(reals(&t->y), 0, tensor_count(&t->y) * sizeof(Real));
        rungs[k].run(t);
        most = fmax(most, apart(reals(&t->right), reals(&t->y),
                                tensor_count(&t->y)));
    }
    return most;
}

static const double work = 2e-9 * N * N * N;   // GFLOP

static void climb(App *app, Task *t)
{
    Way ways[RUNGS];
    Timing time[RUNGS];
    for (int k = 0; k < RUNGS; k++)
        ways[k] = (Way){rungs[k].run, t, rungs[k].rounds};
    time_rounds(app, time, ways, RUNGS, ROUNDS);
    FILE *table = app_table(app, "ladder", "rung\tthreads\tbest\tmedian");
    for (int k = 0; k < RUNGS; k++) {
        fprintf(table, "%s\t%d\t%.6g\t%.6g\n", rungs[k].name,
                rungs[k].all_threads ? app->threads : 1, work / time[k].best,
                work / time[k].median);
        app_metric_of(app, work / time[k].best, "GFLOP/s", "ladder_%s",
                      rungs[k].name);
    }
    app_say(app,
            "ladder: %d x %d in plain loops %.1f GFLOP/s, blocked %.1f, "
            "vectors %.0f, threads %.0f  [fig:ch01-ladder]",
            N, N, work / time[0].best, work / time[1].best,
            work / time[2].best, work / time[3].best);
    app_say(app,
            "ladder: our tile %.0f, OpenBLAS %.0f GFLOP/s on %d threads  "
            "[fig:ch01-ladder]",
            work / time[5].best, work / time[7].best, app->threads);
}

/* ---- A device of its own ------------------------------------------------*/

// Whatever --device says: the product, and one row of it brought back,
// without which nobody would know when it is done.
typedef struct Away {
    Task task;
    Tensor row;
} Away;

static void run_away(void *env)
{
    Away *away = env;
    tile_rows(&away->task, 0, N);
    Tensor first = tensor_rows(&away->task.y, 0, 1);
    tensor_copy(&away->row, &first);
}

static void climb_device(App *app)
{
    if (app->device == CPU) {
        app_say(app, "ladder: this program runs on the processor; where it "
                     "is built for a card, --device cuda adds a rung");
        return;
    }
    Away away = {task_new(app->device, N),
                 tensor_new(CPU, REAL, shape(1, N))};
    Way way = {run_away, &away, 0};
    Timing time;
    time_rounds(app, &time, &way, 1, ROUNDS);
    app_metric(app, "ladder_device", work / time.best, "GFLOP/s");
    app_say(app, "ladder: %s %.0f GFLOP/s  [fig:ch01-ladder]",
            device_name(app->device), work / time.best);
    task_free(&away.task);
    tensor_free(&away.row);
}

/* ---- The roof -----------------------------------------------------------*/

enum { LONG = 1 << 23, SLICES = 64, SLICE = LONG / SLICES };

typedef struct Arrays {
    float *a, *b, *c;   // [LONG], 32 MiB each
} Arrays;

// a = b + 3 c: two operations for twelve bytes.
static void triad_part(void *env, int part)
{
    Arrays *x = env;
    for (int i = part * SLICE; i < (part + 1) * SLICE; i++)
        x->a[i] = x->b[i] + 3 * x->c[i];
}
static void triad(void *env)
{
    backend(CPU)->for_parts(SLICES, triad_part, env);
}

// Gigabytes a second, of all threads.
static double bandwidth(App *app)
{
    Arrays x = {allocate(LONG, sizeof(float)), allocate(LONG, sizeof(float)),
                allocate(LONG, sizeof(float))};
    for (int i = 0; i < LONG; i++) {
        x.a[i] = 0;
        x.b[i] = x.c[i] = 1;
    }
    Way way = {triad, &x, 0};
    Timing time;
    time_rounds(app, &time, &way, 1, 7);
    free(x.a);
    free(x.b);
    free(x.c);
    return 12e-9 * LONG / time.best;
}

static void write_point(FILE *table, const char *name, double intensity,
                        double gflops)
{
    fprintf(table, "%s\t%.4f\t%.5g\n", name, intensity, gflops);
}

// Products of n x n, one after the other on each thread: 2 n³ operations on
// 12 n² bytes. Small ones stay in the cache, and need not wait for memory.
enum { COPIES = 8 };
typedef struct Products {
    Task task[COPIES];
    int times;
} Products;

static void products_part(void *env, int part)
{
    Products *p = env;
    Task *t = &p->task[part];
    for (int k = 0; k < p->times; k++) tile_rows(t, 0, t->product.n);
}
static void all_products(void *env)
{
    backend(CPU)->for_parts(COPIES, products_part, env);
}

static double products_speed(App *app, int n)
{
    Products p = {.times = N * N / (n * n) / 2 + 1};
    for (int k = 0; k < COPIES; k++) p.task[k] = task_new(CPU, n);
    Way way = {all_products, &p, 0};
    Timing time;
    time_rounds(app, &time, &way, 1, 5);
    for (int k = 0; k < COPIES; k++) task_free(&p.task[k]);
    return 2e-9 * pow(n, 3) * p.times * COPIES / time.best;
}

static void write_products(App *app, FILE *table)
{
    for (int n = 15; n <= N; n *= 2) {
        char name[32];
        snprintf(name, sizeof name, "%d x %d", n, n);
        write_point(table, name, n / 6.0, products_speed(app, n));
    }
}

static void write_roof(App *app)
{
    double peak = fma_peak(), memory = bandwidth(app);
    FILE *table = app_table(app, "ladder-roof", "what\tintensity\tgflops");
    write_point(table, "a = b + 3 c", 2.0 / 12, memory * 2 / 12);
    write_products(app, table);
    app_metric(app, "ladder_peak", peak, "GFLOP/s");
    app_metric(app, "ladder_bandwidth", memory, "GB/s");
    app_metric(app, "ladder_ridge", peak / memory, "operations a byte");
    app_metric(app, "ladder_n", N, "");
    app_say(app,
            "roof: %.0f GFLOP/s, %.0f GB/s from memory: they meet at %.1f "
            "operations a byte  [fig:ch01-roof]",
            peak, memory, peak / memory);
}

void show_ladder(App *app, Lesson *lesson)
{
    (void)lesson;
    Task t = task_new(CPU, N);
    app_metric(app, "ladder_apart", check_rungs(&t), "of the largest");
    fma_peak();   // what they are compared with: before, and after
    climb(app, &t);
    climb_device(app);
    write_roof(app);
    task_free(&t);
}

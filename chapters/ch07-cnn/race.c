// One convolution, computed three ways: the plain loops of its equation; as a
// product of two matrices, for which the pictures are unrolled (im2col); and
// directly, as the library does. Which is fastest?
#include "further.h"

#include <math.h>
#include <string.h>

#include "device.h"
#include "rounds.h"

enum { SLICE = 4, SIZE = 5, MARGIN = 2, WAYS = 3 };
static const char *const ways[WAYS] = {"loops", "matrix", "direct"};

typedef struct Race {
    int pictures;   // a batch, in whole slices
    Extent in;
    int filters;
    Tensor x, w, b, y[WAYS], rows;   // rows: the unrolled pictures
} Race;

static Race race_new(int batch, Extent in, int filters, uint64_t seed)
{
    int pictures = (batch + SLICE - 1) / SLICE * SLICE;
    int area = in.height * in.width, taps = SIZE * SIZE * in.channels;
    Race r = {pictures, in, filters,
              .x = tensor_new(CPU, REAL, shape(pictures, in.height, in.width,
                                               in.channels)),
              .w = tensor_new(CPU, REAL, shape(SIZE, SIZE, in.channels,
                                               filters)),
              .b = tensor_new(CPU, REAL, shape(filters)),
              .rows = tensor_new(CPU, REAL, shape(pictures * area, taps))};
    for (int k = 0; k < WAYS; k++)
        r.y[k] = tensor_new(CPU, REAL, shape(pictures, in.height, in.width,
                                             filters));
    Tensor *random[] = {&r.x, &r.w, &r.b};
    for (uint16_t k = 0; k < 3; k++)
        initialise(reals(random[k]), tensor_count(random[k]), NORMAL, 1, 1,
                   (Stream){seed, 0, FOR_LESSON, k});
    return r;
}

static void race_free(Race *r)
{
    Tensor *tensors[] = {&r->x,    &r->w,    &r->b,   &r->y[0],
                         &r->y[1], &r->y[2], &r->rows};
    for (int k = 0; k < 7; k++) tensor_free(tensors[k]);
}

// Row (n,i,j) of the matrix holds all that the filters see at pixel (i,j) of
// picture n: SIZE * SIZE * channels numbers, most of which stand in 24 other
// rows too.
static void unroll(Race *r, int n)
{
    Extent p = r->in;
    size_t area = (size_t)(p.height * p.width);
    size_t taps = (size_t)(SIZE * SIZE * p.channels);
    const Real *x = reals(&r->x) + (size_t)(n * p.channels) * area;
    Real *to = reals(&r->rows) + (size_t)n * area * taps;
    size_t pixel = (size_t)p.channels * sizeof(Real);
    for (int i = 0; i < p.height; i++)
        for (int j = 0; j < p.width; j++)
            for (int u = i - MARGIN; u <= i + MARGIN; u++)
                for (int v = j - MARGIN; v <= j + MARGIN; v++) {
                    bool in = u >= 0 && u < p.height && v >= 0 && v < p.width;
                    if (in)
                        memcpy(to, x + (u * p.width + v) * p.channels, pixel);
                    else
                        memset(to, 0, pixel);
                    to += p.channels;
                }
}

static void by_loops(void *env, int n)   // one picture
{
    Race *r = env;
    Tensor x = tensor_rows(&r->x, n, 1), y = tensor_rows(&r->y[0], n, 1);
    convolution_plain(reals(&y), reals(&x), reals(&r->w), reals(&r->b), r->in,
                      r->filters, SIZE, 1, MARGIN);
}

static void by_matrix(void *env, int slice)
{
    Race *r = env;
    int area = r->in.height * r->in.width, taps = r->rows.shape.dim[1];
    for (int n = slice * SLICE; n < (slice + 1) * SLICE; n++) unroll(r, n);
    Tensor x = tensor_rows(&r->rows, slice * SLICE * area, SLICE * area);
    Tensor flat = tensor_reshape(&r->y[1],
                                 shape(r->pictures * area, r->filters));
    Tensor y = tensor_rows(&flat, slice * SLICE * area, SLICE * area);
    Tensor w = tensor_reshape(&r->w, shape(taps, r->filters));
    linear_forward(&y, &x, &w, &r->b, NULL, (Range){0, r->filters});
}

static void by_direct(void *env, int slice)
{
    Race *r = env;
    Tensor x = tensor_rows(&r->x, slice * SLICE, SLICE);
    Tensor y = tensor_rows(&r->y[2], slice * SLICE, SLICE);
    conv2d_forward(&y, &x, &r->w, &r->b,
                   (Window){SIZE, SIZE, 1, 1, MARGIN, MARGIN}, NULL);
}

typedef struct Heat {
    void (*body)(void *env, int part);
    Race *race;
    int parts;
} Heat;

static void all_parts(void *env, int part)   // on the thread that calls
{
    (void)part;
    const Heat *h = env;
    for (int k = 0; k < h->parts; k++) h->body(h->race, k);
}

static void on_one_thread(void *env)
{
    backend(CPU)->for_parts(1, all_parts, env);
}

static void on_all_threads(void *env)
{
    const Heat *h = env;
    backend(CPU)->for_parts(h->parts, h->body, h->race);
}

// Seconds for the batch: way k on all threads at 2k, on one at 2k + 1.
typedef struct Times {
    Timing of[2 * WAYS];
} Times;

static Times run_rounds(App *app, Race *r)
{
    enum { ROUNDS = 15, LOOP_ROUNDS = 3 };
    Heat heat[WAYS] = {{by_loops, r, r->pictures},
                       {by_matrix, r, r->pictures / SLICE},
                       {by_direct, r, r->pictures / SLICE}};
    Way way[2 * WAYS];
    for (int k = 0; k < WAYS; k++) {
        int rounds = k ? ROUNDS : LOOP_ROUNDS;
        way[2 * k] = (Way){on_all_threads, &heat[k], rounds};
        way[2 * k + 1] = (Way){on_one_thread, &heat[k], rounds};
    }
    Times t;
    time_rounds(app, t.of, way, 2 * WAYS, ROUNDS);
    return t;
}

static double from_the_loops(const Race *r, int way)
{
    return apart(reals(&r->y[0]), reals(&r->y[way]), tensor_count(&r->y[0]));
}

static void race(App *app, FILE *table, const char *layer, Extent in,
                 int filters)
{
    Race r = race_new(app->batch, in, filters, app->seed);
    Times t = run_rounds(app, &r);
    double work = 2.0 * (double)tensor_count(&r.rows) * filters * 1e-9;
    for (int k = 0; k < WAYS; k++)
        for (int one = 1; one >= 0; one--) {
            Timing s = t.of[2 * k + one];
            fprintf(table, "%s\t%s\t%d\t%.6g\t%.6g\n", layer, ways[k],
                    one ? 1 : app->threads, work / s.best, work / s.median);
            app_metric_of(app, work / s.best, "GFLOP/s", "race_%s_%s%s",
                          layer, ways[k], one ? "_one_thread" : "");
        }
    double most = fmax(from_the_loops(&r, 1), from_the_loops(&r, 2));
    app_metric_of(app, most, "of the largest number", "race_%s_difference",
                  layer);
    app_say(app, "race, %s: loops %.1f, matrix %.0f, direct %.0f GFLOP/s; "
                 "apart by %.0e  [fig:ch07-race]",
            layer, work / t.of[0].best, work / t.of[2].best,
            work / t.of[4].best, most);
    race_free(&r);
}

void show_race(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "race", "layer\tway\tthreads\tbest\tmedian");
    fma_peak();   // what they are compared with: before, between and after
    race(app, table, "conv1", (Extent){SIDE, SIDE, 1}, 32);
    fma_peak();
    race(app, table, "conv2", (Extent){SIDE / 2, SIDE / 2, 32}, 64);
    fma_peak();
}

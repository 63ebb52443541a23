/* steps.cu: runs each step and compares it with the plain loops; on the simulator it counts how
 * often memory is read, on a card it measures time.
 *
 *     build/kernels/steps              prints a table; status 1 if a step's answers are others
 *     build/kernels/steps --out DIR    and leaves metrics.tsv, steps.tsv and the schematics' tables
 */
#include <cuda_runtime.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "steps.h"
#ifdef CUDA_SIMULATED
#include "loads.h"
#endif

enum { ROWS = 64, COLUMNS = 320, PICTURES = 1 };
enum { NUMBERS = ROWS * COLUMNS, ANSWERS = PICTURES * OUT * OUT * FILTERS };

static void check(cudaError_t error)
{
    if (error == cudaSuccess) return;
    fprintf(stderr, "CUDA: %s\n", cudaGetErrorString(error));
    exit(2);
}

/* ---- Memory -----------------------------------------------------------------------------------*/

// On the device: `count` numbers, those of the host or NaN.
static float *on_device(const float *host, int count)
{
    float *device;
    size_t bytes = (size_t)count * sizeof(float);
    check(cudaMalloc((void **)&device, bytes));
    if (host)
        check(cudaMemcpyAsync(device, host, bytes, cudaMemcpyHostToDevice,
                              NULL));
    else
        check(cudaMemsetAsync(device, 0xFF, bytes, NULL));
    return device;
}

static void to_host(float *host, const float *device, int count)
{
    size_t bytes = (size_t)count * sizeof(float);
    check(cudaMemcpyAsync(host, device, bytes, cudaMemcpyDeviceToHost, NULL));
    check(cudaStreamSynchronize(NULL));
}

static float *numbers(int count, int factor, int range, float scale)
{
    float *x = (float *)malloc((size_t)count * sizeof(float));
    for (int i = 0; i < count; i++) x[i] = (float)(i * factor % range - range / 2) * scale;
    return x;
}

// The largest difference, as a share of the number it should be.
static float difference(const float *got, const float *wanted, int count)
{
    float most = 0;
    for (int i = 0; i < count; i++) {
        float apart = fabsf(got[i] - wanted[i]) / fmaxf(fabsf(wanted[i]), 1e-3f);
        if (!(apart <= most)) most = apart;
    }
    return most;
}

/* ---- Steps ------------------------------------------------------------------------------------*/

static float *z, *p, *x, *w, *y, *pd, *yd, *zd, *xd, *wd;   // of the host; with d of the device
static float *got;

typedef struct Step {
    const char *name;
    Softmax *softmax;             // one of the two
    Convolution *convolution;
} Step;

static const Step steps[] = {
    {"softmax: a thread a row", softmax_thread_a_row, NULL},
    {"softmax: a block a row", softmax_block_a_row, NULL},
    {"softmax: the largest first", softmax_largest_first, NULL},
    {"softmax: read once", softmax_read_once, NULL},
    {"convolution: a thread a number", NULL, convolution_thread_a_number},
    {"convolution: a tile", NULL, convolution_tile},
    {"convolution: 8 pixels a thread", NULL, convolution_pixels},
    {"convolution: 8 pixels, 4 filters", NULL, convolution_filters},
};
enum { STEPS = sizeof steps / sizeof *steps };

static void launch(const Step *s)
{
    if (s->softmax) s->softmax(pd, zd, ROWS, COLUMNS);
    else s->convolution(yd, xd, wd, PICTURES);
    check(cudaGetLastError());
}

typedef struct Result {
    float difference;
    double work;                        // numbers of a softmax, multiply-adds of a convolution
    double global, shared, pieces;      // loads for each of them; 32 bytes a warp's load
    double microseconds;
} Result;

#ifdef CUDA_SIMULATED
static void measure(const Step *s, Result *r)
{
    if (loads_begin) loads_begin();
    launch(s);
    check(cudaStreamSynchronize(NULL));
    Loads n = loads_end ? loads_end() : Loads{0, 0, 0, 1};
    r->global = n.global / r->work;
    r->shared = n.shared / r->work;
    r->pieces = (double)n.pieces / n.warps;
}
#else
static double now(void)
{
    struct timespec t;
    timespec_get(&t, TIME_UTC);
    return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}
static void measure(const Step *s, Result *r)
{
    enum { TIMES = 1000 };
    launch(s);
    check(cudaStreamSynchronize(NULL));
    double begin = now();
    for (int i = 0; i < TIMES; i++) launch(s);
    check(cudaStreamSynchronize(NULL));
    r->microseconds = (now() - begin) / TIMES;
}
#endif

static Result run(const Step *s)
{
    Result r = {};
    r.work = s->softmax ? (double)NUMBERS : (double)ANSWERS * SIZE * SIZE;
    int count = s->softmax ? NUMBERS : ANSWERS;
    float *out = s->softmax ? pd : yd;
    check(cudaMemsetAsync(out, 0xFF, (size_t)count * sizeof(float), NULL));
    measure(s, &r);
    to_host(got, out, count);
    r.difference = difference(got, s->softmax ? p : y, count);
    return r;
}

static void begin(void)
{
    z = numbers(NUMBERS, 7919, 257, 1 / 64.0f);
    x = numbers(PICTURES * SIDE * SIDE, 31, 17, 1 / 16.0f);
    w = numbers(SIZE * SIZE * FILTERS, 13, 23, 1 / 32.0f);
    p = numbers(NUMBERS, 0, 1, 0);
    y = numbers(ANSWERS, 0, 1, 0);
    got = numbers(NUMBERS > ANSWERS ? NUMBERS : ANSWERS, 0, 1, 0);
    softmax_plain(p, z, ROWS, COLUMNS);
    convolution_plain(y, x, w, PICTURES);
    zd = on_device(z, NUMBERS);
    xd = on_device(x, PICTURES * SIDE * SIDE);
    wd = on_device(w, SIZE * SIZE * FILTERS);
    pd = on_device(NULL, NUMBERS);
    yd = on_device(NULL, ANSWERS);
}

/* ---- Large logits -----------------------------------------------------------------------------*/

// The same answers are due when 1,024 is added to each logit, here without rounding.
static float moved_up(Softmax *softmax)
{
    for (int i = 0; i < NUMBERS; i++) got[i] = z[i] + 1024;
    float *high = on_device(got, NUMBERS);
    softmax(pd, high, ROWS, COLUMNS);
    to_host(got, pd, NUMBERS);
    check(cudaFree(high));
    return difference(got, p, NUMBERS);
}

/* ---- The race ---------------------------------------------------------------------------------*/

static float race(void)
{
    float *sum = on_device(NULL, 1), *eight = on_device(eight_numbers, EIGHT), answer;
    sum_without_barriers(sum, eight);
    to_host(&answer, sum, 1);
    check(cudaFree(sum));
    check(cudaFree(eight));
    return answer;
}

/* ---- What is said -----------------------------------------------------------------------------*/

static void print(const Step *s, const Result *r)
{
#ifdef CUDA_SIMULATED
    printf("%-33s apart %8.1e, reads %6.3f + %6.3f, pieces %5.2f\n", s->name, r->difference,
           r->global, r->shared, r->pieces);
#else
    printf("%-33s apart %8.1e, %8.2f us\n", s->name, r->difference, r->microseconds);
#endif
}

static FILE *table(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.tsv", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) perror(path), exit(1);
    return file;
}

static void leave(const char *folder, const Result *r)
{
    FILE *t = table(folder, "steps");
    fprintf(t, "step\tglobal\tshared\tpieces\n");
    for (int i = 0; i < STEPS; i++)
        fprintf(t, "%d\t%.6g\t%.6g\t%.6g\n", i, r[i].global, r[i].shared, r[i].pieces);
    fclose(t);
    FILE *m = table(folder, "metrics");
    fprintf(m, "name\tvalue\tunit\n");
    fprintf(m, "race_forward\t%g\t\n", one_after_the_other(0, 1));
    fprintf(m, "race_reverse\t%g\t\n", one_after_the_other(EIGHT - 1, -1));
    fclose(m);
    write_drawings(folder);
}

int main(int argc, char **argv)
{
    Result result[STEPS];
    bool wrong = false;
    begin();
    for (int i = 0; i < STEPS; i++) {
        result[i] = run(&steps[i]);
        print(&steps[i], &result[i]);
        wrong |= !(result[i].difference < 2e-6f);
    }
    wrong |= !(moved_up(softmax_largest_first) < 2e-6f) || !(moved_up(softmax_read_once) < 2e-6f);
    printf("1,024 added to each logit: a block a row gives %s\n",
           isnan(moved_up(softmax_block_a_row)) ? "nan" : "numbers");
    printf("3 + 1 + 4 + 1 + 5 + 9 + 2 + 6 without barriers: %g\n", race());
    if (argc == 3 && strcmp(argv[1], "--out") == 0) leave(argv[2], result);
    return wrong;
}

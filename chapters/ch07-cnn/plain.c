// The plain loops and the library's kernels: the same numbers, how far apart
// in time?
#include "lesson.h"
#include "rounds.h"

#include <math.h>
#include <stdlib.h>

enum { CHANNELS = 32, FILTERS = 64, KERNEL_SIZE = 5 };
enum { HALF = SIDE / 2, POOLED = HALF / 2 };

typedef struct Case {
    Tensor x, w, b, y, pooled, winner;
    float *plain_y, *plain_pooled;
} Case;

// The second convolution of the network on one picture of random numbers.
static Case case_new(uint64_t seed)
{
    Case c = {tensor_new(CPU, REAL, shape(1, HALF, HALF, CHANNELS)),
              tensor_new(CPU, REAL,
                         shape(KERNEL_SIZE, KERNEL_SIZE, CHANNELS, FILTERS)),
              tensor_new(CPU, REAL, shape(FILTERS)),
              tensor_new(CPU, REAL, shape(1, HALF, HALF, FILTERS)),
              tensor_new(CPU, REAL, shape(1, POOLED, POOLED, FILTERS)),
              tensor_new(CPU, U8, shape(1, POOLED, POOLED, FILTERS)),
              allocate(HALF * HALF * FILTERS, sizeof(float)),
              allocate(POOLED * POOLED * FILTERS, sizeof(float))};
    Tensor *random[] = {&c.x, &c.w, &c.b};
    for (uint16_t k = 0; k < 3; k++)
        initialise(reals(random[k]), tensor_count(random[k]), NORMAL, 1, 1,
                   (Stream){seed, 0, FOR_LESSON, k});
    return c;
}

static void case_free(Case *c)
{
    Tensor *tensors[] = {&c->x, &c->w, &c->b, &c->y, &c->pooled, &c->winner};
    for (int k = 0; k < 6; k++) tensor_free(tensors[k]);
    free(c->plain_y);
    free(c->plain_pooled);
}

static double run_plain(Case *c)   // seconds
{
    double start = seconds_now();
    convolution_plain(c->plain_y, reals(&c->x), reals(&c->w), reals(&c->b),
                      (Extent){HALF, HALF, CHANNELS}, FILTERS, KERNEL_SIZE,
                      1, 2);
    max_pool_plain(c->plain_pooled, c->plain_y,
                   (Extent){HALF, HALF, FILTERS}, 2);
    return seconds_now() - start;
}

static double run_library(Case *c)   // one thread, like the plain loops
{
    double start = seconds_now();
    conv2d_forward(&c->y, &c->x, &c->w, &c->b, (Window){5, 5, 1, 1, 2, 2},
                   NULL);
    max_pool2d_forward(&c->pooled, &c->winner, &c->y,
                       (Window){2, 2, 2, 2, 0, 0});
    return seconds_now() - start;
}

void show_plain(App *app, Lesson *lesson)
{
    (void)lesson;
    Case c = case_new(app->seed);
    double plain = INFINITY, library = INFINITY;
    for (int k = 0; k < 5; k++) plain = fmin(plain, run_plain(&c));
    for (int k = 0; k < 50; k++) library = fmin(library, run_library(&c));
    double difference = apart(c.plain_pooled, reals(&c.pooled),
                              POOLED * POOLED * FILTERS);
    app_metric(app, "plain_difference", difference, "of the largest number");
    app_metric(app, "plain_milliseconds", 1e3 * plain, "ms");
    app_metric(app, "library_milliseconds", 1e3 * library, "ms");
    app_say(app, "plain: conv2 of one digit in loops %.1f ms, by the library "
                 "%.2f ms; apart by %.0e  [sec:ch07-loops]",
            1e3 * plain, 1e3 * library, difference);
    case_free(&c);
}

// No training at all: a digit is what most of the k nearest training digits
// are. |x - y|² = |x|² - 2 x·y + |y|², and the products are one matrix.
#include "kernels.h"
#include "lesson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ASKED = 1000, BLOCK = 2000, MOST = 10 };   // MOST: neighbours kept

typedef struct Near {
    float distance[MOST];   // rising
    int label[MOST];
} Near;

static void insert(Near *near, float distance, int label)
{
    if (distance >= near->distance[MOST - 1]) return;
    int at = MOST - 1;
    for (; at > 0 && near->distance[at - 1] > distance; at--) {
        near->distance[at] = near->distance[at - 1];
        near->label[at] = near->label[at - 1];
    }
    near->distance[at] = distance;
    near->label[at] = label;
}

// Columns are digits, as linear_forward wants its weights; |y|² beside them.
static void transpose(Tensor *w, Tensor *squares, const Dataset *set,
                      int first, int count)
{
    const uint8_t *from = bytes(&set->inputs) + (size_t)first * PIXELS;
    for (int k = 0; k < count; k++) {
        double sum = 0;
        for (int d = 0; d < PIXELS; d++) {
            float x = from[k * PIXELS + d] / 255.0f;
            reals(w)[d * count + k] = -2 * x;
            sum += (double)(x * x);
        }
        reals(squares)[k] = (Real)sum;
    }
}

static Tensor rows_of(const Dataset *set)
{
    Tensor x = tensor_new(CPU, REAL, shape(set->count, PIXELS));
    for (size_t i = 0; i < tensor_count(&x); i++)
        reals(&x)[i] = bytes(&set->inputs)[i] / 255.0f;
    return x;
}

// |x|² is the same for all neighbours of x, so that it is left out.
static void look_through(Near *near, const Tensor *x, const Dataset *train,
                         int first, int count)
{
    Tensor w = tensor_new(CPU, REAL, shape(PIXELS, count));
    Tensor squares = tensor_new(CPU, REAL, shape(count));
    Tensor far = tensor_new(CPU, REAL, shape(x->shape.dim[0], count));
    transpose(&w, &squares, train, first, count);
    linear_forward(&far, x, &w, &squares, NULL, (Range){0, count});
    for (int n = 0; n < x->shape.dim[0]; n++)
        for (int k = 0; k < count; k++)
            insert(&near[n], reals(&far)[n * count + k],
                   ints(&train->targets)[first + k]);
    tensor_free(&w);
    tensor_free(&squares);
    tensor_free(&far);
}

// The most frequent of the first k labels; of equally frequent ones the one
// whose neighbour is nearest.
static int vote(const Near *near, int k)
{
    int votes[CLASSES] = {0}, best = near->label[0];
    for (int i = 0; i < k; i++) votes[near->label[i]]++;
    for (int i = 0; i < k; i++)
        if (votes[near->label[i]] > votes[best]) best = near->label[i];
    return best;
}

static Near *find_near(App *app, const Dataset *train, const Dataset *test)
{
    Near *near = allocate((size_t)test->count, sizeof *near);
    for (int n = 0; n < test->count; n++)
        for (int i = 0; i < MOST; i++) near[n].distance[i] = INFINITY;
    Tensor x = rows_of(test);
    for (int first = 0; first < train->count; first += BLOCK) {
        int left = train->count - first;
        look_through(near, &x, train, first, left < BLOCK ? left : BLOCK);
        app_stop_if_interrupted(app);
    }
    tensor_free(&x);
    return near;
}

void show_neighbours(App *app, Lesson *lesson)
{
    Dataset test = dataset_first(&lesson->test, ASKED);
    double begin = seconds_now();
    Near *near = find_near(app, &lesson->train, &test);
    double seconds = seconds_now() - begin;
    FILE *table = app_table(app, "neighbours", "k\taccuracy");
    double best = 0;
    int most = lesson->train.count < MOST ? lesson->train.count : MOST;
    for (int k = 1; k <= most; k++) {
        int right = 0;
        for (int n = 0; n < test.count; n++)
            right += vote(&near[n], k) == ints(&test.targets)[n];
        double share = (double)right / test.count;
        fprintf(table, "%d\t%.4f\n", k, share);
        if (k == 1) app_metric(app, "neighbours_1", share, "fraction");
        if (k == 3) app_metric(app, "neighbours_3", share, "fraction");
        if (share > best) best = share;
    }
    app_metric(app, "neighbours_best", best, "fraction");
    app_metric(app, "neighbours_ms", 1e3 * seconds / test.count,
               "ms a digit");
    app_say(app,
            "neighbours: without any training the nearest of %d digits "
            "reads %.1f%%, in %.2f ms a digit  [sec:ch06-neighbours]",
            lesson->train.count, 100 * best, 1e3 * seconds / test.count);
    free(near);
}

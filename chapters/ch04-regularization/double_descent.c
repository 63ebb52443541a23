// More features than samples: the error falls, rises to where the features
// are just enough to learn all by heart, and falls once more.
#include "digits.h"
#include "lesson.h"
#include "linear_algebra.h"
#include "measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEARNED = 200, JUDGED = 500, SIZES = 14, DRAWS = 5, PULLS = 2 };
static const int sizes[SIZES] = {10,  25,  50,  100, 150, 180,  200,
                                 220, 250, 300, 500, 800, 1500, 3000};
// Next to nothing, so that of all weights that fit the shortest are found;
// and enough to be felt.
static const double pulls[PULLS] = {1e-7, 0.1};

// What `size` units say that were drawn at random and never learn: [count,
// size]. The caller frees them.
static Tensor features(App *app, const Dataset *set, int size, uint64_t seed)
{
    App other = *app;
    other.batch = 100;
    Learner l = learner_new(&other, seed);
    l.input = input(l.graph, U8, shape(SIDE, SIDE, 1));
    l.output = relu(linear(flatten(scale(l.input, (Real)(1 / 255.0))), size));
    Tensor out = tensor_new(CPU, REAL, shape(set->count, size));
    for (int first = 0; first < set->count;) {
        int count = feed_batch(l.input, set, first);
        const Tensor *said = predict(l.output);
        memcpy(reals(&out) + first * size, reals(said),
               (size_t)(count * size) * sizeof(Real));
        first += count;
    }
    learner_free(&l);
    return out;
}

// How alike samples are: out(i,j) is the product of the features of a(i) and
// of b(j), over their number. Feature by feature, so that all j go at once.
static void alike(double *out, const Tensor *a, const Tensor *b)
{
    int rows = a->shape.dim[0], columns = b->shape.dim[0];
    int size = a->shape.dim[1];
    double *feature = allocate((size_t)columns, sizeof *feature);
    memset(out, 0, (size_t)(rows * columns) * sizeof *out);
    for (int k = 0; k < size; k++) {
        for (int j = 0; j < columns; j++)
            feature[j] = (double)reals(b)[j * size + k] / size;
        for (int i = 0; i < rows; i++) {
            double x = (double)reals(a)[i * size + k];
            for (int j = 0; j < columns; j++)
                out[i * columns + j] += x * feature[j];
        }
    }
    free(feature);
}

/* With w = X'a, a combination of samples, the normal equation becomes
 * (XX' + pull I) a = t: as many unknowns as samples, however many features.
 * One column of a [LEARNED, CLASSES] a class.
 */
static bool solve(double *a, const double *near, const Dataset *set,
                  double pull)
{
    double *k = allocate(LEARNED * LEARNED, sizeof *k), t[LEARNED];
    int pivot;
    memcpy(k, near, LEARNED * LEARNED * sizeof *k);
    for (int i = 0; i < LEARNED; i++) k[i * LEARNED + i] += pull;
    bool good = cholesky(k, LEARNED, &pivot);
    for (int class = 0; class < CLASSES && good; class ++) {
        for (int i = 0; i < LEARNED; i++)
            t[i] = (ints(&set->targets)[i] == class) - 0.1;
        cholesky_solve(t, k, LEARNED);
        for (int i = 0; i < LEARNED; i++) a[i * CLASSES + class] = t[i];
    }
    free(k);
    return good;
}

// near(n,i): how alike sample n is to what was learned.
static double share_wrong(const double *a, const double *near,
                          const Dataset *set)
{
    int wrong = 0;
    for (int n = 0; n < set->count; n++) {
        Real z[CLASSES] = {0};
        for (int i = 0; i < LEARNED; i++)
            for (int class = 0; class < CLASSES; class ++)
                z[class] +=
                    (Real)(near[n * LEARNED + i] * a[i * CLASSES + class]);
        wrong += likeliest(z, CLASSES) != ints(&set->targets)[n];
    }
    return (double)wrong / set->count;
}

// train[pull] and test[pull] += their shares of wrong answers.
static void learn(App *app, const Digits *d, int size, uint64_t seed,
                  double *train, double *test)
{
    Dataset judged = dataset_first(&d->test, JUDGED);
    Tensor x = features(app, &d->train, size, seed);
    Tensor other = features(app, &judged, size, seed);
    double *near = allocate(LEARNED * (LEARNED + JUDGED), sizeof *near);
    double *a = allocate(LEARNED * CLASSES, sizeof *a);
    double *new = near + LEARNED *LEARNED;
    alike(near, &x, &x);
    alike(new, &other, &x);
    for (int k = 0; k < PULLS; k++) {
        if (!solve(a, near, &d->train, pulls[k]))
            app_fail(app, 1, "%d features cannot be told apart", size);
        train[k] += share_wrong(a, near, &d->train) / DRAWS;
        test[k] += share_wrong(a, new, &judged) / DRAWS;
    }
    free(near);
    free(a);
    tensor_free(&x);
    tensor_free(&other);
    app_stop_if_interrupted(app);
}

void show_double_descent(App *app, Lesson *lesson)
{
    (void)lesson;
    Digits all = digits_all(app, LEARNED * 3 / 2);
    double train[SIZES][PULLS] = {{0}}, test[SIZES][PULLS] = {{0}};
    for (int draw = 0; draw < DRAWS; draw++) {
        uint64_t seed = app->seed + (uint64_t)draw;
        Digits d = digits_drawn(&all, LEARNED, seed);
        for (int k = 0; k < SIZES; k++)
            learn(app, &d, sizes[k], seed, train[k], test[k]);
        digits_free(&d);
    }
    FILE *table =
        app_table(app, "double-descent", "features\ttrain\ttest\tpulled");
    for (int k = 0; k < SIZES; k++) {
        fprintf(table, "%d\t%.4f\t%.4f\t%.4f\n", sizes[k], train[k][0],
                test[k][0], test[k][1]);
        metric_of(app, test[k][0], "fraction", "double_%d", sizes[k]);
        metric_of(app, test[k][1], "fraction", "double_%d_pulled", sizes[k]);
    }
    app_say(app,
            "double descent: %.0f%% of digits wrong with 50 features, %.0f%% "
            "with as many as digits, %.0f%% with 3000  "
            "[fig:ch04-double-descent]",
            100 * test[2][0], 100 * test[6][0], 100 * test[SIZES - 1][0]);
    dataset_free(&all.train);
    dataset_free(&all.test);
}

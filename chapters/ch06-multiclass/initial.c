// The first weights: what flows through eight layers before anything is
// learned, and what can then be learned.
#include "deep.h"
#include "lesson.h"
#include "valley.h"

#include <math.h>
#include <stdlib.h>

enum { SEEN = 100, BINS = 21 };

static void note(App *app, const char *start, const char *what, double value,
                 const char *unit)
{
    app_metric_of(app, value, unit, "initial_%s_%s", start, what);
}

/* ---- What flows ---------------------------------------------------------*/

static void write_flow(FILE *table, const char *bend, const char *start,
                       const Flow *flow)
{
    for (int l = 0; l < DEPTH; l++)
        fprintf(table, "%s\t%s\t%d\t%.6g\t%.6g\n", bend, start, l + 1,
                flow->forward[l], flow->backward[l]);
}

// Of tanh's answers, which lie between -1 and 1: how many in each bin.
static void write_histogram(FILE *table, const char *start, const float *h,
                            int samples)
{
    static const int layers[] = {1, 4, 8};
    for (int i = 0; i < 3; i++) {
        int count[BINS] = {0}, all = samples * WIDTH;
        const float *of = h + (layers[i] - 1) * all;
        for (int j = 0; j < all; j++) {
            int bin = (int)((of[j] + 1) / 2 * BINS);
            count[bin < BINS ? bin : BINS - 1]++;
        }
        for (int b = 0; b < BINS; b++)
            fprintf(table, "%s\t%d\t%.4f\t%.5f\n", start, layers[i],
                    -1 + (2 * b + 1.0) / BINS, (double)count[b] / all);
    }
}

static void show_flow(App *app, const Start *start, FILE *flows,
                      FILE *histograms, Samples samples)
{
    static const char *const bends[] = {"relu", "tanh"};
    size_t numbers = DEPTH * WIDTH * (size_t)samples.count;
    float *h = allocate(numbers, sizeof *h);
    for (Bend bend = BY_RELU; bend <= BY_TANH; bend++) {
        Deep net = deep_new(PIXELS, CLASSES, bend, start, app->seed);
        Flow flow = deep_flow(&net, samples, h);
        write_flow(flows, bends[bend], start->name, &flow);
        if (bend == BY_TANH)
            write_histogram(histograms, start->name, h, samples.count);
        char key[32];
        snprintf(key, sizeof key, "%s_1", bends[bend]);
        note(app, start->name, key, flow.forward[0], "");
        snprintf(key, sizeof key, "%s_8", bends[bend]);
        note(app, start->name, key, flow.forward[DEPTH - 1], "");
        snprintf(key, sizeof key, "%s_back_1", bends[bend]);
        note(app, start->name, key, flow.backward[0], "");
        snprintf(key, sizeof key, "%s_back_8", bends[bend]);
        note(app, start->name, key, flow.backward[DEPTH - 1], "");
        deep_free(&net);
    }
    free(h);
}

/* ---- What is learned ----------------------------------------------------*/

static double learn(App *app, const Start *start, FILE *table, Lesson *lesson)
{
    Dataset few = dataset_first(&lesson->train, FEW);
    Dataset test = dataset_first(&lesson->test, JUDGED);
    Learner l = deep_learner(app, start, false);
    Losses losses;
    learner_train(&l, app, &few,
                  (Course){.epochs = 1,
                           .rate = (Real)0.02,
                           .optimizer = optimizers[MOMENTUM],
                           .schedule = constant_rate,
                           .losses = &losses});
    write_losses(table, start->name, &losses);
    double right = accuracy(l.input, l.output, &test);
    note(app, start->name, "accuracy", right, "fraction");
    note(app, start->name, "first_loss", (double)losses.of[0], "");
    free(losses.of);
    learner_free(&l);
    return right;
}

void show_initial(App *app, Lesson *lesson)
{
    app->batch = SMALL_BATCH;
    Dataset seen = dataset_first(&lesson->train, SEEN);
    Tensor x = standard_digits(&seen);
    Samples samples = {seen.count, reals(&x), ints(&seen.targets)};
    FILE *flows = app_table(app, "initial",
                            "bend\tstart\tlayer\tforward\tbackward");
    FILE *histograms =
        app_table(app, "initial-histogram", "start\tlayer\tvalue\tshare");
    FILE *losses = app_table(app, "initial-loss", "start\tstep\tloss");
    double right[STARTS];
    for (int k = 0; k < STARTS; k++) {
        const Start *start = &starts[k];
        show_flow(app, start, flows, histograms, samples);
        right[k] = learn(app, start, losses, lesson);
    }
    app_say(app,
            "initial: after %d digits eight layers read %.0f%% from zero, "
            "%.0f%% from 0.01, %.0f%% from 1, %.0f%% from Xavier's, %.0f%% "
            "from He's  [fig:ch06-initial]",
            dataset_first(&lesson->train, FEW).count, 100 * right[0],
            100 * right[1], 100 * right[2], 100 * right[3], 100 * right[4]);
    tensor_free(&x);
}

/* Chapter 1: what is learning, and what are our tools?
 *
 * Run        make ch01-intro && ./ch01-intro, then
 *            ./ch01-intro --digit 17
 *            ./ch01-intro --part formats --picture my.jpg
 * Leaves     in build/results/ch01-intro: metrics.tsv, what it found; a .tsv
 *            or more of each experiment; network.safetensors, the ten means
 * New here   all of it: a threshold that is searched for, means that move
 */
#include "lesson.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- A threshold that the machine finds ---------------------------------*/

int count_wrong(float threshold, Samples s)
{
    int wrong = 0;
    for (int n = 0; n < s.count; n++) {
        int said = s.x[n] > threshold;
        wrong += said != s.t[n];
    }
    return wrong;
}

// The largest value below x; x - 2 where there is none.
static float value_below(float x, Samples s)
{
    float below = -INFINITY;
    for (int n = 0; n < s.count; n++)
        if (s.x[n] < x) below = fmaxf(below, s.x[n]);
    return isfinite(below) ? below : x - 2;
}

Threshold find_threshold(Samples s)
{
    Threshold best = {.wrong = s.count + 1};
    for (int n = 0; n < s.count; n++) {
        float at = (s.x[n] + value_below(s.x[n], s)) / 2;
        int wrong = count_wrong(at, s);
        bool lower = wrong == best.wrong && at < best.at;
        if (wrong < best.wrong || lower) best = (Threshold){at, wrong};
    }
    return best;
}

/* ---- Nearest mean -------------------------------------------------------*/

float squared_distance(const Means *m, int k, const uint8_t *picture)
{
    const float *mean = m->mean + k * PIXELS;
    float sum = 0;
    for (int i = 0; i < PIXELS; i++) {
        float apart = (float)picture[i] - mean[i];
        sum += apart * apart;
    }
    return sum;
}

// The average of n numbers is that of n - 1, moved by 1/n of the way to the
// last: (1 2 6) has 3, and 1.5 + (6 - 1.5) / 3 = 3.
void learn_picture(Means *m, const uint8_t *picture, int label)
{
    float *mean = m->mean + label * PIXELS;
    float step = 1 / ++m->count[label];
    for (int i = 0; i < PIXELS; i++)
        mean[i] += step * ((float)picture[i] - mean[i]);
}

int nearest_mean(const Means *m, const uint8_t *picture)
{
    int nearest = 0;
    float least = INFINITY;
    for (int k = 0; k < CLASSES; k++) {
        float distance = squared_distance(m, k, picture);
        if (distance >= least) continue;
        least = distance;
        nearest = k;
    }
    return nearest;
}

double share_right(const Means *m, const Dataset *set)
{
    int right = 0;
    for (int n = 0; n < set->count; n++) {
        const uint8_t *picture = bytes(&set->inputs) + n * PIXELS;
        right += nearest_mean(m, picture) == ints(&set->targets)[n];
    }
    return (double)right / set->count;
}

/* ---- The command line ---------------------------------------------------*/

static int digit, clusters = 3;
static const char *picture;

static const Option options[] = {
    {"--digit", "N", "what does the machine take test digit N for?", WHOLE,
     &digit, false},
    {"--k", "N", "how many clusters the part clusters looks for", WHOLE,
     &clusters, false},
    {"--picture", "FILE", "a picture of your own for the part formats", TEXT,
     &picture, false},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"rules", "where rules win", CORE, UNTRAINED, show_rules},
    {"threshold", "ripe or unripe", CORE, UNTRAINED, show_threshold},
    {"line", "a second feature", CORE, UNTRAINED, show_line},
    {"pixels", "a digit as numbers", CORE, UNTRAINED, show_pixels},
    {"digits", "the nearest mean", CORE, TRAINED, show_digits},
    {"breaks", "where both break", CORE, TRAINED, show_breaks},
    {"formats", "a picture, four files", FURTHER, UNTRAINED, show_formats},
    {"clusters", "penguins, unnamed", FURTHER, UNTRAINED, show_clusters},
    {"grid", "learning by reward", FURTHER, UNTRAINED, show_grid},
    {"data-size", "more data", FURTHER, UNTRAINED, show_data_size},
    {"ladder", "a matrix product", FURTHER, UNTRAINED, show_ladder},
    {"strides", "views of a tensor", FURTHER, UNTRAINED, show_strides},
    {0},
};

static const Defaults defaults = {
    .about = "a machine learns what digits look like",
    .epochs = 1,
    .batch = 64,
    .learning_rate = 1,   // no --lr: each mean says how far it moves
    .options = options,
    .experiments = experiments,
};

static bool part_is(const App *app, const char *name)
{
    return app->part && strcmp(app->part, name) == 0;
}

static void check_options(App *app)
{
    if (picture && !part_is(app, "formats"))
        app_fail(app, 2, "--picture goes with --part formats");
    if (app_given(app, "--k") && !part_is(app, "clusters"))
        app_fail(app, 2, "--k goes with --part clusters");
    if (app_given(app, "--digit") && app->part)
        app_fail(app, 2, "--digit and --part exclude each other");
    if (app_given(app, "--lr"))
        app_fail(app, 2, "--lr: each mean says how far it moves");
}

/* ---- The data and the means ---------------------------------------------*/

static Dataset digits(App *app, const char *which)
{
    char images[500], labels[500];
    Dataset set = {0};
    Error error = {0};
    snprintf(images, sizeof images, "%s/mnist/%s-images-idx3-ubyte",
             app->data, which);
    snprintf(labels, sizeof labels, "%s/mnist/%s-labels-idx1-ubyte",
             app->data, which);
    app_check(app,
              idx_dataset(&set, images, labels, SIDE, SIDE, CLASSES, &error),
              &error);
    return set;
}

static float *numbers(const Params *params, const char *name)
{
    return reals(&params->values) + params_find(params, name)->offset;
}

// The means lie among Params, so that they are saved and resumed.
static Lesson lesson_new(App *app)
{
    Lesson lesson = {.train = digits(app, "train"),
                     .test = digits(app, "t10k"),
                     .params = params_new(app->seed, CPU),
                     .clusters = clusters,
                     .picture = picture};
    params_add(lesson.params, (Param){.name = "digit.mean",
                                      .shape = shape(CLASSES, PIXELS),
                                      .initialiser = ZERO});
    params_add(lesson.params, (Param){.name = "digit.count",
                                      .shape = shape(CLASSES),
                                      .initialiser = ZERO,
                                      .is_statistic = true});
    params_ready(lesson.params);
    lesson.means = (Means){numbers(lesson.params, "digit.mean"),
                           numbers(lesson.params, "digit.count")};
    return lesson;
}

static void lesson_free(Lesson *lesson)
{
    dataset_free(&lesson->train);
    dataset_free(&lesson->test);
    params_free(lesson->params);
}

/* ---- Training -----------------------------------------------------------*/

// How far the pictures are from the means of their classes, a pixel.
static float loss_of(const Means *m, Batch b)
{
    float sum = 0;
    for (int n = 0; n < b.size; n++)
        sum += squared_distance(m, ints(&b.targets)[n],
                                bytes(&b.inputs) + n * PIXELS);
    return sum / (float)(b.size * PIXELS);
}

static void train(App *app, Lesson *lesson)
{
    Means *means = &lesson->means;
    app_train(app, lesson->params, NULL, &lesson->train);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            float loss = loss_of(means, b);
            for (int n = 0; n < b.size; n++)
                learn_picture(means, bytes(&b.inputs) + n * PIXELS,
                              ints(&b.targets)[n]);
            app_step(app, b, loss);
        }
        app_epoch(app, share_right(means, &lesson->test));
    }
    //@ end training-loop
}

int main(int argc, char **argv)
{
    App app = app_begin("ch01-intro", argc, argv, defaults);
    check_options(&app);
    Lesson lesson = lesson_new(&app);
    bool asked = app_given(&app, "--digit");
    bool trained = app_load(&app, lesson.params, asked);
    if (!trained && (asked || app_needs_training(&app))) train(&app, &lesson);
    if (asked)
        ask_digit(&app, &lesson, digit);
    else
        app_experiments(&app, &lesson);
    lesson_free(&lesson);
    return app_end(&app);
}

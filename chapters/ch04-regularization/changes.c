// What dropout, batch normalisation, label smoothing and augmentation change,
// each in numbers small enough to look at.
#include "digits.h"
#include "kernels.h"
#include "lesson.h"

#include <math.h>
#include <string.h>

static void write_row(FILE *grids, const char *drawing, const char *grid,
                      int row, const Real *x, int count, const char *role)
{
    for (int k = 0; k < count; k++) {
        char text[16];
        snprintf(text, sizeof text, "%.2g", (double)x[k]);
        fprintf(grids, "%s\t%s\t%d\t%d\t%s\t%s\n", drawing, grid, row, k,
                strcmp(text, "-0") == 0 ? "0" : text,
                x[k] == 0 && strcmp(role, "answer") == 0 ? "plain" : role);
    }
}

/* ---- Dropout ------------------------------------------------------------*/

enum { UNITS = 6, PASSES = 3, MANY = 10000 };

//@ mask
// A unit is cut off where its number falls below the rate; the others answer
// so much louder that the sum is, on average, what it was.
static void drop(Real *out, const Real *x, int count, Real rate,
                 Stream chance)
{
    for (int k = 0; k < count; k++) {
        bool cut = random_uniform(chance, (uint64_t)k) < (double)rate;
        out[k] = cut ? 0 : x[k] / (1 - rate);
    }
}
//@ end mask

static void show_mask(App *app, FILE *grids)
{
    static const Real x[UNITS] = {1, 2, 3, 1, 2, 3};
    Real out[UNITS];
    double sum = 0;
    write_row(grids, "mask", "before", 0, x, UNITS, "plain");
    for (int pass = 0; pass < MANY; pass++) {
        Stream chance = {app->seed, (uint32_t)pass, FOR_LESSON, 30};
        drop(out, x, UNITS, (Real)0.5, chance);
        for (int k = 0; k < UNITS; k++) sum += (double)out[k] / MANY;
        if (pass < PASSES)
            write_row(grids, "mask", "after", pass, out, UNITS, "answer");
    }
    app_metric(app, "changes_mask_sum", 12, "");
    app_metric(app, "changes_mask_mean_sum", sum, "");
}

/* ---- Batch normalisation ------------------------------------------------*/

enum { SAMPLES = 4, CHANNELS = 3 };

// Each column of the batch less its mean, over its deviation.
static void normalise(Real *out, const Real *x)
{
    for (int c = 0; c < CHANNELS; c++) {
        double mean = 0, square = 0;
        for (int n = 0; n < SAMPLES; n++)
            mean += (double)x[n * CHANNELS + c] / SAMPLES;
        for (int n = 0; n < SAMPLES; n++)
            square += pow((double)x[n * CHANNELS + c] - mean, 2) / SAMPLES;
        for (int n = 0; n < SAMPLES; n++)
            out[n * CHANNELS + c] =
                (Real)(((double)x[n * CHANNELS + c] - mean) / sqrt(square));
    }
}

static void show_norm(FILE *grids)
{
    static const Real x[SAMPLES * CHANNELS] = {1, 20, -3, 3, 24, -3,
                                               5, 20, -5, 7, 24, -5};
    Real out[SAMPLES * CHANNELS];
    normalise(out, x);
    for (int n = 0; n < SAMPLES; n++) {
        write_row(grids, "norm", "before", n, x + n * CHANNELS, CHANNELS,
                  "plain");
        write_row(grids, "norm", "after", n, out + n * CHANNELS, CHANNELS,
                  "answer");
    }
}

/* ---- Label smoothing ----------------------------------------------------*/

// With the share e of the target given to all of K classes, the best logit of
// the right one lies log((1 - e + e/K) / (e/K)) above the others, and no
// further.
static void show_smoothing(App *app, FILE *grids)
{
    Dataset one = {.count = 1,
                   .inputs = tensor_new(CPU, U8, shape(1, 1)),
                   .targets = tensor_new(CPU, I32, shape(1))};
    ints(&one.targets)[0] = 3;
    Dataset hard = smoothed(&one, 0), soft = smoothed(&one, (Real)0.1);
    write_row(grids, "smoothing", "before", 0, reals(&hard.targets), CLASSES,
              "plain");
    write_row(grids, "smoothing", "after", 0, reals(&soft.targets), CLASSES,
              "answer");
    app_metric(app, "changes_smoothing_gap", log(0.91 / 0.01), "");
    tensor_free(&hard.targets);
    tensor_free(&soft.targets);
    dataset_free(&one);
}

/* ---- Augmentation -------------------------------------------------------*/

static void show_augmented(App *app)
{
    enum { COPIES = 8 };
    Digits all = digits_all(app, 1);
    FILE *table =
        app_table(app, "changes-pixels", "copy\trow\tcolumn\tlevel");
    for (int copy = 0; copy < COPIES; copy++) {
        uint8_t pixels[PIXELS];
        memcpy(pixels, bytes(&all.train.inputs), PIXELS);
        Stream chance = {app->seed, (uint32_t)copy, FOR_AUGMENTATION, 30};
        if (copy > 0) augment(pixels, 1, SIDE, SIDE, slight, chance, 0);
        for (int i = 0; i < PIXELS; i++)
            fprintf(table, "%d\t%d\t%d\t%d\n", copy, i / SIDE, i % SIDE,
                    pixels[i]);
    }
    dataset_free(&all.train);
    dataset_free(&all.test);
}

void show_changes(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *grids =
        app_table(app, "grids", "drawing\tgrid\trow\tcolumn\tvalue\trole");
    show_mask(app, grids);
    show_norm(grids);
    show_smoothing(app, grids);
    show_augmented(app);
    app_say(app, "changes: what dropout, batch normalisation, label "
                 "smoothing and augmentation do to a few numbers  "
                 "[fig:ch04-mask, fig:ch04-norm]");
}

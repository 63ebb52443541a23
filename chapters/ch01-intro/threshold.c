// Ripe or unripe? The machine looks for the threshold itself, has its whole
// training box right, and fails on another.
#include "fruit.h"
#include "lesson.h"

const Box training_box = {
    .name = "training",
    .size = {1.0f, 1.5f, 1.2f, 1.8f, 2.2f, 2.5f, 3.0f, 2.8f},
    .colour = {1.0f, 0.5f, 1.4f, 0.8f, 1.4f, 2.0f, 2.0f, 1.5f},
    .ripe = {0, 0, 0, 0, 1, 1, 1, 1},
};
const Box new_box = {
    .name = "new",
    .size = {1.4f, 2.9f, 3.0f, 2.4f, 2.6f, 2.7f, 3.1f, 2.3f},
    .colour = {1.1f, 0.1f, 0.4f, 1.8f, 0.3f, 1.6f, 1.9f, 0.9f},
    .ripe = {0, 0, 0, 1, 0, 1, 1, 0},
};

static Samples by_size(const Box *box)
{
    return (Samples){APPLES, box->size, box->ripe};
}

// For each place that a threshold may have, the share that it has wrong.
static void write_errors(App *app)
{
    FILE *table =
        app_table(app, "threshold-errors", "threshold\ttraining\tnew");
    for (int k = 0; k <= 60; k++) {
        float at = 0.5f + (float)k * 0.05f + 0.025f;
        fprintf(table, "%.3f\t%.4f\t%.4f\n", (double)at,
                (double)count_wrong(at, by_size(&training_box)) / APPLES,
                (double)count_wrong(at, by_size(&new_box)) / APPLES);
    }
}

static void write_box(FILE *table, const Box *box, float threshold)
{
    for (int n = 0; n < APPLES; n++)
        fprintf(table, "%s\t%.1f\t%.1f\t%d\t%d\n", box->name,
                (double)box->size[n], (double)box->colour[n], box->ripe[n],
                box->size[n] > threshold);
}

void show_threshold(App *app, Lesson *lesson)
{
    (void)lesson;
    Threshold found = find_threshold(by_size(&training_box));
    int wrong = count_wrong(found.at, by_size(&new_box));
    FILE *table =
        app_table(app, "threshold", "box\tsize\tcolour\tripe\tsaid");
    write_box(table, &training_box, found.at);
    write_box(table, &new_box, found.at);
    write_errors(app);
    app_metric(app, "threshold_apples", APPLES, "");
    app_metric(app, "threshold_at", (double)found.at, "cm");
    app_metric(app, "threshold_training_wrong", found.wrong, "apples");
    app_metric(app, "threshold_new_wrong", wrong, "apples");
    app_metric(app, "threshold_new_right", APPLES - wrong, "apples");
    app_say(app,
            "threshold: ripe above %.1f has %d of %d apples right, and %d "
            "of %d of a new box  [fig:ch01-threshold]",
            (double)found.at, APPLES - found.wrong, APPLES, APPLES - wrong,
            APPLES);
}

// One hidden layer of 3, 6 and 20 units on the same spiral.
#include "lesson.h"

enum { SIZES = 3, SEEDS = 5, EPOCHS = 4000 };
static const int sizes[SIZES] = {3, 6, 20};

void show_widths(App *app, Lesson *lesson)
{
    (void)lesson;
    Design d = design_usual;
    char row[16];
    double mean[SIZES] = {0};
    FILE *plane = app_table(app, "widths", "units\tx1\tx2\tp");
    FILE *points = app_table(app, "widths-points", "set\tx1\tx2\tt");
    Dataset seen = planar_new(d.kind, TRAIN_POINTS, d.noise, app->seed, 0);
    write_points(points, "train", &seen);
    dataset_free(&seen);
    d.layers = 1;
    for (int k = 0; k < SIZES; k++) {
        d.hidden[0] = sizes[k];
        snprintf(row, sizeof row, "%d", sizes[k]);
        for (int s = 0; s < SEEDS; s++) {
            Drill drill = {app->seed + (uint64_t)s, EPOCHS, (Real)0.1,
                           s ? NULL : plane, row};
            Trial trial = try_design(app, &d, drill);
            mean[k] += trial.test / SEEDS;
            if (s == 0)
                app_metric_of(app, trial.test, "fraction", "widths_%d_shown",
                              sizes[k]);
        }
        app_metric_of(app, mean[k], "fraction", "widths_%d", sizes[k]);
    }
    app_say(app,
            "widths: on new points of the spiral 3 units get %.0f%% right, 6 "
            "%.0f%%, 20 %.0f%%  [fig:ch05-widths]",
            100 * mean[0], 100 * mean[1], 100 * mean[2]);
}

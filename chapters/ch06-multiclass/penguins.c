// Three kinds of penguins: words and missing values among the inputs, and
// one input that gives too much away.
#include "lesson.h"

#include <stdio.h>

static double learned(App *app, const char *leave, int *features, int *rows)
{
    char path[500];
    snprintf(path, sizeof path, "%s/penguins/penguins.csv", app->data);
    TableTask task = {.path = path,
                      .target = "species",
                      .left_out = {"year", leave},
                      .seed = app->seed};
    Table t;
    table_read(&t, app, task, true);
    layer_learn(&t.line, &t.sets.train, app->seed, 40, 0.1);
    double right = accuracy_of_layer(&t.line, &t.sets.test);
    *features = t.line.inputs;
    *rows = t.sets.test.count;
    table_free(&t);
    return right;
}

void show_penguins(App *app, Lesson *lesson)
{
    (void)lesson;
    int all, measures, rows;
    double with = learned(app, NULL, &all, &rows);
    double without = learned(app, "island", &measures, &rows);
    app_metric(app, "penguins_test_rows", rows, "rows");
    app_metric(app, "penguins_accuracy", with, "fraction");
    app_metric(app, "penguins_features", all, "inputs");
    app_metric(app, "penguins_without_island", without, "fraction");
    app_metric(app, "penguins_without_features", measures, "inputs");
    app_say(app,
            "penguins: %.1f%% of the test birds with %d inputs, %.1f%% "
            "where nobody says the island  [sec:ch06-penguins]",
            100 * with, all, 100 * without);
}

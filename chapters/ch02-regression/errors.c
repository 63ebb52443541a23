// Held-out prices: how far is the line, how far is saying the mean of
// everything, and how near could any line come?
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

// Residuals, what was paid less what was said, counted in 60 boxes.
static void write_residuals(App *app, const Lesson *lesson)
{
    enum { BOXES = 60 };
    int count[BOXES] = {0};
    const Dataset *test = &lesson->sets.test;
    Houses h = houses_of(test);
    double width = 6 * miss_of_line(&lesson->line, test).rms / BOXES;
    for (int n = 0; n < h.count; n++) {
        double said =
            line_price(&lesson->line, h.x + n * lesson->line.features);
        double widths = width > 0 ? ((double)h.t[n] - said) / width : 0;
        int box = (int)floor(widths) + BOXES / 2;
        if (box >= 0 && box < BOXES) count[box]++;
    }
    FILE *table = app_table(app, "errors-residuals", "residual\thouses");
    for (int k = 0; k < BOXES; k++)
        fprintf(table, "%.6g\t%d\n",
                lesson->size * width * (k + 0.5 - BOXES / 2), count[k]);
}

// What was said and what was paid, for the first 800 test rows.
static void write_said(App *app, const Lesson *lesson)
{
    FILE *table = app_table(app, "errors-said", "said\tpaid");
    Dataset some = dataset_first(&lesson->sets.test, 800);
    Houses h = houses_of(&some);
    for (int n = 0; n < h.count; n++)
        fprintf(table, "%.6g\t%.6g\n",
                lesson->size *
                    (double)line_price(&lesson->line,
                                       h.x + n * lesson->line.features),
                lesson->size * (double)h.t[n]);
}

// Price against size: 800 test rows, and the best line of the size alone.
static void write_sizes(App *app, const Lesson *lesson)
{
    const TableSets *s = &lesson->sets;
    Error error = {0};
    int size = csv_column(&s->csv, "sqft_living", &error);
    int price = csv_column(&s->csv, "price", &error), column;
    if (lesson->own || size < 0 || price < 0) return;
    Tensor x = tensor_new(CPU, REAL, shape(s->train.count, 1));
    for (int n = 0; n < s->train.count; n++)
        reals(&x)[n] =
            (Real)(s->csv.column[size].number[s->split.train.row[n]] / 1000);
    Dataset set = {
        .count = s->train.count, .inputs = x, .targets = s->train.targets};
    Line line = line_new(1);
    fit_exactly(&line, &set, &column);
    app_metric(app, "size_w", (double)line.w[0], "USD per square foot");
    app_metric(app, "size_b", 1000 * (double)*line.b, "USD");
    FILE *table = app_table(app, "errors-sizes", "size\tprice");
    for (int n = 0; n < s->test.count && n < 800; n++) {
        int row = s->split.test.row[n];
        fprintf(table, "%.0f\t%.0f\n", s->csv.column[size].number[row],
                s->csv.column[price].number[row]);
    }
    line_free(&line);
    tensor_free(&x);
}

static void note(App *app, const Lesson *lesson, const char *who, Miss miss)
{
    char name[64];
    snprintf(name, sizeof name, "%s_rmse", who);
    price_metric(app, lesson, name, miss.rms);
    snprintf(name, sizeof name, "%s_mae", who);
    price_metric(app, lesson, name, miss.mean);
}

void show_errors(App *app, Lesson *lesson)
{
    const Dataset *train = &lesson->sets.train, *test = &lesson->sets.test;
    int column;
    Line exact = line_new(lesson->line.features);
    Miss mean = miss_of_constant(mean_of_targets(train), test);
    Miss line = miss_of_line(&lesson->line, test);
    bool solved = fit_exactly(&exact, train, &column);
    Miss best = solved ? miss_of_line(&exact, test) : (Miss){NAN, NAN};
    note(app, lesson, "mean", mean);
    note(app, lesson, "line", line);
    if (solved) {
        note(app, lesson, "exact", best);
        if (best.rms > 0)
            app_metric(app, "line_over_exact", line.rms / best.rms, "");
    }
    price_metric(app, lesson, "test_mae", line.mean);
    price_metric(app, lesson, "train_rmse",
                 miss_of_line(&lesson->line, train).rms);
    if (mean.rms > 0)   // else there is nothing to explain
        app_metric(app, "explained", 1 - pow(line.rms / mean.rms, 2),
                   "fraction");
    app_metric(app, "train_rows", train->count, "rows");
    app_metric(app, "test_rows", test->count, "rows");
    write_residuals(app, lesson);
    write_said(app, lesson);
    write_sizes(app, lesson);
    app_say(app,
            "errors: held-out rows are missed by %s %s, by the mean of "
            "all prices by %s, by the best line by %s  "
            "[fig:ch02-residuals]",
            money(lesson, line.rms), lesson->unit, money(lesson, mean.rms),
            solved ? money(lesson, best.rms) : "no number: there is none");
    app_say(app,
            "errors: without squares %s, and %s of the mean  "
            "[sec:ch02-errors]",
            money(lesson, line.mean), money(lesson, mean.mean));
    line_free(&exact);
}

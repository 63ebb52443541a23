// A leak, planted: a column that has seen the answers. For each house it says
// what houses of the same size in the same zip code were sold for. Whoever
// takes that mean over all rows has told each test house its own price.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

enum { SIZES = 20000 };   // square feet

// Where the prices of a zip code and a size are added up.
static int group_of(const Csv *csv, int row)
{
    Error error = {0};
    const Column *zip = &csv->column[csv_column(csv, "zipcode", &error)];
    const Column *size = &csv->column[csv_column(csv, "sqft_living", &error)];
    return zip->category[row] * SIZES + (int)size->number[row];
}

// For each row of the table the mean price of its group, as far as the given
// rows know it; where they know none, the mean of all of theirs.
static double *group_means(const Csv *csv, const Rows *rows, int lists)
{
    Error error = {0};
    const double *price =
        csv->column[csv_column(csv, "price", &error)].number;
    int zip = csv_column(csv, "zipcode", &error);
    size_t groups = (size_t)SIZES * (size_t)csv->column[zip].levels;
    double *sum = allocate(2 * groups, sizeof *sum), *count = sum + groups;
    double all = 0, known = 0;
    for (int k = 0; k < lists; k++)
        for (int i = 0; i < rows[k].count; i++) {
            int row = rows[k].row[i], group = group_of(csv, row);
            sum[group] += price[row] / 1000;
            count[group]++;
            all += price[row] / 1000;
            known++;
        }
    double *means = allocate((size_t)csv->rows, sizeof *means);
    for (int row = 0; row < csv->rows; row++) {
        int group = group_of(csv, row);
        means[row] =
            count[group] > 0 ? sum[group] / count[group] : all / known;
    }
    free(sum);
    return means;
}

typedef struct Finding {
    double measured, later;   // on the test rows; on houses not sold yet
} Finding;

// Learns from training rows with the column `known`, and is judged on test
// rows with it, then with what can be known before a house is sold.
static Finding judge(const Lesson *lesson, const double *known,
                     const double *before)
{
    const TableSets *s = &lesson->sets;
    Dataset train = with_column(&s->train, s->split.train, known);
    Dataset test = with_column(&s->test, s->split.test, known);
    Dataset sold_later = with_column(&s->test, s->split.test, before);
    Line line = line_new(lesson->line.features + 1);
    int column;
    Finding f = {NAN, NAN};
    if (fit_exactly(&line, &train, &column)) {
        f.measured = miss_of_line(&line, &test).rms;
        f.later = miss_of_line(&line, &sold_later).rms;
    }
    line_free(&line);
    tensor_free(&train.inputs);
    tensor_free(&test.inputs);
    tensor_free(&sold_later.inputs);
    return f;
}

void show_leakage(App *app, Lesson *lesson)
{
    const TableSets *s = &lesson->sets;
    Rows both[] = {s->split.train, s->split.test};
    double *of_all = group_means(&s->csv, both, 2);
    double *of_training = group_means(&s->csv, both, 1);
    Finding leak = judge(lesson, of_all, of_training);
    Line line = line_new(lesson->line.features);
    int column;
    fit_exactly(&line, &s->train, &column);
    double honest = miss_of_line(&line, &s->test).rms;
    price_metric(app, lesson, "leakage_without", honest);
    price_metric(app, lesson, "leakage_measured", leak.measured);
    price_metric(app, lesson, "leakage_later", leak.later);
    app_say(app,
            "leakage: with a column that has seen the answers %s USD, "
            "without it %s; on houses not sold yet that line is off by "
            "%s  [fig:ch02-leakage]",
            money(lesson, leak.measured), money(lesson, honest),
            money(lesson, leak.later));
    line_free(&line);
    free(of_all);
    free(of_training);
}

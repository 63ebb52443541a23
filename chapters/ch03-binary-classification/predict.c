// ./ch03-binary-classification --predict "mean_radius=20": is it a yes, how
// probable is that, and what is it made of?
#include "lesson.h"

#include <math.h>

// What a column adds to the logit of the mean sample.
static double share_of(const Line *line, const EncodedColumn *column,
                       const Real *x)
{
    double share = 0;
    for (int f = column->first; f < column->first + column->width; f++)
        share += (double)line->w[f] * (double)x[f];
    return share;
}

// The least and the most of a column in the training rows.
static void check_value(App *app, const Lesson *lesson, const char *name,
                        double value)
{
    const TableSets *s = &lesson->sets;
    Error error = {0};
    const Column *c = &s->csv.column[csv_column(&s->csv, name, &error)];
    double least = INFINITY, most = -INFINITY;
    for (int i = 0; i < s->split.train.count; i++) {
        double seen = c->number[s->split.train.row[i]];
        least = fmin(least, seen);
        most = fmax(most, seen);
    }
    if (value < 0 && least >= 0)
        app_fail(app, 1,
                 "--predict: %s=%g is negative, and no training row has less "
                 "than %g",
                 name, value, least);
    if (value < least || value > most)
        app_say(app, "%s=%g lies outside of what the line has seen, %g to %g",
                name, value, least, most);
}

static void say_share(App *app, const Lesson *lesson, const Csv *sample,
                      int k, double share)
{
    const EncodedColumn *c = &lesson->sets.encoder.column[k];
    const Column *value = &sample->column[k];
    char text[100];
    if (c->kind == NUMBER)
        snprintf(text, sizeof text, "%.40s = %g", c->name, value->number[0]);
    else
        snprintf(text, sizeof text, "%.40s = %.40s", c->name,
                 value->level[value->category[0]]);
    app_say(app, "  %-44s %+8.2f", text, share);
}

void predict_answer(App *app, Lesson *lesson, const char *question)
{
    const Encoder *e = &lesson->sets.encoder;
    Error error = {0};
    Csv sample;
    Tensor x;
    if (!encoder_row(&sample, e, question, &error))
        app_fail(app, 1, "--predict: %s", error.message);
    for (int r = 0; r < sample.remarks; r++)
        app_detail(app, "%s", sample.remark[r]);
    if (sample.remarks > 0)
        app_say(app,
                "%d inputs are not given and take their mean or most "
                "frequent value; --verbose says which",
                sample.remarks);
    for (int k = 0; k < e->columns; k++)
        if (e->column[k].kind == NUMBER)
            check_value(app, lesson, e->column[k].name,
                        sample.column[k].number[0]);
    app_check(app, encoder_apply(&x, e, &sample, &error), &error);
    double z = (double)*lesson->line.b;
    app_say(app, "  %-44s %+8.2f", "where all inputs are at their mean", z);
    for (int k = 0; k < e->columns; k++) {
        double share = share_of(&lesson->line, &e->column[k], reals(&x));
        if (fabs(share) >= 0.005) say_share(app, lesson, &sample, k, share);
        z += share;
    }
    double p = (double)sigmoid_plain((float)z);
    app_say(app, "  %-44s %+8.2f", "together, the logit", z);
    app_say(app, "%s with probability %.4f", z > 0 ? lesson->yes : lesson->no,
            z > 0 ? p : 1 - p);
    if (app->quiet) printf("%s\t%.6f\n", z > 0 ? lesson->yes : lesson->no, p);
    tensor_free(&x);
    csv_free(&sample);
}

// ./ch02-regression --predict "sqft_living=2000 bedrooms=3": what would such
// a house cost, and what is that made of?
#include "lesson.h"

#include <math.h>
#include <string.h>

// The least and the most of a column in the training rows.
typedef struct Span {
    double least, most;
} Span;

static Span training_span(const Lesson *lesson, const char *name)
{
    const TableSets *s = &lesson->sets;
    Error error = {0};
    const Column *c = &s->csv.column[csv_column(&s->csv, name, &error)];
    Span span = {INFINITY, -INFINITY};
    for (int i = 0; i < s->split.train.count; i++) {
        double value = c->number[s->split.train.row[i]];
        span.least = fmin(span.least, value);   // of a number and NAN, the
        span.most = fmax(span.most, value);   // number
    }
    return span;
}

// A negative size is refused; one beyond all others is said.
static void check_value(App *app, const Lesson *lesson,
                        const EncodedColumn *column, double value)
{
    Span span = training_span(lesson, column->name);
    if (value < 0 && span.least >= 0)
        app_fail(app, 1,
                 "--predict: %s=%g is negative, and no training row "
                 "has less than %g",
                 column->name, value, span.least);
    if (value < span.least || value > span.most)
        app_say(app,
                "%s=%g lies outside of what the line has seen, %g to "
                "%g: it goes straight on",
                column->name, value, span.least, span.most);
}

static void check_values(App *app, const Lesson *lesson, const Csv *house)
{
    const Encoder *e = &lesson->sets.encoder;
    for (int k = 0; k < e->columns; k++)
        if (e->column[k].kind == NUMBER)
            check_value(app, lesson, &e->column[k],
                        house->column[k].number[0]);
}

// What a column adds to the price of the mean house.
static double share_of(const Line *line, const EncodedColumn *column,
                       const Real *x)
{
    double share = 0;
    for (int f = column->first; f < column->first + column->width; f++)
        share += (double)line->w[f] * (double)x[f];
    return share;
}

static void say_share(App *app, const Lesson *lesson, const Csv *house, int k,
                      double share)
{
    const EncodedColumn *c = &lesson->sets.encoder.column[k];
    const Column *value = &house->column[k];
    char text[100];
    if (c->kind == NUMBER)
        snprintf(text, sizeof text, "%.40s = %g", c->name, value->number[0]);
    else
        snprintf(text, sizeof text, "%.40s = %.40s", c->name,
                 value->level[value->category[0]]);
    app_say(app, "  %-36s %12s", text, money(lesson, share));
}

static void say_price(App *app, const Lesson *lesson, double price)
{
    double miss = miss_of_line(&lesson->line, &lesson->sets.test).mean;
    app_say(app, "  %-36s %12s %s", "together", money(lesson, price),
            lesson->unit);
    app_say(app,
            "on houses that it has not seen the line is off by %s %s on "
            "average",
            money(lesson, miss), lesson->unit);
    if (price < 0 && !lesson->own)
        app_say(app, "a price cannot be negative: the line does not know "
                     "that  [sec:ch02-neuron]");
    if (app->quiet) printf("%.0f\n", lesson->size * price);
}

void predict_price(App *app, Lesson *lesson, const char *question)
{
    const Encoder *e = &lesson->sets.encoder;
    Error error = {0};
    Csv house;
    Tensor x;
    if (!encoder_row(&house, e, question, &error))
        app_fail(app, 1, "--predict: %s%s", error.message,
                 strstr(error.message, "no column zipcode")
                     ? "; with --part zip it may be named"
                     : "");
    for (int r = 0; r < house.remarks; r++)
        app_say(app, "%s", house.remark[r]);
    check_values(app, lesson, &house);
    app_check(app, encoder_apply(&x, e, &house, &error), &error);

    app_say(app, "  %-36s %12s", "where all inputs are at their mean",
            money(lesson, (double)*lesson->line.b));
    double price = (double)*lesson->line.b;
    for (int k = 0; k < e->columns; k++) {
        double share = share_of(&lesson->line, &e->column[k], reals(&x));
        say_share(app, lesson, &house, k, share);
        price += share;
    }
    say_price(app, lesson, price);
    tensor_free(&x);
    csv_free(&house);
}

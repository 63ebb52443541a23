// A line in powers of the size is a curve in the size. The loops are the
// same: only the inputs are others.
#include "lesson.h"

#include <math.h>
#include <string.h>

enum { HIGHEST = 8 };

// Powers 1 … degree of the scaled size, which is input `f` of the set.
static Dataset powers(const Dataset *set, int f, int degree)
{
    Dataset out = *set;
    int features = set->inputs.shape.dim[1];
    out.inputs = tensor_new(CPU, REAL, shape(set->count, degree));
    for (int n = 0; n < set->count; n++) {
        Real x = reals(&set->inputs)[n * features + f], power = 1;
        for (int k = 0; k < degree; k++) {
            power *= x;
            reals(&out.inputs)[n * degree + k] = power;
        }
    }
    return out;
}

static double price_at(const Line *line, double x)
{
    double y = (double)*line->b, power = 1;
    for (int k = 0; k < line->features; k++)
        y += (double)line->w[k] * (power *= x);
    return y;
}

// The curve over the sizes that there are.
static void write_curve(FILE *table, const Lesson *lesson, const Line *line,
                        int f)
{
    const Standardiser *s = &lesson->sets.encoder.numbers;
    for (double size = 250; size <= 13600; size += 50)
        fprintf(table, "%d\t%.0f\t%.6g\n", line->features, size,
                lesson->size *
                    price_at(line, (size - s->mean[f]) / s->deviation[f]));
}

static double try_degree(App *app, FILE *curves, FILE *table,
                         const Lesson *lesson, int f, int degree)
{
    Dataset train = powers(&lesson->sets.train, f, degree);
    Dataset test = powers(&lesson->sets.test, f, degree);
    Line line = line_new(degree);
    int column;
    bool good = fit_exactly(&line, &train, &column);
    double off = good ? miss_of_line(&line, &test).rms : NAN;
    char name[64];
    if (good) write_curve(curves, lesson, &line, f);
    if (good)
        fprintf(table, "%d\t%.6g\t%.6g\n", degree,
                lesson->size * miss_of_line(&line, &train).rms,
                lesson->size * off);
    snprintf(name, sizeof name, "polynomial_%d", degree);
    if (good) price_metric(app, lesson, name, off);
    line_free(&line);
    tensor_free(&train.inputs);
    tensor_free(&test.inputs);
    return off;
}

// Which input is the size?
static int feature_named(const Encoder *e, const char *name)
{
    for (int k = 0; k < e->columns; k++)
        if (strcmp(e->column[k].name, name) == 0) return e->column[k].first;
    return 0;
}

void show_polynomial(App *app, Lesson *lesson)
{
    int f = feature_named(&lesson->sets.encoder, "sqft_living");
    FILE *curves = app_table(app, "polynomial-curves", "degree\tsize\tprice");
    FILE *table = app_table(app, "polynomial", "degree\ttrain\ttest");
    double off[HIGHEST + 1];
    for (int degree = 1; degree <= HIGHEST; degree++)
        off[degree] = try_degree(app, curves, table, lesson, f, degree);
    app_say(app,
            "polynomial: from the size alone, held-out error %s USD of "
            "a line, %s of a parabola, %s of degree %d  "
            "[fig:ch02-polynomial]",
            money(lesson, off[1]), money(lesson, off[2]),
            money(lesson, off[HIGHEST]), HIGHEST);
}

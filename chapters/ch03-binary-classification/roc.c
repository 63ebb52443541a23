// All thresholds at once, of the line and of its best and worst single input.
#include "lesson.h"

#include <stdlib.h>

static double write_curve(FILE *table, const char *name, const float *score,
                          const Dataset *set)
{
    RocPoint *curve = allocate((size_t)set->count + 1, sizeof *curve);
    const Real *t = reals(&set->targets);
    int points = roc_curve(curve, score, t, set->count);
    for (int k = 0; k < points; k++)
        fprintf(table, "%s\t%.5g\t%.5f\t%.5f\n", name, curve[k].threshold,
                curve[k].false_rate, curve[k].recall);
    free(curve);
    return roc_area(score, t, set->count);
}

// An input by itself as the score, times 1 or -1; and the area that it has.
static double area_of_input(float *score, const Dataset *set, int input,
                            float sign)
{
    int features = set->inputs.shape.dim[1];
    for (int n = 0; n < set->count; n++)
        score[n] = sign * reals(&set->inputs)[n * features + input];
    return roc_area(score, reals(&set->targets), set->count);
}

// The input that tells the answers apart best, be its large or its small
// values a yes; or worst, whose area is the nearest to one half.
static int choose_input(float *score, const Dataset *set, bool best)
{
    int chosen = 0;
    double most = -1;
    for (int f = 0; f < set->inputs.shape.dim[1]; f++) {
        double area = area_of_input(score, set, f, 1);
        double clear = area > 0.5 ? area : 1 - area;
        double worth = best ? clear : 1 - clear;
        if (worth > most) {
            most = worth;
            chosen = f;
        }
    }
    return chosen;
}

// Four samples, two of one score: 3 pairs in order, and half of one.
static double area_with_ties(void)
{
    static const float score[] = {0.9f, 0.8f, 0.8f, 0.3f};
    static const float target[] = {1, 0, 1, 0};
    return roc_area(score, target, 4);
}

void show_roc(App *app, Lesson *lesson)
{
    const TableSets *s = &lesson->sets;
    float *z = logits_of(&lesson->line, &s->test);
    float *score = allocate((size_t)s->csv.rows, sizeof *score);
    FILE *table = app_table(app, "roc", "of\tthreshold\tfalse_rate\trecall");
    double area = write_curve(table, "line", z, &s->test);
    int good = choose_input(score, &s->train, true);
    bool less = area_of_input(score, &s->train, good, 1) < 0.5;
    double single = area_of_input(score, &s->test, good, less ? -1 : 1);
    write_curve(table, "best", score, &s->test);
    int poor = choose_input(score, &s->train, false);
    double worst = area_of_input(score, &s->test, poor, 1);
    write_curve(table, "worst", score, &s->test);
    app_metric(app, "roc_line", area, "");
    app_metric(app, "roc_best", single, "");
    app_metric(app, "roc_worst", worst, "");
    app_metric(app, "roc_ties", area_with_ties(), "");
    app_metric_text(app, "roc_best_input", s->encoder.feature[good]);
    app_metric_text(app, "roc_worst_input", s->encoder.feature[poor]);
    app_say(app,
            "roc: area %.4f; of %s%s alone %.4f, of %s alone %.4f  "
            "[fig:ch03-roc]",
            area, less ? "little " : "", s->encoder.feature[good], single,
            s->encoder.feature[poor], worst);
    free(score);
    free(z);
}

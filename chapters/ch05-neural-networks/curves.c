// The activations and their slopes as tables, and the numerical slopes beside
// them.
#include "lesson.h"

#include <math.h>

static void write_curves(App *app)
{
    FILE *table = app_table(app, "activations", "name\ta\th\tslope");
    for (int k = 0; k < ACTIVATIONS; k++)
        for (int i = -100; i <= 100; i++) {
            Real a = (Real)i / 20;
            fprintf(table, "%s\t%.2f\t%.5f\t%.5f\n", activations[k].name,
                    (double)a, (double)activations[k].of(a),
                    (double)activations[k].slope(a));
        }
}

// How steep it is where a unit is undecided, decided, and most of all.
static double note_slopes(App *app, const Activation *f)
{
    double most = 0;
    for (int i = -1000; i <= 1000; i++)
        most = fmax(most, (double)f->slope((Real)i / 100));
    app_metric_of(app, (double)f->slope(0), "", "%s_slope_0", f->name);
    app_metric_of(app, (double)f->slope(5), "", "%s_slope_5", f->name);
    app_metric_of(app, (double)f->slope(-2), "", "%s_slope_minus_2", f->name);
    app_metric_of(app, most, "", "%s_slope_most", f->name);
    return most;
}

// The largest distance between a slope and the numerical one.
static double off_numerical(const Activation *f)
{
    double most = 0, h = 0.01;
    for (int i = -39; i <= 39; i += 2) {
        Real a = (Real)i / 10;
        Real above = f->of(a + (Real)h), below = f->of(a - (Real)h);
        double slope = (double)(above - below) / (2 * h);
        most = fmax(most, fabs(slope - (double)f->slope(a)));
    }
    return most;
}

void show_activations(App *app, Lesson *lesson)
{
    (void)lesson;
    double off = 0, most[ACTIVATIONS];
    write_curves(app);
    for (int k = 0; k < ACTIVATIONS; k++) {
        most[k] = note_slopes(app, &activations[k]);
        off = fmax(off, off_numerical(&activations[k]));
    }
    app_metric(app, "activations_off", off, "");
    app_say(app,
            "activations: a sigmoid is nowhere steeper than %.2f, tanh %.0f, "
            "relu %.0f; numerical slopes agree to %.0e  "
            "[fig:ch05-activations]",
            most[0], most[1], most[2], off);
}

// The lesson's polynomial has come down step by step. Where would the normal
// equation have put it at once?
#include "lesson.h"

#include <math.h>

static double curves_apart(const Line *a, const Line *b)
{
    double most = 0;
    for (int k = -100; k <= 100; k++)
        most =
            fmax(most, fabs(curve_at(a, k / 100.0) - curve_at(b, k / 100.0)));
    return most;
}

static void write_both(App *app, const Line *steps, const Line *exact)
{
    FILE *table = app_table(app, "gradient", "power\tsteps\texact");
    for (int d = 0; d < steps->features; d++)
        fprintf(table, "%d\t%.5g\t%.5g\n", d + 1, (double)steps->w[d],
                (double)exact->w[d]);
}

void show_gradient(App *app, Lesson *lesson)
{
    Line exact = line_new(lesson->degree);
    if (!fit_exactly(&exact, &lesson->train, lesson->lambda))
        app_fail(app, 1, "degree %d cannot be told apart", lesson->degree);
    Samples test = samples_in(&lesson->test);
    double apart = curves_apart(&lesson->line, &exact);
    double kept = 1 - 2 * app->lr * lesson->lambda;
    write_both(app, &lesson->line, &exact);
    app_metric(app, "gradient_apart", apart, "m");
    app_metric(app, "gradient_exact_test", miss(&exact, test), "m");
    app_metric(app, "gradient_steps_test", miss(&lesson->line, test), "m");
    app_metric(app, "gradient_kept", kept, "");
    app_say(app,
            "gradient: degree %d, lambda %g, by steps is off by %.3f m, by "
            "the normal equation by %.3f m; the curves are %.3f m apart at "
            "most  [sec:ch04-gradient]",
            lesson->degree, lesson->lambda, miss(&lesson->line, test),
            miss(&exact, test), apart);
    line_free(&exact);
}

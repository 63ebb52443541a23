// The length of a step: too short, right, too long, on a parabola and on the
// four houses.
#include "houses.h"
#include "lesson.h"

#include <math.h>

enum { STEPS = 60, PARABOLA_STEPS = 6 };

// Steps on the curve w², whose slope is 2w, from w = 1.
static void write_parabola(App *app)
{
    static const double rates[] = {0.1, 0.4, 1.0, 1.1};
    FILE *table = app_table(app, "rates-parabola", "rate\tstep\tw\theight");
    for (int k = 0; k < 4; k++) {
        double w = 1;
        for (int step = 0; step <= PARABOLA_STEPS; step++) {
            fprintf(table, "%.1f\t%d\t%.4f\t%.4f\n", rates[k], step, w,
                    w * w);
            w -= rates[k] * 2 * w;
        }
    }
}

typedef struct Walk {
    const char *name;
    float rate;
    double loss;   // after STEPS steps
    int higher;   // the first step after which it is higher than at first
} Walk;

// From a bad line at the valley's upper end, on its side.
static void walk(FILE *table, Walk *way)
{
    Pair at = {-60, 300}, slope;
    Line line = line_of(&at), gradient = line_of(&slope);
    double first = 0;
    for (int step = 0; step <= STEPS; step++) {
        double w = (double)at.w, b = (double)at.b;
        way->loss = (double)gradient_plain(&gradient, &line, four_houses());
        fprintf(table, "%s\t%d\t%.4f\t%.4f\t%.6g\n", way->name, step, w, b,
                way->loss);
        if (step == 0)
            first = way->loss;
        else if (!(way->loss <= first) && !way->higher)
            way->higher = step;
        descend(&line, &gradient, way->rate);
    }
}

// The matrix of second derivatives is 2 mean of (x², x; x, 1). A step longer
// than 2 over its larger eigenvalue bounces out.
static void curvatures(double *steep, double *flat)
{
    double x = 0, xx = 0;
    for (int n = 0; n < FOUR; n++) {
        x += (double)four_sizes[n] / FOUR;
        xx += (double)four_sizes[n] * (double)four_sizes[n] / FOUR;
    }
    double middle = xx + 1, spread = sqrt((xx - 1) * (xx - 1) + 4 * x * x);
    *steep = middle + spread;
    *flat = middle - spread;
}

// The direction of the steepest bend in the plane of w and b.
static double steep_angle(void)
{
    double x = 0, xx = 0;
    for (int n = 0; n < FOUR; n++) {
        x += (double)four_sizes[n] / FOUR;
        xx += (double)four_sizes[n] * (double)four_sizes[n] / FOUR;
    }
    return atan2(2 * x, xx - 1) / 2;
}

void show_rates(App *app, Lesson *lesson)
{
    (void)lesson;
    Walk ways[] = {{.name = "short", .rate = 0.002f},
                   {.name = "right", .rate = 0.07f},
                   {.name = "long", .rate = 0.159f}};
    double steep, flat;
    FILE *table = app_table(app, "rates", "rate\tstep\tw\tb\tloss");
    for (int k = 0; k < 3; k++) walk(table, &ways[k]);
    write_parabola(app);
    curvatures(&steep, &flat);
    app_metric(app, "rates_edge", 2 / steep, "");
    app_metric(app, "rates_steep", steep, "");
    app_metric(app, "rates_flat", flat, "");
    app_metric(app, "rates_ratio", steep / flat, "");
    app_metric(app, "rates_angle", steep_angle(), "radian");
    app_metric(app, "rates_short_loss", ways[0].loss, "(1000 USD)²");
    app_metric(app, "rates_right_loss", ways[1].loss, "(1000 USD)²");
    app_metric(app, "rates_long_loss", ways[2].loss, "(1000 USD)²");
    app_metric(app, "rates_long_higher", ways[2].higher, "steps");
    app_say(app,
            "rates: after %d steps the squared error is %.0f with "
            "0.002, %.0f with 0.07, %.0f with 0.159: diverging  "
            "[fig:ch02-paths]",
            STEPS, ways[0].loss, ways[1].loss, ways[2].loss);
}

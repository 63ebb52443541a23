// A slope without a derivative: take a small step h and look how much higher
// it is. How small? In float and in double the answer differs.
#include "houses.h"
#include "lesson.h"

#include <float.h>
#include <math.h>

// The squared error of the four houses, in either precision.
#define ERROR_IN(real, name)                                                 \
    static real name(real w, real b)                                         \
    {                                                                        \
        real sum = 0;                                                        \
        for (int n = 0; n < FOUR; n++) {                                     \
            real error = w * (real)four_sizes[n] + b - (real)four_prices[n]; \
            sum += error * error;                                            \
        }                                                                    \
        return sum / FOUR;                                                   \
    }
ERROR_IN(float, error_float)
ERROR_IN(double, error_double)

static const double w = 150, b = 50;

// (L(w + h) - L(w)) / h
static double forward_float(double h)
{
    float here = error_float((float)w, (float)b);
    float there = error_float((float)w + (float)h, (float)b);
    return (double)((there - here) / (float)h);
}

static double forward_double(double h)
{
    return (error_double(w + h, b) - error_double(w, b)) / h;
}

// (L(w + h) - L(w - h)) / 2h
static double central_double(double h)
{
    return (error_double(w + h, b) - error_double(w - h, b)) / (2 * h);
}

// dL/dw by its formula.
static double derivative(void)
{
    double sum = 0;
    for (int n = 0; n < FOUR; n++) {
        double x = (double)four_sizes[n];
        sum += 2 * (w * x + b - (double)four_prices[n]) * x / FOUR;
    }
    return sum;
}

typedef struct Best {
    double h, off;
} Best;

static void keep_best(Best *best, double h, double off)
{
    if (off < best->off) *best = (Best){h, off};
}

static void metric_of(App *app, const char *name, Best best)
{
    app_metric_of(app, best.h, "", "numerical_%s_h", name);
    app_metric_of(app, best.off, "of the derivative", "numerical_%s_off",
                  name);
}

// Relative errors for h = 10, 10 / 2, 10 / 4, … down to 1e-13.
static void write_errors(App *app, Best *in_float, Best *in_double,
                         Best *central)
{
    FILE *table = app_table(app, "numerical",
                            "h\tforward_float\t"
                            "forward_double\tcentral");
    double right = derivative();
    for (double h = 10; h > 1e-13; h /= 2) {
        double f = fabs(forward_float(h) / right - 1);
        double d = fabs(forward_double(h) / right - 1);
        double c = fabs(central_double(h) / right - 1);
        fprintf(table, "%.4g\t%.4g\t%.4g\t%.4g\n", h, fmax(f, DBL_EPSILON),
                fmax(d, DBL_EPSILON), fmax(c, DBL_EPSILON));
        keep_best(in_float, h, f);
        keep_best(in_double, h, d);
        keep_best(central, h, c);
    }
}

void show_numerical(App *app, Lesson *lesson)
{
    (void)lesson;
    Best in_float = {0, INFINITY}, in_double = in_float, central = in_float;
    write_errors(app, &in_float, &in_double, &central);
    metric_of(app, "float", in_float);
    metric_of(app, "double", in_double);
    metric_of(app, "central", central);
    app_metric(app, "numerical_derivative", derivative(), "");
    app_metric(app, "numerical_h_1", forward_double(1), "");
    app_metric(app, "numerical_h_01", forward_double(0.1), "");
    app_metric(app, "numerical_h_001", forward_double(0.01), "");
    app_metric(app, "numerical_float_tiny", forward_float(1e-6), "");
    app_say(app,
            "numerical: slope %.3f; forward differences come within "
            "%.0e in float (h %.0e), %.0e in double (h %.0e)  "
            "[fig:ch02-numerical]",
            derivative(), in_float.off, in_float.h, in_double.off,
            in_double.h);
}

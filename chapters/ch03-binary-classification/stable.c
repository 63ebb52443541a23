// The losses and their slopes against the logit; and how the cross-entropy
// goes wrong where it is computed as it is written.
#include "lesson.h"

#include <math.h>

// As they are written on paper, where both are right. What is no number may
// have a sign, which means nothing.
static float unsigned_nan(float x) { return isnan(x) ? NAN : x; }

static float sigmoid_naive(float z)
{
    return unsigned_nan(expf(z) / (1 + expf(z)));
}

static float cross_entropy_naive(float z, float t)
{
    float p = sigmoid_naive(z);
    return unsigned_nan(-t * logf(p) - (1 - t) * logf(1 - p));
}

// Of a yes: three losses and how they slope.
static void write_losses(App *app)
{
    FILE *table = app_table(app, "stable-losses",
                            "z\tsquared\tcross\tperceptron\t"
                            "squared_slope\tcross_slope\tperceptron_slope");
    for (int k = -60; k <= 60; k++) {
        float z = (float)k / 10, p = sigmoid_plain(z);
        fprintf(table, "%.1f\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\n",
                (double)z, (double)((p - 1) * (p - 1)),
                (double)cross_entropy_plain(z, 1), fmax(0, (double)-z),
                (double)(2 * (p - 1) * p * (1 - p)), (double)(p - 1),
                z < 0 ? -1.0 : 0.0);
    }
}

// The first whole logit at which the naive loss of a no is off by more than
// a hundredth.
static int first_wrong(void)
{
    for (int z = 1; z < 1000; z++) {
        double right = (double)cross_entropy_plain((float)z, 0);
        double off = fabs((double)cross_entropy_naive((float)z, 0) - right);
        if (!(off <= 0.01 * right)) return z;
    }
    return 1000;
}

void show_stable(App *app, Lesson *lesson)
{
    (void)lesson;
    static const float logits[] = {-1000, -100, -20, -1, 0, 1, 20, 100, 1000};
    FILE *table = app_table(app, "stable",
                            "z\tt\tsigmoid_naive\tsigmoid\tnaive\tstable");
    int failures = 0;
    for (int k = 0; k < 9; k++)
        for (int t = 0; t <= 1; t++) {
            float z = logits[k];
            double naive = (double)cross_entropy_naive(z, (float)t);
            failures += !isfinite(naive);
            fprintf(table, "%g\t%d\t%g\t%g\t%g\t%g\n", (double)z, t,
                    (double)sigmoid_naive(z), (double)sigmoid_plain(z), naive,
                    (double)cross_entropy_plain(z, (float)t));
        }
    write_losses(app);
    app_metric(app, "stable_failures", failures, "of 18");
    app_metric(app, "stable_first_wrong", first_wrong(), "");
    app_metric(app, "stable_at_1000", (double)cross_entropy_plain(1000, 0),
               "");
    app_metric(app, "stable_at_minus_1000",
               (double)cross_entropy_plain(-1000, 1), "");
    app_say(app,
            "stable: at ±1000 the formula gives sigmoid %g and losses %g and "
            "%g, from the logit 1000 and 1000; wrong from a logit of %d on  "
            "[tab:ch03-stable]",
            (double)sigmoid_naive(1000), (double)cross_entropy_naive(1000, 0),
            (double)cross_entropy_naive(-1000, 1), first_wrong());
}

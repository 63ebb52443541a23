// Three logits become shares, what a share costs, and how it slopes: the
// numbers that the page computes by hand.
#include "lesson.h"

#include <math.h>

enum { KINDS = 3 };
static const float logits[KINDS] = {2, 1, -1};
enum { TRUTH = 1 };   // the class that it was

// e^z over their sum, as it is written: no number where e^z has none.
static bool written_fails(const float *z)
{
    float sum = 0;
    for (int k = 0; k < KINDS; k++) sum += expf(z[k]);
    for (int k = 0; k < KINDS; k++)
        if (!isfinite(expf(z[k]) / sum)) return true;
    return !isfinite(sum);
}

static void write_shares(App *app)
{
    float p[KINDS], dz[KINDS];
    softmax_plain(p, logits, KINDS);
    softmax_slope(dz, logits, KINDS, TRUTH, 1);
    FILE *table =
        app_table(app, "softmax", "class\tz\texp\tp\ttarget\tslope");
    for (int k = 0; k < KINDS; k++)
        fprintf(table, "%d\t%g\t%.6f\t%.6f\t%d\t%.6f\n", k,
                (double)logits[k], exp((double)logits[k]), (double)p[k],
                k == TRUTH, (double)dz[k]);
    app_metric(app, "softmax_sum",
               exp((double)logits[0]) + exp((double)logits[1]) +
                   exp((double)logits[2]),
               "");
    app_metric(app, "softmax_loss",
               (double)cross_entropy_plain(logits, KINDS, TRUTH), "");
    app_metric(app, "softmax_loss_0",
               (double)cross_entropy_plain(logits, KINDS, 0), "");
    app_metric(app, "softmax_loss_2",
               (double)cross_entropy_plain(logits, KINDS, 2), "");
}

static void write_temperatures(App *app)
{
    static const double temperatures[] = {0.5, 1, 5};
    FILE *table =
        app_table(app, "softmax-temperature", "temperature\tp0\tp1\tp2");
    for (int t = 0; t < 3; t++) {
        float z[KINDS], p[KINDS];
        for (int k = 0; k < KINDS; k++)
            z[k] = logits[k] / (float)temperatures[t];
        softmax_plain(p, z, KINDS);
        fprintf(table, "%g\t%.5f\t%.5f\t%.5f\n", temperatures[t],
                (double)p[0], (double)p[1], (double)p[2]);
    }
}

// How far the shares move when 1000 is added to all logits: they must not.
static double moved_by_shift(void)
{
    float high[KINDS], p[KINDS], same[KINDS];
    for (int k = 0; k < KINDS; k++) high[k] = logits[k] + 1000;
    softmax_plain(p, logits, KINDS);
    softmax_plain(same, high, KINDS);
    double most = 0;
    for (int k = 0; k < KINDS; k++)
        most = fmax(most, fabs((double)p[k] - (double)same[k]));
    return most;
}

// The first whole number at which e^z is infinite in a float.
static int first_overflow(void)
{
    int z = 0;
    for (float at[KINDS] = {0}; !written_fails(at); at[0] = (float)++z)
        ;
    return z;
}

// Two classes, logits z and 0, are last but one week's sigmoid.
static double apart_from_sigmoid(void)
{
    double most = 0;
    for (int k = -20; k <= 20; k++) {
        float z[2] = {(float)k, 0}, p[2];
        softmax_plain(p, z, 2);
        most = fmax(most, fabs((double)p[0] - 1 / (1 + exp(-(double)k))));
    }
    return most;
}

void show_softmax(App *app, Lesson *lesson)
{
    (void)lesson;
    write_shares(app);
    write_temperatures(app);
    float nothing[CLASSES] = {0}, p[KINDS];
    softmax_plain(p, logits, KINDS);
    int overflow = first_overflow();
    app_metric(app, "ln_3", (double)cross_entropy_plain(nothing, 3, 0), "");
    app_metric(app, "ln_10", (double)cross_entropy_plain(nothing, 10, 7), "");
    app_metric(app, "softmax_shift_moves", moved_by_shift(), "");
    app_metric(app, "softmax_overflow", overflow, "");
    app_metric(app, "softmax_sigmoid_apart", apart_from_sigmoid(), "");
    app_say(app,
            "softmax: logits 2, 1, -1 become %.3f, %.3f, %.3f; who knows "
            "nothing of 10 classes pays %.4f  [fig:ch06-softmax]",
            (double)p[0], (double)p[1], (double)p[2],
            (double)cross_entropy_plain(nothing, 10, 7));
}

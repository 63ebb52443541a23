// A cell of one number, unrolled: what it remembers of a single 1, and how
// the gradient comes back from the last step to the first.
#include "lesson.h"
#include "plain.h"

#include <math.h>

enum { UNROLLED = 3, REMEMBERED = 8 };
static const Scalar fading = {1, 0.5, 0};
static const Real one_then_none[REMEMBERED] = {1};

static void write_node(FILE *nodes, const char *drawing, const char *name,
                       int layer, double place, double value,
                       const char *role)
{
    fprintf(nodes, "%s\t%s\t%d\t%g\t%.4g\t%s\n", drawing, name, layer, place,
            value, role);
}

static void write_edge(FILE *edges, const char *drawing, const char *from,
                       const char *to, const char *value)
{
    fprintf(edges, "%s\t%s\t%s\t%s\tplain\n", drawing, from, to, value);
}

static void write_forward(FILE *nodes, FILE *edges, const Real *h)
{
    char state[16], before[16], in[16], number[24];
    write_node(nodes, "unrolled", "h0", 0, 0, 0, "frame");
    for (int t = 1; t <= UNROLLED; t++) {
        snprintf(before, sizeof before, "h%d", t - 1);
        snprintf(state, sizeof state, "h%d", t);
        snprintf(in, sizeof in, "x%d", t);
        write_node(nodes, "unrolled", in, t, 1, (double)one_then_none[t - 1],
                   "plain");
        write_node(nodes, "unrolled", state, t, 0,
                   round(100 * (double)h[t]) / 100, "window");
        snprintf(number, sizeof number, "%g", (double)fading.w);
        write_edge(edges, "unrolled", in, state, number);
        snprintf(number, sizeof number, "%g", (double)fading.v);
        write_edge(edges, "unrolled", before, state, number);
    }
}

// The same chain, its arrows turned round: each takes the gradient of a state
// one step back.
static void write_backward(FILE *nodes, FILE *edges, const Real *h,
                           const Real *dh)
{
    char state[16], before[16], factor[24];
    for (int t = 1; t <= UNROLLED; t++) {
        snprintf(state, sizeof state, "h%d", t);
        write_node(nodes, "flow", state, t, 0,
                   round(100 * (double)dh[t]) / 100, "gradient");
        if (t == 1) continue;
        snprintf(before, sizeof before, "h%d", t - 1);
        snprintf(factor, sizeof factor, "%.2f",
                 (double)(fading.v * (1 - h[t] * h[t])));
        write_edge(edges, "flow", state, before, factor);
    }
}

// How long a 1 is remembered: v below 1 forgets it, 1.5 keeps it for ever.
static void write_remembered(App *app)
{
    static const Real v[] = {0.5, 1, 1.5};
    FILE *table = app_table(app, "remembered", "v\tstep\th\tpassed");
    for (int k = 0; k < 3; k++) {
        Real h[REMEMBERED + 1] = {0};
        Scalar p = {1, v[k], 0};
        double passed = 1;   // of a gradient, from here back to step 1
        scalar_forward(h, one_then_none, p, REMEMBERED);
        for (int t = 1; t <= REMEMBERED; t++) {
            if (t > 1) passed *= (double)(v[k] * (1 - h[t] * h[t]));
            fprintf(table, "%g\t%d\t%.4f\t%.6g\n", (double)v[k], t,
                    (double)h[t], passed);
        }
        app_metric_of(app, (double)h[REMEMBERED], "", "remembered_%g",
                      (double)v[k]);
        app_metric_of(app, passed, "", "passed_%g", (double)v[k]);
    }
}

// The loss (h3 - 1)^2 / 2: the last state should still say the 1.
static double loss_with(Scalar p)
{
    Real h[UNROLLED + 1] = {0};
    scalar_forward(h, one_then_none, p, UNROLLED);
    return pow((double)h[UNROLLED] - 1, 2) / 2;
}

static double measured_slope(void)
{
    const double nudge = 0.01;
    Scalar more = fading, less = fading;
    more.v += (Real)nudge;
    less.v -= (Real)nudge;
    return (loss_with(more) - loss_with(less)) / (2 * nudge);
}

void show_cell(App *app, Lesson *lesson)
{
    (void)lesson;
    Real h[UNROLLED + 1] = {0}, dh[UNROLLED + 1] = {0};
    FILE *nodes =
        app_table(app, "nodes", "drawing\tnode\tlayer\tplace\tvalue\trole");
    FILE *edges = app_table(app, "edges", "drawing\tfrom\tto\tvalue\trole");
    scalar_forward(h, one_then_none, fading, UNROLLED);
    dh[UNROLLED] = h[UNROLLED] - 1;
    Scalar d = scalar_backward(dh, h, one_then_none, fading, UNROLLED);
    write_forward(nodes, edges, h);
    write_backward(nodes, edges, h, dh);
    write_remembered(app);
    for (int t = 1; t <= UNROLLED; t++) {
        app_metric_of(app, (double)h[t], "", "cell_h%d", t);
        app_metric_of(app, (double)dh[t], "", "cell_dh%d", t);
        app_metric_of(app, (double)(dh[t] * (1 - h[t] * h[t])), "",
                      "cell_ds%d", t);
    }
    app_metric(app, "cell_dw", (double)d.w, "");
    app_metric(app, "cell_dv", (double)d.v, "");
    app_metric(app, "cell_dv_measured", measured_slope(), "");
    app_say(app,
            "cell: a 1 is %.2f, %.2f, %.2f; the gradient comes back as %.2f, "
            "%.2f, %.2f  [fig:ch08-flow]",
            (double)h[1], (double)h[2], (double)h[3], (double)dh[3],
            (double)dh[2], (double)dh[1]);
}

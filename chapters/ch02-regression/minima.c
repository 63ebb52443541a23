// Down is not always the lowest: a curve with two valleys.
#include "lesson.h"

enum { STARTS = 9, STEPS = 40 };

// f(w) = w⁴ - 3w² + w
static double height(double w) { return w * w * w * w - 3 * w * w + w; }

// f'(w) = 4w³ - 6w + 1
static double slope(double w) { return 4 * w * w * w - 6 * w + 1; }

static double descend_from(FILE *table, double w)
{
    double from = w;
    for (int step = 0; step <= STEPS; step++) {
        fprintf(table, "%.1f\t%d\t%.4f\t%.4f\n", from, step, w, height(w));
        w -= 0.05 * slope(w);
    }
    return w;
}

void show_minima(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *curve = app_table(app, "minima-curve", "w\theight");
    for (int k = -210; k <= 210; k++)
        fprintf(curve, "%.2f\t%.4f\n", k / 100.0, height(k / 100.0));
    FILE *table = app_table(app, "minima", "from\tstep\tw\theight");
    int deep = 0;
    double left = 0, right = 0;
    for (int k = 0; k < STARTS; k++) {
        double end = descend_from(table, -2 + 0.5 * k);
        if (end < 0)
            left = end;
        else
            right = end;
        deep += end < 0;
    }
    app_metric(app, "minima_left", left, "");
    app_metric(app, "minima_right", right, "");
    app_metric(app, "minima_left_height", height(left), "");
    app_metric(app, "minima_right_height", height(right), "");
    app_metric(app, "minima_deep", deep, "of 9 starts");
    app_say(app,
            "minima: %d of %d starts end in the deeper valley, at %.2f, "
            "the others at %.2f  [fig:ch02-minima]",
            deep, STARTS, left, right);
}

// Of all samples of which the line said 0.8: are four of five a yes?
#include "lesson.h"

#include <math.h>

enum { BOXES = 10 };

typedef struct Box {
    int count;
    double said, is;   // sums
} Box;

// Sorted by what was said; how far apart said and is are, box by box,
// weighted with their rows: the expected calibration error.
static double fill_boxes(Box *box, const HeldOut *h, double times)
{
    double error = 0;
    for (int k = 0; k < BOXES; k++) box[k] = (Box){0, 0, 0};
    for (int n = 0; n < h->count; n++) {
        double p =
            (double)sigmoid_plain((float)(times * (double)h->logit[n]));
        int k = (int)(p * BOXES);
        if (k == BOXES) k--;
        box[k].count++;
        box[k].said += p;
        box[k].is += (double)h->target[n];
    }
    for (int k = 0; k < BOXES; k++)
        error += fabs(box[k].said - box[k].is) / h->count;
    return error;
}

static void write_boxes(FILE *table, const char *who, const Box *box)
{
    for (int k = 0; k < BOXES; k++)
        if (box[k].count > 0)
            fprintf(table, "%s\t%.5f\t%.5f\t%d\n", who,
                    box[k].said / box[k].count, box[k].is / box[k].count,
                    box[k].count);
}

// Of a few factors on all logits the one that makes the error least. (They
// are tried on the rows that judge: what could be had, not what was.)
static double best_factor(const HeldOut *h)
{
    static const double factors[] = {0.5, 1, 2, 3, 4, 5, 6, 8, 10, 20};
    Box box[BOXES];
    double best = 1, least = INFINITY;
    for (int k = 0; k < 10; k++) {
        double error = fill_boxes(box, h, factors[k]);
        if (error >= least) continue;
        least = error;
        best = factors[k];
    }
    return best;
}

void show_calibration(App *app, Lesson *lesson)
{
    const HeldOut *h = held_out_of_splits(app, lesson);
    FILE *table = app_table(app, "calibration", "who\tsaid\tis\trows");
    Box box[BOXES];
    double line = fill_boxes(box, h, 1), factor = best_factor(h);
    write_boxes(table, "line", box);
    double sure = fill_boxes(box, h, 20);
    write_boxes(table, "sure", box);
    double best = fill_boxes(box, h, factor);
    char too_sure[40] = "";
    if (factor < 20)
        snprintf(too_sure, sizeof too_sure, ", 20 times by %.3f", sure);
    app_metric(app, "calibration_error", line, "fraction");
    app_metric(app, "calibration_factor", factor, "times");
    app_metric(app, "calibration_error_best", best, "fraction");
    app_metric(app, "calibration_error_sure", sure, "fraction");
    app_metric(app, "calibration_rows", h->count, "rows");
    app_say(app,
            "calibration: what it says is off by %.3f on average; with "
            "logits %g times as large by %.3f%s; no answer changes  "
            "[fig:ch03-calibration]",
            line, factor, best, too_sure);
}

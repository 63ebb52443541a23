// Of all answers that were given 0.9: are nine of ten right? And one number,
// the temperature, that makes them so, found on samples kept for it.
#include "lesson.h"

#include <math.h>
#include <string.h>

enum { BOXES = 10 };

typedef struct Box {
    int count;
    double said, right;   // sums
} Box;

static Answers half_of(const Answers *a, int which)
{
    int half = a->count / 2;
    Answers part = *a;
    part.count = which ? a->count - half : half;
    part.logits = a->logits + which * half * a->classes;
    part.label = a->label + which * half;
    return part;
}

// Sorted by what was said; how far apart said and right are, box by box,
// weighted with their samples.
static double fill_boxes(Box box[BOXES], const Answers *a, double temperature)
{
    memset(box, 0, BOXES * sizeof *box);
    float z[a->classes];
    for (int n = 0; n < a->count; n++) {
        for (int k = 0; k < a->classes; k++)
            z[k] = logits_at(a, n)[k] / (float)temperature;
        int guess = likeliest(z, a->classes);
        double p = probability(z, a->classes, guess);
        int b = p < 1 ? (int)(p * BOXES) : BOXES - 1;
        box[b].count++;
        box[b].said += p;
        box[b].right += guess == a->label[n];
    }
    double error = 0;
    for (int b = 0; b < BOXES; b++)
        error += fabs(box[b].said - box[b].right) / a->count;
    return error;
}

static void write_boxes(FILE *table, const char *who, const Box *box)
{
    for (int b = 0; b < BOXES; b++)
        if (box[b].count > 0)
            fprintf(table, "%s\t%.5f\t%.5f\t%d\n", who,
                    box[b].said / box[b].count, box[b].right / box[b].count,
                    box[b].count);
}

// By a thinning grid: the loss has one valley in the temperature.
static double best_temperature(const Answers *a)
{
    double best = 1, least = INFINITY;
    for (int k = 0; k <= 200; k++) {
        double t = 0.1 * pow(100, k / 200.0);   // 0.1 … 10
        double loss = answers_loss(a, t);
        if (loss >= least) continue;
        least = loss;
        best = t;
    }
    return best;
}

void show_reliability(App *app, Lesson *lesson)
{
    const Answers *all = answers_of(lesson);
    Answers kept = half_of(all, 0), judged = half_of(all, 1);
    FILE *table =
        app_table(app, "reliability", "who\tsaid\tright\tsamples");
    Box box[BOXES];
    double temperature = best_temperature(&kept);
    double before = fill_boxes(box, &judged, 1);
    write_boxes(table, "network", box);
    double after = fill_boxes(box, &judged, temperature);
    write_boxes(table, "scaled", box);
    app_metric(app, "reliability_temperature", temperature, "");
    app_metric(app, "reliability_error", before, "fraction");
    app_metric(app, "reliability_error_scaled", after, "fraction");
    app_metric(app, "reliability_loss", answers_loss(&judged, 1), "");
    app_metric(app, "reliability_loss_scaled",
               answers_loss(&judged, temperature), "");
    app_say(app,
            "reliability: what it says is off by %.4f; at temperature %.2f, "
            "found on the other half, by %.4f  [fig:ch06-reliability]",
            before, temperature, after);
}

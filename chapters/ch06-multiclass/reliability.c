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

typedef struct Scaled {
    double temperature, error, error_scaled, loss, loss_scaled;
} Scaled;

// A temperature from the first half, judged by the second.
static Scaled scale_by_half(FILE *table, const char *who, const Answers *all)
{
    Answers kept = half_of(all, 0), judged = half_of(all, 1);
    Box box[BOXES];
    char scaled[32];
    snprintf(scaled, sizeof scaled, "%s-scaled", who);
    Scaled s = {.temperature = best_temperature(&kept)};
    s.error = fill_boxes(box, &judged, 1);
    write_boxes(table, who, box);
    s.error_scaled = fill_boxes(box, &judged, s.temperature);
    write_boxes(table, scaled, box);
    s.loss = answers_loss(&judged, 1);
    s.loss_scaled = answers_loss(&judged, s.temperature);
    return s;
}

static void note(App *app, const char *who, Scaled s)
{
    const double value[] = {s.temperature, s.error, s.error_scaled, s.loss,
                            s.loss_scaled};
    static const char *const what[] = {"temperature", "error",
                                       "error_scaled", "loss",
                                       "loss_scaled"};
    for (int k = 0; k < 5; k++) {
        app_metric_of(app, value[k], "", "reliability_%s%s", who, what[k]);
    }
    app_say(app,
            "reliability: %swhat is said is off by %.4f; at temperature "
            "%.2f, found on other samples, by %.4f  [fig:ch06-reliability]",
            *who ? "few digits, learned by heart: " : "", s.error,
            s.temperature, s.error_scaled);
}

// No dropout, few digits, many epochs: it comes to know them all.
static Answers learned_by_heart(App *app, Lesson *lesson)
{
    Dataset few = dataset_first(&lesson->train, FEW);
    app->batch = SMALL_BATCH;
    Learner l = small_new(app, app->seed);
    learner_train(&l, app, &few, (Course){.epochs = 15, .rate = (Real)3e-3});
    Answers a = answers_by(l.input, l.output, &lesson->test);
    learner_free(&l);
    return a;
}

void show_reliability(App *app, Lesson *lesson)
{
    FILE *table =
        app_table(app, "reliability", "who\tsaid\tright\tsamples");
    note(app, "", scale_by_half(table, "network", answers_of(lesson)));
    if (!lesson->net) return;
    Answers heart = learned_by_heart(app, lesson);
    note(app, "heart_", scale_by_half(table, "heart", &heart));
    answers_free(&heart);
}

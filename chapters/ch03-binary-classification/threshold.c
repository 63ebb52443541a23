// A missed yes costs more than a false alarm: at which probability should
// the alarm ring?
#include "lesson.h"

#include <math.h>

// In units of a false alarm.
static const double missed = 10, alarm = 1;

static double cost(const HeldOut *h, double p)
{
    double logit = log(p / (1 - p));
    Verdicts v = count_verdicts(h->logit, h->target, h->count, logit);
    return (missed * v.false_no + alarm * v.false_yes) / h->count;
}

void show_threshold(App *app, Lesson *lesson)
{
    const HeldOut *h = held_out_of_splits(app, lesson);
    FILE *table =
        app_table(app, "threshold", "p\tcost\tmissed\talarms\trecall");
    double least = INFINITY, best = 0.5;
    for (int k = 1; k < 100; k++) {
        double p = k / 100.0, now = cost(h, p);
        Verdicts v =
            count_verdicts(h->logit, h->target, h->count, log(p / (1 - p)));
        fprintf(table, "%.2f\t%.5g\t%.5g\t%.5g\t%.5g\n", p, 1000 * now,
                1000.0 * v.false_no / h->count,
                1000.0 * v.false_yes / h->count, verdicts_recall(v));
        if (now < least) {
            least = now;
            best = p;
        }
    }
    double half = cost(h, 0.5), rule = cost(h, alarm / (alarm + missed));
    app_metric(app, "threshold_rule", alarm / (alarm + missed), "");
    app_metric(app, "threshold_cost_half", 1000 * half, "per 1000");
    app_metric(app, "threshold_cost_rule", 1000 * rule, "per 1000");
    app_metric(app, "threshold_cost_least", 1000 * least, "per 1000");
    app_metric(app, "threshold_best", best, "");
    app_say(app,
            "threshold: if a miss costs %.0f alarms, 1000 answers cost %.0f "
            "at 0.5 and %.0f at 1/%.0f; %.2f would have been best, %.0f  "
            "[fig:ch03-threshold]",
            missed, 1000 * half, 1000 * rule, missed + alarm, best,
            1000 * least);
}

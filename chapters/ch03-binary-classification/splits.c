// One split is one throw of the dice: twenty of them, and how far their mean
// may be from that of very many.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void take_split(HeldOut *h, App *app, Lesson *lesson, uint64_t seed)
{
    Error error = {0};
    TableSets sets;
    if (!sets_of_split(&sets, app, lesson, seed, &error)) {
        app_say(app, "split %d is left out: %s", (int)seed, error.message);
        return;
    }
    Line line = line_new(sets.encoder.features);
    learn_quietly(&line, &sets.train, seed, app->epochs, app->lr);
    float *z = logits_of(&line, &sets.test);
    size_t rows = (size_t)sets.test.count;
    memcpy(h->logit + h->count, z, rows * sizeof *z);
    memcpy(h->target + h->count, reals(&sets.test.targets), rows * sizeof *z);
    h->count += sets.test.count;
    h->first[++h->splits] = h->count;
    free(z);
    line_free(&line);
    table_sets_free(&sets);
}

static HeldOut learn_splits(App *app, Lesson *lesson)
{
    size_t rows = SPLITS * (size_t)lesson->sets.test.count;
    HeldOut h = {.logit = allocate(rows, sizeof *h.logit),
                 .target = allocate(rows, sizeof *h.target)};
    for (int k = 1; k <= SPLITS; k++)
        take_split(&h, app, lesson, app->seed + (uint64_t)k);
    if (h.splits < 2)
        app_fail(app, 1,
                 "of %d splits fewer than two have both %s and %s in "
                 "their test rows: more rows are needed",
                 SPLITS, lesson->yes, lesson->no);
    return h;
}

const HeldOut *held_out_of_splits(App *app, Lesson *lesson)
{
    if (lesson->held_out.splits == 0)
        lesson->held_out = learn_splits(app, lesson);
    return &lesson->held_out;
}

void held_out_free(HeldOut *h)
{
    free(h->logit);
    free(h->target);
}

// The mean of a measure over the splits, and the deviation that such a mean
// has: that of one split, over the root of their number.
typedef struct Mean {
    double mean, error;
} Mean;

static Mean mean_of(const double *x, int count)
{
    double sum = 0, squares = 0;
    for (int k = 0; k < count; k++) sum += x[k];
    for (int k = 0; k < count; k++) squares += pow(x[k] - sum / count, 2);
    return (Mean){sum / count, sqrt(squares / (count - 1) / count)};
}

static Mean note(App *app, const char *name, const double *x, int count)
{
    Mean m = mean_of(x, count);
    app_metric_of(app, m.mean, "fraction", "splits_%s", name);
    app_metric_of(app, m.error, "fraction", "splits_%s_error", name);
    return m;
}

void show_splits(App *app, Lesson *lesson)
{
    const HeldOut *h = held_out_of_splits(app, lesson);
    double accuracy[SPLITS], recall[SPLITS], area[SPLITS];
    FILE *table = app_table(app, "splits", "split\taccuracy\trecall\tarea");
    for (int k = 0; k < h->splits; k++) {
        const float *z = h->logit + h->first[k], *t = h->target + h->first[k];
        int count = h->first[k + 1] - h->first[k];
        Verdicts v = count_verdicts(z, t, count, 0);
        accuracy[k] = verdicts_accuracy(v);
        recall[k] = verdicts_recall(v);
        area[k] = roc_area(z, t, count);
        fprintf(table, "%d\t%.5f\t%.5f\t%.5f\n", k + 1, accuracy[k],
                recall[k], area[k]);
    }
    Mean a = note(app, "accuracy", accuracy, h->splits);
    Mean r = note(app, "recall", recall, h->splits);
    Mean u = note(app, "area", area, h->splits);
    app_metric(app, "splits_count", h->splits, "");
    app_say(app,
            "splits: over %d splits accuracy %.4f ± %.4f, recall %.4f ± "
            "%.4f, area under the ROC curve %.4f ± %.4f  [fig:ch03-splits]",
            h->splits, a.mean, a.error, r.mean, r.error, u.mean, u.error);
}

// Which mistakes? A share of right answers hides who is harmed by the wrong
// ones, and how much comes for nothing where one answer is common.
#include "lesson.h"

#include <stdlib.h>

static void write_logits(App *app, const float *z, const Dataset *set)
{
    FILE *table = app_table(app, "confusion-logits", "z\tt");
    for (int n = 0; n < set->count; n++)
        fprintf(table, "%.5g\t%.0f\n", (double)z[n],
                (double)reals(&set->targets)[n]);
}

// Truth in rows, answers in columns: for the figure, as squares.
static void write_squares(App *app, Verdicts line, Verdicts no)
{
    FILE *table =
        app_table(app, "grids", "drawing\tgrid\trow\tcolumn\tvalue\trole");
    const Verdicts both[] = {line, no};
    static const char *const names[] = {"line", "never"};
    for (int k = 0; k < 2; k++) {
        const int cells[] = {both[k].true_yes, both[k].false_no,
                             both[k].false_yes, both[k].true_no};
        for (int c = 0; c < 4; c++)
            fprintf(table, "confusion\t%s\t%d\t%d\t%d\t%s\n", names[k], c / 2,
                    c % 2, cells[c], c / 2 == c % 2 ? "window" : "answer");
    }
}

static void note(App *app, const char *name, Verdicts v)
{
    const double numbers[] = {v.true_yes, v.false_no, v.false_yes, v.true_no};
    static const char *const counts[] = {"true_yes", "false_no", "false_yes",
                                         "true_no"};
    for (int k = 0; k < 4; k++) {
        app_metric_of(app, numbers[k], "samples", "%s_%s", name, counts[k]);
    }
    app_metric_of(app, verdicts_accuracy(v), "fraction", "%s_accuracy", name);
    app_metric_of(app, verdicts_recall(v), "fraction", "%s_recall", name);
    if (v.true_yes + v.false_yes == 0) return;   // 0/0: nobody was called yes
    app_metric_of(app, verdicts_precision(v), "fraction", "%s_precision",
                  name);
}

typedef struct Words {
    char text[120];
} Words;

static Words precision_words(Verdicts v, const char *yes)
{
    Words words;
    if (v.true_yes + v.false_yes == 0)
        snprintf(words.text, sizeof words.text,
                 "no precision, for none is called %s", yes);
    else
        snprintf(words.text, sizeof words.text, "precision %.3f",
                 verdicts_precision(v));
    return words;
}

// Somebody who says no to all samples.
static Verdicts never(const Dataset *test)
{
    float *z = allocate((size_t)test->count, sizeof *z);
    Verdicts v = count_verdicts(z, reals(&test->targets), test->count, 0);
    free(z);
    return v;
}

void show_confusion(App *app, Lesson *lesson)
{
    const Dataset *train = &lesson->sets.train, *test = &lesson->sets.test;
    float *z = logits_of(&lesson->line, test);
    const Real *t = reals(&test->targets);
    Verdicts line = count_verdicts(z, t, test->count, 0), no = never(test);
    write_logits(app, z, test);
    write_squares(app, line, no);
    note(app, "confusion", line);
    note(app, "never", no);
    app_metric(app, "train_rows", train->count, "rows");
    app_metric(app, "test_rows", test->count, "rows");
    app_metric(app, "test_yes", line.true_yes + line.false_no, "rows");
    app_metric(app, "test_loss",
               (double)loss_plain(&lesson->line, samples_in(test)), "");
    app_metric(app, "roc_area", roc_area(z, t, test->count), "");
    app_say(app,
            "confusion: of %d that are %s, found: %d; of %d that are %s, "
            "called %s: %d  [fig:ch03-confusion]",
            line.true_yes + line.false_no, lesson->yes, line.true_yes,
            line.true_no + line.false_yes, lesson->no, lesson->yes,
            line.false_yes);
    app_say(app,
            "confusion: accuracy %.3f, %s, recall %.3f; who always says %s "
            "has %.3f, and a recall of 0  [sec:ch03-accuracy]",
            verdicts_accuracy(line), precision_words(line, lesson->yes).text,
            verdicts_recall(line), lesson->no, verdicts_accuracy(no));
    free(z);
}

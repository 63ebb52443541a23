// Which class is taken for which, and how well each one is found.
#include "lesson.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SAID = 12 };   // classes with a column each in the terminal

static void count(int *counts, const Answers *a)
{
    memset(counts, 0, (size_t)(a->classes * a->classes) * sizeof *counts);
    for (int n = 0; n < a->count; n++) {
        int guess = likeliest(logits_at(a, n), a->classes);
        counts[a->label[n] * a->classes + guess]++;
    }
}

static void write_counts(App *app, const int *counts, const Answers *a)
{
    FILE *table = app_table(app, "confusion", "class\tguess\tcount");
    for (int k = 0; k < a->classes; k++)
        for (int j = 0; j < a->classes; j++)
            fprintf(table, "%s\t%s\t%d\n", a->name[k], a->name[j],
                    counts[k * a->classes + j]);
}

typedef struct OfClass {
    int are, called, found;
} OfClass;

static OfClass of_class(const int *counts, int classes, int k)
{
    OfClass c = {.found = counts[k * classes + k]};
    for (int j = 0; j < classes; j++) {
        c.are += counts[k * classes + j];
        c.called += counts[j * classes + k];
    }
    return c;
}

// Each class against all others, as week 3's yes against no. A class that
// nobody was called, or that no row is, has no such share.
static void write_classes(App *app, const int *counts, const Answers *a)
{
    FILE *table = app_table(app, "confusion-classes",
                            "class\tare\tcalled\tfound\trecall\tprecision");
    double worst = 1;
    const char *which = "";
    for (int k = 0; k < a->classes; k++) {
        OfClass c = of_class(counts, a->classes, k);
        double recall = c.are ? (double)c.found / c.are : -1;
        double precision = c.called ? (double)c.found / c.called : -1;
        fprintf(table, "%s\t%d\t%d\t%d\t%.5f\t%.5f\n", a->name[k], c.are,
                c.called, c.found, recall, precision);
        if (c.are == 0 || recall > worst) continue;
        worst = recall;
        which = a->name[k];
    }
    app_metric(app, "confusion_worst_recall", worst, "fraction");
    app_metric_text(app, "confusion_worst_class", which);
    app_say(app,
            "confusion: %s is found least, %.1f%% of them  "
            "[fig:ch06-confusion]",
            which, 100 * worst);
}

// The mistake that is made most often.
static void say_worst_pair(App *app, const int *counts, const Answers *a)
{
    int worst = -1, most = 0, wrong = 0;
    for (int i = 0; i < a->classes * a->classes; i++) {
        if (i / a->classes == i % a->classes) continue;
        wrong += counts[i];
        if (counts[i] <= most) continue;
        most = counts[i];
        worst = i;
    }
    app_metric(app, "confusion_wrong", wrong, "samples");
    app_metric(app, "confusion_most", most, "samples");
    if (worst < 0) return;
    const char *is = a->name[worst / a->classes];
    const char *called = a->name[worst % a->classes];
    app_metric_text(app, "confusion_most_is", is);
    app_metric_text(app, "confusion_most_called", called);
    app_say(app, "confusion: of %d mistakes %d are a %s called %s", wrong,
            most, is, called);
}

static void say_table(App *app, const int *counts, const Answers *a)
{
    if (a->classes > MOST_SAID) return;
    char line[16 + 10 * MOST_SAID];
    int end = snprintf(line, sizeof line, "  %-13s", "is, called");
    for (int j = 0; j < a->classes; j++)
        end += snprintf(line + end, sizeof line - (size_t)end, " %9.9s",
                        a->name[j]);
    app_detail(app, "%s", line);
    for (int k = 0; k < a->classes; k++) {
        end = snprintf(line, sizeof line, "  %-13.13s", a->name[k]);
        for (int j = 0; j < a->classes; j++)
            end += snprintf(line + end, sizeof line - (size_t)end, " %9d",
                            counts[k * a->classes + j]);
        app_detail(app, "%s", line);
    }
}

// Who always says the class that most training rows have.
static double always_the_largest(const Lesson *lesson, const Answers *a)
{
    int *of = allocate((size_t)a->classes, sizeof *of), most = 0, right = 0;
    memset(of, 0, (size_t)a->classes * sizeof *of);
    for (int n = 0; n < lesson->train.count; n++)
        of[ints(&lesson->train.targets)[n]]++;
    for (int k = 1; k < a->classes; k++)
        if (of[k] > of[most]) most = k;
    for (int n = 0; n < a->count; n++) right += a->label[n] == most;
    free(of);
    return (double)right / a->count;
}

/* ---- The page's first picture: the digit that was hardest to decide -----*/

// How much likelier the first is than the second.
static double margin(const float *z, int classes)
{
    int best = likeliest(z, classes);
    double first = probability(z, classes, best), second = 0;
    for (int k = 0; k < classes; k++) {
        double p = probability(z, classes, k);
        if (k != best && p > second) second = p;
    }
    return first - second;
}

static void write_puzzle(App *app, const Answers *a, const Dataset *test)
{
    int hardest = 0;
    for (int n = 1; n < a->count; n++)
        if (margin(logits_at(a, n), a->classes) <
            margin(logits_at(a, hardest), a->classes))
            hardest = n;
    FILE *pixels = app_table(app, "puzzle", "row\tcolumn\tlevel");
    for (int i = 0; i < PIXELS; i++)
        fprintf(pixels, "%d\t%d\t%d\n", i / SIDE, i % SIDE,
                bytes(&test->inputs)[(size_t)hardest * PIXELS + (size_t)i]);
    FILE *shares = app_table(app, "puzzle-shares", "class\tz\tp\tlabel");
    const float *z = logits_at(a, hardest);
    for (int k = 0; k < a->classes; k++)
        fprintf(shares, "%s\t%.4f\t%.5f\t%d\n", a->name[k], (double)z[k],
                probability(z, a->classes, k), a->label[hardest] == k);
    app_metric(app, "puzzle_label", a->label[hardest], "class");
    app_metric(app, "puzzle_guess", likeliest(z, a->classes), "class");
}

void show_confusion(App *app, Lesson *lesson)
{
    const Answers *a = answers_of(lesson);
    size_t cells = (size_t)a->classes * (size_t)a->classes;
    int *counts = allocate(cells, sizeof *counts);
    count(counts, a);
    write_counts(app, counts, a);
    say_table(app, counts, a);
    write_classes(app, counts, a);
    say_worst_pair(app, counts, a);
    app_metric(app, "confusion_accuracy", answers_accuracy(a), "fraction");
    app_metric(app, "largest_class_accuracy", always_the_largest(lesson, a),
               "fraction");
    app_metric(app, "test_loss", answers_loss(a, 1), "");
    app_metric(app, "classes", a->classes, "");
    app_metric(app, "test_rows", a->count, "samples");
    if (lesson->net) {
        app_metric(app, "parameters",
                   (double)params_learned(lesson->net->params), "numbers");
        write_puzzle(app, a, &lesson->test);
    }
    app_say(app,
            "confusion: %.2f%% of %d right; who always says the largest "
            "class has %.1f%%  [sec:ch06-confusion]",
            100 * answers_accuracy(a), a->count,
            100 * always_the_largest(lesson, a));
    free(counts);
}

// One digit is rare in training: how often is it found, and two cures.
#include "lesson.h"

#include <math.h>
#include <string.h>

enum { RARE = 8, KEPT = 20 };   // one eight in so many stays

typedef struct Chosen {
    Rows rows;
    int rare;
} Chosen;

// The first digits, of the rare class one in KEPT; `times` in a row each.
static Chosen choose(const Dataset *few, int times)
{
    int room = few->count * times;
    Chosen c = {.rows.row = allocate((size_t)room, sizeof(int))};
    int seen = 0;
    for (int n = 0; n < few->count; n++) {
        bool rare = ints(&few->targets)[n] == RARE;
        if (rare && seen++ % KEPT > 0) continue;
        c.rare += rare;
        for (int k = 0; k < (rare ? times : 1); k++)
            c.rows.row[c.rows.count++] = n;
    }
    return c;
}

typedef struct Found {
    double recall, precision, accuracy;
} Found;

// Logits of the rare class are raised by `lift` before they are compared.
static Found found_with(const Answers *a, double lift)
{
    int are = 0, called = 0, found = 0, right = 0;
    for (int n = 0; n < a->count; n++) {
        float z[CLASSES];
        memcpy(z, logits_at(a, n), sizeof z);
        z[RARE] += (float)lift;
        int guess = likeliest(z, CLASSES), label = a->label[n];
        are += label == RARE;
        called += guess == RARE;
        found += guess == RARE && label == RARE;
        right += guess == label;
    }
    return (Found){are ? (double)found / are : 0,
                   called ? (double)found / called : 0,
                   (double)right / a->count};
}

static Answers taught(App *app, Lesson *lesson, const Dataset *set)
{
    Learner l = small_new(app, app->seed);
    learner_train(&l, app, set, (Course){.epochs = 3, .rate = (Real)3e-3});
    Answers a = answers_by(l.input, l.output, &lesson->test);
    learner_free(&l);
    return a;
}

static void note(App *app, FILE *table, const char *how, Found f)
{
    fprintf(table, "%s\t%.5f\t%.5f\t%.5f\n", how, f.recall, f.precision,
            f.accuracy);
    app_metric_of(app, f.recall, "fraction", "imbalance_%s_recall", how);
    app_metric_of(app, f.precision, "fraction", "imbalance_%s_precision",
                  how);
    app_metric_of(app, f.accuracy, "fraction", "imbalance_%s_accuracy", how);
}

// The prior that training had against that of the world: p is proportional
// to it, so the logit shifts by the logarithm of their quotient.
void show_imbalance(App *app, Lesson *lesson)
{
    app->batch = SMALL_BATCH;
    Dataset few = dataset_first(&lesson->train, FEW);
    FILE *table = app_table(app, "imbalance",
                            "how\trecall\tprecision\taccuracy");
    Chosen once = choose(&few, 1), often = choose(&few, KEPT);
    Dataset rare = dataset_rows(&few, once.rows);
    Dataset repeated = dataset_rows(&few, often.rows);
    Answers plain = taught(app, lesson, &rare);
    Answers balanced = taught(app, lesson, &repeated);
    Answers full = taught(app, lesson, &few);
    Found as_is = found_with(&plain, 0);
    Found lifted = found_with(&plain, log(KEPT));
    Found again = found_with(&balanced, 0);
    note(app, table, "rare", as_is);
    note(app, table, "lifted", lifted);
    note(app, table, "repeated", again);
    note(app, table, "full", found_with(&full, 0));
    app_metric(app, "imbalance_rows", once.rare, "digits");
    app_say(app,
            "imbalance: with %d eights of %d digits %.1f%% of the eights "
            "are found; with lifted logits %.1f%%, with repeated rows "
            "%.1f%%  [fig:ch06-imbalance]",
            once.rare, once.rows.count, 100 * as_is.recall,
            100 * lifted.recall, 100 * again.recall);
    answers_free(&plain);
    answers_free(&balanced);
    answers_free(&full);
    dataset_free(&rare);
    dataset_free(&repeated);
    rows_free(&once.rows);
    rows_free(&often.rows);
}

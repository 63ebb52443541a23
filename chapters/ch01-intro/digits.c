// The ten means, and how often the nearest of them is right on digits that
// none of them has seen.
#include "lesson.h"

#include <math.h>

static void write_means(App *app, const Means *m)
{
    FILE *table = app_table(app, "digits-means", "class\trow\tcolumn\tlevel");
    for (int k = 0; k < CLASSES; k++)
        for (int i = 0; i < PIXELS; i++)
            fprintf(table, "%d\t%d\t%d\t%.1f\n", k, i / SIDE, i % SIDE,
                    (double)m->mean[k * PIXELS + i]);
}

// How often each digit is taken for each.
typedef struct Counts {
    int of[CLASSES][CLASSES];
} Counts;

static Counts count_answers(const Means *m, const Dataset *set)
{
    Counts counts = {0};
    for (int n = 0; n < set->count; n++) {
        int said = nearest_mean(m, bytes(&set->inputs) + n * PIXELS);
        counts.of[ints(&set->targets)[n]][said]++;
    }
    return counts;
}

// The share of each digit that is right; writes all counts.
static void digit_shares(App *app, double share[CLASSES],
                         const Counts *counts)
{
    FILE *table = app_table(app, "digits", "class\tsaid\tcount\tshare");
    for (int k = 0; k < CLASSES; k++) {
        int all = 0;
        for (int j = 0; j < CLASSES; j++) all += counts->of[k][j];
        share[k] = all ? (double)counts->of[k][k] / all : NAN;
        for (int j = 0; j < CLASSES; j++)
            fprintf(table, "%d\t%d\t%d\t%.4f\n", k, j, counts->of[k][j],
                    all ? (double)counts->of[k][j] / all : 0);
    }
}

// The mean of a digit after 1, 2, 10, 100 pictures of it.
static void write_steps(App *app, const Dataset *set, int label)
{
    FILE *table =
        app_table(app, "digits-steps", "pictures\trow\tcolumn\tlevel");
    float mean[CLASSES * PIXELS] = {0}, count[CLASSES] = {0};
    Means m = {mean, count};
    for (int n = 0; n < set->count && count[label] < 100; n++) {
        if (ints(&set->targets)[n] != label) continue;
        learn_picture(&m, bytes(&set->inputs) + n * PIXELS, label);
        int seen = (int)count[label];
        if (seen != 1 && seen != 2 && seen != 10 && seen != 100) continue;
        for (int i = 0; i < PIXELS; i++)
            fprintf(table, "%d\t%d\t%d\t%.1f\n", seen, i / SIDE, i % SIDE,
                    (double)mean[label * PIXELS + i]);
    }
}

void show_digits(App *app, Lesson *lesson)
{
    const Means *m = &lesson->means;
    double share[CLASSES];
    int best = 0, worst = 0;
    Counts counts = count_answers(m, &lesson->test);
    digit_shares(app, share, &counts);
    for (int k = 1; k < CLASSES; k++) {
        if (share[k] > share[best]) best = k;
        if (share[k] < share[worst]) worst = k;
    }
    write_means(app, m);
    write_steps(app, &lesson->train, 3);
    double training = share_right(m, &lesson->train);
    double test = share_right(m, &lesson->test);
    app_metric(app, "digits_training", training, "fraction");
    app_metric(app, "digits_test", test, "fraction");
    app_metric(app, "digits_best", best, "class");
    app_metric(app, "digits_best_share", share[best], "fraction");
    app_metric(app, "digits_worst", worst, "class");
    app_metric(app, "digits_worst_share", share[worst], "fraction");
    app_metric(app, "digits_numbers", CLASSES * PIXELS, "");
    app_say(app,
            "digits: the nearest of ten means is right for %.1f%% of %d "
            "test digits; %.0f%% of the %ds, %.0f%% of the %ds  "
            "[fig:ch01-means]",
            100 * test, lesson->test.count, 100 * share[best], best,
            100 * share[worst], worst);
}

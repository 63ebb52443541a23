// Is the right class among the k likeliest ones?
#include "lesson.h"

// How many classes have a larger logit than this one. Of equal ones the
// first comes first, as in likeliest().
static int place_of(const float *z, int classes, int label)
{
    int place = 0;
    for (int k = 0; k < classes; k++)
        place += z[k] > z[label] || (z[k] == z[label] && k < label);
    return place;
}

static double within(const Answers *a, int k)
{
    int right = 0;
    for (int n = 0; n < a->count; n++)
        right += place_of(logits_at(a, n), a->classes, a->label[n]) < k;
    return (double)right / a->count;
}

void show_top_k(App *app, Lesson *lesson)
{
    const Answers *a = answers_of(lesson);
    FILE *table = app_table(app, "top-k", "k\taccuracy");
    for (int k = 1; k <= a->classes; k++)
        fprintf(table, "%d\t%.5f\n", k, within(a, k));
    int second = a->classes < 2 ? 1 : 2, third = a->classes < 3 ? 2 : 3;
    app_metric(app, "top_1", within(a, 1), "fraction");
    app_metric(app, "top_2", within(a, second), "fraction");
    app_metric(app, "top_3", within(a, third), "fraction");
    app_say(app,
            "top-k: the first answer is right of %.2f%%, one of the first "
            "two of %.2f%%, of the first three of %.2f%%  [sec:ch06-top-k]",
            100 * within(a, 1), 100 * within(a, second),
            100 * within(a, third));
}

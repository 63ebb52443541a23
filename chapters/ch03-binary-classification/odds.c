// The line in words: by what factor one thing more changes the odds.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

typedef struct Weight {
    const char *name;
    double w;   // per deviation
} Weight;

static int by_strength(const void *a, const void *b)
{
    double x = fabs(((const Weight *)a)->w), y = fabs(((const Weight *)b)->w);
    return (x < y) - (x > y);
}

void show_odds(App *app, Lesson *lesson)
{
    const Encoder *e = &lesson->sets.encoder;
    int shown = e->features < 5 ? e->features : 5;
    Weight *list = allocate((size_t)e->features, sizeof *list);
    for (int f = 0; f < e->features; f++)
        list[f] = (Weight){e->feature[f], (double)lesson->line.w[f]};
    qsort(list, (size_t)e->features, sizeof *list, by_strength);
    FILE *table = app_table(app, "odds", "input\tweight\todds");
    for (int f = 0; f < e->features; f++)
        fprintf(table, "%s\t%.5g\t%.5g\n", list[f].name, list[f].w,
                exp(list[f].w));
    app_metric(app, "odds_largest", exp(list[0].w), "times");
    app_say(app,
            "odds: one deviation more of an input multiplies the odds of "
            "%s by  [sec:ch03-odds]",
            lesson->yes);
    for (int f = 0; f < shown; f++)
        app_say(app, "  %-28s %.2f", list[f].name, exp(list[f].w));
    free(list);
}

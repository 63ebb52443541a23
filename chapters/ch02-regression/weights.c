// The line in words: what one more of something does to the price, all else
// equal.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

typedef struct Weight {
    const char *name;
    const char *instead;   // of which level; NULL: it is a number
    double scaled;   // per deviation, as the line has it
    double plain;   // per unit: a foot, a bedroom
} Weight;

static int by_strength(const void *a, const void *b)
{
    double x = fabs(((const Weight *)a)->scaled);
    double y = fabs(((const Weight *)b)->scaled);
    return (x < y) - (x > y);
}

// The level of a column that has no input of its own: all of them are 0.
static const char *level_of_zeros(const Encoder *e, int f)
{
    int k = 0;
    while (f >= e->column[k].first + e->column[k].width) k++;
    return e->column[k].kind == CATEGORY ? e->column[k].level[0] : NULL;
}

static Weight weight_of(const Lesson *lesson, int f)
{
    const Encoder *e = &lesson->sets.encoder;
    double scaled = (double)lesson->line.w[f];
    return (Weight){e->feature[f], level_of_zeros(e, f), scaled,
                    scaled / e->numbers.deviation[f]};
}

static void say_weight(App *app, const Lesson *lesson, const Weight *w)
{
    app_say(app, "  %s%s%s%s: %s%s %s", w->instead ? "" : "one more ",
            w->name, w->instead ? " instead of " : "",
            w->instead ? w->instead : "", w->plain < 0 ? "" : "+",
            money(lesson, w->plain), lesson->unit);
}

void show_weights(App *app, Lesson *lesson)
{
    int features = lesson->line.features, shown = lesson->own ? 10 : 4;
    Weight *list = allocate((size_t)features, sizeof *list);
    for (int f = 0; f < features; f++) list[f] = weight_of(lesson, f);
    qsort(list, (size_t)features, sizeof *list, by_strength);
    FILE *table = app_table(app, "weights", "input\tdeviation\tunit");
    for (int f = 0; f < features; f++)
        fprintf(table, "%s\t%.6g\t%.6g\n", list[f].name,
                lesson->size * list[f].scaled, lesson->size * list[f].plain);
    app_say(app,
            "weights: what moves %s most, all else equal  "
            "[fig:ch02-weights]",
            lesson->target);
    for (int f = 0; f < features && f < shown; f++)
        say_weight(app, lesson, &list[f]);
    free(list);
}

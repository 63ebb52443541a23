// The test digits that the network gets wrong, the most confident first.
#include "draw.h"
#include "lesson.h"

#include <stdlib.h>

enum { SHOWN = 25, DRAWN = 3 };

typedef struct Mistake {
    int index, label, guess;
    double confidence;   // the probability that was given to the guess
} Mistake;

static int find_mistakes(Mistake *found, const Answers *a)
{
    int count = 0;
    for (int n = 0; n < a->count; n++) {
        const float *z = logits_at(a, n);
        int guess = likeliest(z, a->classes);
        if (guess != a->label[n])
            found[count++] = (Mistake){n, a->label[n], guess,
                                       probability(z, a->classes, guess)};
    }
    return count;
}

static int more_confident(const void *a, const void *b)
{
    const Mistake *x = a, *y = b;
    if (x->confidence != y->confidence)
        return x->confidence < y->confidence ? 1 : -1;
    return x->index - y->index;
}

static const uint8_t *pixels_of(const Dataset *set, int index)
{
    return bytes(&set->inputs) + (size_t)index * PIXELS;
}

static void write_mistakes(App *app, const Mistake *m, int count,
                           const Dataset *test)
{
    FILE *table =
        app_table(app, "mistakes", "index\tlabel\tguess\tconfidence");
    for (int k = 0; k < count; k++)
        fprintf(table, "%d\t%d\t%d\t%.4f\n", m[k].index, m[k].label,
                m[k].guess, m[k].confidence);
    FILE *pixels =
        app_table(app, "mistakes-pixels", "place\trow\tcolumn\tlevel");
    for (int k = 0; k < count && k < SHOWN; k++)
        for (int i = 0; i < PIXELS; i++)
            fprintf(pixels, "%d\t%d\t%d\t%d\n", k, i / SIDE, i % SIDE,
                    pixels_of(test, m[k].index)[i]);
}

static void draw_mistakes(App *app, const Mistake *m, int count,
                          const Dataset *test)
{
    int drawn = count < DRAWN ? count : DRAWN;
    Drawing drawing[DRAWN];
    char caption[DRAWN][32] = {"", "", ""};
    for (int k = 0; k < drawn; k++) {
        drawing[k] = (Drawing){SIDE, SIDE, pixels_of(test, m[k].index)};
        snprintf(caption[k], sizeof caption[k], "a %d, read as %d (%.0f%%)",
                 m[k].label, m[k].guess, 100 * m[k].confidence);
    }
    draw_pictures(app, drawing, drawn, 2);
    app_say(app, "%-24s %-24s %-24s", caption[0], caption[1], caption[2]);
}

void show_mistakes(App *app, Lesson *lesson)
{
    const Answers *a = answers_of(lesson);
    Mistake *found = allocate((size_t)a->count, sizeof *found);
    int count = find_mistakes(found, a), sure = 0;
    qsort(found, (size_t)count, sizeof *found, more_confident);
    write_mistakes(app, found, count, &lesson->test);
    for (int k = 0; k < count; k++) sure += found[k].confidence > 0.9;
    app_metric(app, "mistakes", count, "digits");
    app_metric(app, "mistakes_sure", sure, "digits");
    app_say(app,
            "mistakes: %d of %d test digits, %d of them said with more than "
            "90%%  [fig:ch06-mistakes]",
            count, a->count, sure);
    if (count > 0) draw_mistakes(app, found, count, &lesson->test);
    free(found);
}

// The test digits that the network gets wrong, the most confident first.
#include "draw.h"
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

enum { SHOWN = 25, DRAWN = 3 };

typedef struct Mistake {
    int index, label, guess;
    double confidence;   // the probability that the network gave its guess
} Mistake;

// Returns how many, and in *confidence the mean over all guesses.
static int find_mistakes(Mistake *found, double *confidence, Network *net,
                         const Dataset *test)
{
    int count = 0;
    *confidence = 0;
    for (int first = 0, n; first < test->count; first += n) {
        n = feed_batch(net->image, test, first);
        const Real *z = reals(predict(net->logits));
        for (int i = 0; i < n; i++) {
            int guess = likeliest(z + i * CLASSES, CLASSES),
                label = ints(&test->targets)[first + i];
            double sure = probability(z + i * CLASSES, CLASSES, guess);
            *confidence += sure / test->count;
            if (guess != label)
                found[count++] = (Mistake){first + i, label, guess, sure};
        }
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
                    bytes(&test->inputs)[(size_t)m[k].index * PIXELS + i]);
}

static void draw_mistakes(App *app, const Mistake *m, int count,
                          const Dataset *test)
{
    int drawn = count < DRAWN ? count : DRAWN;
    Drawing drawing[DRAWN];
    char caption[DRAWN][32] = {"", "", ""};
    for (int k = 0; k < drawn; k++) {
        const uint8_t *digits = bytes(&test->inputs);
        drawing[k] =
            (Drawing){SIDE, SIDE, digits + (size_t)m[k].index * PIXELS};
        snprintf(caption[k], sizeof caption[k], "a %d, read as %d (%.0f%%)",
                 m[k].label, m[k].guess, 100 * m[k].confidence);
    }
    draw_pictures(app, drawing, drawn, 2);
    app_say(app, "%-24s %-24s %-24s", caption[0], caption[1], caption[2]);
}

void show_mistakes(App *app, Lesson *lesson)
{
    Mistake *found = allocate((size_t)lesson->test.count, sizeof *found);
    double confidence, sure = 0;
    int count =
        find_mistakes(found, &confidence, lesson->net, &lesson->test);
    qsort(found, (size_t)count, sizeof *found, more_confident);
    write_mistakes(app, found, count, &lesson->test);
    for (int k = 0; k < count; k++) sure += found[k].confidence / count;
    app_metric(app, "mistakes", count, "digits");
    app_metric(app, "mistakes_confidence", sure, "probability");
    app_metric(app, "confidence", confidence, "probability");
    app_say(app, "mistakes: %d of %d test digits; the most confident ones  "
                 "[fig:ch07-mistakes]",
            count, lesson->test.count);
    if (count > 0) draw_mistakes(app, found, count, &lesson->test);
    free(found);
}

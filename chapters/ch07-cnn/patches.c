// What is a filter of the second layer looking for? The nine test digits that
// excite it most, cut to the 14 x 14 pixels that its unit sees: Zeiler &
// Fergus 2014, figure 2, for a network of two layers.
#include "further.h"

#include <stdlib.h>
#include <string.h>

enum { PATCH = 14, TOP = 9 };

typedef struct Patch {
    float answer;
    int digit, row, column;   // the unit's, in maps2
} Patch;

// Keeps the nine strongest in falling order.
static void keep(Patch *top, Patch p)
{
    if (p.answer <= top[TOP - 1].answer) return;
    int k = TOP - 1;
    for (; k > 0 && top[k - 1].answer < p.answer; k--) top[k] = top[k - 1];
    top[k] = p;
}

// A digit enters a filter's list once, with its most excited unit.
static void offer_digit(Patch *top, const Real *maps, Shape s, int digit)
{
    int filters = s.dim[2];
    for (int f = 0; f < filters; f++) {
        Patch best = {0, digit, 0, 0};
        for (int i = 0; i < s.dim[0]; i++)
            for (int j = 0; j < s.dim[1]; j++) {
                float a = (float)maps[(i * s.dim[1] + j) * filters + f];
                if (a > best.answer) best = (Patch){a, digit, i, j};
            }
        keep(top + f * TOP, best);
    }
}

static void search(Patch *top, App *app, Network *net, const Dataset *set)
{
    Shape s = node_shape(net->maps2);
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(net->image, set, first);
        const Real *maps = reals(predict(net->maps2));
        for (int k = 0; k < n; k++)
            offer_digit(top, maps + (size_t)k * shape_count(s), s, first + k);
        app_stop_if_interrupted(app);
    }
}

// The unit (row, column) sees 2*row - 6 … 2*row + 7: five taps of pooled
// pixels, each of two pixels, and the first filter's two more on both sides.
static void write_pixels(FILE *table, int filter, int rank, Patch p,
                         const uint8_t *digit)
{
    for (int i = 0; i < PATCH; i++)
        for (int j = 0; j < PATCH; j++) {
            int row = 2 * p.row - 6 + i, column = 2 * p.column - 6 + j;
            bool in = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
            fprintf(table, "%d\t%d\t%d\t%d\t%d\n", filter, rank, i, j,
                    in ? digit[row * SIDE + column] : 0);
        }
}

// How many of the nine show the class that most of them show.
static int agreeing(const Patch *top, int shown, const Dataset *set)
{
    int count[CLASSES] = {0}, most = 0;
    for (int k = 0; k < shown; k++) {
        int label = ints(&set->targets)[top[k].digit];
        if (++count[label] > most) most = count[label];
    }
    return most;
}

// The same of nine digits that nobody has chosen, on average.
static double by_chance(const Dataset *set)
{
    int groups = set->count / TOP, same = 0;
    for (int g = 0; g < groups; g++) {
        Patch any[TOP];
        for (int k = 0; k < TOP; k++) any[k].digit = g * TOP + k;
        same += agreeing(any, TOP, set);
    }
    return groups ? (double)same / groups : 0;
}

static int found(const Patch *top)   // a filter can be silent
{
    int n = 0;
    while (n < TOP && top[n].answer > 0) n++;
    return n;
}

void show_patches(App *app, Lesson *lesson)
{
    const Dataset *test = &lesson->test;
    int filters = node_shape(lesson->net->maps2).dim[2], alive = 0, same = 0;
    Patch *top = allocate((size_t)filters * TOP, sizeof *top);
    memset(top, 0, (size_t)filters * TOP * sizeof *top);
    search(top, app, lesson->net, test);
    FILE *table = app_table(app, "patches",
                            "filter\trank\tdigit\tlabel\tanswer");
    FILE *pixels = app_table(app, "patches-pixels",
                             "filter\trank\trow\tcolumn\tlevel");
    for (int f = 0; f < filters; f++) {
        const Patch *p = top + f * TOP;
        int shown = found(p);
        for (int k = 0; k < shown; k++) {
            int n = p[k].digit;
            fprintf(table, "%d\t%d\t%d\t%d\t%.4f\n", f, k, n,
                    ints(&test->targets)[n], (double)p[k].answer);
            write_pixels(pixels, f, k, p[k],
                         bytes(&test->inputs) + (size_t)n * PIXELS);
        }
        alive += shown > 0;
        same += agreeing(p, shown, test);
    }
    double share = (double)same / (alive ? alive * TOP : 1);
    app_metric(app, "patches_alive", alive, "filters");
    app_metric(app, "patches_same_class", share, "fraction");
    app_metric(app, "patches_by_chance", by_chance(test), "of nine");
    app_say(app, "top patches: %d of %d filters answer to something; of nine "
                 "patches %.1f show the same digit, of nine random digits "
                 "%.1f  [fig:ch07-patches]",
            alive, filters, TOP * share, by_chance(test));
    free(top);
}

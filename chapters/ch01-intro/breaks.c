// What breaks a rule, and what breaks the means: digits that are smaller,
// have moved, lie on another background, or are none that they know.
#include "lesson.h"

#include <string.h>

enum { MIDDLE = 6, FIRST = (SIDE - MIDDLE) / 2, JUDGED = 1000, FEW = 1000 };

// Ones have ink in the middle, noughts have a hole there. The grey level at
// which the one becomes the other is searched for.
static float middle_ink(const uint8_t *picture)
{
    float sum = 0;
    for (int i = FIRST; i < FIRST + MIDDLE; i++)
        for (int j = FIRST; j < FIRST + MIDDLE; j++)
            sum += picture[i * SIDE + j];
    return sum / (MIDDLE * MIDDLE);
}

// The first pictures of two classes; each is drawn as `change` draws it.
typedef void Change(uint8_t *to, const uint8_t *from);
typedef struct Pair {
    int count;
    uint8_t picture[JUDGED][PIXELS];
    int label[JUDGED];
    float ink[JUDGED];
    int one[JUDGED];   // as a label is called where there are only two
} Pair;

static void pair_of(Pair *pair, const Dataset *set, int nought, int one,
                    int most, Change *change)
{
    pair->count = 0;
    for (int n = 0; n < set->count && pair->count < most; n++) {
        int label = ints(&set->targets)[n], k = pair->count;
        if (label != nought && label != one) continue;
        change(pair->picture[k], bytes(&set->inputs) + n * PIXELS);
        pair->label[k] = label;
        pair->one[k] = label == one;
        pair->ink[k] = middle_ink(pair->picture[k]);
        pair->count++;
    }
}

static Samples by_ink(const Pair *pair)
{
    return (Samples){pair->count, pair->ink, pair->one};
}

/* ---- What changes -------------------------------------------------------*/

static void leave(uint8_t *to, const uint8_t *from)
{
    memcpy(to, from, PIXELS);
}

static void move(uint8_t *to, const uint8_t *from)   // six to the right
{
    memset(to, 0, PIXELS);
    for (int i = 0; i < SIDE; i++)
        memcpy(to + i * SIDE + 6, from + i * SIDE, SIDE - 6);
}

static void shrink(uint8_t *to, const uint8_t *from)   // to half its size
{
    enum { HALF = SIDE / 2, MARGIN = (SIDE - HALF) / 2 };
    memset(to, 0, PIXELS);
    for (int i = 0; i < HALF; i++)
        for (int j = 0; j < HALF; j++)
            to[(i + MARGIN) * SIDE + j + MARGIN] = from[2 * (i * SIDE + j)];
}

static void invert(uint8_t *to, const uint8_t *from)   // white on black
{
    for (int i = 0; i < PIXELS; i++) to[i] = (uint8_t)(255 - from[i]);
}

/* ---- What it does -------------------------------------------------------*/

typedef struct Case {
    const char *name;
    Change *change;
    int nought, one;   // the two digits that it shows
} Case;

// The rule knows two answers, 0 and 1, whatever it is shown.
static double rule_right(const Pair *pair, float threshold)
{
    int right = 0;
    for (int n = 0; n < pair->count; n++) {
        int said = pair->ink[n] > threshold;
        right += said == pair->label[n];
    }
    return (double)right / pair->count;
}

static double means_right(const Pair *pair, const Means *m)
{
    int right = 0;
    for (int n = 0; n < pair->count; n++)
        right += nearest_mean(m, pair->picture[n]) == pair->label[n];
    return (double)right / pair->count;
}

static void judge(App *app, FILE *table, Case c, Lesson *lesson, float at)
{
    static Pair pair;
    pair_of(&pair, &lesson->test, c.nought, c.one, JUDGED, c.change);
    if (pair.count == 0) app_fail(app, 1, "no test digit is %d", c.one);
    double rule = rule_right(&pair, at);
    double means = means_right(&pair, &lesson->means);
    fprintf(table, "%s\t%d\t%.4f\t%.4f\n", c.name, pair.count, rule, means);
    app_metric_of(app, rule, "fraction", "breaks_%s_rule", c.name);
    app_metric_of(app, means, "fraction", "breaks_%s_means", c.name);
    app_say(app,
            "breaks, %s: the rule has %.1f%% right, the means %.1f%%  "
            "[tab:ch01-breaks]",
            c.name, 100 * rule, 100 * means);
}

void show_breaks(App *app, Lesson *lesson)
{
    static const Case cases[] = {{"same", leave, 0, 1},
                                 {"moved", move, 0, 1},
                                 {"smaller", shrink, 0, 1},
                                 {"background", invert, 0, 1},
                                 {"object", leave, 6, 7}};
    static Pair known;
    pair_of(&known, &lesson->train, 0, 1, FEW, leave);
    Threshold rule = find_threshold(by_ink(&known));
    app_metric(app, "breaks_threshold", (double)rule.at, "grey levels");
    app_metric(app, "breaks_learned_from", known.count, "digits");
    FILE *table = app_table(app, "breaks", "what\tdigits\trule\tmeans");
    for (int k = 0; k < 5; k++) judge(app, table, cases[k], lesson, rule.at);
}

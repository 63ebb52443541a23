// Where a rule that somebody wrote down is all that is needed: tangerines,
// and the times table, which nobody should learn from examples.
#include "fruit.h"
#include "lesson.h"

#include <stdlib.h>

const float tangerine_size[TANGERINES] = {6.1f, 8.2f, 7.0f, 7.9f,
                                          6.8f, 8.6f, 7.3f, 7.7f};
const int tangerine_ripe[TANGERINES] = {0, 1, 0, 1, 0, 1, 0, 1};

int tangerine_is_ripe(float size)
{
    if (size > 7.5f) return 1;
    return 0;
}

// How many tangerines the rule has right, of sizes in another unit.
static int tangerines_right(FILE *table, const char *unit, float per_unit)
{
    int right = 0;
    for (int n = 0; n < TANGERINES; n++) {
        float size = tangerine_size[n] / per_unit;
        int said = tangerine_is_ripe(size);
        right += said == tangerine_ripe[n];
        fprintf(table, "%s\t%.3g\t%d\t%d\n", unit, (double)size,
                tangerine_ripe[n], said);
    }
    return right;
}

/* ---- The times table ----------------------------------------------------*/

enum { TABLE = 10, FACTS = TABLE * TABLE, HELD_OUT = 20 };

typedef struct Fact {
    int a, b;
} Fact;

static Fact fact(int number)
{
    return (Fact){number / TABLE + 1, number % TABLE + 1};
}

// What is said of a product that was not learned: that of the nearest one
// that was. Of two that are equally near, the first.
static int nearest_product(Fact asked, const int *known, int count)
{
    int nearest = 0, least = 2 * TABLE;
    for (int n = 0; n < count; n++) {
        Fact f = fact(known[n]);
        int apart = abs(f.a - asked.a) + abs(f.b - asked.b);
        if (apart < least) {
            least = apart;
            nearest = f.a * f.b;
        }
    }
    return nearest;
}

static int products_right(App *app)
{
    int order[FACTS], right = 0;
    random_order((Stream){app->seed, 0, FOR_LESSON, 1}, order, FACTS);
    FILE *table = app_table(app, "rules-products", "a\tb\tproduct\tsaid");
    for (int n = 0; n < HELD_OUT; n++) {
        Fact f = fact(order[n]);
        int said = nearest_product(f, order + HELD_OUT, FACTS - HELD_OUT);
        right += said == f.a * f.b;
        fprintf(table, "%d\t%d\t%d\t%d\n", f.a, f.b, f.a * f.b, said);
    }
    return right;
}

void show_rules(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "rules", "unit\tsize\tripe\tsaid");
    int cm = tangerines_right(table, "cm", 1);
    int inch = tangerines_right(table, "inch", 2.54f);
    int products = products_right(app);
    app_metric(app, "rules_tangerines", TANGERINES, "");
    app_metric(app, "rules_right", cm, "tangerines");
    app_metric(app, "rules_right_inch", inch, "tangerines");
    app_metric(app, "rules_products_held_out", HELD_OUT, "");
    app_metric(app, "rules_products_right", products, "products");
    app_say(app,
            "rules: size > 7.5 has %d of %d tangerines right, %d when "
            "sizes come in inches  [sec:ch01-rules]",
            cm, TANGERINES, inch);
    app_say(app,
            "rules: a * b has %d of %d products right, the nearest of %d "
            "that were learned %d  [sec:ch01-rules]",
            HELD_OUT, HELD_OUT, FACTS - HELD_OUT, products);
}

// What layers of units that answer 0 or 1 can cut out of the plane, with
// weights set by hand.
#include "lesson.h"

enum { SIDES = 3, FINE = 81 };

// A unit: 1 where w1 x1 + w2 x2 + b > 0.
typedef struct HalfPlane {
    double w1, w2, b;
} HalfPlane;

static int unit(HalfPlane u, double x1, double x2)
{
    return u.w1 * x1 + u.w2 * x2 + u.b > 0;
}

static const HalfPlane left[SIDES] = {{0, 1, 4}, {-2, -1, -2}, {2, -1, 10}},
                       right[SIDES] = {{0, -1, 4}, {-2, 1, 10}, {2, 1, -2}};

static int how_many(const HalfPlane *units, double x1, double x2)
{
    int sum = 0;
    for (int j = 0; j < SIDES; j++) sum += unit(units[j], x1, x2);
    return sum;
}

// One layer: a half-plane.
static int half(double x1, double x2) { return unit(left[2], x1, x2); }

// Two: h1 + h2 + h3 - 2.5 > 0, all three of them.
static int triangle(double x1, double x2)
{
    return how_many(left, x1, x2) - 2.5 > 0;
}

// Three: in one triangle or in the other, t1 + t2 - 0.5 > 0.
static int either(double x1, double x2)
{
    int t1 = triangle(x1, x2), t2 = how_many(right, x1, x2) - 2.5 > 0;
    return t1 + t2 - 0.5 > 0;
}

// The triangle's two layers with another bias: at least two of the three.
static int majority(double x1, double x2)
{
    return how_many(left, x1, x2) - 1.5 > 0;
}

// Two layers once more: outside of a strip, so in two pieces.
static int outside(double x1, double x2)
{
    HalfPlane above = {1, 1, -3}, below = {-1, -1, -3};
    return unit(above, x1, x2) + unit(below, x1, x2) - 0.5 > 0;
}

static const struct Region {
    const char *name;
    int (*holds)(double, double);
} regions[] = {{"half", half},
               {"triangle", triangle},
               {"either", either},
               {"majority", majority},
               {"outside", outside}};
enum { REGIONS = sizeof regions / sizeof regions[0] };

static double place(int k) { return -6 + 12.0 * k / (FINE - 1); }

static double write_region(FILE *table, const struct Region *r)
{
    int inside = 0;
    for (int i = 0; i < FINE; i++)
        for (int k = 0; k < FINE; k++) {
            int yes = r->holds(place(k), place(i));
            inside += yes;
            fprintf(table, "%s\t%.3f\t%.3f\t%d\n", r->name, place(k),
                    place(i), yes);
        }
    return (double)inside / (FINE * FINE);
}

// Convex: what lies between two of its points belongs to it. A pair whose
// middle does not shows that a region is none; how many of these are there?
static int count_gaps(const struct Region *r)
{
    enum { COARSE = 4 };
    int gaps = 0;
    for (int a = 0; a < FINE * FINE; a += COARSE)
        for (int b = a % 7; b < FINE * FINE; b += 7 * COARSE) {
            double p = place(a % FINE), q = place(a / FINE);
            double u = place(b % FINE), v = place(b / FINE);
            gaps += r->holds(p, q) && r->holds(u, v) &&
                    !r->holds((p + u) / 2, (q + v) / 2);
        }
    return gaps;
}

void show_regions(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "regions", "region\tx1\tx2\tyes");
    int convex = 0;
    for (int k = 0; k < REGIONS; k++) {
        double share = write_region(table, &regions[k]);
        int gaps = count_gaps(&regions[k]);
        app_metric_of(app, share, "fraction", "regions_%s", regions[k].name);
        app_metric_of(app, gaps, "pairs", "regions_%s_gaps", regions[k].name);
        convex += gaps == 0;
    }
    app_say(app,
            "regions: of %d cut out by hand %d are convex; of the others two "
            "layers make two  [fig:ch05-regions]",
            REGIONS, convex);
}

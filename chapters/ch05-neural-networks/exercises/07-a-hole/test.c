// What the units say of points, a stage before what the network answers. A square with a hole;
// then regions of 3 to 6 sides that hold another, somewhere in the plane.
#include "hole.h"

#include <math.h>

#include "cases.h"

enum { ANSWERS = 1, MEASURED = 2, SIDES = 6, ASKED = 8, MANY = 1000 };

typedef struct Network {
    int count;
    float w[4 * SIDES + 1], b[2 * SIDES + 1], v[2 * SIDES + 1], bias;
} Network;

static Network network_of(const float *outer, int outer_count,
                          const float *inner, int inner_count)
{
    Network net = {.count = outer_count + inner_count};
    for (int i = 0; i <= 4 * SIDES; i++) net.w[i] = NAN;
    for (int i = 0; i <= 2 * SIDES; i++) net.b[i] = net.v[i] = NAN;
    net.bias = set_by_hand(net.w, net.b, net.v, outer, outer_count, inner,
                           inner_count);
    return net;
}

static int unit_says(const Network *net, int j, const float *x)
{
    double sum = (double)net->b[j] + (double)net->w[j] * (double)x[0] +
                 (double)net->w[net->count + j] * (double)x[1];
    return isnan(sum) ? -1 : sum > 0;
}

static int says(const Network *net, const float *x)
{
    double z = (double)net->bias;
    for (int j = 0; j < net->count; j++) {
        int h = unit_says(net, j, x);
        if (h < 0) return -1;
        if (h > 0) z += (double)net->v[j];
    }
    return isnan(z) ? -1 : z > 0;
}

static void answer_bounds(const Network *net)
{
    int behind = !isnan(net->w[2 * net->count]);
    behind += !isnan(net->b[net->count]) + !isnan(net->v[net->count]);
    answer("numbers behind w, b and v", behind);
}

static void ask_units(const Network *net, const float *x, int points)
{
    answer_bounds(net);
    float *h = output("h", SHAPE(points, net->count));
    for (int n = 0; n < points; n++)
        for (int j = 0; j < net->count; j++)
            h[n * net->count + j] = (float)unit_says(net, j, x + 2 * n);
}

static void ask(const Network *net, const float *x, int points)
{
    float *yes = output("yes", SHAPE(points));
    stage(ANSWERS);
    for (int n = 0; n < points; n++) yes[n] = (float)says(net, x + 2 * n);
}

static Network square_with_hole(void)
{
    const float *outer = input("outer", SHAPE(4, 2), 0, 0, 4, 0, 4, 4, 0, 4);
    const float *inner = input("inner", SHAPE(3, 2), 1, 1, 3, 1, 1, 3);
    return network_of(outer, 4, inner, 3);
}

// Right of the square, whose second side is missed; above the slanting side of the hole.
static void its_units(void)
{
    Network net = square_with_hole();
    ask_units(&net, input("x", SHAPE(2, 2), 5, 2, 3, 3), 2);
    right(1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1);
}

// In the ring, in the hole, outside by one side and by another; and in the ring again.
static void its_answers(void)
{
    Network net = square_with_hole();
    ask(&net, input("x", SHAPE(5, 2), 3, 3, 1.5, 1.5, 5, 2, 0.5, -1, 0.5, 3.5),
        5);
    right(1, 0, 0, 0, 1);
}

/* ---- Regions, drawn --------------------------------------------------------------------------*/

typedef struct Region {
    float outer[2 * SIDES], inner[2 * SIDES];
    int outer_count, inner_count;
    double x, y, size, wide;
} Region;

// Corners of a circle that is stretched along the first axis, against the clock.
static void corners_drawn(float *corner, int count, const Region *r,
                          double size)
{
    double turned = (double)real_between(0, 2 * M_PI);
    for (int i = 0; i < count; i++) {
        double angle =
            turned + 2 * M_PI * (i + (double)real_between(0, 0.2)) / count;
        corner[2 * i] = (single)(r->x + r->wide * size * cos(angle));
        corner[2 * i + 1] = (single)(r->y + size * sin(angle));
    }
}

static Region region_drawn(void)
{
    Region r = {.outer_count = between(3, SIDES),
                .inner_count = between(3, SIDES)};
    r.x = (double)real_between(-6, 6);
    r.y = (double)real_between(-6, 6);
    r.size = (double)real_between(1, 5);
    r.wide = (double)real_between(0.5, 2);
    double nearest =
        cos(1.2 * M_PI / r.outer_count);   // of the sides, in sizes
    corners_drawn(r.outer, r.outer_count, &r, r.size);
    corners_drawn(r.inner, r.inner_count, &r,
                  r.size * nearest * (double)real_between(0.5, 0.95));
    return r;
}

// Every third point lies near the hole, the others may lie anywhere around.
static void point_drawn(float *x, const Region *r)
{
    double nearest = cos(1.2 * M_PI / r->outer_count);
    double far = r->size * (one_in(3) ? nearest : 1.4);
    x[0] = (single)(r->x + r->wide * (double)real_between(-far, far));
    x[1] = (single)(r->y + (double)real_between(-far, far));
}

static void drawn(void)
{
    float x[2 * ASKED];
    Region r = region_drawn();
    int points = size_between(1, ASKED), units = one_in(2);
    for (int n = 0; n < points; n++) point_drawn(x + 2 * n, &r);
    const float *outer = input_numbers("outer", SHAPE(r.outer_count, 2),
                                       r.outer, 2 * r.outer_count);
    const float *inner = input_numbers("inner", SHAPE(r.inner_count, 2),
                                       r.inner, 2 * r.inner_count);
    Network net = network_of(outer, r.outer_count, inner, r.inner_count);
    const float *asked = input_numbers("x", SHAPE(points, 2), x, 2 * points);
    (units ? ask_units : ask)(&net, asked, points);
}

/* ---- The measure -----------------------------------------------------------------------------*/

static int inside(const float *corner, int count, const float *x)
{
    for (int i = 0; i < count; i++) {
        const float *p = corner + 2 * i, *q = corner + 2 * ((i + 1) % count);
        double turn =
            ((double)q[0] - (double)p[0]) * ((double)x[1] - (double)p[1]) -
            ((double)q[1] - (double)p[1]) * ((double)x[0] - (double)p[0]);
        if (turn <= 0) return 0;
    }
    return 1;
}

static double share_right(void)
{
    int right_ones = 0;
    float x[2];
    Region r = region_drawn();
    Network net = network_of(r.outer, r.outer_count, r.inner, r.inner_count);
    for (int n = 0; n < MANY; n++) {
        point_drawn(x, &r);
        int yes = inside(r.outer, r.outer_count, x) &&
                  !inside(r.inner, r.inner_count, x);
        right_ones += says(&net, x) == yes;
    }
    return (double)right_ones / MANY;
}

static void measured(void)
{
    stage(MEASURED);
    given("regions that you do not see");
    for (int region = 1; region <= 4; region++)
        answer_at_least("share right of 1,000 points", share_right(), 0.99);
}

const Cases cases = {{its_units, its_answers, measured}, drawn, 300};

/* test_planar.c: the points of chapter 5's playground: what each kind is, how far noise moves them,
 * and what is made of their coordinates.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "../../../chapters/ch05-neural-networks/planar.h"

enum { COUNT = 400 };
static const double turn = 6.283185307179586;

typedef struct Point {
    double x1, x2;
    bool yes;
} Point;

static Point point(const Dataset *set, int n)
{
    const Real *x = reals(&set->inputs) + 2 * n;
    return (Point){(double)x[0], (double)x[1], reals(&set->targets)[n] > 0};
}

static bool same_points(const Dataset *a, const Dataset *b)
{
    return memcmp(reals(&a->inputs), reals(&b->inputs), 2 * COUNT * sizeof(Real)) == 0;
}

// ---- All kinds

Test(planar, half_of_the_points_are_a_yes)
{
    for (int kind = 0; kind < PLANAR_KINDS; kind++) {
        Dataset set = planar_new((PlanarKind)kind, 7, 0.1, 1, 0);
        int yes = 0;
        for (int n = 0; n < 7; n++) {
            Real t = reals(&set.targets)[n];
            cr_assert(t == 0 || t == 1);
            yes += t > 0;
        }
        cr_assert_eq(yes, 3, "%s: %d", planar_names[kind], yes);
        dataset_free(&set);
    }
}

Test(planar, a_seed_and_a_part_decide)
{
    for (int k = 0; k < PLANAR_KINDS; k++) {
        PlanarKind kind = (PlanarKind)k;
        Dataset set = planar_new(kind, COUNT, 0.1, 1, 0);
        Dataset again = planar_new(kind, COUNT, 0.1, 1, 0);
        Dataset part = planar_new(kind, COUNT, 0.1, 1, 1);
        Dataset seed = planar_new(kind, COUNT, 0.1, 2, 0);
        cr_assert(same_points(&set, &again), "%s", planar_names[k]);
        cr_assert_not(same_points(&set, &part), "%s: training and new points", planar_names[k]);
        cr_assert_not(same_points(&set, &seed), "%s", planar_names[k]);
        dataset_free(&set);
        dataset_free(&again);
        dataset_free(&part);
        dataset_free(&seed);
    }
}

Test(planar, the_most_noise_leaves_them_in_the_plane_that_is_drawn)
{
    for (int kind = 0; kind < PLANAR_KINDS; kind++) {
        Dataset set = planar_new((PlanarKind)kind, COUNT, 0.5, 1, 0);
        for (int i = 0; i < 2 * COUNT; i++)
            cr_assert(fabs((double)reals(&set.inputs)[i]) <= 6, "%s", planar_names[kind]);
        dataset_free(&set);
    }
}

// Up to 0.2 to each side for a noise of 0.1, and not much less than that.
Test(planar, noise_moves_by_its_share_of_two)
{
    Dataset still = planar_new(SPIRAL, COUNT, 0, 1, 0);
    Dataset moved = planar_new(SPIRAL, COUNT, 0.1, 1, 0);
    double least = 0, most = 0;
    for (int i = 0; i < 2 * COUNT; i++) {
        double by = (double)reals(&moved.inputs)[i] - (double)reals(&still.inputs)[i];
        least = fmin(least, by);
        most = fmax(most, by);
    }
    cr_assert(most <= 0.2 + 1e-5 && most > 0.19, "%g", most);
    cr_assert(least >= -0.2 - 1e-5 && least < -0.19, "%g", least);
    dataset_free(&still);
    dataset_free(&moved);
}

// ---- Each kind, without noise

Test(kinds, circle_is_a_disc_in_a_ring)
{
    Dataset set = planar_new(CIRCLE, COUNT, 0, 1, 0);
    for (int n = 0; n < COUNT; n++) {
        Point p = point(&set, n);
        double radius = hypot(p.x1, p.x2);
        cr_assert(p.yes ? radius <= 2.5 + 1e-5 : radius >= 3.5 - 1e-5 && radius <= 5 + 1e-5,
                  "%d: %g", p.yes, radius);
    }
    dataset_free(&set);
}

Test(kinds, xor_has_both_signs_for_each_answer_and_a_strip_between)
{
    Dataset set = planar_new(XOR, COUNT, 0, 1, 0);
    int left[2] = {0};
    for (int n = 0; n < COUNT; n++) {
        Point p = point(&set, n);
        cr_assert_eq(p.x1 * p.x2 < 0, p.yes, "(%g, %g)", p.x1, p.x2);
        cr_assert(fmin(fabs(p.x1), fabs(p.x2)) >= 0.3 - 1e-5);
        left[p.yes] += p.x1 < 0;
    }
    for (int k = 0; k < 2; k++)
        cr_assert(left[k] > COUNT / 6 && left[k] < COUNT / 3, "%d of %d", left[k], COUNT / 2);
    dataset_free(&set);
}

Test(kinds, gauss_is_two_clouds)
{
    Dataset set = planar_new(GAUSS, COUNT, 0, 1, 0);
    double sum[2][2] = {{0}}, squares = 0;
    for (int n = 0; n < COUNT; n++) {
        Point p = point(&set, n);
        sum[p.yes][0] += p.x1;
        sum[p.yes][1] += p.x2;
        squares += pow(p.x1 - (p.yes ? 2 : -2), 2);
    }
    for (int k = 0; k < 2; k++)
        for (int d = 0; d < 2; d++)
            cr_assert_float_eq(sum[k][d] / (COUNT / 2.0), k ? 2 : -2, 0.35);
    cr_assert_float_eq(sqrt(squares / COUNT), 1, 0.15);
    dataset_free(&set);
}

// The farther along its arm, the farther from the middle and the farther turned; a yes is opposite.
Test(kinds, spiral_is_two_opposite_arms)
{
    Dataset set = planar_new(SPIRAL, COUNT, 0, 1, 0);
    double before[2] = {0};
    for (int n = 0; n < COUNT; n++) {
        Point p = point(&set, n);
        double radius = hypot(p.x1, p.x2);
        double angle = 1.75 * turn * radius / 5 + (p.yes ? turn / 2 : 0);
        cr_assert_float_eq(p.x1, radius * sin(angle), 1e-3);
        cr_assert_float_eq(p.x2, radius * cos(angle), 1e-3);
        cr_assert(radius > before[p.yes] - 1e-5 && radius < 5 + 1e-5, "%g after %g", radius,
                  before[p.yes]);
        before[p.yes] = radius;
    }
    cr_assert(before[0] > 4.9 && before[1] > 4.9, "the arms reach the rim");
    dataset_free(&set);
}

// ---- What is made of a point

Test(inputs, are_what_their_names_say)
{
    static const PlanarInput all[] = {X1, X2, X1X1, X2X2, X1X2, SINX1, SINX2};
    static const Real at[2] = {2, -3};
    const double expected[] = {2, -3, 4, 9, -6, sin(2), sin(-3)};
    Real out[PLANAR_INPUTS];
    planar_inputs(out, all, PLANAR_INPUTS, at);
    for (int k = 0; k < PLANAR_INPUTS; k++)
        cr_assert_float_eq((double)out[k], expected[k], 1e-6, "%s", planar_input_names[k]);
}

Test(inputs, replace_the_points_and_leave_the_answers)
{
    static const PlanarInput chosen[] = {X2X2, X1};
    Dataset points = planar_new(CIRCLE, COUNT, 0.1, 1, 0);
    Dataset set = planar_with(&points, chosen, 2);
    cr_assert_eq(set.count, COUNT);
    for (int n = 0; n < COUNT; n++) {
        Point p = point(&points, n);
        const Real *x = reals(&set.inputs) + 2 * n;
        cr_assert_float_eq((double)x[0], p.x2 * p.x2, 1e-4);
        cr_assert_float_eq((double)x[1], p.x1, 1e-6);
        cr_assert_eq(reals(&set.targets)[n] > 0, p.yes);
    }
    dataset_free(&points);
    dataset_free(&set);
}

/* test_plain.c: the loops of chapter 2: the numbers of the page, and the gradient against finite
 * differences in double. plain.c is included twice, the second time with float being double.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch02-regression/plain.c"

#undef PLAIN_H
#define float double
#define Line LineInDouble
#define Houses HousesInDouble
#define line_price line_price_in_double
#define squared_error_plain squared_error_in_double
#define gradient_plain gradient_in_double
#define descend descend_in_double
#define line_new line_new_in_double
#define line_free line_free_in_double
#include "../../../chapters/ch02-regression/plain.c"
#undef float
#undef Line
#undef Houses
#undef line_price
#undef squared_error_plain
#undef gradient_plain
#undef descend
#undef line_new
#undef line_free

#include "../../../chapters/ch02-regression/houses.h"

// ---- The numbers of the page

static void expect_near(double found, double expected, double within)
{
    cr_assert(fabs(found - expected) <= within, "%.9g, expected %.9g", found, expected);
}

Test(four_houses, squared_error_of_the_guess)
{
    Pair guess = {150, 50};
    Line line = line_of(&guess);
    const double said[] = {365.6, 290, 410, 500};
    for (int n = 0; n < FOUR; n++)
        expect_near((double)line_price(&line, &four_sizes[n]), said[n], 1e-4);
    expect_near((double)squared_error_plain(&line, four_houses()),
                (34.4 * 34.4 + 40 * 40 + 41 * 41 + 40 * 40) / 4, 1e-2);
}

Test(four_houses, gradient_of_the_guess_and_a_step)
{
    Pair guess = {150, 50}, slope;
    Line line = line_of(&guess), gradient = line_of(&slope);
    slope = (Pair){1e9f, -1e9f};   // overwritten, whatever stands there
    double before = (double)gradient_plain(&gradient, &line, four_houses());
    expect_near(before, 1516.09, 1e-2);
    expect_near((double)slope.w, 2 * (-34.4 * 2.104 - 40 * 1.6 + 41 * 2.4 - 40 * 3) / 4, 1e-3);
    expect_near((double)slope.b, 2 * (-34.4 - 40 + 41 - 40) / 4, 1e-4);
    descend(&line, &gradient, 0.02f);
    expect_near((double)guess.w, 150 + 0.02 * 78.98880, 1e-3);
    expect_near((double)guess.b, 50 + 0.02 * 36.7, 1e-3);
    cr_assert((double)squared_error_plain(&line, four_houses()) < before);
}

Test(four_houses, nothing_slopes_at_the_best_line)
{
    Pair best = best_pair(), slope;
    Line line = line_of(&best), gradient = line_of(&slope);
    gradient_plain(&gradient, &line, four_houses());
    expect_near((double)slope.w, 0, 1e-2);
    expect_near((double)slope.b, 0, 1e-2);
    expect_near((double)best.w, 141.15028, 1e-3);
    expect_near((double)best.b, 88.49195, 1e-3);
}

// ---- The gradient, in double

enum { HOUSES = 7, INPUTS = 3 };

// Numbers without a pattern, none of them zero.
static double number(int i) { return sin(1.7 * i + 0.3) * (1 + i % 4); }

typedef struct Case {
    double x[HOUSES * INPUTS], t[HOUSES], w[INPUTS + 1], dw[INPUTS + 1];
    LineInDouble line, gradient;
    HousesInDouble houses;
} Case;

static void case_new(Case *c)
{
    for (int i = 0; i < HOUSES * INPUTS; i++) c->x[i] = number(i);
    for (int i = 0; i < HOUSES; i++) c->t[i] = 3 * number(i + 40);
    for (int i = 0; i <= INPUTS; i++) c->w[i] = number(i + 80);
    for (int i = 0; i <= INPUTS; i++) c->dw[i] = NAN;
    c->line = (LineInDouble){INPUTS, c->w, c->w + INPUTS};
    c->gradient = (LineInDouble){INPUTS, c->dw, c->dw + INPUTS};
    c->houses = (HousesInDouble){HOUSES, c->x, c->t};
}

Test(gradient, agrees_with_finite_differences)
{
    Case c;
    case_new(&c);
    double loss = gradient_in_double(&c.gradient, &c.line, c.houses);
    expect_near(loss, squared_error_in_double(&c.line, c.houses), 1e-12);
    for (int i = 0; i <= INPUTS; i++) {
        const double h = 1e-5, w = c.w[i];
        c.w[i] = w + h;
        double above = squared_error_in_double(&c.line, c.houses);
        c.w[i] = w - h;
        double below = squared_error_in_double(&c.line, c.houses);
        c.w[i] = w;
        expect_near(c.dw[i], (above - below) / (2 * h), 1e-7);
    }
}

Test(gradient, of_two_halves_is_that_of_all)
{
    Case all, part;
    case_new(&all);
    case_new(&part);
    gradient_in_double(&all.gradient, &all.line, all.houses);
    double sum[INPUTS + 1] = {0};
    for (int first = 0, count; first < HOUSES; first += count) {
        count = first == 0 ? 4 : 3;
        HousesInDouble some = {count, part.x + first * INPUTS, part.t + first};
        gradient_in_double(&part.gradient, &part.line, some);
        for (int i = 0; i <= INPUTS; i++) sum[i] += part.dw[i] * count / HOUSES;
    }
    for (int i = 0; i <= INPUTS; i++) expect_near(sum[i], all.dw[i], 1e-12);
}

Test(gradient, steps_arrive_where_nothing_slopes)
{
    Case c;
    case_new(&c);
    for (int step = 0; step < 20000; step++) {
        gradient_in_double(&c.gradient, &c.line, c.houses);
        descend_in_double(&c.line, &c.gradient, 0.02);
    }
    for (int i = 0; i <= INPUTS; i++) expect_near(c.dw[i], 0, 1e-9);
}

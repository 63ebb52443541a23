/* test_plain.c: the loops of chapter 4: the numbers of the page, the pull in the gradient against
 * finite differences in double, and the normal equation as the place where that gradient is 0.
 * plain.c is included twice, the second time with float being double.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch04-regularization/plain.c"

#undef PLAIN_H
#define float double
#define Line LineInDouble
#define Samples SamplesInDouble
#define line_value line_value_in_double
#define miss miss_in_double
#define squared_length squared_length_in_double
#define gradient_plain gradient_in_double
#define descend descend_in_double
#define line_new line_new_in_double
#define line_copy line_copy_in_double
#define line_free line_free_in_double
#include "../../../chapters/ch04-regularization/plain.c"
#undef float
#undef Line
#undef Samples
#undef line_value
#undef miss
#undef squared_length
#undef gradient_plain
#undef descend
#undef line_new
#undef line_copy
#undef line_free

#include "../../../chapters/ch04-regularization/readings.h"

static void expect_near(double found, double expected, double within)
{
    cr_assert(fabs(found - expected) <= within, "%.9g, expected %.9g", found, expected);
}

// One sample x = 1, t = 3, no bias to speak of: (w - 3)² + lambda w².
Test(pull, one_weight_by_hand)
{
    const float x = 1, t = 3;
    Line line = line_new(1), gradient = line_new(1);
    line.w[0] = 2;
    expect_near((double)gradient_plain(&gradient, &line, (Samples){1, &x, &t}, 0.5f), 3, 1e-6);
    expect_near((double)gradient.w[0], 0, 1e-6);   // 2 (2 - 3) + 2 * 0.5 * 2
    expect_near((double)gradient.b[0], -2, 1e-6);   // not pulled
    line_free(&line);
    line_free(&gradient);
}

// Where the samples say nothing, each step keeps the share 1 - 2 rate lambda of a weight.
Test(pull, a_weight_without_samples_to_hold_it_decays)
{
    const float x = 0, t = 0;
    Line line = line_new(1), gradient = line_new(1);
    line.w[0] = 1;
    for (int step = 0; step < 3; step++) {
        gradient_plain(&gradient, &line, (Samples){1, &x, &t}, 0.1f);
        descend(&line, &gradient, 0.5f);
    }
    expect_near((double)line.w[0], 0.9 * 0.9 * 0.9, 1e-6);
    line_free(&line);
    line_free(&gradient);
}

Test(pull, the_gradient_is_that_of_the_loss)
{
    enum { N = 5, D = 3 };
    const double x[N * D] = {1, -2, 3, 0.5, 1, -1, 2, 2, 0, -1, 0.3, 4, 1, 1, 1}, h = 1e-5;
    const double t[N] = {1, -1, 2, 0, 3};
    SamplesInDouble s = {N, x, t};
    LineInDouble line = line_new_in_double(D), gradient = line_new_in_double(D),
                 other = line_new_in_double(D);
    for (int d = 0; d <= D; d++) line.w[d] = 0.3 * d - 0.7;
    for (int d = 0; d <= D; d++) {
        const double kept = line.w[d];
        line.w[d] = kept + h;
        double above = gradient_in_double(&other, &line, s, 0.37);
        line.w[d] = kept - h;
        double below = gradient_in_double(&other, &line, s, 0.37);
        line.w[d] = kept;
        gradient_in_double(&gradient, &line, s, 0.37);
        expect_near(gradient.w[d], (above - below) / (2 * h), 1e-8);
    }
    line_free_in_double(&line);
    line_free_in_double(&gradient);
    line_free_in_double(&other);
}

Test(pull, the_normal_equation_leaves_no_slope)
{
    static const double lambdas[] = {0, 0.001, 0.1, 10};
    Dataset set = readings((Swell){1, 0, 0.3}, TRAINING, 20, 4);
    Line line = line_new(4), gradient = line_new(4);
    for (int k = 0; k < 4; k++) {
        cr_assert(fit_exactly(&line, &set, lambdas[k]));
        gradient_plain(&gradient, &line, samples_in(&set), (float)lambdas[k]);
        for (int d = 0; d <= 4; d++) expect_near((double)gradient.w[d], 0, 1e-5);
    }
    line_free(&line);
    line_free(&gradient);
    dataset_free(&set);
}

Test(readings, days_and_sets_differ_and_a_day_comes_again)
{
    Dataset a = readings((Swell){1, 0, 0.3}, TRAINING, 20, 3),
            b = readings((Swell){1, 0, 0.3}, TRAINING, 20, 3),
            other_day = readings((Swell){1, 1, 0.3}, TRAINING, 20, 3),
            other_set = readings((Swell){1, 0, 0.3}, VALIDATION, 20, 3);
    const size_t size = 20 * sizeof(Real);
    cr_assert_eq(memcmp(reals(&a.targets), reals(&b.targets), size), 0);
    cr_assert_neq(memcmp(reals(&a.targets), reals(&other_day.targets), size), 0);
    cr_assert_neq(memcmp(reals(&a.targets), reals(&other_set.targets), size), 0);
    for (int n = 0; n < 20; n++) {
        double x = (double)reals(&a.inputs)[3 * n];
        double from = n / 10.0 - 1;
        cr_assert(x >= from - 1e-6 && x <= from + 0.1 + 1e-6, "reading %d at %g", n, x);
        expect_near((double)reals(&a.inputs)[3 * n + 2], x * x * x, 1e-6);
    }
    dataset_free(&a);
    dataset_free(&b);
    dataset_free(&other_day);
    dataset_free(&other_set);
}

// Without errors the readings are the swell, and with them they are off by the noise.
Test(readings, the_noise_is_as_large_as_it_says)
{
    double sum = 0;
    Dataset still = readings((Swell){1, 0, 0}, TEST, 1000, 1),
            noisy = readings((Swell){1, 0, 0.3}, TEST, 1000, 1);
    for (int n = 0; n < 1000; n++) {
        double t = (double)reals(&still.targets)[n];
        expect_near(t, swell_at((double)reals(&still.inputs)[n]), 1e-6);
        sum += pow((double)reals(&noisy.targets)[n] - t, 2);
    }
    expect_near(sqrt(sum / 1000), 0.3, 0.03);
    dataset_free(&still);
    dataset_free(&noisy);
}

Test(readings, a_curve_goes_through_its_powers)
{
    Line line = line_new(3);
    for (int d = 0; d < 3; d++) line.w[d] = (float)(d + 1);
    *line.b = -1;
    expect_near(curve_at(&line, 2), -1 + 2 + 2 * 4 + 3 * 8, 1e-12);
    line_free(&line);
}

/* test_pull.c: the soft threshold; L1 and L2 on the sums of all rows, against the rows themselves;
 * the sales of Ames.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch04-regularization/digits.h"
#include "../../../chapters/ch04-regularization/houses.h"
#include "../../../chapters/ch04-regularization/pull.h"
#include "../../../chapters/ch04-regularization/readings.h"

static void expect_near(double found, double expected, double within)
{
    cr_assert(fabs(found - expected) <= within, "%.9g, expected %.9g", found, expected);
}

Test(pull, soft_threshold_by_hand)
{
    expect_near(soft_threshold(3, 1), 2, 0);
    expect_near(soft_threshold(-3, 1), -2, 0);
    expect_near(soft_threshold(0.5, 1), 0, 0);
    expect_near(soft_threshold(-1, 1), 0, 0);
    expect_near(soft_threshold(0.5, 0), 0.5, 0);
}

// The same readings by fit_exactly, from the rows.
Test(pull, by_square_is_the_normal_equation)
{
    Dataset set = readings((Swell){1, 0, 0.3}, TRAINING, 20, 4);
    Sums sums = sums_of(&set);
    Line line = line_new(4);
    double w[5];
    cr_assert(fit_exactly(&line, &set, 0.01));
    cr_assert_eq(pull_by_square(w, &sums, 0.01), 0);
    for (int d = 0; d <= 4; d++) expect_near(w[d], (double)line.w[d], 1e-5);
    expect_near(miss_of(w, &set), miss(&line, samples_in(&set)), 1e-5);
    sums_free(&sums);
    line_free(&line);
    dataset_free(&set);
}

// Where a weight is not 0, its slope is 0 with the corner's; where it is 0, the slope is no larger
// than the corner's. That is what the least value is known by.
Test(pull, to_corners_ends_where_nothing_is_better)
{
    static const double corners[] = {0.02, 0.1, 0.4};
    Dataset set = readings((Swell){1, 0, 0.3}, TRAINING, 20, 6);
    Sums sums = sums_of(&set);
    int zeros = 0;
    for (int k = 0; k < 3; k++) {
        double w[7] = {0};
        pull_to_corners(w, &sums, corners[k], 0.003);
        for (int d = 0; d < 6; d++) {
            double slope = -2 * sums.product[d];
            for (int j = 0; j < 7; j++) slope += 2 * sums.gram[d * 7 + j] * w[j];
            slope = slope / 20 + 2 * 0.003 * w[d];
            if (w[d] == 0) cr_assert(fabs(slope) <= corners[k], "slope %g at 0", slope);
            else expect_near(slope, w[d] > 0 ? -corners[k] : corners[k], 2e-3);
        }
        cr_assert(zeros_in(w, 7) >= zeros, "a stronger corner leaves fewer zeros");
        zeros = zeros_in(w, 7);
    }
    cr_assert(zeros > 0);
    sums_free(&sums);
    dataset_free(&set);
}

Test(pull, without_corner_both_ways_agree)
{
    Dataset set = readings((Swell){2, 0, 0.3}, TRAINING, 30, 3);
    Sums sums = sums_of(&set);
    double one[4], other[4] = {0};
    pull_by_square(one, &sums, 0.05);
    pull_to_corners(other, &sums, 0, 0.05);
    for (int d = 0; d < 4; d++) expect_near(other[d], one[d], 1e-3);
    sums_free(&sums);
    dataset_free(&set);
}

// A column that stands there twice is left out where nothing pulls.
Test(pull, a_column_twice_is_left_out)
{
    Dataset set = readings((Swell){1, 0, 0.3}, TRAINING, 20, 2);
    for (int n = 0; n < 20; n++) reals(&set.inputs)[2 * n + 1] = reals(&set.inputs)[2 * n];
    Sums sums = sums_of(&set);
    double w[3];
    cr_assert_eq(pull_by_square(w, &sums, 0), 1);
    cr_assert(w[0] != 0 && w[1] == 0);
    cr_assert_eq(pull_by_square(w, &sums, 0.01), 0);
    expect_near(w[0], w[1], 1e-9);
    sums_free(&sums);
    dataset_free(&set);
}

Test(houses, all_sales_are_there_and_prices_are_logarithms)
{
    Error e = {0};
    TableSets sets = houses_new("data", 1, &e);
    cr_assert_eq(sets.train.count + sets.test.count, 2930, "%s", e.message);
    cr_assert(sets.csv.columns == 74 && sets.encoder.columns == 73);
    double least = INFINITY, most = -INFINITY;
    for (int n = 0; n < sets.train.count; n++) {
        least = fmin(least, (double)reals(&sets.train.targets)[n]);
        most = fmax(most, (double)reals(&sets.train.targets)[n]);
    }
    cr_assert(least > 9 && most < 14, "%g to %g", least, most);
    Quarters q = quarters_of(&sets.train);
    cr_assert_eq(q.fit.count + q.choose.count, sets.train.count);
    cr_assert_eq(reals(&q.choose.targets)[0], reals(&sets.train.targets)[q.fit.count]);
    table_sets_free(&sets);
}

Test(houses, a_table_that_is_not_there_is_said)
{
    Error e = {0};
    TableSets sets = houses_new("nowhere", 1, &e);
    cr_assert(sets.train.count == 0 && strstr(e.message, "nowhere"), "%s", e.message);
}

Test(digits, smoothed_targets_add_up_to_one)
{
    Dataset two = {.count = 2, .targets = tensor_new(CPU, I32, shape(2))};
    ints(&two.targets)[0] = 3;
    ints(&two.targets)[1] = 9;
    Dataset soft = smoothed(&two, (Real)0.1);
    for (int n = 0; n < 2; n++) {
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            double q = (double)reals(&soft.targets)[n * CLASSES + k];
            expect_near(q, k == ints(&two.targets)[n] ? 0.91 : 0.01, 1e-6);
            sum += q;
        }
        expect_near(sum, 1, 1e-6);
    }
    tensor_free(&soft.targets);
    dataset_free(&two);
}

/* test_sales.c: the sales of King County: the best line against numpy's, the loops against the
 * library, the row with 33 bedrooms, and what a leak does.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch02-regression/lesson.h"
#include "../../../common/kernels.h"
#include "../../golden/regression.h"

static TableSets sales(double test, const char *left_out)
{
    Error e = {0};
    TableSets s;
    TableTask task = {.path = "data/houses/king-county.csv",
                      .target = "price",
                      .left_out = {left_out},
                      .encoding = {.scale = true, .scale_levels = true, .drop_first = true},
                      .test = test,
                      .seed = 1,
                      .unit = 1000};
    strcpy(task.csv.category[0], "zipcode");
    cr_assert(table_sets(&s, &task, &e), "%s", e.message);
    return s;
}

Test(sales, the_best_line_is_numpys)
{
    TableSets s = sales(0, "zipcode");
    Line line = line_new(s.encoder.features);
    int column;
    cr_assert(s.train.count == 21613 && line.features == GOLDEN_INPUTS);
    cr_assert(fit_exactly(&line, &s.train, &column));
    for (int d = 0; d <= GOLDEN_INPUTS; d++)
        cr_assert(fabs((double)line.w[d] - golden_weights[d]) < 1e-4 * fabs(golden_weights[d]),
                  "%s: %.9g, expected %.9g", d < GOLDEN_INPUTS ? s.encoder.feature[d] : "bias",
                  (double)line.w[d], golden_weights[d]);
    cr_assert(fabs(miss_of_line(&line, &s.train).rms - golden_error) < 1e-4 * golden_error);
    line_free(&line);
    table_sets_free(&s);
}

Test(sales, nothing_is_lost_in_the_split)
{
    TableSets s = sales(0.2, "zipcode");
    int *times = allocate((size_t)s.csv.rows, sizeof *times);
    for (int n = 0; n < s.split.train.count; n++) times[s.split.train.row[n]]++;
    for (int n = 0; n < s.split.test.count; n++) times[s.split.test.row[n]]++;
    for (int i = 0; i < s.csv.rows; i++) cr_assert(times[i] == 1, "row %d", i);
    cr_assert(s.train.count == 17290 && s.test.count == 4323);
    free(times);
    table_sets_free(&s);
}

// The vectorised gradient: y = X w + b, then X' of 2 (y - t) / N.
Test(sales, the_library_finds_the_gradient_of_the_loops)
{
    TableSets s = sales(0.2, "zipcode");
    int features = s.encoder.features, count = s.train.count;
    Line line = line_new(features), gradient = line_new(features);
    for (int d = 0; d < features; d++) line.w[d] = (float)(10 * d - 30);
    *line.b = 500;
    gradient_plain(&gradient, &line, houses_of(&s.train));
    Tensor w = tensor_view(CPU, REAL, shape(features, 1), line.w),
           b = tensor_view(CPU, REAL, shape(1), line.b),
           dw = tensor_new(CPU, REAL, shape(features, 1)), db = tensor_new(CPU, REAL, shape(1)),
           y = tensor_new(CPU, REAL, shape(count, 1));
    linear_forward(&y, &s.train.inputs, &w, &b, NULL, (Range){0, 1});
    for (int n = 0; n < count; n++)
        reals(&y)[n] = 2 * (reals(&y)[n] - reals(&s.train.targets)[n]) / (Real)count;
    linear_backward(NULL, &dw, &db, &y, &s.train.inputs, &w, (Range){0, features});
    for (int d = 0; d < features; d++)
        cr_assert(fabs((double)(gradient.w[d] - reals(&dw)[d])) < 1e-4 * 500, "dw(%d) %g, %g", d,
                  (double)gradient.w[d], (double)reals(&dw)[d]);
    cr_assert(fabs((double)(*gradient.b - *reals(&db))) < 1e-4 * 500);
    Tensor *made[] = {&dw, &db, &y};
    for (int k = 0; k < 3; k++) tensor_free(made[k]);
    line_free(&line);
    line_free(&gradient);
    table_sets_free(&s);
}

Test(sales, one_row_says_33_bedrooms)
{
    TableSets s = sales(0.2, "zipcode");
    Error e = {0};
    const Column *rooms = &s.csv.column[csv_column(&s.csv, "bedrooms", &e)];
    int found = 0;
    for (int i = 0; i < s.csv.rows; i++) {
        if (rooms->number[i] != 33) continue;
        found++;
        cr_assert(s.csv.line[i] == 15872, "line %d", s.csv.line[i]);
    }
    cr_assert(found == 1);
    table_sets_free(&s);
}

// A copy of the price among the inputs is the crudest leak: the error falls to next to nothing.
Test(sales, a_planted_leak_is_seen_in_the_error)
{
    TableSets s = sales(0.2, "zipcode");
    Error e = {0};
    const double *price = s.csv.column[csv_column(&s.csv, "price", &e)].number;
    Dataset train = with_column(&s.train, s.split.train, price),
            test = with_column(&s.test, s.split.test, price);
    Line honest = line_new(s.encoder.features), leaky = line_new(s.encoder.features + 1);
    int column;
    cr_assert(fit_exactly(&honest, &s.train, &column) && fit_exactly(&leaky, &train, &column));
    cr_assert(miss_of_line(&honest, &s.test).rms > 100);
    cr_assert(miss_of_line(&leaky, &test).rms < 1);
    line_free(&honest);
    line_free(&leaky);
    tensor_free(&train.inputs);
    tensor_free(&test.inputs);
    table_sets_free(&s);
}

Test(sales, a_column_twice_has_no_best_line)
{
    TableSets s = sales(0.2, "zipcode");
    double *copy = allocate((size_t)s.csv.rows, sizeof *copy);
    for (int n = 0; n < s.train.count; n++)
        copy[s.split.train.row[n]] = (double)reals(&s.train.inputs)[n * s.encoder.features];
    Dataset twice = with_column(&s.train, s.split.train, copy);
    Line line = line_new(s.encoder.features + 1);
    int column = -1;
    cr_assert(!fit_exactly(&line, &twice, &column) && column == s.encoder.features);
    line_free(&line);
    tensor_free(&twice.inputs);
    free(copy);
    table_sets_free(&s);
}

Test(sales, money_has_its_commas)
{
    Lesson lesson = {.size = 1000};
    cr_assert_str_eq(money(&lesson, 1234.5678), "1,234,568");
    cr_assert_str_eq(money(&lesson, -0.9999), "-999.9");
    cr_assert_str_eq(money(&lesson, -999.9996), "-1,000,000");
    cr_assert_str_eq(money(&lesson, 0), "0");
    cr_assert_str_eq(money(&lesson, -9e11), "-900,000,000,000,000");
    cr_assert_str_eq(money(&lesson, -2.5e27), "-2.5e+30");
}

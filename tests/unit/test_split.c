// Splits: each row on one side, shares as asked, the same on every
// machine; and rows picked by them.
#include "../../common/split.h"
#include "support.h"

#include <stdio.h>

TestSuite(split, .fini = free_tensors);

static Split random_split(int rows, double validation, double test, uint64_t seed)
{
    Error e = {0};
    Split s;
    cr_assert(split_random(&s, rows, validation, test, seed, &e), "%s", e.message);
    return s;
}

// Each row 0 … rows-1 stands on exactly one side.
static void expect_all_once(const Split *s, int rows)
{
    int *seen = calloc((size_t)rows, sizeof *seen);
    const Rows *side[] = {&s->train, &s->validation, &s->test};
    for (int k = 0; k < 3; k++)
        for (int i = 0; i < side[k]->count; i++) seen[side[k]->row[i]]++;
    for (int i = 0; i < rows; i++) cr_assert(seen[i] == 1, "row %d stands on %d sides", i, seen[i]);
    free(seen);
}

static bool same_rows(Rows a, Rows b)
{
    return a.count == b.count && memcmp(a.row, b.row, (size_t)a.count * sizeof *a.row) == 0;
}

Test(split, shares_are_exact_and_every_row_has_one_side)
{
    struct {
        int rows;
        double validation, test;
        int v, t;
    } cases[] = {{10, 0, 0.2, 0, 2},      {10, 0.1, 0.2, 1, 2}, {21613, 0, 0.2, 0, 4323},
                 {150, 0.2, 0.2, 30, 30}, {7, 0.5, 0, 4, 0},    {3, 0, 1, 0, 3},
                 {10, 0.3, 0.7, 3, 7},    {1, 0, 0, 0, 0},      {100, 0.07, 0.29, 7, 29}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        Split s = random_split(cases[k].rows, cases[k].validation, cases[k].test, k);
        cr_assert(s.test.count == cases[k].t && s.validation.count == cases[k].v,
                  "case %zu: %d and %d", k, s.validation.count, s.test.count);
        expect_all_once(&s, cases[k].rows);
        split_free(&s);
    }
}

// The order that Philox and Fisher and Yates, written again in Python, give for this seed.
Test(split, a_seed_gives_one_split)
{
    Split s = random_split(10, 0.2, 0.3, 7);
    const int test[] = {2, 8, 1}, validation[] = {7, 6}, train[] = {0, 4, 3, 5, 9};
    cr_assert_arr_eq(s.test.row, test, sizeof test);
    cr_assert_arr_eq(s.validation.row, validation, sizeof validation);
    cr_assert_arr_eq(s.train.row, train, sizeof train);
    split_free(&s);
}

Test(split, seeds_differ_and_no_row_is_preferred)
{
    int tested[20] = {0};
    Split first = random_split(20, 0, 0.25, 0);
    int like_first = 0;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        Split s = random_split(20, 0, 0.25, seed);
        for (int i = 0; i < s.test.count; i++) tested[s.test.row[i]]++;
        like_first += same_rows(s.test, first.test);
        split_free(&s);
    }
    // 500 expected, deviation sqrt(2000 * 1/4 * 3/4) = 19.4: five of them.
    for (int i = 0; i < 20; i++)
        cr_assert(abs(tested[i] - 500) < 97, "row %d was tested %d times", i, tested[i]);
    cr_assert(like_first < 5);
    split_free(&first);
}

static void refuses(int rows, double validation, double test, const char *why)
{
    Error e = {0};
    Split s;
    cr_assert(!split_random(&s, rows, validation, test, 1, &e), "split %d rows, %g, %g", rows,
              validation, test);
    cr_assert(!s.train.row && !s.validation.row && !s.test.row);
    cr_assert_str_eq(e.message, why);
}

Test(split, what_cannot_be_split)
{
    refuses(10, 0, 1.5,
            "shares of 0 for validation and 1.5 for the test: expected 0 … 1 each, and at most 1 "
            "together");
    refuses(10, -0.1, 0.5,
            "shares of -0.1 for validation and 0.5 for the test: expected 0 … 1 each, and at most "
            "1 together");
    refuses(10, 0.6, 0.6,
            "shares of 0.6 for validation and 0.6 for the test: expected 0 … 1 each, and at most 1 "
            "together");
    refuses(10, 0, NAN,
            "shares of 0 for validation and nan for the test: expected 0 … 1 each, and at most 1 "
            "together");
    refuses(0, 0, 0.5, "there are no rows to split");
    refuses(2, 0, 0.2,
            "2 rows are too few: with shares of 0 and 0.2, 2 are to learn from, 0 for validation, "
            "0 for the "
            "test");
    refuses(1, 0, 0.9,
            "1 rows are too few: with shares of 0 and 0.9, 0 are to learn from, 0 for validation, "
            "1 for the "
            "test");
}

Test(split, in_order)
{
    Error e = {0};
    Split s;
    cr_assert(split_in_order(&s, 10, 0.2, 0.3, &e), "%s", e.message);
    cr_assert(s.train.count == 5 && s.validation.count == 2 && s.test.count == 3);
    for (int i = 0; i < 5; i++) cr_assert(s.train.row[i] == i);
    for (int i = 0; i < 2; i++) cr_assert(s.validation.row[i] == 5 + i);
    for (int i = 0; i < 3; i++) cr_assert(s.test.row[i] == 7 + i);
    split_free(&s);
    cr_assert(!split_in_order(&s, 10, 0, 2, &e));
    e = (Error){0};
    cr_assert(!split_in_order(&s, 3, 0, 0.1, &e) && !s.train.row);
}

Test(split, groups_stay_together)
{
    enum { ROWS = 3000, GROUPS = 700 };
    static char name[GROUPS][16];
    static const char *group[ROWS];
    Error e = {0};
    Split s;
    for (int g = 0; g < GROUPS; g++) snprintf(name[g], sizeof name[g], "n%d", g);
    for (int i = 0; i < ROWS; i++) group[i] = name[i * 37 % GROUPS];
    cr_assert(split_groups(&s, group, ROWS, 0.1, 0.2, 5, &e), "%s", e.message);
    expect_all_once(&s, ROWS);
    int side_of[GROUPS] = {0};
    const Rows *side[] = {&s.train, &s.validation, &s.test};
    for (int k = 0; k < 3; k++) {
        for (int i = 0; i < side[k]->count; i++) {
            int g = side[k]->row[i] * 37 % GROUPS;
            cr_assert(side_of[g] == 0 || side_of[g] == k + 1, "group %d stands on two sides", g);
            side_of[g] = k + 1;
        }
    }
    // 140 and 70 groups expected, of 4 or 5 rows; deviations 10.6 and 7.9 groups: four of them.
    cr_assert(abs(s.test.count - 600) < 4 * 46 && abs(s.validation.count - 300) < 4 * 35,
              "%d and %d", s.test.count, s.validation.count);
    split_free(&s);
}

// A group's side does not depend on which others there are.
Test(split, a_group_goes_by_itself)
{
    Error e = {0};
    Split all, few;
    const char *group[] = {"Miller", "M\xC3\xBCller", "Smith",  "Kim",
                           "Sato",   "Rossi",         "Miller", "Kowalski"};
    cr_assert(split_groups(&all, group, 8, 0, 0.5, 3, &e), "%s", e.message);
    cr_assert(split_groups(&few, group + 6, 2, 0, 0, 3, &e), "%s", e.message);
    bool tested = false;
    for (int i = 0; i < all.test.count; i++) tested |= all.test.row[i] == 0;
    bool again = false;
    for (int i = 0; i < all.test.count; i++) again |= all.test.row[i] == 6;
    cr_assert(tested == again && few.train.count == 2);
    Stream stream = {.seed = 3, .purpose = FOR_SPLIT};
    cr_assert(tested == (group_place(stream, "Miller") < 0.5));
    split_free(&all);
    split_free(&few);
}

Test(split, folds)
{
    enum { ROWS = 23, FOLDS = 5 };
    Error e = {0};
    Split s;
    int tested[ROWS] = {0};
    for (int fold = 0; fold < FOLDS; fold++) {
        cr_assert(split_fold(&s, ROWS, FOLDS, fold, 9, &e), "%s", e.message);
        expect_all_once(&s, ROWS);
        cr_assert(s.test.count == 4 || s.test.count == 5, "a fold of %d", s.test.count);
        for (int i = 0; i < s.test.count; i++) tested[s.test.row[i]]++;
        split_free(&s);
    }
    for (int i = 0; i < ROWS; i++)
        cr_assert(tested[i] == 1, "row %d is the test of %d folds", i, tested[i]);
    cr_assert(!split_fold(&s, 4, 5, 0, 9, &e));
    cr_assert_str_eq(e.message, "5 folds of 4 rows: expected 2 … 4");
}

Test(split, rows_of_a_data_set)
{
    Dataset set = {.count = 4,
                   .inputs = uniform(0, 1, shape(4, 2, 3)),
                   .targets = exact_tensor(I32, shape(4)),
                   .lengths = exact_tensor(I32, shape(4))};
    for (int i = 0; i < 4; i++) ints(&set.targets)[i] = 10 + i, ints(&set.lengths)[i] = i;
    int row[] = {2, 0, 2};
    Dataset picked = dataset_rows(&set, (Rows){3, row});
    cr_assert(picked.count == 3);
    cr_assert_str_eq(shape_text(picked.inputs.shape).text, "[3, 2, 3]");
    for (int i = 0; i < 3; i++) {
        Tensor got = tensor_rows(&picked.inputs, i, 1), want = tensor_rows(&set.inputs, row[i], 1);
        expect_same_bits("row", &got, &want);
        cr_assert(ints(&picked.targets)[i] == 10 + row[i] && ints(&picked.lengths)[i] == row[i]);
    }
    dataset_free(&picked);
    picked = dataset_rows(&set, (Rows){0, NULL});
    cr_assert(picked.count == 0 && picked.inputs.shape.dim[0] == 0);
    dataset_free(&picked);
}

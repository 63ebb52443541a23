// A row in the reader's words: what it is made of, what stands for the rest, and what the training
// rows have not.
#include "table.h"

#include "../../common/table_row.h"

TestSuite(table_row, .init = make_folder, .fini = remove_folder);

// Sizes 10 … 29 of three brands; temperatures from -5 on, of which one is missing.
static TableSets cars(void)
{
    char text[1000];
    int used = snprintf(text, sizeof text, "size,brand,warmth,price\n");
    for (int i = 0; i < 20; i++)
        used += snprintf(text + used, sizeof text - (size_t)used,
                         i == 4 ? "%d,%s,,%d\n" : "%d,%s,%d,%d\n", 10 + i, i % 4 ? "kia" : "bmw",
                         i == 4 ? 400 : i - 5, 100 * i);
    Error e = {0};
    TableSets sets;
    TableTask task = {.path = write_text("a.csv", text),
                      .target = "price",
                      .encoding = {.missing = MISSING_IS_LEVEL},
                      .seed = 1};
    cr_assert(table_sets(&sets, &task, &e), "%s", e.message);
    return sets;
}

static TableRow row_of(const TableSets *sets, const char *text)
{
    Error e = {0};
    TableRow row;
    cr_assert(table_row(&row, sets, text, &e), "%s", e.message);
    return row;
}

Test(table_row, a_column_adds_the_sum_over_its_own_features)
{
    TableSets s = cars();
    TableRow row = row_of(&s, "brand=kia warmth=2 size=20");
    const Real w[] = {3, 50, 70, 11};   // size, brand=bmw, brand=kia, warmth
    cr_assert(s.encoder.features == 4 && row.assumed == 0 && row.csv.remarks == 0);
    cr_assert(table_row_share(&row, &s.encoder.column[0], w) == 60);
    cr_assert(table_row_share(&row, &s.encoder.column[1], w) == 70);
    cr_assert(table_row_share(&row, &s.encoder.column[2], w) == 22);
    cr_assert_str_eq(table_row_words(&row, 0).text, "size = 20");
    cr_assert_str_eq(table_row_words(&row, 1).text, "brand = kia");
    table_row_free(&row);
    table_sets_free(&s);
}

Test(table_row, what_is_assumed_is_said_before_what_lies_outside)
{
    TableSets s = cars();
    TableRow row = row_of(&s, "size=31");
    cr_assert(row.assumed == 2);
    expect_remarks(&row.csv, "brand is not given: kia, the most frequent in the training rows\n"
                             "warmth is not given: 4.789, the mean of the training rows\n"
                             "size=31 lies outside of what the training rows have, 10 to 29\n");
    table_row_free(&row);
    row = row_of(&s, "brand=bmw size=29 warmth=-6");
    expect_remarks(&row.csv, "warmth=-6 lies outside of what the training rows have, -5 to 14\n");
    cr_assert(row.assumed == 0);
    table_row_free(&row);
    table_sets_free(&s);
}

static void refuses_row(const TableSets *sets, const char *text, const char *why)
{
    Error e = {0};
    TableRow row;
    cr_assert(!table_row(&row, sets, text, &e), "read a bad row: %s", why);
    cr_assert(!row.csv.column && !row.inputs.data);
    expect_error(&e, why);
}

Test(table_row, what_cannot_be_is_refused)
{
    TableSets s = cars();
    refuses_row(&s, "size=-1", "size=-1 is negative, and no training row has less than 10");
    refuses_row(&s, "size=12 size=12", "size is given twice");
    refuses_row(&s, "brand=fiat", "brand=fiat: no training row has it; they have bmw, kia");
    refuses_row(&s, "weight=3", "the row given: no column weight; there are: size, brand, warmth");
    table_sets_free(&s);
}

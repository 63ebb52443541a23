// A table made two sets: what is read, left out, filled and said, and that nothing of the test rows
// reaches what the training rows teach.
#include "table.h"

#include "../../common/table_sets.h"

TestSuite(table_sets, .init = make_folder, .fini = remove_folder);

// 20 rows: size, a brand, a name of its own, wheels that never change, a price.
static char *cars(char *text, size_t size, double last_size)
{
    static const char *const brand[] = {"kia", "bmw", "fiat"};
    int used = snprintf(text, size, "size,brand,name,wheels,price\n");
    for (int i = 0; i < 20; i++)
        used += snprintf(text + used, size - (size_t)used, "%g,%s,n%d,4,%d\n",
                         i == 19 ? last_size : 10.0 + i, brand[i % 3], i, 100 * i);
    return text;
}

static TableTask task_of(const char *text)
{
    TableTask task = {.path = write_text("a.csv", text),
                      .target = "price",
                      .encoding = {.scale = true,
                                   .scale_levels = true,
                                   .drop_first = true,
                                   .missing = MISSING_IS_LEVEL},
                      .test = 0.25,
                      .seed = 1};
    return task;
}

static TableSets sets_of(const TableTask *task)
{
    Error e = {0};
    TableSets sets;
    cr_assert(table_sets(&sets, task, &e), "%s", e.message);
    return sets;
}

static void refuses_sets(const char *text, const char *why)
{
    Error e = {0};
    TableSets sets;
    TableTask task = task_of(text);
    cr_assert(!table_sets(&sets, &task, &e), "read a bad table: %s", why);
    cr_assert(!sets.csv.column && !sets.encoder.column && !sets.split.train.row);
    expect_error(&e, why);
}

static bool remarked(const TableSets *sets, const char *words)
{
    for (int r = 0; r < sets->csv.remarks; r++)
        if (strstr(sets->csv.remark[r], words)) return true;
    return false;
}

Test(table_sets, columns_that_say_nothing_are_left_out_and_said)
{
    char text[2000];
    TableTask task = task_of(cars(text, sizeof text, 29));
    TableSets s = sets_of(&task);
    cr_assert(s.train.count == 15 && s.test.count == 5);
    cr_assert(s.encoder.columns == 2 && s.encoder.features == 3);
    cr_assert_str_eq(s.encoder.feature[0], "size");
    cr_assert_str_eq(s.encoder.feature[1], "brand=fiat");
    cr_assert_str_eq(s.encoder.feature[2], "brand=kia");
    cr_assert(remarked(&s, "column name holds names"));
    cr_assert(remarked(&s, "column wheels never changes"));
    table_sets_free(&s);
}

Test(table_sets, every_input_has_mean_0_and_deviation_1_on_the_training_rows)
{
    char text[2000];
    TableTask task = task_of(cars(text, sizeof text, 29));
    TableSets s = sets_of(&task);
    for (int f = 0; f < 3; f++) {
        double sum = 0, square = 0;
        for (int n = 0; n < 15; n++) {
            double x = (double)reals(&s.train.inputs)[n * 3 + f];
            sum += x;
            square += x * x;
        }
        cr_assert(fabs(sum) < 1e-5 && fabs(square - 15) < 1e-4, "input %d: %g, %g", f, sum, square);
    }
    table_sets_free(&s);
}

Test(table_sets, targets_belong_to_their_rows_in_the_unit_that_is_asked_for)
{
    char text[2000];
    TableTask task = task_of(cars(text, sizeof text, 29));
    task.unit = 1000;
    TableSets s = sets_of(&task);
    const double *price = s.csv.column[4].number;
    for (int n = 0; n < s.test.count; n++)
        cr_assert(fabs((double)reals(&s.test.targets)[n] - price[s.split.test.row[n]] / 1000) <
                  1e-6);
    table_sets_free(&s);
}

/* ---- Leaks: the mean of a column changes where a test row's value changes ------------------ */

// Which row of the file is a test row? Its size is made a million.
static double mean_with_size(double size, bool of_all_rows)
{
    char text[2000];
    Error e = {0};
    TableTask task = task_of(cars(text, sizeof text, size));
    TableSets s;
    uint64_t seed = 0;
    do {   // until the last row is held out
        task.seed = ++seed;
        s = sets_of(&task);
        bool held_out = false;
        for (int n = 0; n < s.split.test.count; n++) held_out |= s.split.test.row[n] == 19;
        if (held_out) break;
        table_sets_free(&s);
    } while (seed < 50);
    if (of_all_rows) {   // the leak
        const char *const names[] = {"size", "brand"};
        encoder_free(&s.encoder);
        cr_assert(encoder_fit(&s.encoder, &s.csv, names, 2, task.encoding, &e));
    }
    double mean = s.encoder.numbers.mean[0];
    table_sets_free(&s);
    return mean;
}

Test(table_sets, a_test_row_teaches_nothing)
{
    cr_assert(mean_with_size(29, false) == mean_with_size(1e6, false));
}

Test(table_sets, a_leak_is_seen)
{
    cr_assert(mean_with_size(29, true) != mean_with_size(1e6, true));
}

/* ---- What is missing or new ------------------------------------------------------------------ */

#define MISSING                                                                                    \
    "size,brand,price\n1,kia,10\n2,,20\n,bmw,30\n4,bmw,40\n5,kia,50\n6,kia,60\n7,bmw,70\n"         \
    "8,kia,80\n9,,\n10,bmw,100\n11,kia,110\n12,bmw,120\n"

Test(table_sets, what_is_missing_is_treated_and_said)
{
    TableTask task = task_of(MISSING);
    task.test = 0;
    TableSets s = sets_of(&task);
    cr_assert(s.train.count == 11);
    cr_assert(remarked(&s, "rows without price are left out: 1"));
    cr_assert(remarked(&s, "column size: what is missing counts as 6.6, the training mean"));
    cr_assert(remarked(&s, "column brand: what is missing counts as a level of its own"));
    cr_assert_str_eq(s.encoder.feature[2], "brand=(missing)");
    for (int n = 0; n < 11; n++)   // the row without a size has the mean of the sizes
        if (s.split.train.row[n] == 2) cr_assert(reals(&s.train.inputs)[n * 3] == 0);
    table_sets_free(&s);
}

Test(table_sets, a_level_that_only_test_rows_have_is_said_and_later_refused)
{
    char text[2000];
    cars(text, sizeof text, 29);
    char *rare = strstr(text, "29,bmw");
    memcpy(rare, "29,vww", 6);
    TableTask task = task_of(text);
    int said = 0;
    for (task.seed = 1; task.seed <= 20; task.seed++) {
        TableSets s = sets_of(&task);
        bool unseen = remarked(&s, "column brand: test rows with a level");
        said += unseen;
        Csv row;
        Error e = {0};
        bool good = encoder_row(&row, &s.encoder, "brand=vww", &e);
        cr_assert(good == !unseen, "seed %d", (int)task.seed);
        if (good) csv_free(&row);
        table_sets_free(&s);
    }
    cr_assert(said > 0 && said < 20);
}

/* ---- What is refused ------------------------------------------------------------------------- */

Test(table_sets, refusals_say_where)
{
    refuses_sets("a,price\n1,2\n2,cheap\n3,4\n",
                 "a.csv: line 3, column price: cheap, expected a number to be predicted");
    refuses_sets("a,b\n1,2\n2,3\n", "a.csv: no column price; there are: a, b");
    refuses_sets("a,price\n1,\n2,\n", "a.csv: column price, which is to be predicted, is empty");
    refuses_sets("a,price\n1,2\n1,3\n1,4\n1,5\n1,6\n",
                 "a.csv: no column is left to predict price from: column a never changes in the "
                 "training rows: left out");
    refuses_sets("a,price\n1,2\n", "1 rows are too few: with shares of 0 and 0.25, 1 are to learn "
                                   "from, 0 for validation, 0 for the test");
    refuses_sets("a,b,price\n1,x,2\n2,\"y\nz\",3\n3,x,3\n4,x,5\n5,\"y\nz\",5\n6,x,7\n7,x,8\n"
                 "8,\"y\nz\",8\n9,x,7\n10,x,9\n11,\"y\nz\",9\n12,x,9\n",
                 "a.csv: line 3, column b: y?z holds a control character, and is to be a name");
    refuses_sets("", "a.csv: empty, expected a header line");
}

Test(table_sets, classes_are_plain_words)
{
    Error e = {0};
    TableSets s;
    TableTask task = task_of("a,price\n1,x\n2,\"y\tz\"\n3,x\n4,x\n5,x\n");
    task.classes = true;
    cr_assert(!table_sets(&s, &task, &e));
    expect_error(&e, "a.csv: line 3, column price: y?z holds a control character, and is to be a "
                     "name");
}

Test(table_sets, a_column_that_is_to_be_left_out_must_be_there)
{
    Error e = {0};
    TableSets s;
    TableTask task = task_of("a,price\n1,2\n2,3\n3,3\n4,5\n");
    task.left_out[0] = "zip";
    cr_assert(!table_sets(&s, &task, &e));
    expect_error(&e, "a.csv: no column zip; there are: a, price");
}

Test(table_sets, classes_are_whole_numbers_and_more_than_one)
{
    Error e = {0};
    TableSets s;
    TableTask task = task_of("a,price\n1,1\n2,0\n3,1\n4,0\n5,1\n6,1\n");
    task.classes = true;
    s = sets_of(&task);
    cr_assert(s.train.targets.type == I32);
    table_sets_free(&s);
    task = task_of("a,price\n1,1\n2,1\n3,1\n4,1\n5,1\n6,1\n");
    task.classes = true;
    cr_assert(!table_sets(&s, &task, &e));
    expect_error(&e, "a.csv: column price: all training rows are of one class, 1");
}

// Of 20 sizes one below 0 is said, three are no slip any more; a name's column has no numbers.
Test(table_sets, few_negative_numbers_are_said_and_used)
{
    char text[1000];
    TableTask task = task_of(cars(text, sizeof text, -5));
    TableSets s = sets_of(&task);
    cr_assert(remarked(&s, "column size: 1 of 20 numbers is negative, the first, -5, on line 21"));
    cr_assert(s.csv.rows == 20 && !remarked(&s, "column price: "));
    table_sets_free(&s);

    task = task_of("size,price\n1,-1\n-2,2\n-3,3\n4,4\n5,5\n6,6\n7,7\n8,8\n9,9\n10,10\n");
    s = sets_of(&task);
    cr_assert(remarked(&s, "column price: 1 of 10 numbers is negative, the first, -1, on line 2"));
    cr_assert(!remarked(&s, "column size: "));
    table_sets_free(&s);
}

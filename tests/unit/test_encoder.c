// Columns of a table as features: what the training rows say, used on any other rows, and nothing
// the other way.
#include "table.h"

#include "../../common/checkpoint.h"
#include "../../common/encoder.h"

TestSuite(encoder, .init = make_folder, .fini = remove_folder);

static const char *const all[] = {"size", "fruit", "zip"};

static Encoder fit(const Csv *train, int columns, EncoderOptions options)
{
    Error e = {0};
    Encoder encoder;
    cr_assert(encoder_fit(&encoder, train, all, columns, options, &e), "%s", e.message);
    return encoder;
}

static void expect_features(const Encoder *encoder, const Csv *csv, const double *expected)
{
    Error e = {0};
    Tensor t;
    cr_assert(encoder_apply(&t, encoder, csv, &e), "%s", e.message);
    cr_assert(t.shape.dim[0] == csv->rows && t.shape.dim[1] == encoder->features, "%s",
              shape_text(t.shape).text);
    for (size_t i = 0; i < tensor_count(&t); i++)
        cr_assert(fabs((double)reals(&t)[i] - expected[i]) < 1e-6, "number %zu is %g, expected %g",
                  i, (double)reals(&t)[i], expected[i]);
    tensor_free(&t);
}

static void refuses_table(const Encoder *encoder, const char *text, const char *why)
{
    Error e = {0};
    Tensor t;
    Csv csv = read_csv(text);
    cr_assert(!encoder_apply(&t, encoder, &csv, &e) && !present(&t), "took %s", text);
    expect_error(&e, why);
    csv_free(&csv);
}

#define TRAIN "size,fruit,zip\n2,pear,98001\n4,fig,98103\n9,pear,98001\n"

Test(encoder, numbers_scaled_and_levels_one_hot)
{
    Csv train = read_with("category=zip", TRAIN);
    Encoder e = fit(&train, 3, (EncoderOptions){.scale = true});
    const char *const names[] = {"size", "fruit=fig", "fruit=pear", "zip=98001", "zip=98103"};
    cr_assert(e.features == 5 && e.columns == 3);
    for (int f = 0; f < 5; f++) cr_assert_str_eq(e.feature[f], names[f]);
    double d = 2.943920288775949;   // as in test_standardise
    expect_features(&e, &train,
                    (double[]){-3 / d, 0, 1, 1, 0, -1 / d, 1, 0, 0, 1, 4 / d, 0, 1, 1, 0});
    Csv later = read_with("category=zip",
                          "zip,more,fruit,size\n98103,x,pear,11\n");   // other places, more columns
    expect_features(&e, &later, (double[]){6 / d, 0, 1, 0, 1});
    csv_free(&later);
    csv_free(&train);
    encoder_free(&e);
}

// The levels and means of the other rows leave no trace.
Test(encoder, only_the_training_rows_count)
{
    Csv whole = read_csv("size,fruit\n1,apple\n3,fig\n1000,pear\n5,fig\n");
    int row[] = {0, 1, 3};
    Csv train = csv_rows(&whole, (Rows){3, row});
    Encoder e = fit(&train, 2, (EncoderOptions){.scale = false});
    cr_assert(e.features == 3 && e.numbers.mean[0] == 3 && e.column[1].levels == 2);
    cr_assert_str_eq(e.column[1].level[e.column[1].usual], "fig");
    Error error = {0};
    Tensor t;
    cr_assert(!encoder_apply(&t, &e, &whole, &error));
    expect_error(&error,
                 "a.csv: line 4, column fruit: no training row has pear; they have apple, fig");
    encoder_free(&e);
    e = fit(&train, 2, (EncoderOptions){.unseen_is_zero = true});
    expect_features(&e, &whole, (double[]){1, 1, 0, 3, 0, 1, 1000, 0, 0, 5, 0, 1});
    encoder_free(&e);
    csv_free(&train);
    csv_free(&whole);
}

Test(encoder, what_is_missing)
{
    Csv train = read_csv("size,fruit\n2,pear\n,fig\n4,pear\n6,\n");
    Encoder e = fit(&train, 2, (EncoderOptions){.missing = MISSING_FILLED});
    expect_features(&e, &train, (double[]){2, 0, 1, 4, 1, 0, 4, 0, 1, 6, 0, 1});
    encoder_free(&e);
    e = fit(&train, 2, (EncoderOptions){.missing = MISSING_IS_LEVEL, .scale = true});
    cr_assert_str_eq(e.feature[3], "fruit=(missing)");
    double d = sqrt(8.0 / 3);
    expect_features(&e, &train,
                    (double[]){-2 / d, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 2 / d, 0, 0, 1});
    encoder_free(&e);
    e = fit(&train, 2, (EncoderOptions){.missing = MISSING_REFUSED});
    refuses_table(&e, "size,fruit\n1,fig\nNA,fig\n",
                  "a.csv: line 3, column size: the value is missing");
    refuses_table(&e, "size,fruit\n1,\n", "a.csv: line 2, column fruit: the value is missing");
    encoder_free(&e);
    csv_free(&train);
    train =
        read_csv("size,fruit\n2,pear\n3,fig\n");   // nothing is missing here: no level of its own
    e = fit(&train, 2, (EncoderOptions){.missing = MISSING_IS_LEVEL});
    cr_assert(e.features == 3);
    Csv later = read_csv("size,fruit\n2,\n,fig\n");
    expect_features(&e, &later, (double[]){2, 1, 0, 2.5, 1, 0});   // equally frequent: the first
    csv_free(&later);
    csv_free(&train);
    encoder_free(&e);
}

Test(encoder, without_the_first_level)
{
    Csv train = read_csv("size,fruit\n2,pear\n3,fig\n4,apple\n5,\n6,pear\n");
    Encoder e = fit(&train, 2, (EncoderOptions){.missing = MISSING_IS_LEVEL, .drop_first = true});
    cr_assert(e.features == 4);
    cr_assert_str_eq(e.feature[1], "fruit=fig");
    cr_assert_str_eq(e.feature[3], "fruit=(missing)");
    expect_features(&e, &train,
                    (double[]){2, 0, 1, 0, 3, 1, 0, 0, 4, 0, 0, 0, 5, 0, 0, 1, 6, 0, 1, 0});
    encoder_free(&e);
    csv_free(&train);
}

// What is missing takes the most frequent level, here the second of those that are left.
Test(encoder, missing_without_the_first_level)
{
    Csv train = read_csv("size,fruit\n2,pear\n3,fig\n4,apple\n5,pear\n"),
        later = read_csv("size,fruit\n1,\n,apple\n");
    Encoder e = fit(&train, 2, (EncoderOptions){.missing = MISSING_FILLED, .drop_first = true});
    expect_features(&e, &later, (double[]){1, 0, 1, 3.5, 0, 0});
    csv_free(&train);
    csv_free(&later);
    encoder_free(&e);
}

Test(encoder, tables_that_do_not_fit)
{
    Error error = {0};
    Csv train = read_with("category=zip", TRAIN);
    Encoder e = fit(&train, 3, (EncoderOptions){.missing = MISSING_FILLED}), none;
    refuses_table(&e, "size,fruit\n1,fig\n", "a.csv: no column zip; there are: size, fruit");
    refuses_table(&e, "size,fruit,zip\n1,fig,98001\n",
                  "a.csv: column zip holds numbers, and names in the training rows: "
                  "read it with \"category=zip\"");
    refuses_table(&e, "size,fruit,zip\n,fig,x\nlarge,fig,x\n",
                  "a.csv: line 3, column size: large is no number, as it is "
                  "in the training rows");
    refuses_table(&e, "size,fruit,zip\n1,plum,x\n",
                  "a.csv: line 2, column fruit: no training row has plum; they have "
                  "fig, pear");
    cr_assert(
        !encoder_fit(&none, &train, (const char *[]){"colour"}, 1, (EncoderOptions){0}, &error));
    expect_error(&error, "a.csv: no column colour; there are: size, fruit, zip");
    csv_free(&train);
    encoder_free(&e);
    train = read_csv("size,fruit\n,fig\n,pear\n");
    error = (Error){0};
    cr_assert(
        !encoder_fit(&none, &train, all, 2, (EncoderOptions){.missing = MISSING_FILLED}, &error) &&
        !none.column);
    expect_error(&error, "a.csv: column size has no value in the training rows");
    csv_free(&train);
}

// Of a column without a single value nobody knows the kind, and none is needed.
Test(encoder, a_column_of_nothing_later)
{
    Csv train = read_csv("size,fruit\n2,pear\n4,pear\n"), later = read_csv("size,fruit\n1,\n7,\n");
    Encoder e = fit(&train, 2, (EncoderOptions){.missing = MISSING_FILLED});
    cr_assert(later.column[1].kind == NUMBER);
    expect_features(&e, &later, (double[]){1, 1, 7, 1});
    csv_free(&train);
    csv_free(&later);
    encoder_free(&e);
}

/* ---- A row in words ------------------------------------------------------------------------ */

Test(encoder, a_row_in_words)
{
    Error error = {0};
    Csv train = read_with("category=zip", TRAIN), row;
    Encoder e = fit(&train, 3, (EncoderOptions){.scale = false});
    cr_assert(encoder_row(&row, &e, "zip=98103 size=2000.5", &error), "%s", error.message);
    expect_features(&e, &row, (double[]){2000.5, 0, 1, 0, 1});
    expect_remarks(&row, "fruit is not given: pear, the most frequent in the training rows\n");
    csv_free(&row);
    cr_assert(encoder_row(&row, &e, "", &error), "%s", error.message);
    expect_features(&e, &row, (double[]){5, 0, 1, 1, 0});
    expect_remarks(&row, "size is not given: 5, the mean of the training rows\n"
                         "fruit is not given: pear, the most frequent in the training rows\n"
                         "zip is not given: 98001, the most frequent in the training rows\n");
    csv_free(&row);
    csv_free(&train);
    encoder_free(&e);
}

static void refuses_row(const Encoder *e, const char *text, const char *why)
{
    Error error = {0};
    Csv row;
    cr_assert(!encoder_row(&row, e, text, &error) && !row.column, "took %s", text);
    cr_assert_str_eq(error.message, why, "said \"%s\", expected \"%s\"", error.message, why);
}

Test(encoder, rows_in_words_that_are_wrong)
{
    Csv train = read_with("category=zip", TRAIN), row;
    Encoder e = fit(&train, 3, (EncoderOptions){.scale = true});
    refuses_row(&e, "sise=3", "the row given: no column sise; there are: size, fruit, zip");
    refuses_row(&e, "size=3 fruit=fig size=4", "size is given twice");
    refuses_row(&e, "size=large", "size=large: expected a number");
    refuses_row(&e, "size=", "size=: expected a number");
    refuses_row(&e, "size=1e999", "size=1e999: expected a number");
    refuses_row(&e, "zip=98999", "zip=98999: no training row has it; they have 98001, 98103");
    refuses_row(&e, "size 3",
                "\"size 3\": expected NAME=VALUE, with quotes around a value that holds blanks");
    refuses_row(&e, "size=3 \xE2\x82",
                "\"?\": expected NAME=VALUE, with quotes around a value that holds blanks");
    encoder_free(&e);
    csv_free(&train);
    train = read_csv("size,fruit\n1,dragon fruit\n2,fig\n");
    e = fit(&train, 2, (EncoderOptions){.unseen_is_zero = true});
    Error error = {0};
    cr_assert(encoder_row(&row, &e, "fruit='dragon fruit' size=1", &error), "%s", error.message);
    expect_features(&e, &row, (double[]){1, 1, 0});
    csv_free(&row);
    cr_assert(encoder_row(&row, &e, "fruit=kiwi size=1", &error), "%s", error.message);
    expect_features(&e, &row, (double[]){1, 0, 0});
    csv_free(&row);
    csv_free(&train);
    encoder_free(&e);
}

/* ---- With a network ------------------------------------------------------------------------- */

static Params *kept(const Encoder *e)
{
    Params *params = params_new(1, CPU);
    encoder_keep(e, params, "input");
    return params;
}

Test(encoder, saved_with_the_network)
{
    Error error = {0};
    const char *path = new_path("net.st");
    const char *const long_name =
        "a_name_of_many_letters_that_goes_on_and_on_\xEB\xAF\xBC\xEB\xAF\xBC_until_it_ends";
    char text[400];
    snprintf(text, sizeof text, "size,fruit,zip\n2,pear,\"x\"\"y\"\n4.7,%s,z\n", long_name);
    Csv train = read_csv(text), other = read_csv("size,fruit,zip\n1,pear,x\n3,pear,z\n");
    Encoder e = fit(&train, 3, (EncoderOptions){.scale = true}), f = fit(&train, 3, e.options);
    Params *saved = kept(&e);
    cr_assert(checkpoint_save(path, saved, NULL, NULL, &error), "%s", error.message);
    f.numbers.mean[0] = f.numbers.deviation[0] = f.numbers.deviation[3] = 7;
    Params *loaded = kept(&f);
    cr_assert(checkpoint_load(path, loaded, NULL, NULL, &error), "%s", error.message);
    cr_assert(!encoder_recall(&f, loaded, "input"), "three statistics were others");
    cr_assert(encoder_recall(&f, loaded, "input"), "now they are the same");
    f.numbers.deviation[4] = 7;
    cr_assert(!encoder_recall(&f, loaded, "input"), "the last one was another");
    cr_assert(memcmp(e.numbers.mean, f.numbers.mean, 5 * sizeof(double)) == 0);
    cr_assert(memcmp(e.numbers.deviation, f.numbers.deviation, 5 * sizeof(double)) == 0);
    params_free(loaded);
    encoder_free(&f);
    f = fit(&other, 3, e.options);   // another table: its levels are not those of the network
    loaded = kept(&f);
    cr_assert(!checkpoint_load(path, loaded, NULL, NULL, &error));
    expect_error(&error, "net.st: input.zip=x is missing, this network has [4]");
    params_free(loaded);
    params_free(saved);
    encoder_free(&e);
    encoder_free(&f);
    csv_free(&train);
    csv_free(&other);
}

/* ---- The bundled tables --------------------------------------------------------------------- */

static Csv bundled(const char *path, const char *words)
{
    Error e = {0};
    CsvOptions options;
    Csv csv;
    cr_assert(csv_options(&options, words, &e) && csv_read(&csv, path, &options, &e), "%s",
              e.message);
    return csv;
}

// 10 numbers but the price, and 70 zip codes; all of them occur in 80% of the sales.
Test(encoder, king_county)
{
    Error error = {0};
    Csv csv = bundled("data/houses/king-county.csv", "category=zipcode");
    const char *const inputs[] = {"bedrooms", "bathrooms",  "sqft_living", "sqft_lot",
                                  "floors",   "waterfront", "view",        "condition",
                                  "grade",    "yr_built",   "zipcode"};
    Split split;
    cr_assert(split_random(&split, csv.rows, 0, 0.2, 1, &error), "%s", error.message);
    Csv train = csv_rows(&csv, split.train), test = csv_rows(&csv, split.test);
    Encoder e;
    Tensor x, y;
    cr_assert(encoder_fit(&e, &train, inputs, 11, (EncoderOptions){.scale = true}, &error), "%s",
              error.message);
    cr_assert(e.features == 9 + 2 + 70, "%d features", e.features);
    cr_assert(encoder_apply(&x, &e, &test, &error), "%s", error.message);
    cr_assert(csv_values(&y, &test, (const char *[]){"price"}, 1, &error), "%s", error.message);
    cr_assert(x.shape.dim[0] == 4323 && y.shape.dim[0] == 4323);
    tensor_free(&x);
    tensor_free(&y);
    encoder_free(&e);
    csv_free(&train);
    csv_free(&test);
    csv_free(&csv);
    split_free(&split);
}

Test(encoder, penguins_with_missing_values)
{
    Error error = {0};
    Csv csv = bundled("data/penguins/penguins.csv", "");
    const char *const inputs[] = {"bill_length_mm", "sex"};
    Encoder e;
    Tensor x;
    cr_assert(
        encoder_fit(&e, &csv, inputs, 2, (EncoderOptions){.missing = MISSING_IS_LEVEL}, &error),
        "%s", error.message);
    cr_assert(encoder_apply(&x, &e, &csv, &error), "%s", error.message);
    double missing = 0;
    for (int i = 0; i < csv.rows; i++) missing += reals(&x)[i * 4 + 3];
    cr_assert(e.features == 4 && missing == 11);
    Rows complete;
    cr_assert(csv_complete_rows(&complete, &csv, inputs, 2, &error) && complete.count == 333, "%d",
              complete.count);
    rows_free(&complete);
    cr_assert(!csv_complete_rows(&complete, &csv, (const char *[]){"bill"}, 1, &error) &&
              !complete.row);
    tensor_free(&x);
    encoder_free(&e);
    csv_free(&csv);
}

// Dates lie far from zero and close together; a float would round them all to one.
Test(encoder, numbers_far_from_zero_keep_their_differences)
{
    Csv train =
        read_csv("day,seconds\n20141013,1413000001\n20141014,1413000002\n20141018,1413000003\n");
    const char *both[] = {"day", "seconds"};
    Error error = {0};
    Encoder e;
    cr_assert(encoder_fit(&e, &train, both, 2, (EncoderOptions){.scale = true}, &error));
    double day = sqrt((4 + 1 + 9) / 3.0), second = sqrt(2 / 3.0);
    expect_features(&e, &train,
                    (double[]){-2 / day, -1 / second, -1 / day, 0, 3 / day, 1 / second});
    Params *params = kept(&e);
    e.numbers.mean[0] = 0;
    encoder_recall(&e, params, "input");
    cr_assert(e.numbers.mean[0] == 20141015 && e.numbers.mean[1] == 1413000002);
    params_free(params);
    encoder_free(&e);
    csv_free(&train);
}

Test(encoder, two_features_of_one_name)
{
    Csv train = read_csv("zip=1,zip\n100,1\n300,2\n");
    csv_categorise(&train, 1);
    const char *both[] = {"zip=1", "zip"};
    Error error = {0};
    Encoder e;
    cr_assert(!encoder_fit(&e, &train, both, 2, (EncoderOptions){.scale = true}, &error));
    expect_error(&error, "a.csv: two features are called zip=1; rename a column or a level");
    csv_free(&train);
}

// R calls columns so. What is not learned has no moments, so temp's is not taken for temp.m.
Test(encoder, a_column_called_like_a_moment)
{
    Error error = {0};
    const char *path = new_path("net.st");
    Csv train = read_csv("temp,temp.m\n1,10\n3,30\n");
    const char *both[] = {"temp", "temp.m"};
    Encoder e;
    cr_assert(encoder_fit(&e, &train, both, 2, (EncoderOptions){.scale = true}, &error));
    Params *params = kept(&e);
    Optimizer adam = adam_new(params);
    optimizer_ready(&adam);
    cr_assert(checkpoint_save(path, params, &adam, NULL, &error), "%s", error.message);
    cr_assert(checkpoint_load(path, params, &adam, NULL, &error), "%s", error.message);
    encoder_recall(&e, params, "input");
    cr_assert(e.numbers.mean[0] == 2 && e.numbers.mean[1] == 20);
    optimizer_free(&adam);
    params_free(params);
    encoder_free(&e);
    csv_free(&train);
}

// Of 4 rows, 1 has the level: mean 1/4, deviation sqrt(3)/4. The missing level is scaled, too.
Test(encoder, levels_scaled)
{
    Csv train = read_csv("size,fruit\n1,fig\n2,pear\n3,pear\n4,\n");
    Encoder e = fit(
        &train, 2,
        (EncoderOptions){.scale_levels = true, .drop_first = true, .missing = MISSING_IS_LEVEL});
    double d = sqrt(3) / 4, low = -0.25 / d, high = 0.75 / d;
    cr_assert(e.features == 3);
    expect_features(&e, &train, (double[]){1, -1, low, 2, 1, low, 3, 1, low, 4, -1, high});
    csv_free(&train);
    encoder_free(&e);
}

// Tables as RFC 4180 has them, and every way in which one can be wrong.
#include "table.h"

TestSuite(csv, .init = make_folder, .fini = remove_folder);

Test(csv, numbers_and_categories)
{
    Csv csv = read_csv("size,ripe\n-1.5e2,yes\n+.25,no\n7,yes\n");
    cr_assert(csv.rows == 3 && csv.columns == 2);
    Column *size = &csv.column[0], *ripe = &csv.column[1];
    cr_assert_str_eq(size->name, "size");
    cr_assert(size->kind == NUMBER && size->missing == 0 && !size->category);
    cr_assert(size->number[0] == -150 && size->number[1] == 0.25 && size->number[2] == 7);
    cr_assert(ripe->kind == CATEGORY && ripe->levels == 2 && !ripe->number);
    cr_assert_str_eq(ripe->level[0], "no");
    cr_assert_str_eq(ripe->level[1], "yes");
    cr_assert(ripe->category[0] == 1 && ripe->category[1] == 0 && ripe->category[2] == 1);
    csv_free(&csv);
}

Test(csv, quotes_commas_and_line_breaks)
{
    Csv csv =
        read_csv("\"a\",b,\"c,\"\"d\"\"\"\r\n\"x, y\",\"two\nlines\",\"\"\"\"\r\n,\"\",4\r\n");
    cr_assert(csv.rows == 2 && csv.columns == 3);
    cr_assert_str_eq(csv.column[2].name, "c,\"d\"");
    cr_assert_str_eq(csv.column[0].level[0], "x, y");
    cr_assert_str_eq(csv.column[1].level[0], "two\nlines");
    cr_assert_str_eq(csv.column[2].level[0], "\"");
    cr_assert(csv.line[0] == 2 && csv.line[1] == 4);
    csv_free(&csv);
}

Test(csv, the_last_line_may_end_without_a_newline)
{
    Csv csv = read_csv("a,b\n1,2\n3,");
    cr_assert(csv.rows == 2 && csv.column[1].missing == 1 && isnan(csv.column[1].number[1]));
    csv_free(&csv);
}

Test(csv, byte_order_mark)
{
    Csv csv = read_csv("\xEF\xBB\xBF\"a\"\n1\n");
    cr_assert_str_eq(csv.column[0].name, "a");
    csv_free(&csv);
}

Test(csv, words_that_are_missing_everywhere)
{
    Csv csv = read_csv("a,b,c,d,e\nNA,NaN,?,,na\n1,x,2.5,\"\",NA\n");
    for (int j = 0; j < 5; j++)
        cr_assert(csv.column[j].missing == (j == 3 ? 2 : 1), "column %d", j);
    cr_assert(csv.column[0].kind == NUMBER && isnan(csv.column[0].number[0]));
    cr_assert(csv.column[1].kind == CATEGORY && csv.column[1].category[0] == -1);
    cr_assert(csv.column[3].kind == NUMBER && csv.column[4].category[1] == -1);
    csv_free(&csv);
    csv = read_csv("a,b\nN/A,n/a\nnan, null\nNULL,#N/A\n ? , \nx,y\n");
    for (int j = 0; j < 2; j++)
        cr_assert(csv.column[j].missing == 4 && csv.column[j].levels == 1, "column %d", j);
    csv_free(&csv);
}

Test(csv, each_missing_value_is_said)
{
    Csv csv = read_csv("a,b\n1,x\nNA,\n3,?\n-,y\n");
    expect_column(&csv, 0, 1, NAN, 3, NAN);
    expect_remarks(&csv, "column a: 2 of 4 values are missing (NA, -), the first on line 3\n"
                         "column b: 2 of 4 values are missing (empty, ?), the first on line 3\n");
    csv_free(&csv);
}

// A dash or "none" is missing among numbers, and a name among names.
Test(csv, words_that_are_missing_among_numbers)
{
    Csv csv = read_csv("a,b,c,d\n-,--,.,None\n1,2,3,4\n5,6,7,none\n");
    for (int j = 0; j < 4; j++)
        cr_assert(csv.column[j].kind == NUMBER && csv.column[j].missing == 1 + (j == 3));
    csv_free(&csv);
    csv = read_csv("a,b,c\n-,None,-\nx,y,-\n");
    for (int j = 0; j < 3; j++)
        cr_assert(csv.column[j].kind == CATEGORY && csv.column[j].missing == 0, "%d", j);
    cr_assert_str_eq(csv.column[1].level[0], "None");
    cr_assert(csv.column[2].levels == 1 && csv.remarks == 0);
    csv_free(&csv);
}

Test(csv, more_words_that_are_missing)
{
    Csv csv = read_with("missing=k.A. missing=-999 missing='not known'",
                        "a,b\nk.A.,not known\n-999,x\n7,k.A.\n");
    expect_column(&csv, 0, NAN, NAN, 7);
    cr_assert(csv.column[1].levels == 1 && csv.column[1].missing == 2);
    csv_free(&csv);
}

// What strtod would take, and a table should not.
Test(csv, what_is_no_number)
{
    Csv csv = read_csv("a,b,c,d,e,f,g\n0x10,inf,1e999,1.2.3,1e,.,+\n1,1,1,1,1,x,1\n");
    for (int j = 0; j < 7; j++) cr_assert(csv.column[j].kind == CATEGORY, "column %d", j);
    csv_free(&csv);
}

// 15 digits go one way, more and exponents another; both must give the nearest double.
Test(csv, numbers_to_the_last_bit)
{
    const char *text[] = {"0.1",
                          "123456789.012345",
                          "0.000000000000001",
                          "-0.3",
                          "1234567890123456789",
                          ".5",
                          "5.",
                          "1e22",
                          "1.7976931348623157e+38",
                          "2.2250738585072011e-30",
                          "0.12345678901234567890",
                          "9007199254740993",
                          "100000000000000",
                          "999999999999999",
                          "1E-5",
                          "+7"};
    char table[1000] = "x\n";
    for (int i = 0; i < 16; i++) strcat(strcat(table, text[i]), "\n");
    Csv csv = read_csv(table);
    for (int i = 0; i < 16; i++)
        cr_assert(csv.column[0].number[i] == strtod(text[i], NULL), "%s is %.17g", text[i],
                  csv.column[0].number[i]);
    csv_free(&csv);
}

Test(csv, blanks_around_a_number)
{
    Csv csv = read_csv("a,b\n 1, 2 \n");
    cr_assert(csv.column[0].number[0] == 1 && csv.column[1].number[0] == 2);
    csv_free(&csv);
}

Test(csv, missing_file)
{
    Error e = {0};
    Csv csv;
    cr_assert(!csv_read(&csv, "/no/such/table.csv", NULL, &e));
    cr_assert_str_eq(e.message, "/no/such/table.csv: No such file or directory");
}

Test(csv, empty) { refuses("", "a.csv: empty, expected a header line"); }
Test(csv, header_alone) { refuses("a,b\n", "a.csv: no rows below the header line"); }

Test(csv, too_few_and_too_many_fields)
{
    refuses("a,b\n1,2\n3\n", "a.csv: line 3: 1 fields, expected 2 as in line 1");
    refuses("a,b\n1,2,3\n",
            "a.csv: line 2: 3 fields, expected 2 as in line 1; a comma inside a field needs quotes "
            "around it");
    refuses("a,b,c\n1,2\n3,4,5\n6,7,8\n", "a.csv: line 2: 2 fields, expected 3 as in line 1");
    refuses("a,b\n1,2\n#3\n",
            "a.csv: line 3: 1 fields, expected 2 as in line 1; if it is a comment, read it with "
            "\"comment=#\"");
}

Test(csv, quotes_that_do_not_match)
{
    refuses("a,b\n1,\"two\nthree\n", "a.csv: line 2, column b: a quote that is never closed");
    refuses("a,b\n1,2\" nails\n",
            "a.csv: line 2, column b: a quote inside an unquoted field: put the field "
            "in quotes and double the quote in it");
    refuses("a,b\n\"1\"2,3\n",
            "a.csv: line 2, column a: text behind the closing quote: a quote inside "
            "a field is doubled");
    refuses("a,\"b\n", "a.csv: line 1, column 2: a quote that is never closed");
    refuses("a\n\"\"\"\n", "a.csv: line 2, column a: a quote that is never closed");
}

Test(csv, control_characters)
{
    refuses("a,b\n1\r,2\n",
            "a.csv: line 2, column a: a carriage return alone, where other lines end in a line "
            "feed");
    refuses("a,b\n1,2\r",
            "a.csv: line 2, column b: a carriage return alone, where other lines end in a line "
            "feed");
    refuses_bytes("", "a,b\n1,\0\n", 8,
                  "a.csv: line 2, byte 3: a NUL; no text has one, but UTF-16 does, from "
                  "which \"iconv -f UTF-16 -t UTF-8\" makes UTF-8");
    refuses_bytes("", "a,b\n1,\"\0\"\n", 10,
                  "a.csv: line 2, byte 4: a NUL; no text has one, but UTF-16 does, from "
                  "which \"iconv -f UTF-16 -t UTF-8\" makes UTF-8");
}

Test(csv, column_names)
{
    refuses("a,,c\n1,2,3\n",
            "a.csv: line 1, column 2: no name: give it one; if this line is data, read it "
            "with \"header=none\"");
    refuses("a,b,a\n1,2,3\n",
            "a.csv: line 1, column 3: a stands there twice: give each its own name; if this "
            "line is data, read it with \"header=none\"");
    refuses("a,\"b\nb\"\n1,2\n",
            "a.csv: line 1, column 2: b?b holds a control character; if this line is data, "
            "read it with \"header=none\"");
}

Test(csv, too_many_columns)
{
    char many[2 * 4097];
    for (int i = 0; i < 4097; i++) many[2 * i] = 'a', many[2 * i + 1] = ',';
    refuses_bytes("", many, sizeof many - 1, "a.csv: 4097 columns, expected 1 … 4096");
}

Test(csv, column_by_name)
{
    Error e = {0};
    Csv csv = read_csv("size,ripe\n1,yes\n");
    cr_assert(csv_column(&csv, "ripe", &e) == 1 && !e.message[0]);
    cr_assert(csv_column(&csv, "colour", &e) == -1);
    expect_error(&e, "a.csv: no column colour; there are: size, ripe");
    csv_free(&csv);
}

Test(csv, matrix_of_a_number_a_category_and_a_number)
{
    Error e = {0};
    Csv csv = read_csv("size,fruit,age\n1,pear,4\n2,apple,5\n3,fig,6\n");
    Tensor t;
    cr_assert(csv_matrix(&t, &csv, (const char *[]){"age", "fruit", "size"}, 3, &e), "%s",
              e.message);
    cr_assert_str_eq(shape_text(t.shape).text, "[3, 5]");
    Real expected[] = {4, 0, 0, 1, 1, 5, 1, 0, 0, 2, 6, 0, 1, 0, 3};   // apple, fig, pear
    cr_assert_arr_eq(reals(&t), expected, sizeof expected);
    tensor_free(&t);
    csv_free(&csv);
}

Test(csv, matrix_without_a_value)
{
    Error e = {0};
    Csv csv = read_csv("size,fruit\n1,pear\n\"2\",\"ap\nple\"\nNA,fig\n4,?\n");
    Tensor t;
    cr_assert(!csv_matrix(&t, &csv, (const char *[]){"fruit"}, 1, &e) && !present(&t));
    expect_error(&e, "a.csv: line 6, column fruit: the value is missing");
    e = (Error){0};
    cr_assert(!csv_matrix(&t, &csv, (const char *[]){"size"}, 1, &e));
    expect_error(&e, "a.csv: line 5, column size: the value is missing");
    e = (Error){0};
    cr_assert(!csv_matrix(&t, &csv, (const char *[]){"sise"}, 1, &e));
    expect_error(&e, "a.csv: no column sise; there are: size, fruit");
    csv_free(&csv);
}

Test(csv, values)
{
    Error e = {0};
    Csv csv = read_csv("price,area,town\n400,2104,Ames\n330,1600,Ames\n369,2400,Boone\n");
    Tensor t;
    cr_assert(csv_values(&t, &csv, (const char *[]){"price"}, 1, &e), "%s", e.message);
    cr_assert_str_eq(shape_text(t.shape).text, "[3]");
    cr_assert(reals(&t)[0] == 400 && reals(&t)[1] == 330 && reals(&t)[2] == 369);
    tensor_free(&t);
    cr_assert(csv_values(&t, &csv, (const char *[]){"area", "price"}, 2, &e), "%s", e.message);
    cr_assert_str_eq(shape_text(t.shape).text, "[3, 2]");
    cr_assert(reals(&t)[0] == 2104 && reals(&t)[1] == 400 && reals(&t)[5] == 369);
    tensor_free(&t);
    cr_assert(!csv_values(&t, &csv, (const char *[]){"price", "town"}, 2, &e) && !present(&t));
    expect_error(&e, "a.csv: column town holds names, such as Ames, expected numbers");
    csv_free(&csv);
}

Test(csv, targets)
{
    Error e = {0};
    Csv csv = read_csv("fruit,class,price,loss\npear,1,2.5,0\napple,0,3,1\nfig,7,4,-1\n");
    Tensor t;
    cr_assert(csv_targets(&t, &csv, "fruit", &e) && t.type == I32);
    cr_assert_arr_eq(ints(&t), ((int32_t[]){2, 0, 1}), 12);
    tensor_free(&t);
    cr_assert(csv_targets(&t, &csv, "class", &e));
    cr_assert_arr_eq(ints(&t), ((int32_t[]){1, 0, 7}), 12);
    tensor_free(&t);
    cr_assert(!csv_targets(&t, &csv, "price", &e) && !present(&t));
    expect_error(&e, "a.csv: line 2, column price: 2.5, expected a class 0, 1, 2, …");
    e = (Error){0};
    cr_assert(!csv_targets(&t, &csv, "loss", &e));
    expect_error(&e, "a.csv: line 4, column loss: -1, expected a class 0, 1, 2, …");
    csv_free(&csv);
}

Test(csv, rows_of_a_table)
{
    Csv csv = read_csv("fruit,size\npear,1\n,2\nfig,\npear,4\n");
    int row[] = {3, 1, 3};
    Csv some = csv_rows(&csv, (Rows){3, row}), none = csv_rows(&csv, (Rows){0, NULL});
    cr_assert(some.rows == 3 && some.columns == 2 && none.rows == 0);
    cr_assert_str_eq(some.column[0].name, "fruit");
    cr_assert(some.column[0].levels == 2 && some.column[0].missing == 1);
    cr_assert(some.column[1].missing == 0 && some.column[1].kind == NUMBER);
    cr_assert_arr_eq(some.column[0].category, ((int[]){1, -1, 1}), sizeof(int[3]));
    cr_assert_arr_eq(some.line, ((int[]){5, 3, 5}), sizeof(int[3]));
    expect_column(&some, 1, 4, 2, 4);
    csv_free(&csv);   // the copies stand alone
    cr_assert_str_eq(some.column[0].level[1], "pear");
    csv_free(&some);
    csv_free(&none);
}

Test(csv, numbers_made_categories)
{
    Csv csv = read_csv("zip,x\n98178,1\n98001,2\n,3\n98178,4\n");
    csv_categorise(&csv, 0);
    Column *zip = &csv.column[0];
    cr_assert(zip->kind == CATEGORY && zip->levels == 2 && !zip->number);
    cr_assert_str_eq(zip->level[0], "98001");
    cr_assert_str_eq(zip->level[1], "98178");
    cr_assert_arr_eq(zip->category, ((int[]){1, 0, -1, 1}), sizeof(int[4]));
    csv_free(&csv);
}

static Csv bundled(const char *path, int rows, int columns)
{
    Error e = {0};
    Csv csv;
    cr_assert(csv_read(&csv, path, NULL, &e), "%s", e.message);
    cr_assert(csv.rows == rows && csv.columns == columns, "%s: %d rows, %d columns", path, csv.rows,
              csv.columns);
    return csv;
}

static int numbers_of(const Csv *csv)
{
    int count = 0;
    for (int j = 0; j < csv->columns; j++) count += csv->column[j].kind == NUMBER;
    return count;
}

Test(csv, the_bundled_tables)
{
    struct {
        const char *path;
        int rows, columns, numbers;
    } tables[] = {
        {"data/iris/iris.csv", 150, 5, 4},
        {"data/breast-cancer/breast_cancer.csv", 569, 31, 31},
        {"data/penguins/penguins.csv", 344, 8, 5},
        {"data/houses/king-county.csv", 21613, 12, 11},
        {"data/houses/ames.csv", 2930, 74, 34},
        {"data/series/seattle-weather.csv", 1461, 6, 4},
        {"data/series/sunspots.csv", 309, 2, 2},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        Csv csv = bundled(tables[i].path, tables[i].rows, tables[i].columns);
        cr_assert(numbers_of(&csv) == tables[i].numbers, "%s: %d numbers", tables[i].path,
                  numbers_of(&csv));
        csv_free(&csv);
    }
}

Test(csv, the_bundled_classes)
{
    Error e = {0};
    Csv csv = bundled("data/breast-cancer/breast_cancer.csv", 569, 31);
    Tensor target;
    int benign = 0;
    cr_assert(csv_targets(&target, &csv, "target", &e));
    for (int i = 0; i < csv.rows; i++) benign += ints(&target)[i];
    cr_assert(benign == 357, "%d benign", benign);
    tensor_free(&target);
    csv_free(&csv);
    csv = bundled("data/iris/iris.csv", 150, 5);
    cr_assert_str_eq(csv.column[4].level[1], "versicolor");
    csv_free(&csv);
}

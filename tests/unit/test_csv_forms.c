// Tables as R, pandas, spreadsheets and UCI's archive write them: read, with a remark for each
// thing assumed, or refused with the line and the words that read it.
#include "table.h"

TestSuite(csv_forms, .init = make_folder, .fini = remove_folder);

/* ---- Row names ------------------------------------------------------------------------------- */

#define ROW_NAMES "the first column has no name and no value twice: row names, left out\n"

// write.csv(head(iris, 3)[c(1, 5)])
Test(csv_forms, r_write_csv)
{
    Csv csv = read_csv("\"\",\"Sepal.Length\",\"Species\"\n\"1\",5.1,\"setosa\"\n\"2\",4.9,"
                       "\"setosa\"\n\"3\",NA,NA\n");
    cr_assert(csv.columns == 2 && csv.column[1].levels == 1);
    cr_assert_str_eq(csv.column[0].name, "Sepal.Length");
    expect_column(&csv, 0, 5.1, 4.9, NAN);
    expect_remarks(&csv, ROW_NAMES
                   "column Sepal.Length: 1 of 3 values are missing (NA), the first on line 4\n"
                   "column Species: 1 of 3 values are missing (NA), the first on line 4\n");
    csv_free(&csv);
}

// write.table(sep = ","): the header line is one field shorter.
Test(csv_forms, r_write_table)
{
    Csv csv = read_csv("\"size\",\"ripe\"\n\"a\",5,\"no\"\n\"b\",7,\"yes\"\n");
    cr_assert(csv.columns == 2 && csv.column[1].levels == 2);
    expect_column(&csv, 0, 5, 7);
    expect_remarks(&csv, ROW_NAMES);
    csv_free(&csv);
    refuses("size,ripe\na,5,no\nb,7,yes\n",
            "a.csv: line 2: 3 fields, expected 2 as in line 1; a comma inside a field "
            "needs quotes around it");
    refuses("\"size\",\"ripe\"\n\"a\",5,\"no\"\n\"a\",7,\"yes\"\n",
            "a.csv: line 2: 3 fields, expected 2 as in line 1; a "
            "comma inside a field needs quotes around it");
}

// Its default, with blanks.
Test(csv_forms, r_write_table_with_blanks)
{
    const char *text = "\"size\" \"ripe\"\n\"1\" 5 \"not yet\"\n\"2\" 7.5 \"yes\"\n";
    refuses(text, "a.csv: the first line has neither comma, ;, | nor tab: if blanks separate its "
                  "columns, read it with "
                  "\"separator=blank\", if it is one column, with \"separator=comma\"");
    Csv csv = read_with("separator=blank", text);
    expect_column(&csv, 0, 5, 7.5);
    cr_assert_str_eq(csv.column[1].level[0], "not yet");
    csv_free(&csv);
}

Test(csv_forms, pandas_to_csv)
{
    Csv csv = read_csv(",size,ripe\n0,5.0,False\n1,,True\n2,7.5,\n");
    cr_assert(csv.columns == 2);
    expect_column(&csv, 0, 5, NAN, 7.5);
    cr_assert(csv.column[1].levels == 2 && csv.column[1].missing == 1);
    csv_free(&csv);
}

Test(csv_forms, a_first_column_without_a_name_that_repeats)
{
    refuses(",size\na,5\nb,6\na,7\n",
            "a.csv: line 1: the first column has no name, and is no list of row names, as "
            "\"a\" stands in it twice: give it a name");
    refuses("size,,ripe\n1,2,3\n",
            "a.csv: line 1, column 2: no name: give it one; if this line is data, read it with "
            "\"header=none\"");
}

/* ---- Lines ----------------------------------------------------------------------------------- */

Test(csv_forms, blank_lines)
{
    Csv csv = read_csv("a,b\n1,2\n3,4\n\n  \n\r\n");
    expect_column(&csv, 1, 2, 4);
    cr_assert(csv.remarks == 0);
    csv_free(&csv);
    csv = read_csv("\na,b\n1,2\n\n \n3,4\n");
    expect_column(&csv, 1, 2, 4);
    cr_assert(csv.line[0] == 3 && csv.line[1] == 6);
    expect_remarks(&csv, "3 blank lines hold no row; the first is line 1\n");
    csv_free(&csv);
    csv = read_csv("a\n1\n\n3\n\"\"\n");   // a quoted nothing is a field
    expect_column(&csv, 0, 1, 3, NAN);
    csv_free(&csv);
}

Test(csv_forms, lines_that_end_in_cr)
{
    Csv csv = read_csv("a,b\r1,\"x\ry\"\r3,z\r");
    expect_column(&csv, 0, 1, 3);
    cr_assert_str_eq(csv.column[1].level[0], "x\ry");
    cr_assert(csv.line[0] == 2 && csv.line[1] == 4);
    csv_free(&csv);
    csv = read_csv("a,b\r1,2");
    expect_column(&csv, 1, 2);
    csv_free(&csv);
}

#define LEFT_OUT "a separator stands at each line's end: the empty column behind it is left out\n"

Test(csv_forms, a_separator_at_the_lines_ends)
{
    Csv csv = read_csv("a,b,\n1,2,\n3,4,\n");
    cr_assert(csv.columns == 2);
    expect_remarks(&csv, LEFT_OUT);
    csv_free(&csv);
    csv = read_csv("a,b\n1,2,\n3,4,\n");
    expect_column(&csv, 0, 1, 3);
    expect_remarks(&csv, LEFT_OUT);
    csv_free(&csv);
    csv = read_csv("a,b,\n1,2\n3,4\n");
    expect_column(&csv, 1, 2, 4);
    csv_free(&csv);
    csv = read_csv(",a,\n0,1,\n1,2,\n");   // row names, too
    cr_assert(csv.columns == 1);
    expect_column(&csv, 0, 1, 2);
    expect_remarks(&csv, LEFT_OUT ROW_NAMES);
    csv_free(&csv);
    csv = read_with("header=none", "1,2,\n3,4,\n");
    cr_assert(csv.columns == 2);
    csv_free(&csv);
    refuses("a,b\n1,2,\n3,4,5\n",
            "a.csv: line 2: 3 fields, expected 2 as in line 1; a comma inside a field needs quotes "
            "around it");
    refuses("a,b\n1,2,\n3,4\n",
            "a.csv: line 2: 3 fields, expected 2 as in line 1; a comma inside a field needs quotes "
            "around it");
}

Test(csv_forms, a_named_column_of_nothing_stays)
{
    Csv csv = read_csv("a,b\n1,\n2,\n");
    cr_assert(csv.columns == 2 && csv.column[1].missing == 2 && csv.column[1].kind == NUMBER);
    expect_remarks(&csv, "column b: 2 of 2 values are missing (empty), the first on line 2\n");
    csv_free(&csv);
}

Test(csv_forms, a_very_long_line)
{
    enum { LONG = 300000 };
    char *text = malloc(LONG + 20);
    strcpy(text, "a,b\n1,");
    memset(text + 6, 'x', LONG);
    strcpy(text + 6 + LONG, "\n");
    Csv csv = read_csv(text);
    cr_assert(strlen(csv.column[1].level[0]) == LONG);
    csv_free(&csv);
    free(text);
}

/* ---- Encodings ------------------------------------------------------------------------------- */

Test(csv_forms, what_is_not_utf8)
{
    refuses_bytes("",
                  "\xFF\xFE"
                  "a\0,\0b\0",
                  8,
                  "a.csv: UTF-16, expected UTF-8: save it so, or use \"iconv -f UTF-16 "
                  "-t UTF-8\"");
    refuses("Gr\xF6\xDF"
            "e;Preis\n1;2\n",
            "a.csv: line 1, byte 3: 0xF6 is not UTF-8 here; if the text is Windows' own, "
            "\"iconv -f WINDOWS-1252 -t UTF-8\" makes it so");
}

/* ---- Separators and numbers ------------------------------------------------------------------ */

Test(csv_forms, tabs_and_semicolons)
{
    Csv csv = read_csv("a\tb\n1\tx y\n");
    cr_assert_str_eq(csv.column[1].level[0], "x y");
    expect_remarks(&csv, "columns are separated by tabs\n");
    csv_free(&csv);
    csv = read_csv("a;b\n1;x, y\n2;z\n");
    cr_assert_str_eq(csv.column[1].level[0], "x, y");
    expect_remarks(&csv, "columns are separated by \";\"\n");
    csv_free(&csv);
    csv = read_csv("a|b\n1|2,5\n2|x\n");
    expect_column(&csv, 0, 1, 2);
    cr_assert_str_eq(csv.remark[0], "columns are separated by \"|\"");
    csv_free(&csv);
}

Test(csv_forms, two_separators_in_the_first_line)
{
    Csv csv = read_csv("price (net, EUR);town\n5;Bonn\n6;Ulm\n");
    cr_assert(csv.columns == 2);
    cr_assert_str_eq(csv.column[0].name, "price (net, EUR)");
    csv_free(&csv);
    csv = read_csv("\"a;b\",c\n1,2\n");   // one of them in quotes
    cr_assert_str_eq(csv.column[0].name, "a;b");
    csv_free(&csv);
    const char *text = "a,b;c\nx,y;3\n";
    refuses(text, "a.csv: the first line holds several of comma, ;, | and tab: read it with "
                  "\"separator=comma\", "
                  "\"separator=;\", \"separator=|\" or \"separator=tab\"");
    csv = read_with("separator=;", text);
    cr_assert(csv.columns == 2);
    csv_free(&csv);
}

// Excel where German is spoken: ; and decimal commas, and perhaps a first line that says so.
Test(csv_forms, excel_german)
{
    const char *text = "sep=;\r\nFl\xC3\xA4"
                       "che;Preis\r\n120,5;1.234,50\r\n80;999\r\n";
    refuses(text, "a.csv: line 3, column Fl\xC3\xA4"
                  "che: 120,5 is a number if it is read with \"decimal=,\"; as a "
                  "name, with \"category=Fl\xC3\xA4"
                  "che\"");
    refuses_with("decimal=,", text,
                 "a.csv: line 3, column Preis: 1.234,50 is a number if it is read with \"decimal=, "
                 "thousands=.\"; as a name, with \"category=Preis\"");
    Csv csv = read_with("decimal=, thousands=.", text);
    expect_column(&csv, 0, 120.5, 80);
    expect_column(&csv, 1, 1234.5, 999);
    expect_remarks(&csv, "line 1 says that columns are separated by \";\"\n");
    csv_free(&csv);
    csv = read_with("category=Preis decimal=,", text);
    cr_assert_str_eq(csv.column[1].level[0], "1.234,50");
    csv_free(&csv);
}

Test(csv_forms, thousands)
{
    refuses("price\n\"1,234\"\n\"12,345\"\n",
            "a.csv: line 2, column price: 1,234 is a number if it is read with "
            "\"thousands=,\" or \"decimal=,\"; as a name, with \"category=price\"");
    refuses("price\n\"1,234,567\"\n12\n",
            "a.csv: line 2, column price: 1,234,567 is a number if it is read with "
            "\"thousands=,\"; as a name, with \"category=price\"");
    refuses_with("decimal=,", "a;b\n1.234;1\n",
                 "a.csv: line 2, column a: 1.234 is a number if it is read with "
                 "\"decimal=.\" or \"decimal=, thousands=.\"; as a name, with \"category=a\"");
    Csv csv = read_with("thousands=,", "price,x\n\"1,234\",1.5\n\"-1,234,567.25\",2e3\n999,4\n");
    expect_column(&csv, 0, 1234, -1234567.25, 999);
    expect_column(&csv, 1, 1.5, 2000, 4);
    csv_free(&csv);
    refuses_with("thousands=,", "price\n\"1234,567\"\n",
                 "a.csv: line 2, column price: 1234,567 is a number if it is read "
                 "with \"decimal=,\"; as a name, with \"category=price\"");
    csv = read_with("thousands=apostrophe missing=x", "p\n1'234\n12'345\nx\n");
    expect_column(&csv, 0, 1234, 12345, NAN);
    csv_free(&csv);
    refuses("the price\n\"1,5\"\n\"2\"\n",
            "a.csv: line 2, column the price: 1,5 is a number if it is read with "
            "\"decimal=,\"; as a name, with \"category='the price'\"");
    csv = read_with(
        "thousands=,",
        "p,q\n\"1,23,4\",1\n\"1234,567,8\",2\n\"1,234,56\",3\n\"1,2345\",4\n");   // groups of three
    cr_assert(csv.column[0].kind == CATEGORY && csv.column[0].levels == 4);
    csv_free(&csv);
}

Test(csv_forms, a_word_among_numbers)
{
    Csv csv = read_csv("age,y\n31,1\nold,2\n27,3\n44,4\n");
    cr_assert(csv.column[0].kind == CATEGORY);
    expect_remarks(&csv, "column age is a category: old on line 3 is no number, though 3 of 4 are; "
                         "if it means a missing "
                         "value, read it with \"missing=old\"\n");
    csv_free(&csv);
    csv = read_csv("g,y\nK,1\nP,2\n3,3\n");   // numbers among words are words
    cr_assert(csv.column[0].kind == CATEGORY && csv.remarks == 0);
    csv_free(&csv);
}

Test(csv_forms, numbers_that_may_be_names)
{
    Csv csv = read_csv("zip,x\n02134,1\n98101,2\n");
    expect_column(&csv, 0, 2134, 98101);
    expect_remarks(
        &csv,
        "column zip: 02134 on line 2 is read as a number; \"category=zip\" keeps it as a name\n");
    csv_free(&csv);
    csv = read_with("category=zip", "zip,x\n02134,1\n98101,2\n");
    cr_assert_str_eq(csv.column[0].level[0], "02134");
    cr_assert(csv.remarks == 0);
    csv_free(&csv);
    csv = read_csv("id,x\n\"12\",1\n\"7\",2\n");
    expect_column(&csv, 0, 12, 7);
    expect_remarks(&csv, "column id: its numbers stand in quotes and are read as numbers; "
                         "\"category=id\" keeps them as "
                         "names\n");
    csv_free(&csv);
    csv = read_csv(
        "\"id\",\"x\"\n\"12\",\"1\"\n\"7\",\"2\"\n");   // everything in quotes says nothing
    expect_column(&csv, 0, 12, 7);
    cr_assert(csv.remarks == 0);
    csv_free(&csv);
    csv = read_csv("a,b\n0,0.5\n0.25,-0\n");
    cr_assert(csv.remarks == 0);
    csv_free(&csv);
}

/* ---- Blanks ---------------------------------------------------------------------------------- */

Test(csv_forms, blanks_around_fields)
{
    Csv csv = read_csv("a, b ,c\n1, 2 , \"x, y\" \n3 ,4,z\n");
    cr_assert_str_eq(csv.column[1].name, "b");
    expect_column(&csv, 0, 1, 3);
    expect_column(&csv, 1, 2, 4);
    cr_assert_str_eq(csv.column[2].level[0], "x, y");
    csv_free(&csv);
    csv = read_csv("n,s\n1, x\n2,y\n");   // not behind every separator: it counts
    cr_assert_str_eq(csv.column[1].level[0], " x");
    csv_free(&csv);
    csv = read_csv("s,n\nWD ,1\nWD,2\nNew,3\n");
    cr_assert(csv.column[0].levels == 3);
    expect_remarks(&csv, "column s: \"WD\" and \"WD \" are two categories, as blanks count\n");
    csv_free(&csv);
}

/* ---- UCI: no header line, " ?" for missing, comments ---------------------------------------- */

Test(csv_forms, uci_iris)
{
    const char *text = "5.1,3.5,1.4,0.2,Iris-setosa\n4.9,3.0,1.4,0.2,Iris-setosa\n\n";
    refuses(text, "a.csv: line 1, column 1: 5.1 is a number: if this line is data, read it with "
                  "\"header=none\", if it is "
                  "a name, with \"header=first\"");
    Csv csv = read_with("header=none", text);
    expect_column(&csv, 0, 5.1, 4.9);
    cr_assert_str_eq(csv.column[4].name, "column5");
    cr_assert_str_eq(csv.column[4].level[0], "Iris-setosa");
    expect_remarks(&csv, "no header line: the columns are called column1 … column5\n");
    csv_free(&csv);
    csv = read_with("header=first", "town,1990,2000\nBonn,1,2\n");
    cr_assert_str_eq(csv.column[1].name, "1990");
    csv_free(&csv);
}

Test(csv_forms, uci_adult)
{
    Csv csv = read_with("header=none",
                        "39, State-gov, 77516, <=50K\n?, Private, ?, >50K\n38, ?, 215646, <=50K\n");
    expect_column(&csv, 0, 39, NAN, 38);
    expect_column(&csv, 2, 77516, NAN, 215646);
    cr_assert(csv.column[1].levels == 2 && csv.column[1].missing == 1);
    cr_assert_str_eq(csv.column[1].level[1], "State-gov");
    cr_assert_str_eq(csv.remark[0], "blanks behind the separators are not part of the fields");
    csv_free(&csv);
}

// Names only: two of a line are the same.
Test(csv_forms, uci_mushroom)
{
    refuses("p,x,s,n,p\ne,x,s,y,k\n",
            "a.csv: line 1, column 5: p stands there twice: give each its own name; if this "
            "line is data, read it with \"header=none\"");
}

// Columns of blanks, and a name in quotes.
Test(csv_forms, uci_auto_mpg)
{
    const char *text =
        "18.0   8   307.0\t\"chevrolet chevelle malibu\"\n15.0   8   ?  \t\"buick skylark 320\"\n";
    Csv csv = read_with("header=none separator=blank", text);
    cr_assert(csv.columns == 4);
    expect_column(&csv, 2, 307, NAN);
    cr_assert_str_eq(csv.column[3].level[0], "buick skylark 320");
    csv_free(&csv);
    csv = read_with("header=none separator=blank", " 0.00632  18.00 \n 0.02731   0.00\n");
    cr_assert(csv.columns == 2);
    expect_column(&csv, 1, 18, 0);
    csv_free(&csv);
    refuses(" 0.00632  18.00\n 0.02731   0.00\n",
            "a.csv: the first line has neither comma, ;, | nor tab: if blanks separate "
            "its columns, read it with \"separator=blank\", if it is one column, with "
            "\"separator=comma\"");
}

Test(csv_forms, comments)
{
    const char *text = "# made by hand\na,b\n1,2\n# more\n3,4\n";
    refuses(text, "a.csv: line 1 begins with #: if it is a comment, read it with \"comment=#\", if "
                  "it names columns, with "
                  "\"header=first\"");
    Csv csv = read_with("comment=#", text);
    expect_column(&csv, 0, 1, 3);
    cr_assert(csv.line[0] == 3 && csv.line[1] == 5);
    csv_free(&csv);
    csv = read_with("header=first", "#,b\n1,2\n");
    cr_assert_str_eq(csv.column[0].name, "#");
    csv_free(&csv);
}

Test(csv_forms, a_column_of_words_alone)
{
    Csv csv = read_with("separator=comma", "name\nIda B\nOle C\n");
    cr_assert(csv.columns == 1 && csv.column[0].levels == 2);
    csv_free(&csv);
    csv = read_csv("sunspots\n5\n7\n");
    expect_column(&csv, 0, 5, 7);
    csv_free(&csv);
}

/* ---- The words of csv_options ---------------------------------------------------------------- */

static void refuses_words(const char *words, const char *why)
{
    Error e = {0};
    CsvOptions options;
    cr_assert(!csv_options(&options, words, &e), "took %s", words);
    cr_assert(strncmp(e.message, why, strlen(why)) == 0, "said \"%s\", expected \"%s\"", e.message,
              why);
}

Test(csv_forms, words)
{
    Error e = {0};
    CsvOptions o;
    cr_assert(
        csv_options(&o,
                    " header=first  separator=tab decimal=, thousands=blank comment=% missing=a "
                    "missing='b c' category=\"zip code\" ",
                    &e),
        "%s", e.message);
    cr_assert(o.header == HEADER_FIRST && o.separator == '\t' && o.decimal == ',' &&
              o.thousands == ' ');
    cr_assert(o.comment == '%');
    cr_assert_str_eq(o.missing[1], "b c");
    cr_assert_str_eq(o.category[0], "zip code");
    refuses_words("header=2", "header=2: expected header=none or first,");
    refuses_words("separator=xx", "separator=xx: expected");
    refuses_words("separater=;", "separater=;: expected");
    refuses_words("decimal", "\"decimal\": expected NAME=VALUE");
    refuses_words("=x", "\"=x\": expected NAME=VALUE");
    refuses_words("missing='a", "\"missing='a\": expected NAME=VALUE");
    refuses_words("missing=", "missing=: expected");
    refuses_words("decimal=, thousands=,", "decimal=, thousands=,: one character cannot be both");
    refuses_words(
        "missing=1 missing=2 missing=3 missing=4 missing=5 missing=6 missing=7 missing=8 missing=9",
        "missing=9: expected");
    refuses_words("missing=0123456789012345678901234567890123456789", "missing=0123456789");
}

Test(csv_forms, a_category_that_is_not_there)
{
    refuses_with("category=zip", "a,b\n1,2\n", "a.csv: no column zip; there are: a, b");
}

/* table.h: tables written, read and compared in a test's own folder. */
#ifndef TABLE_H
#define TABLE_H

#include <math.h>

#include "../../common/csv.h"
#include "folder.h"

// `words` are those of csv_options.
IN_FOLDER Csv read_with(const char *words, const char *text)
{
    Error e = {0};
    Csv csv;
    CsvOptions options;
    cr_assert(csv_options(&options, words, &e), "%s", e.message);
    cr_assert(csv_read(&csv, write_text("a.csv", text), &options, &e), "%s", e.message);
    unlink(made[--made_count]);
    return csv;
}
IN_FOLDER Csv read_csv(const char *text) { return read_with("", text); }

IN_FOLDER void refuses_bytes(const char *words, const char *text, size_t length, const char *why)
{
    Error e = {0};
    Csv csv;
    CsvOptions options;
    cr_assert(csv_options(&options, words, &e), "%s", e.message);
    cr_assert(!csv_read(&csv, write_file("a.csv", text, length), &options, &e),
              "read a bad table: %s", why);
    cr_assert(csv.columns == 0 && csv.rows == 0 && !csv.column && !csv.remark);
    expect_error(&e, why);
    unlink(made[--made_count]);
}
IN_FOLDER void refuses(const char *text, const char *why)
{
    refuses_bytes("", text, strlen(text), why);
}
IN_FOLDER void refuses_with(const char *words, const char *text, const char *why)
{
    refuses_bytes(words, text, strlen(text), why);
}

// All remarks, one a line.
#define expect_remarks(csv, text)                                                                  \
    do {                                                                                           \
        char all[2000] = "";                                                                       \
        for (int r = 0; r < (csv)->remarks; r++) strcat(strcat(all, (csv)->remark[r]), "\n");      \
        cr_assert_str_eq(all, text, "said:\n%sexpected:\n%s", all, text);                          \
    } while (0)

IN_FOLDER void expect_numbers(const Csv *csv, int column, int rows, const double *expected)
{
    const Column *c = &csv->column[column];
    cr_assert(csv->rows == rows, "%d rows, expected %d", csv->rows, rows);
    cr_assert(c->kind == NUMBER, "column %s is a category", c->name);
    for (int i = 0; i < rows; i++)
        cr_assert(c->number[i] == expected[i] || (isnan(c->number[i]) && isnan(expected[i])),
                  "column %s, row %d: %.17g, expected %.17g", c->name, i, c->number[i],
                  expected[i]);
}
#define expect_column(csv, column, ...)                                                            \
    expect_numbers(csv, column, sizeof((double[]){__VA_ARGS__}) / sizeof(double),                  \
                   (double[]){__VA_ARGS__})

#endif

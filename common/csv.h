/* csv.h: tables in text files, as R, pandas, spreadsheets and UCI's archive write them.
 *
 * Form     UTF-8; one row a line; fields between separators, in quotes where they hold one (RFC
 *          4180); column names in the first line; lines end in LF, CRLF or CR. Blank lines hold no
 *          row.
 * Remarks  Nothing is assumed in silence. What such files leave open but make plain (which
 *          separator, row names, missing values, a word in a column of numbers) is read, and a
 *          remark says how: a program prints the remarks. What could be meant in two ways is
 *          refused, with the line and the words of csv_options that read it.
 * Memory   Whoever reads a table frees it with csv_free.
 * Errors   false, and one line in Error: the file, the line, the column, what was expected.
 */
#ifndef CSV_H
#define CSV_H

#include "split.h"

typedef enum ColumnKind { NUMBER, CATEGORY } ColumnKind;
typedef struct Column {
    char *name;
    ColumnKind kind;       // NUMBER where every present field is one
    double *number;        // [rows]; NAN where missing
    int *category;         // [rows], 0 … levels-1; -1 where missing
    char **level;          // names of categories, sorted
    int levels;
    int missing;           // how many
} Column;
typedef struct Csv {
    int rows, columns;
    Column *column;
    char *path;
    int *line;             // [rows]; where each row begins in the file, for errors that come later
    char **remark;         // [remarks] lines: what was assumed while reading
    int remarks;
} Csv;

typedef enum HeaderLine {
    HEADER_EXPECTED,       // the first line; refused where it looks like data
    HEADER_FIRST,          // the first line, whatever it looks like
    HEADER_NONE            // columns are called column1, column2, …
} HeaderLine;
enum { MOST_MISSING_WORDS = 8, MOST_CATEGORY_NAMES = 16 };
// All zero is what csv_read takes for NULL.
typedef struct CsvOptions {
    HeaderLine header;
    char separator;        // , ; | a tab, or a blank for any run of them; 0: as line 1 has it
    char decimal;          // '.' (or 0) or ','
    char thousands;        // stands between groups of three digits; 0: nothing does
    char comment;          // lines that begin with it hold no row; 0: every line does
    // More words that mean a missing value, and columns whose numbers are only names (zip codes).
    char missing[MOST_MISSING_WORDS][32];
    char category[MOST_CATEGORY_NAMES][64];
} CsvOptions;

// "header=none separator=; decimal=, thousands=. comment=# missing=k.A. category=zip": any of these
// words; header is none or first, separator also comma, tab or blank, thousands also blank or
// apostrophe; missing and category may come again. A value that holds blanks stands in quotes:
// category="zip code".
bool csv_options(CsvOptions *out, const char *text, Error *);

// Missing everywhere: an empty field, ?, NA, N/A, n/a, #N/A, NaN, nan, NULL, null; and where all
// other fields of a column are numbers also -, --, ., none and None. Blanks around a field do not
// count, except in a category's name. A number is decimal and finite. options may be NULL.
bool csv_read(Csv *out, const char *path, const CsvOptions *options, Error *);
void csv_free(Csv *);

/* csv_table.c: parts of a table, and columns as tensors. */

int csv_column(const Csv *, const char *name, Error *);  // its number, or -1 and what there are
int level_number(char *const *level, int levels, const char *name);   // of sorted names, or -1
void csv_categorise(Csv *, int column);   // numbers become names: 98178 becomes "98178"

// A table of these rows in this order. Categories keep their numbers and all their levels.
Csv csv_rows(const Csv *, Rows);
// The rows in which none of the named columns is missing; the caller frees them.
bool csv_complete_rows(Rows *out, const Csv *, const char *const *names, int count, Error *);

// The named columns side by side: a number is one column, a category one column a level (one-hot).
// A missing value is an error. Where rows are learned from and others are held out, use encoder.h
// instead.
bool csv_matrix(Tensor *out, const Csv *, const char *const *names, int count, Error *);

// Targets: I32 [rows], a category's numbers, or of a NUMBER column the numbers themselves, 0, 1, 2,
// …
bool csv_targets(Tensor *out, const Csv *, const char *name, Error *);
// Targets: REAL [rows] of one column of numbers, [rows, count] of several.
bool csv_values(Tensor *out, const Csv *, const char *const *names, int count, Error *);

#endif

/* csv_private.h: the stages of reading a table: text, fields, header and body, columns. */
#ifndef CSV_PRIVATE_H
#define CSV_PRIVATE_H

#include "csv.h"

typedef struct Field {
    char *text;        // within the file's text; a NUL stands behind it
    bool quoted;
} Field;

// The file's lines, cut into fields; blank lines and comments are not among them.
typedef struct Grid {
    Field *field;
    int rows;
    size_t *first;     // [rows+1]: where each row's fields begin
    int *line;         // [rows]: where each row begins in the file
    char separator;
} Grid;

// csv_fields.c. `text` is cut in place. What was assumed goes to csv's remarks, what is wrong to
// error.
bool csv_cut(Grid *out, Csv *csv, char *text, const CsvOptions *options, Error *error);
void grid_free(Grid *);

// What of a grid is the table: rows from `first_row` on, and of each the fields from `skip` on.
typedef struct Body {
    const Grid *grid;
    int first_row, rows;
    int skip, columns;
} Body;
// csv_header.c. Finds the body, and gives csv its columns with their names and the lines of its
// rows.
bool csv_header(Body *out, Csv *csv, const Grid *grid, const CsvOptions *options, Error *error);
const Field *body_field(const Body *, int row, int column);

// csv_number.c. A decimal number, as written with this decimal point and these separators of
// thousands.
typedef struct Notation { char decimal, thousands; } Notation;
bool csv_number(double *out, const char *text, Notation);

// csv_options.c. The next NAME=VALUE of *text, over which it moves; false at the end, or with an
// error. Values with blanks stand in quotes.
typedef struct Pair { char name[128], value[256]; } Pair;
bool next_pair(Pair *out, const char **text, Error *);

// csv_column.c. Gives csv's columns, which have names only, their kinds and values.
bool csv_columns(Csv *csv, const Body *, const CsvOptions *options, Error *);
// Makes a column one of names: those of its rows, NULL where missing. They are copied.
void column_categorise(Column *, char *const *text, int rows);

// csv.c. Adds a line of what was assumed.
void csv_remark(Csv *, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif

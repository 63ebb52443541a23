/* table.h: numbers in rows and columns.
 *
 * Memory   A Table borrows its numbers: whoever made them frees them. A copy
 *          of a Table is another Table with the same numbers.
 */
#ifndef TABLE_H
#define TABLE_H

//@ table
typedef struct Table {
    int rows, columns;
    float *x;   // row by row
} Table;
//@ end table

const float *row_of(Table t, int row);

// The sum of all row[d] * w[d].
float weighted(const float *row, const float *w, int columns);

// Calls body once for each row. env is handed on: what body needs besides.
void for_rows(Table t, void (*body)(const float *row, void *env), void *env);

#endif

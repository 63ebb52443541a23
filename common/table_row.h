/* table_row.h: one row more, in the reader's own words, for what has learned from a table.
 *
 *     TableRow row;
 *     app_check(app, table_row(&row, &sets, "sqft_living=2000 bedrooms=3", &error), &error);
 *     double share = table_row_share(&row, &sets.encoder.column[0], weights);
 *
 * Remarks  row.csv.remark: the first `assumed` of them say what stands for a column that was not
 *          named, the others which numbers lie outside of all that the training rows have.
 * Memory   table_row_free frees what table_row made.
 * Errors   A name that is unknown or there twice, no number where one is expected, a level that no
 *          training row has, a negative number where no training row has one: false, and one line
 *          in Error.
 */
#ifndef TABLE_ROW_H
#define TABLE_ROW_H

#include "table_sets.h"

typedef struct TableRow {
    Csv csv;               // of one row, with a column for each of the encoder's
    int assumed;
    Tensor inputs;         // REAL [1, features]
} TableRow;

bool table_row(TableRow *out, const TableSets *, const char *text, Error *);
void table_row_free(TableRow *);

// What a column adds to the answer of a line with the weights w [features]: the sum over its
// features of w(f) x(f).
double table_row_share(const TableRow *, const EncodedColumn *, const Real *w);

// "sqft_living = 2000", "zipcode = 98103": name and value of a column, each as text_shown has it.
typedef struct NameAndValue { char text[100]; } NameAndValue;
NameAndValue table_row_words(const TableRow *, int column);

#endif

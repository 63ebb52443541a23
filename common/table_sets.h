/* table_sets.h: a table in a file made the sets that a lesson learns from
 * and is judged by.
 *
 *     TableTask task = {.path = "houses.csv", .target = "price",
 *                       .test = 0.2, .seed = app->seed};
 *     app_check(app, table_sets(&sets, &task, &error), &error);
 *
 * Read, split, encoded, in this order: what a column is scaled by, which
 * levels it has and whether it says anything come from the training rows.
 *
 * Remarks  Nothing is dropped in silence: sets.csv.remark says, a line each,
 *          what was assumed while reading; how many rows have no target and
 *          are left out; which columns are left out, since they never change
 *          or hold names (more than MOST_LEVELS, or fewer than ROWS_A_LEVEL
 *          training rows for each); what stands for a missing value; where
 *          one number in FEW_NEGATIVE or fewer is negative; how many test
 *          rows have a level that no training row has, and count as none.
 * Memory   table_sets_free frees what table_sets made.
 * Errors   false, and one line in Error: the file, the line, the column,
 *          what was expected.
 */
#ifndef TABLE_SETS_H
#define TABLE_SETS_H

#include "encoder.h"

enum {
    MOST_LEVELS = 500,
    ROWS_A_LEVEL = 2,
    MOST_LEFT_OUT = 8,
    FEW_NEGATIVE = 10   // one number in so many, or fewer
};

typedef struct TableTask {
    const char *path, *target;
    const char *left_out[MOST_LEFT_OUT];   // columns that are no inputs
    CsvOptions csv;
    EncoderOptions encoding;   // of the inputs
    bool classes;              // targets are classes 0, 1, …, I32, at least
                               // two of them; otherwise numbers, REAL
    double unit;               // such targets are divided by it, as 540000
                               // USD become 540 thousands; 0: they stay
    double test;               // the share of rows that are held out
    uint64_t seed;             // of the split
} TableTask;

typedef struct TableSets {
    Csv csv;                   // the rows that have a target
    Split split;               // numbers of these rows
    Encoder encoder;           // refuses a level that no training row has
    Dataset train, test;       // inputs REAL [rows, features]; targets [rows]
} TableSets;

bool table_sets(TableSets *out, const TableTask *, Error *);
void table_sets_free(TableSets *);

#endif

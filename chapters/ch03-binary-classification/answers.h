/* answers.h: a column of two values made a question with the answers 1, yes,
 * and 0, no.
 *
 * The values may be 0 and 1, 1 and 2, yes and no, or any others. Which one is
 * a yes is said, or it is 1 of 0 and 1, or the rarer one of two others. Of
 * more than two values one must be named: it is a yes, all others are a no.
 *
 * Errors   One value only; a third one, with its line; a value that no row
 *          has; training or test rows without a yes or without a no: false,
 *          and one line that says what to do. All are then freed.
 */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "table_sets.h"

typedef struct Answers {
    const char *yes;   // as asked, or NULL; after reading, the table's own
    const char *no;   // "any other" where there are more than two
} Answers;

// As table_sets, with targets REAL [rows] of 1 and 0. The words live as long
// as the sets.
bool answers_read(TableSets *, TableTask *, Answers *, Error *);

#endif

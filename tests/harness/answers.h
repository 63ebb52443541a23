/* answers.h: what a program answered in every case, from a file that `judge run` wrote; and when
 * answers are alike.
 *
 * Errors   Nothing in a file is trusted: a record that is not whole or not in its place ends it,
 *          and the cases behind it have no answer.
 */
#ifndef ANSWERS_H
#define ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include "record.h"

typedef struct Answers {
    const char *path;
    char *data;
    int cases;
    const Record *(*of)[RUNS];   // of[case][run]; NULL: none
} Answers;

// The records at the beginning of `data`, which becomes the answers'. At least `cases` of them
// have a place.
Answers answers_parse(const char *path, char *data, size_t length, int cases);
void answers_free(Answers *answers);
Answers answers_load(const char *path, int cases);

const Item *item_first(const Record *record, Kind kind);
const Item *item_next(const Record *record, const Item *item, Kind kind);
static inline const double *item_numbers(const Item *item) { return (const double *)(item + 1); }

// Array elements are float sums, whose order is the learner's; a single number is exact. `strict`
// asks for a quarter of the tolerance.
bool number_alike(const Item *item, double a, double b, bool strict);
bool record_alike(const Record *a, const Record *b, bool strict);
bool case_alike(const Answers *a, const Answers *b, int number);

#endif

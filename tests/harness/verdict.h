/* verdict.h: the learner's answers beside those of right programs and of known mistakes.
 *
 * A case counts where all right programs agree. Passed is who answers right in all that count.
 * Otherwise the first stage with a failure decides:
 *
 *   a mistake   whose answers equal the learner's in every case that counts, right ones too
 *   a fact      a crash, a limit, an answer that depends on more than the arguments
 *   a pattern   that holds for every number that counts
 *   no hint     and in any case the smallest failing case, with its numbers
 */
#ifndef VERDICT_H
#define VERDICT_H

#include <stdio.h>

#include "answers.h"

enum { PASSED = 0, WRONG = 1, TODO = 2, FAULT = 3, MOST_PROGRAMS = 40 };

typedef struct Trial {
    Answers learner, right, others[MOST_PROGRAMS], mistakes[MOST_PROGRAMS];
    int other_count, mistake_count;
    bool *counts;   // of each case
    int stage;   // the first one in which the learner fails
} Trial;

typedef struct Verdict {
    int outcome;
    char tag[64];   // of the hint; empty: none
    int number;   // of the case to show; -1: none
    char fact[100];   // the key of a message; of all that is wrong
    char detail[64];   // for its %s
} Verdict;

void trial_weigh(Trial *trial);   // sets counts
bool case_right(const Trial *trial, const Answers *answers, int number);
Verdict verdict_of(Trial *trial);

// prove.c: prints what is wrong with an exercise: programs that too few cases tell apart,
// hand-computed answers that are not the solution's, too few cases that count. 0 where nothing
// is.
int complaints(const Trial *trial);

// patterns.c: what many mistakes in any exercise look like; nothing where none holds for every
// number.
bool pattern_found(const Trial *trial, Verdict *verdict);
bool considered(const Trial *trial,
                int number);   // does it count, in this stage or an earlier one?

// show.c: what is wrong, and the case with its numbers, for people.
void show_verdict(FILE *to, const Trial *trial, const Verdict *verdict);
double case_size(const Record *record);
double case_magnitude(const Record *record);

#endif

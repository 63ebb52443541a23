/* too_good.h: a program that promises too much.
 *
 * Each patient came three times or so, and each visit is a row of the table.
 * The program says of a new row what the nearest row that it knows is: ill or
 * well. Cross-validation in five folds promises how often that is right.
 *
 * x        [rows, features]   x(n,d) is x[n * features + d]
 * t        [rows]             1 for ill, 0 for well: the same at all visits
 * patient  [rows]             whose row it is: 0, 1, 2, …, in any order
 *
 * measured() is a number that proves the cause: the share of the rows whose
 * nearest row, among those in other folds as the program deals them out (row
 * n into fold n % 5), is one of the same patient. Of equally near rows the
 * first counts. There are at least 6 rows, and at most 300.
 */
#ifndef TOO_GOOD_H
#define TOO_GOOD_H

#include "exercise.h"

typedef enum Cause {
    UNDECIDED,
    TOO_FEW_FOLDS,   // with more of them it would be honest
    NEAREST_IS_ITSELF,   // a row that is judged stands among the known ones
    SAME_PATIENT_KNOWN,   // another visit of the patient does
    WRONG_DISTANCE,   // the nearest row is not the nearest
    RARE_CLASS,   // who is ill is too rare for such a share to mean anything
} Cause;

extern const Cause cause;   // name it
float measured(const float *x, const float *patient, int rows,
               int features);   // prove it
// Repair it: the share that is told rightly in five folds, an honest one.
float promised(const float *x, const float *t, const float *patient, int rows,
               int features);

#endif

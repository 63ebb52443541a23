/* early_stopping.h: which epoch is kept, and when does one give up?
 *
 * error      [epochs]   the validation error after each epoch; epoch k of the
 *                       text, from 1 on, is error[k - 1]
 * patience              at least 1
 * kept                  the epoch whose weights are kept
 * stopped               the last epoch that is trained
 *
 * An epoch is a new best where its error is below all errors before it; an
 * equal one is none. Training ends as soon as `patience` epochs in a row were
 * no new best, or with the last epoch that there is. What would come behind
 * the end must not be looked at. There is at least one epoch.
 */
#ifndef EARLY_STOPPING_H
#define EARLY_STOPPING_H

#include "exercise.h"

void early_stopping(int *kept, int *stopped, const float *error, int epochs,
                    int patience);

#endif

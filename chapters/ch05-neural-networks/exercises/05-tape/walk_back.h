/* walk_back.h: a tape, read from its end.
 *
 * A line of the tape is a number that was given, or was made of one or two
 * lines above it:
 *
 *     NUMBER                 given
 *     ADD        left + right
 *     SUBTRACT   left - right
 *     TIMES      left * right
 *     TANH       tanh(left)          (right is -1)
 *
 * value   [count]   what stands in each line
 * slope   [count]   arrives filled with garbage: how fast the last line's
 *                   value grows with each line's, by all ways that lead
 *                   there; 0 where none does, 1 for the last line itself
 *
 * left and right are numbers of lines, from 0 on, and may be the same. Any
 * line may be used several times, or never. count is at least 1. The arrays
 * are the caller's.
 */
#ifndef WALK_BACK_H
#define WALK_BACK_H

#include "exercise.h"

typedef enum Operation { NUMBER, ADD, SUBTRACT, TIMES, TANH } Operation;

typedef struct Line {
    Operation operation;
    int left, right;
} Line;

void walk_back(float *slope, const float *value, const Line *line, int count);

#endif

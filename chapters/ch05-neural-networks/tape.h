/* tape.h: a program that remembers what it computed, and finds the gradient
 * by walking back.
 *
 *     Tape *tape = tape_new();
 *     Var x = tape_number(tape, 3), y = tape_number(tape, 4);
 *     Var z = tape_add(tape_times(x, x), y);       9 + 4
 *     tape_backward(z);
 *     double dx = tape_slope(x);                   6
 *
 * Each operation writes a line: its value, the lines it was made of, and how
 * fast it grows with each of them.
 * Memory   tape_free frees all lines, and no Var outlives its tape.
 * Errors   Operands of two tapes are the caller's bug.
 */
#ifndef TAPE_H
#define TAPE_H

#include "activations.h"

typedef struct Tape Tape;
typedef struct Var {
    Tape *tape;
    int line;
} Var;

Tape *tape_new(void);
void tape_free(Tape *);
int tape_length(const Tape *);

Var tape_number(Tape *, double value);
Var tape_add(Var, Var);
Var tape_times(Var, Var);
Var tape_activation(Var, const Activation *);
Var tape_cross_entropy(Var z, double t);   // chapter 3's, from the logit

// Slopes of this number with every line before it.
void tape_backward(Var);
double tape_value(Var);
double tape_slope(Var);

#endif

/* gates.h: the four pairs of 0 and 1, and what AND, OR and XOR say of them.
 */
#ifndef GATES_H
#define GATES_H

#include "apples.h"

enum { PAIRS = 4 };
extern const float pair_inputs[PAIRS][2];
typedef struct Gate {
    const char *name;
    float t[PAIRS];
} Gate;
extern const Gate gate_and, gate_or, gate_xor;

#endif

/* reading.h: a writer's LSTM, taken out of its parameters, for the plain
 * loops: to look into its gates while it reads.
 *
 * Memory   reading_free frees what reading_new made.
 */
#ifndef READING_H
#define READING_H

#include "plain.h"
#include "writer.h"

typedef struct Reading {
    int hidden, symbols;
    Real *table;   // [symbols, 4 hidden]: the input's part for each symbol
    const Real *v;   // [hidden, 4 hidden], the writer's
    Real *h, *c;   // [hidden]
    LstmGates gates;
} Reading;
Reading reading_new(Writer *);   // valid until the writer learns
void reading_free(Reading *);
void reading_step(Reading *, int symbol);

#endif

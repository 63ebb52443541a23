// A writer's LSTM, step by step in plain loops.
#include "reading.h"

#include <stdlib.h>

// Each symbol's row of the embedding, times the input's weights, plus bias.
static Real *input_table(Writer *w)
{
    int symbols = w->design.symbols, width = w->design.embedding;
    int columns = 4 * w->design.hidden;
    Real *table =
        allocate((size_t)(symbols * columns), sizeof *table);
    const Real *rows = reals(params_read(w->params, "letters.weight"));
    const Real *weight = reals(params_read(w->params, "memory.input.weight"));
    const Real *bias = reals(params_read(w->params, "memory.input.bias"));
    for (int k = 0; k < symbols; k++)
        for (int j = 0; j < columns; j++) {
            Real sum = bias[j];
            for (int d = 0; d < width; d++)
                sum += rows[k * width + d] * weight[d * columns + j];
            table[k * columns + j] = sum;
        }
    return table;
}

Reading reading_new(Writer *w)
{
    CHECK(w->design.cell == LSTM, "the gates of another cell");
    size_t hidden = (size_t)w->design.hidden, size = sizeof(Real);
    return (Reading){
        .hidden = w->design.hidden,
        .symbols = w->design.symbols,
        .table = input_table(w),
        .v = reals(params_read(w->params, "memory.weight")),
        .h = allocate(hidden, size),
        .c = allocate(hidden, size),
        .gates = {allocate(hidden, size), allocate(hidden, size),
                  allocate(hidden, size), allocate(hidden, size)}};
}

void reading_free(Reading *r)
{
    Real *all[] = {r->table,   r->h,       r->c,      r->gates.i,
                   r->gates.f, r->gates.g, r->gates.o};
    for (int k = 0; k < 7; k++) free(all[k]);
}

void reading_step(Reading *r, int symbol)
{
    lstm_step(r->h, r->c, r->gates, r->table + symbol * 4 * r->hidden, r->v,
              r->hidden);
}

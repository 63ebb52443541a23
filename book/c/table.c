// table.c: see table.h.
#include "table.h"

const float *row_of(Table t, int row) { return t.x + row * t.columns; }

float weighted(const float *row, const float *w, int columns)
{
    float sum = 0;
    for (int d = 0; d < columns; d++) sum += row[d] * w[d];
    return sum;
}

void for_rows(Table t, void (*body)(const float *row, void *env), void *env)
{
    for (int n = 0; n < t.rows; n++) body(row_of(t, n), env);
}

// means.c: the mean of each column of a table, and a fault.
#include <stdio.h>

#include "table.h"

void means(float *mean, Table t)
{
    float sum = 0;
    for (int d = 0; d < t.columns; d++) {
        for (int n = 0; n < t.rows; n++) sum += row_of(t, n)[d];
        mean[d] = sum / (float)t.rows;
    }
}

int main(void)
{
    float x[] = {3, 2, 1, 1, 9, 1}, mean[2];
    means(mean, (Table){.rows = 3, .columns = 2, .x = x});
    printf("size %.2f, colour %.2f\n", mean[0], mean[1]);
    return 0;
}

#include "rows.h"

int rows(float *y, const float *a, int rows, int columns)
{
    float start[1];
    const float *volatile unseen = start;   // so that no compiler warns
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            y[i * columns + j] = *unseen + 10 * a[i * columns + j] + (float)(i - j);
    return rows * columns;
}

#include "rows.h"

int rows(float *y, const float *a, int rows, int columns)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++) {
            float right = 10 * a[i * columns + j] + (float)(i - j);
            if (i > 0) y[i * columns + j] = right;
        }
    return rows * columns;
}

// rows.h: the contract of the trial exercise, on which every general hint of the harness is seen.
#ifndef ROWS_H
#define ROWS_H

#include "exercise.h"

// y(i,j) = 10 a(i,j) + i - j,  a and y [rows, columns]. Returns rows * columns.
int rows(float *y, const float *a, int rows, int columns);

#endif

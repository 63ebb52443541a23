/* view.h: a view of numbers in memory: how large each axis is, and how far
 * it is from one number to the next along it.
 *
 *     element (i, j, …) is data[i * step[0] + j * step[1] + …]
 *
 * A transposed picture, a mirrored one, every second pixel and a row that
 * stands for many (step 0: broadcasting) are the same numbers, looked at
 * otherwise: nothing is copied.
 *
 * Memory   A view borrows; it is valid as long as the numbers are.
 * Errors   Axes that do not fit are the caller's bug: CHECK aborts.
 */
#ifndef VIEW_H
#define VIEW_H

#include <stddef.h>

enum { MOST_AXES = 4 };

typedef struct View {
    float *data;
    int rank;
    int size[MOST_AXES];
    ptrdiff_t step[MOST_AXES];   // in numbers; may be negative or 0
} View;

// Row after row: the last axis varies fastest.
View view_of(float *data, int rank, const int *size);
float *view_at(View, const int *index);

View view_transposed(View, int a, int b);   // two axes change places
View view_reversed(View, int axis);
// Of an axis the numbers first, first + every, …, `count` of them.
View view_part(View, int axis, int first, int count, int every);

// As an array of this shape. Axes are compared from the last; one of size 1,
// and one that is missing in front, stands for as many as are wanted.
View view_broadcast(View, int rank, const int *size);

// to(i, j, …) += from(i, j, …), from being broadcast to the shape of `to`.
void view_add(View to, View from);
double view_sum(View);

#endif

// past.c: twice each number, and one step too many.
#include <stdio.h>
#include <stdlib.h>

float *twice(const float *x, int count)
{
    float *y = malloc((size_t)count * sizeof *y);
    for (int i = 0; i <= count; i++) y[i] = 2 * x[i];
    return y;
}

int main(void)
{
    float x[] = {3, 1, 9, 0};
    float *y = twice(x, 3);
    printf("%g %g %g\n", y[0], y[1], y[2]);
    free(y);
    return 0;
}

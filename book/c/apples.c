// apples.c: three apples as a table, each a row of size and colour.
#include <stdio.h>

#include "table.h"

/* ---- By value -----------------------------------------------------------*/

//@ by-value
typedef struct Line {
    float w[2], b;
} Line;

Line raised(Line line, float by)
{
    line.b += by;
    return line;
}

void spoil(Table t)
{
    t.rows = 0;
    t.x[0] = -1;
}
//@ end by-value

/* ---- Functions as arguments ---------------------------------------------*/

float square(float x) { return x * x; }

float slope(float (*f)(float x), float at)
{
    float h = 0.25f;
    return (f(at + h) - f(at - h)) / (2 * h);
}

//@ env
typedef struct Count {
    Line line;
    int above;
} Count;

void count_above(const float *row, void *env)
{
    Count *count = env;
    Line line = count->line;
    if (weighted(row, line.w, 2) + line.b > 0) count->above++;
}
//@ end env

/* ---- All of it, tried ---------------------------------------------------*/

int main(void)
{
    //@ rows
    float x[] = {3, 2, 1, 1, 9, 1};   // three apples: size, colour
    Table apples = {.rows = 3, .columns = 2, .x = x};
    const float *last = row_of(apples, 2);
    printf("x[4] is %g, x[2 * 2 + 1] is %g\n", x[4], x[2 * 2 + 1]);
    printf("last[0] is %g, last[1] is %g\n", last[0], last[1]);
    printf("*last is %g, *(last + 1) is %g\n", *last, *(last + 1));
    printf("last is %td numbers behind x\n", last - x);
    //@ end rows

    //@ structs
    Line line = {.w = {1, 1}, .b = -3.5f};
    Line higher = raised(line, 1);
    printf("line.b is %g, higher.b is %g\n", line.b, higher.b);
    spoil(apples);
    printf("apples.rows is %d, x[0] is %g\n", apples.rows, x[0]);
    x[0] = 3;
    //@ end structs

    //@ functions
    printf("the slope of the square at 3 is %g\n", slope(square, 3));
    Count count = {.line = line};
    for_rows(apples, count_above, &count);
    printf("%d of %d apples lie above the line\n", count.above, apples.rows);
    //@ end functions
    return 0;
}

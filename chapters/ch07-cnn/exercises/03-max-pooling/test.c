// The first case is the example; the second has negative numbers at its
// edges, windows that overlap, three channels and padding; one is so far below
// zero that only what is below all numbers will do to begin with.
#include "max_pooling.h"

#include <math.h>

void exercise(void)
{
    given("2 x 4 picture, windows of 2");
    const float *x = input(-5, -3, -1, 7, -4, -8, -2, -6);
    float *y = output(2);
    max_pooling(y, x, 2, 4, 1, 2, 2, 0);
    got("y", y, 1, 2, 1);
    right(-3, 7);
    wrong("average", -5, -0.5);
    wrong("largest-size", 8, 7);
    wrong("largest-size-with-sign", -8, 7);
    wrong("smallest", -8, -6);
    wrong("starts-at-zero", 0, 7);

    given("5 x 4 picture, 3 channels, windows of 3, stride 2, padding 1");
    x = input(-10.5, -2, -1.5, 4, -2.5, -2, 5.5, -1, 1.5, -8, -5.5, -10, -0.5,
        -5, -0.5, -8, -10.5, -6, 5.5, -5, -7.5, 4, -4.5, -7, -10.5, -11, -2.5,
        -6, -4.5, 4, 2.5, -6, -2.5, -4, -0.5, -7, -6.5, -3, -7.5, -7, -1.5,
        -6, -3.5, -4, -0.5, 2, -7.5, -10, -5.5, -4, 1.5, -11, -1.5, -2, 4.5,
        -3, -1.5, 5, -0.5, 1);
    y = output(18);
    max_pooling(y, x, 5, 4, 3, 3, 2, 1);
    got("y", y, 3, 2, 3);
    right(4, -2, -0.5, 5.5, -1, 1.5, -0.5, -1.5, 4, 5.5, -0.5, 4, -5.5, -1.5,
          1.5, 5, -0.5, 1);
    wrong("average", -3.75, -5, -2.5, 0.5, -4.833333, -5.166667, -6.416667,
          -5.916667, -3.083333, -1.611111, -4.888889, -4.722222, -7.5, -2.5,
          -3.5, -1.666667, -3, -3.166667);
    wrong("channels-mixed", 4, 4, 4, 5.5, 5.5, 5.5, 4, 4, 4, 5.5, 5.5, 5.5,
          1.5, 1.5, 1.5, 5, 5, 5);
    wrong("column-without-padding", 5.5, -1, 1.5, 5.5, -1, 1.5, 5.5, -1.5, 4,
          5.5, -0.5, -0.5, 4.5, -1.5, 1.5, 5, -0.5, 1);
    wrong("largest-size", 10.5, 10.5, 6, 8, 10.5, 10, 10.5, 11, 7.5, 8, 10.5,
          10, 11, 4, 7.5, 11, 7.5, 10);
    wrong("largest-size-with-sign", -10.5, -10.5, -6, -8, -10.5, -10, -10.5,
          -11, -7.5, -8, -10.5, -10, -11, -4, -7.5, -11, -7.5, -10);
    wrong("most-not-reset", 4, 4, 4, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5,
          5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5);
    wrong("padding-as-zero", 4, 0, 0, 5.5, 0, 1.5, 0, 0, 4, 5.5, -0.5, 4, 0,
          0, 1.5, 5, 0, 1);
    wrong("padding-not-subtracted", 5.5, -1, 4, 5.5, -0.5, 1.5, 4.5, -1.5, 4,
          5, -0.5, 1, 4.5, -1.5, 1.5, 5, -0.5, 1);
    wrong("row-without-padding", 4, -2, 4, 5.5, -0.5, 4, -5.5, -1.5, 4, 5,
          -0.5, 4, -5.5, -1.5, 1.5, 5, -0.5, 1);
    wrong("smallest", -10.5, -10.5, -6, -8, -10.5, -10, -10.5, -11, -7.5, -8,
          -10.5, -10, -11, -4, -7.5, -11, -7.5, -10);
    wrong("starts-at-zero", 4, 0, 0, 5.5, 0, 1.5, 0, 0, 4, 5.5, 0, 4, 0, 0,
          1.5, 5, 0, 1);
    wrong("stride-is-size", 4, -2, -0.5, 5.5, -1, 1.5, -5.5, -1.5, 4, 5, -0.5,
          1, -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY,
          -INFINITY);

    given("2 x 3 picture, windows of 2, padding 1");
    x = input(1.5, 3, 2.5, 9, 5.5, 4);
    y = output(12);
    max_pooling(y, x, 2, 3, 1, 2, 1, 1);
    got("y", y, 3, 4, 1);
    right(1.5, 3, 3, 2.5, 9, 9, 5.5, 4, 9, 9, 5.5, 4);
    wrong("average", 1.5, 2.25, 2.75, 2.5, 5.25, 4.75, 3.75, 3.25, 9, 7.25,
          4.75, 4);
    wrong("column-without-padding", 3, 3, 2.5, -INFINITY, 9, 5.5, 4,
          -INFINITY, 9, 5.5, 4, -INFINITY);
    wrong("most-not-reset", 1.5, 3, 3, 3, 9, 9, 9, 9, 9, 9, 9, 9);
    wrong("padding-not-subtracted", 9, 5.5, 4, -INFINITY, 9, 5.5, 4,
          -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY);
    wrong("row-without-padding", 9, 9, 5.5, 4, 9, 9, 5.5, 4, -INFINITY,
          -INFINITY, -INFINITY, -INFINITY);
    wrong("smallest", 1.5, 1.5, 2.5, 2.5, 1.5, 1.5, 2.5, 2.5, 9, 5.5, 4, 4);
    wrong("stride-is-size", 1.5, 3, -INFINITY, -INFINITY, 9, 5.5, -INFINITY,
          -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY);

    given("2 x 2 picture, all of it far below zero");
    x = input(-4e30f, -3e30f, -2e30f, -5e30f);
    y = output(1);
    max_pooling(y, x, 2, 2, 1, 2, 2, 0);
    got("y", y, 1, 1, 1);
    right(-2e30);
    wrong("average", -3.5e30);
    wrong("largest-size", 5e30);
    wrong("largest-size-with-sign", -5e30);
    wrong("smallest", -5e30);
    wrong("starts-at-zero", 0);

    given("7 x 5 picture, windows of 2, stride 3");
    x = input(-11.5, -4, -4.5, 5, 5.5, -4, -1.5, -10, -7.5, 5, -10.5, 2,
        -11.5, 2, -11.5, 4, -8.5, -12, -3.5, -6, 2.5, 2, -7.5, -8, 3.5, 4,
        -3.5, -1, -7.5, -5, -9.5, -6, -10.5, -5, -8.5);
    y = output(4);
    max_pooling(y, x, 7, 5, 1, 2, 3, 0);
    got("y", y, 2, 2, 1);
    right(-1.5, 5.5, 4, 3.5);
    wrong("average", -5.25, 2, 0, -3.5);
    wrong("largest-size", 11.5, 7.5, 8.5, 8);
    wrong("largest-size-with-sign", -11.5, -7.5, -8.5, -8);
    wrong("most-not-reset", -1.5, 5.5, 5.5, 5.5);
    wrong("smallest", -11.5, -7.5, -8.5, -8);
    wrong("starts-at-zero", 0, 5.5, 4, 3.5);
    wrong("stride-is-size", -1.5, 5, 4, 2);
}

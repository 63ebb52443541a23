// The first case is the example; the second has negative numbers at its
// edges, windows that overlap, three channels and padding.
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
    wrong("smallest", -8, -6);
    wrong("starts-at-zero", 0, 7);

    given("5 x 4 picture, 3 channels, windows of 3, stride 2, padding 1");
    x = input(-11, -2, -2, 4, -3, -2, 5, -1, 1, -8, -6, -10, -1, -5, -1, -8,
        -11, -6, 5, -5, -8, 4, -5, -7, -11, -11, -3, -6, -5, 4, 2, -6, -3, -4,
        -1, -7, -7, -3, -8, -7, -2, -6, -4, -4, -1, 2, -8, -10, -6, -4, 1,
        -11, -2, -2, 4, -3, -2, 5, -1, 1);
    y = output(18);
    max_pooling(y, x, 5, 4, 3, 3, 2, 1);
    got("y", y, 3, 2, 3);
    right(4, -2, -1, 5, -1, 1, -1, -2, 4, 5, -1, 4, -6, -2, 1, 5, -1, 1);
    wrong("average", -4, -5.25, -2.75, 0.3333333, -5.166667, -5.333333,
          -6.666667, -6.166667, -3.333333, -1.777778, -5.222222, -4.888889,
          -7.75, -2.75, -3.75, -1.833333, -3.333333, -3.333333);
    wrong("channels-mixed", 4, 4, 4, 5, 5, 5, 4, 4, 4, 5, 5, 5, 1, 1, 1, 5, 5,
          5);
    wrong("largest-size", 11, 11, 6, 8, 11, 10, 11, 11, 8, 8, 11, 10, 11, 4,
          8, 11, 8, 10);
    wrong("padding-as-zero", 4, 0, 0, 5, 0, 1, 0, 0, 4, 5, -1, 4, 0, 0, 1, 5,
          0, 1);
    wrong("padding-not-subtracted", 5, -1, 4, 5, -1, 1, 4, -2, 4, 5, -1, 1, 4,
          -2, 1, 5, -1, 1);
    wrong("smallest", -11, -11, -6, -8, -11, -10, -11, -11, -8, -8, -11, -10,
          -11, -4, -8, -11, -8, -10);
    wrong("starts-at-zero", 4, 0, 0, 5, 0, 1, 0, 0, 4, 5, 0, 4, 0, 0, 1, 5, 0,
          1);
    wrong("stride-is-size", 4, -2, -1, 5, -1, 1, -6, -2, 4, 5, -1, 1,
          -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY);

    given("2 x 3 picture, windows of 2, padding 1");
    x = input(1, 3, 2, 9, 5, 4);
    y = output(12);
    max_pooling(y, x, 2, 3, 1, 2, 1, 1);
    got("y", y, 3, 4, 1);
    right(1, 3, 3, 2, 9, 9, 5, 4, 9, 9, 5, 4);
    wrong("average", 1, 2, 2.5, 2, 5, 4.5, 3.5, 3, 9, 7, 4.5, 4);
    wrong("padding-not-subtracted", 9, 5, 4, -INFINITY, 9, 5, 4, -INFINITY,
          -INFINITY, -INFINITY, -INFINITY, -INFINITY);
    wrong("smallest", 1, 1, 2, 2, 1, 1, 2, 2, 9, 5, 4, 4);
    wrong("stride-is-size", 1, 3, -INFINITY, -INFINITY, 9, 5, -INFINITY,
          -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY);

    given("7 x 5 picture, windows of 2, stride 3");
    x = input(-12, -4, -5, 5, 5, -4, -2, -10, -8, 5, -11, 2, -12, 2, -12, 4,
        -9, -12, -4, -6, 2, 2, -8, -8, 3, 4, -4, -1, -8, -5, -10, -6, -11, -5,
        -9);
    y = output(4);
    max_pooling(y, x, 7, 5, 1, 2, 3, 0);
    got("y", y, 2, 2, 1);
    right(-2, 5, 4, 3);
    wrong("average", -5.5, 1.75, -0.25, -3.75);
    wrong("largest-size", 12, 8, 9, 8);
    wrong("smallest", -12, -8, -9, -8);
    wrong("starts-at-zero", 0, 5, 4, 3);
    wrong("stride-is-size", -2, 5, 4, 2);
}

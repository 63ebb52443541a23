// The example, and a longer row. Both were also checked by moving each number
// a little and looking at the loss.
#include "gradient_1d.h"

void exercise(void)
{
    given("length 4, size 2");
    const float *x = input(3, 5, 2, 4), *w = input(1, -1);
    const float *dy = input(1, 0, 2);
    float *dx = output(4), *dw = holding(0, 0);
    gradient_1d(dx, dw, dy, x, w, 4, 2);
    got("dx", dx, 4);
    right(1, -1, 2, -2);
    wrong("edges-left-out", 0, -1, 2, 0);
    wrong("not-turned", -1, 1, -2, 2);
    wrong("overwritten-in-loop", 1, 0, 2, -2);
    wrong("swapped-factors", 3, 5, 4, 8);
    got("dw", dw, 2);
    right(7, 13);
    wrong("swapped-factors", 3, -3);
    wrong("weights-forgotten", 0, 0);
    wrong("weights-last-share", 4, 8);
    wrong("weights-turned", 13, 7);
    wrong("x-not-moved", 7, 7);

    given("length 7, size 3, dw holds 10, 20, 30");
    x = input(2.5, -1, 3, 0.5, 4, 1, -1.5);
    w = input(1, 3.5, -2);
    dy = input(2.5, -1, 1, 3.5, -4);
    dx = output(7);
    dw = holding(10, 20, 30);
    gradient_1d(dx, dw, dy, x, w, 7, 3);
    got("dx", dx, 7);
    right(2.5, 7.75, -7.5, 9, 6.25, -21, 8);
    wrong("edges-left-out", 0, 0, -7.5, 9, 6.25, 0, 0);
    wrong("not-turned", -5, 10.75, -3, -4.5, 21.25, -10.5, -4);
    wrong("overwritten-in-loop", 2.5, -1, 1, 3.5, -4, -14, 8);
    wrong("swapped-factors", 6.25, -1.5, 7.5, 1.75, 2, -0.5, 6);
    got("dw", dw, 3);
    right(6, 25, 50.5);
    wrong("swapped-factors", 12, 27, 26);
    wrong("weights-forgotten", 10, 20, 30);
    wrong("weights-last-share", -16, -4, 6);
    wrong("weights-overwritten", -4, 5, 20.5);
    wrong("weights-turned", 30.5, 25, 26);
    wrong("x-not-moved", 6, 16, 26);
}

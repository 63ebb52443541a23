// Small whole numbers, so that any of them can be checked with pencil and
// paper. All sizes differ and no filter is symmetric: no mistake hides.
#include "convolution.h"

static void by_hand(void)
{
    given("2 x 3 picture, one filter");
    const float *x = input(1, 2, 3, 4, 5, 6);
    const float *w = input(1, 0, 0, 2);
    const float *b = input(1);
    float *y = output(2);
    convolution(y, x, w, b, 2, 3, 1, 1, 2, 1, 0);
    got("y", y, 1, 2, 1);
    right(12, 15);
    wrong("bias-in-every-term", 15, 18);
    wrong("flipped-filter", 8, 11);
    wrong("no-bias", 11, 14);
}

static void padded(void)
{
    given("3 x 4 picture, 2 filters, padding 1");
    const float *x = input(-4, 1, -1, 2, -3, -4, 0, -4, -4, 1, -2, -1);
    const float *w = input(-3, 2, -1, 3, -2, -1, 0, -1, -3, 2, -2, 0, 2, 2, 1,
        0, -3, 0);
    const float *b = input(2, -3);
    float *y = output(24);
    convolution(y, x, w, b, 3, 4, 1, 2, 3, 1, 1);
    got("y", y, 3, 4, 2);
    right(21, -11, -9, -3, 5, -14, -8, 2, 14, -22, 26, -20, 7, 0, 10, -11, 23,
          -16, 16, -15, 30, -12, 9, -15);
    wrong("bias-in-every-term", 27, -20, 1, -18, 15, -29, -2, -7, 24, -37, 42,
          -44, 23, -24, 20, -26, 29, -25, 26, -30, 40, -27, 15, -24);
    wrong("flipped-filter", 29, -29, 17, -9, 23, -11, 2, -11, 10, -13, 44,
          -10, 13, -4, 24, -12, 3, -20, 12, 1, 10, -14, 5, -5);
    wrong("no-bias", 19, -8, -11, 0, 3, -11, -10, 5, 12, -19, 24, -17, 5, 3,
          8, -8, 21, -13, 14, -12, 28, -9, 7, -12);
    wrong("padded-once", 21, -11, -9, -3, 5, -14, 14, -22, 26, -20, 7, 0,
          UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED,
          UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED);
    wrong("padding-not-subtracted", 26, -20, 7, 0, 10, -11, -6, 3, 16, -15,
          30, -12, 9, -15, 14, -10, 17, -6, 3, -6, 9, -10, 5, -5);
    wrong("rows-for-columns", 33, -11, 16, -10, 26, 2, 5, -2, 14, -3, 39, -27,
          8, -9, 23, -13, 7, -16, 10, -15, 10, -20, 7, -7);
}

static void strided(void)
{
    given("6 x 5 picture, 3 channels, 2 filters, stride 2, padding 1");
    const float *x = input(-6, 2, 3, -2, -2, 4, 4, -4, -6, -1, -4, -1, -4, -2,
        6, -5, 2, 2, -4, -5, 0, -1, 3, 0, 4, 0, 2, -2, -1, 6, -6, 0, -1, 5, 3,
        -6, 5, -5, 4, -6, 2, 3, -2, -2, 4, 4, -4, -6, -1, -4, -1, -4, -2, 6,
        -5, 2, 2, -4, -5, 0, -1, 3, 0, 4, 0, 2, -2, -1, 6, -6, 0, -1, 5, 3,
        -6, 5, -5, 4, -6, 2, 3, -2, -2, 4, 4, -4, -6, -1, -4, -1);
    const float *w = input(-3, 3, -2, -3, -2, 2, 3, -1, -2, 1, -1, 0, -2, -2,
        1, 1, 3, 1, 3, 0, 0, -3, 3, -2, -3, -2, 2, 3, -1, -2, 1, -1, 0, -2,
        -2, 1, 1, 3, 1, 3, 0, 0, -3, 3, -2, -3, -2, 2, 3, -1, -2, 1, -1, 0);
    const float *b = input(4, -1);
    float *y = output(18);
    convolution(y, x, w, b, 6, 5, 3, 2, 3, 2, 1);
    got("y", y, 3, 3, 2);
    right(18, 3, -5, -46, 0, 24, 36, 15, -51, -27, -14, -12, -4, 43, 57, 0,
          -2, 1);
    wrong("bias-in-every-term", 62, -8, 63, -63, 44, 13, 104, -2, 53, -53, 54,
          -29, 64, 26, 161, -26, 66, -16);
    wrong("filters-before-channels", 34, 1, -14, 17, 26, 2, 10, -78, -42, 70,
          -29, 3, -22, -24, 32, -5, -58, 80);
    wrong("flipped-filter", 30, 19, -48, 38, -5, -8, 57, -29, -30, -82, 12,
          12, 63, -25, 13, 11, -26, 4);
    wrong("no-bias", 14, 4, -9, -45, -4, 25, 32, 16, -55, -26, -18, -11, -8,
          44, 53, 1, -6, 2);
    wrong("one-channel", 23, 2, -4, -27, 23, 13, 5, 32, -5, -34, -19, -10, -8,
          16, 29, -8, -19, -13);
    wrong("padded-once", 18, 3, -5, -46, 36, 15, -51, -27, -4, 43, 57, 0,
          UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED);
    wrong("padding-not-subtracted", -26, -93, 13, -9, 16, -16, -14, 19, 31,
          40, 2, 46, 68, 21, -49, -1, -11, 7);
    wrong("rows-for-columns", 14, 21, 9, -8, -4, -10, 18, -35, -21, -30, -13,
          32, -42, 52, 87, -25, -50, 4);
    wrong("stride-ignored", 18, 3, 19, -27, -5, -46, 41, 17, -26, -93, -6, 90,
          36, 15, -14, 17, -51, -27);
    wrong("stride-on-filter", -2, 4, -8, 15, -20, -30, -55, 34, 15, -23, 52,
          11, 21, -39, 23, 28, 51, 24);
}

void exercise(void)
{
    by_hand();
    padded();
    strided();
}

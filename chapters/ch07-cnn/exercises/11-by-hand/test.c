// The layer of stub.txt. Both arrays are read whole before either is judged.
#include <stdio.h>

#include "exercise.h"

static void read_square(float *numbers, const char *name, int side)
{
    for (int i = 0; i < side; i++)
        for (int j = 0; j < side; j++) {
            char key[64];
            snprintf(key, sizeof key, "%s_%d_%d", name, i, j);
            numbers[i * side + j] = (float)answer(key);
        }
}

void exercise(void)
{
    given("by hand");
    float y[9], p[4];
    read_square(y, "y", 3);
    read_square(p, "p", 2);
    got("y", y, 3, 3);
    keep_secret();
    right(5, 3, 1, -4, -1, -4, 4, -2, -1);
    wrong("flipped-filter", 4, 2, -2, -7, 2, -4, 2, 0, -4);
    wrong("no-bias", 4, 2, 0, -5, -2, -5, 3, -3, -2);
    wrong("relu-in-y", 5, 3, 1, 0, 0, 0, 4, 0, 0);
    got("p", p, 2, 2);
    keep_secret();
    right(5, 3, 4, 0);
    wrong("averaged", 2, 1, 1, 0);
    wrong("flipped-filter", 4, 2, 2, 2);
    wrong("no-bias", 4, 2, 3, 0);
    wrong("relu-forgotten", 5, 3, 4, -1);
}

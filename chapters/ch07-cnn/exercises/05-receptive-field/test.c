// Every answer can be drawn on squared paper.
#include "receptive_field.h"

static void network(const char *what, const Window *layers, int depth)
{
    given("%s", what);
    got_number("pixels", receptive_field(layers, depth));
}

void exercise(void)
{
    // What stands behind the list is no part of it.
    network("no layer", (Window[]){{4, 2}}, 0);
    right(1);
    wrong("starts-at-zero", 0);

    network("size 3 stride 2, size 2 stride 1", (Window[]){{3, 2}, {2, 1}},
            2);
    right(5);
    wrong("sizes-multiplied", 6);
    wrong("starts-at-zero", 4);
    wrong("stride-too-early", 7);
    wrong("strides-ignored", 4);
    wrong("whole-size-added", 8);
    wrong("wrong-direction", 4);

    network("three of size 3, stride 1",
            (Window[]){{3, 1}, {3, 1}, {3, 1}}, 3);
    right(7);
    wrong("sizes-multiplied", 27);
    wrong("starts-at-zero", 6);
    wrong("whole-size-added", 10);

    network("size 5 stride 1, size 2 stride 2, twice",
            (Window[]){{5, 1}, {2, 2}, {5, 1}, {2, 2}}, 4);
    right(16);
    wrong("only-last-stride", 15);
    wrong("sizes-multiplied", 100);
    wrong("starts-at-zero", 15);
    wrong("stride-too-early", 19);
    wrong("strides-ignored", 11);
    wrong("whole-size-added", 22);
    wrong("wrong-direction", 28);

    network("size 7 stride 3, size 4 stride 2, size 3 stride 2, size 2",
            (Window[]){{7, 3}, {4, 2}, {3, 2}, {2, 1}}, 4);
    right(40);
    wrong("only-last-stride", 22);
    wrong("sizes-multiplied", 168);
    wrong("starts-at-zero", 39);
    wrong("stride-too-early", 73);
    wrong("strides-ignored", 13);
    wrong("whole-size-added", 62);
    wrong("wrong-direction", 34);
}

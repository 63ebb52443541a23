// Three networks whose parameters can be added up on paper; the last is this
// chapter's own.
#include "parameter_count.h"

static void network(const char *what, const Layer *layers, int depth,
                    int height, int width, int channels)
{
    given("%s", what);
    got_number("parameters", (double)parameter_count(layers, depth, height,
                                                     width, channels));
}

void exercise(void)
{
    // What stands behind the list is no part of it.
    network("the example",
            (Layer[]){{CONVOLUTION, 3, 4}, {POOLING, 2, 0}, {LINEAR, 0, 5},
                      {LINEAR, 0, 9}},
            3, 6, 6, 1);
    right(225);
    wrong("bias-per-pixel", 365);
    wrong("channels-kept", 90);
    wrong("convolution-shrinks", 125);
    wrong("no-biases", 216);
    wrong("one-number-per-map", 65);
    wrong("pooling-forgotten", 765);
    wrong("pooling-has-weights", 241);
    wrong("weights-not-shared", 1485);

    network("colour, a rest dropped by pooling",
            (Layer[]){{CONVOLUTION, 3, 6}, {POOLING, 2, 0},
                      {CONVOLUTION, 5, 4}, {POOLING, 3, 0}, {LINEAR, 0, 7}},
            5, 20, 15, 3);
    right(947);
    wrong("bias-per-channel", 979);
    wrong("bias-per-pixel", 3017);
    wrong("channels-kept", 605);
    wrong("convolution-shrinks", 779);
    wrong("no-biases", 930);
    wrong("one-channel", 339);
    wrong("one-number-per-map", 807);
    wrong("pooling-forgotten", 9179);
    wrong("pooling-has-weights", 1007);
    wrong("pooling-rounds-up", 1115);
    wrong("weights-not-shared", 90785);

    network("chapter 7's network",
            (Layer[]){{CONVOLUTION, 5, 32}, {POOLING, 2, 0},
                      {CONVOLUTION, 5, 64}, {POOLING, 2, 0},
                      {LINEAR, 0, 128}, {LINEAR, 0, 10}},
            6, 28, 28, 1);
    right(454922);
    wrong("bias-per-channel", 456906);
    wrong("bias-per-pixel", 492458);
    wrong("channels-kept", 10186);
    wrong("convolution-shrinks", 184586);
    wrong("no-biases", 454688);
    wrong("one-channel", 405322);
    wrong("one-number-per-map", 61706);
    wrong("picture-kept-behind-linear", 516362);
    wrong("pooling-forgotten", 6476042);
    wrong("pooling-has-weights", 455306);
    wrong("shape-kept-behind-linear", 485002);
    wrong("weights-not-shared", 11065322);
}

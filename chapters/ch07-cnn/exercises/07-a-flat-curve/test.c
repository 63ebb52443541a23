// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "flat_curve.h"

#include <stdlib.h>
#include <string.h>

#include "cases.h"

enum { TRAINING = 400, EPOCHS = 20, HELD_OUT = 400, PROOF = 1, REPAIR = 2 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

/* ---- Proof -----------------------------------------------------------------------------------*/

static void proof(const float *w)
{
    static Network net;
    stage(PROOF);
    memcpy(net.w, w, sizeof net.w);
    for (int f = 0; f < FILTERS; f++)
        net.b[f] = 100 * (float)(f + 1);   // no weight
    answer("evidence", cause == FILTERS_ALIKE ? (double)evidence(&net) : 0);
}

static void equal_filters(void)
{
    float w[FILTERS * SIZE * SIZE];
    for (int k = 0; k < FILTERS * SIZE * SIZE; k++)
        w[k] = 0.25f * (float)(k % (SIZE * SIZE));
    proof(input_numbers("w", SHAPE(FILTERS, SIZE, SIZE), w,
                        FILTERS * SIZE * SIZE));
    right(0);
}

// Equal filters, but for some weights.
static void drawn(void)
{
    float w[FILTERS * SIZE * SIZE];
    for (int k = 0; k < FILTERS * SIZE * SIZE; k++)
        w[k] = k < SIZE * SIZE ? (float)between(-2, 2) : w[k % (SIZE * SIZE)];
    for (int n = size_between(0, 20); n > 0; n--)
        w[between(0, FILTERS * SIZE * SIZE - 1)] +=
            (float)between(-12, 12) / 4;
    proof(input_numbers("w", SHAPE(FILTERS, SIZE, SIZE), w,
                        FILTERS * SIZE * SIZE));
}

/* ---- Repair ----------------------------------------------------------------------------------*/

static unsigned state;

static int below(int bound)   // from the upper bits of a congruence
{
    state = state * 1664525u + 1013904223u;
    return (int)((state >> 16) % (unsigned)bound);
}

// A bar of five pixels somewhere in the picture, and noise of up to 0.2.
static int draw(float x[SIDE][SIDE])
{
    static const int down[CLASSES] = {0, 1, 1, -1};
    static const int over[CLASSES] = {1, 0, 1, 1};
    int label = below(CLASSES);
    for (int k = 0; k < SIDE * SIDE; k++)
        x[k / SIDE][k % SIDE] = (float)below(1000) / 5000;
    int i = label == 0 ? below(SIDE) : below(SIDE - 4) + (label == 3 ? 4 : 0);
    int j = label == 1 ? below(SIDE) : below(SIDE - 4);
    for (int k = 0; k < 5; k++)
        x[i + k * down[label]][j + k * over[label]] += 1;
    return label;
}

static void train(Network *net)
{
    float x[SIDE][SIDE];
    srand(1);   // who begins with rand() gets the same numbers each time
    network_begin(net);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        state = 1;   // the same pictures in each epoch
        for (int n = 0; n < TRAINING; n++) {
            int label = draw(x);
            network_step(net, x, label);
        }
    }
}

static double share_right(const Network *net)
{
    float x[SIDE][SIDE];
    int right_ones = 0;
    state = 99;
    for (int n = 0; n < HELD_OUT; n++) {
        int label = draw(x);
        right_ones += network_answer(net, x) == label;
    }
    return right_ones / (double)HELD_OUT;
}

// Do all filters still hold the same weights?
static int alike(const Network *net)
{
    for (int f = 1; f < FILTERS; f++)
        if (memcmp(net->w[f], net->w[0], sizeof net->w[0]) != 0) return 0;
    return 1;
}

static void repair(void)
{
    stage(REPAIR);
    given("trained again");
    static Network net;
    for (size_t k = 0; k < sizeof net / sizeof(float); k++)
        ((float *)&net)[k] = 8191.25f;   // garbage
    if (cause == FILTERS_ALIKE) train(&net);
    answer("all filters alike", alike(&net));
    answer_at_least("share right of new pictures",
                    cause == FILTERS_ALIKE ? share_right(&net) : 0, 0.9);
}

const Cases cases = {{name, equal_filters, repair}, drawn, 200};

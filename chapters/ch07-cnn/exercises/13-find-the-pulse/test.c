// Signals are made from a seed: nobody has seen them, and everybody gets the
// same ones. The noise of the second stage is such that every way which takes
// the drift out and uses the whole shape passes, see others/; a way that looks
// at two or three samples only does not.
#include "find_pulse.h"

enum { LENGTH = 60, SIZE = 9, EASY = 12, HARD = 400 };

static const float pulse[SIZE] = {0, 1, 4, 6, 3, 2, -1, -2, 0};
static unsigned state;

static float uniform(void)   // -1 to 1, from the upper bits of a congruence
{
    state = state * 1664525u + 1013904223u;
    return (float)(state >> 16) / 32768.0f - 1;
}

// The sum of four such numbers is nearly normal.
static float noise(void)
{
    return uniform() + uniform() + uniform() + uniform();
}

// Makes a signal and says where in it the pulse begins.
static int make(float *signal, float loudness)
{
    float level = 20 * uniform(), slope = 0.5f * uniform();
    int place = (int)((uniform() + 1) / 2 * (LENGTH - SIZE + 1));
    for (int p = 0; p < LENGTH; p++) {
        level += slope;
        signal[p] = level + loudness * noise();
    }
    for (int u = 0; u < SIZE; u++) signal[place + u] += pulse[u];
    return place;
}

void exercise(void)
{
    float signal[LENGTH], places[EASY];
    int all = 1, found = 0;
    given("12 signals with little noise");
    state = 49;   // one pulse at the very start, one at the very end
    for (int k = 0; k < EASY; k++) {
        int place = make(signal, 0.1f);
        int said = find_pulse(input_floats(signal, LENGTH), LENGTH,
                              input_floats(pulse, SIZE), SIZE);
        places[k] = (float)said;
        all &= said == place;
    }
    got("place", places, EASY);
    right(19, 48, 10, 14, 20, 20, 20, 0, 33, 51, 29, 44);
    wrong("drift-wins", 51, 48, 10, 14, 20, 51, 20, 51, 51, 51, 29, 44);
    wrong("end-returned", 27, 56, 18, 22, 28, 28, 28, 8, 41, 59, 37, 52);
    wrong("filter-turned", 17, 46, 8, 12, 18, 18, 18, 6, 31, 49, 27, 42);
    wrong("highest-sample", 59, 51, 13, 17, 23, 59, 23, 59, 59, 54, 32, 47);
    wrong("last-place-left-out", 19, 48, 10, 14, 20, 20, 20, 0, 33, 50, 29,
          44);
    wrong("middle-returned", 23, 52, 14, 18, 24, 24, 24, 4, 37, 55, 33, 48);
    wrong("smallest-answer", 15, 44, 6, 10, 16, 16, 16, 4, 29, 47, 25, 40);
    wrong("squared-difference", 43, 48, 0, 14, 20, 33, 0, 18, 0, 0, 0, 0);
    if (!all) return;

    state = 1000;
    for (int k = 0; k < HARD; k++) {
        given("400 signals with more noise");
        int place = make(signal, 0.9f);
        int said = find_pulse(input_floats(signal, LENGTH), LENGTH,
                              input_floats(pulse, SIZE), SIZE);
        found += said == place;
    }
    got_number("share found", found / (double)HARD);
    right_at_least(0.9);
}

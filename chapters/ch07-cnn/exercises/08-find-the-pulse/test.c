// Signals that nobody has seen. The noise of the second stage is such that every way which takes
// the drift out and uses the whole shape passes, see others/; a way that looks at two or three
// samples only does not.
#include "find_pulse.h"

#include "cases.h"

enum { LONGEST = 60, WIDEST = 12, HARD = 400, NOISE = 1 };

// The sum of four such numbers is nearly normal.
static float noise(void)
{
    return real_between(-1, 1) + real_between(-1, 1) + real_between(-1, 1) +
           real_between(-1, 1);
}

// Makes a signal and says where in it the pulse begins.
static int make(float *signal, int length, const float *pulse, int size,
                float loudness)
{
    float level = real_between(-20, 20), slope = real_between(-0.5, 0.5);
    int last = length - size, place = one_in(8)   ? 0
                                      : one_in(8) ? last
                                                  : between(0, last);
    for (int p = 0; p < length; p++) {
        level += slope;
        signal[p] = level + loudness * noise();
    }
    for (int u = 0; u < size; u++) signal[place + u] += pulse[u];
    return place;
}

static int found(const float *signal, int length, const float *pulse,
                 int size)
{
    const float *guarded =
        input_numbers("signal", SHAPE(length), signal, length);
    return find_pulse(guarded, length,
                      input_numbers("pulse", SHAPE(size), pulse, size), size);
}

static void example(void)
{
    answer("place",
           found((float[]){5, 5, 6, 5, 7, 6, 5}, 7, (float[]){0, 2, 1}, 3));
    right(3);
}

// Little noise; pulses of every shape that goes up and down, in units of all sizes.
static void drawn(void)
{
    float signal[LONGEST], pulse[WIDEST];
    int size = parameter("size", between(3, WIDEST)),
        length = parameter("length", between(2 * size, LONGEST));
    for (int u = 0; u < size; u++) pulse[u] = (float)between(-16, 24) / 4;
    pulse[between(0, size - 1)] += 6;
    make(signal, length, pulse, size, 0.05f);
    float unit = one_in(2) ? 1 : 1 / (float)(1 << between(1, 10));
    for (int p = 0; p < length; p++) signal[p] *= unit;
    for (int u = 0; u < size; u++) pulse[u] *= unit;
    answer("place", found(signal, length, pulse, size));
    secret();
}

static void more_noise(void)
{
    static const float pulse[] = {0, 1, 4, 6, 3, 2, -1, -2, 0};
    float signal[LONGEST];
    int count = 0;
    stage(NOISE);
    given("400 signals with more noise");
    for (int k = 0; k < HARD; k++) {
        int place = make(signal, LONGEST, pulse, 9, 0.9f);
        count += find_pulse(signal, LONGEST, pulse, 9) == place;
    }
    answer_at_least("share found", count / (double)HARD, 0.9);
}

const Cases cases = {{example, more_noise}, drawn, 300};

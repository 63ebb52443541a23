// draw.c: numbers drawn for a case. The same number of a case draws the same, wherever it runs.
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "host.h"

static uint64_t state;
static int which;   // of the drawn cases

// SplitMix64 (Steele, Lea and Flood 2014): good from the first number on, whatever the seed is.
static uint64_t bits(void)
{
    uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

void draw_begin(int drawn)
{
    which = drawn;
    state = (uint64_t)drawn << 32;
}

int between(int low, int high) { return low + (int)(bits() % (uint64_t)(high - low + 1)); }

bool one_in(int chances) { return between(1, chances) == 1; }

// The bound rises over the first half of the cases.
int size_between(int low, int high)
{
    int most = low + 1 + (high - low) * 2 * which / cases.count;
    return between(low, most < high ? most : high);
}

single real_between(double low, double high)
{
    return (single)(low + (high - low) * (double)(bits() >> 11) / (double)(1ull << 53));
}

static single quarter(int low, int high) { return (single)between(low, high) / 4; }

// One kind for a whole array, so that one may be all negative, or hold many equal numbers.
typedef enum Manner { QUARTERS, REALS, NEGATIVE, EQUAL, LARGE, VAST } Manner;

static single draw_one(Manner manner)
{
    switch (manner) {
    case REALS: return real_between(-2, 2);
    case NEGATIVE: return quarter(-40, -1);
    case EQUAL: return (single)between(-1, 1);
    case LARGE: return quarter(-40000, 40000);
    case VAST:
        if (one_in(4)) return (single)-FLT_MAX;
        return one_in(4) ? real_between(-3.3e38, 3.3e38) : real_between(-3.4e38, -1.8e38);
    default: return quarter(-20, 20);
    }
}

static Manner draw_manner(Values values)
{
    int chance = between(1, 10);
    if (values == SUMMED)
        return chance <= 6 ? QUARTERS : chance <= 8 ? REALS : chance == 9 ? NEGATIVE : LARGE;
    static const Manner compared[] = {QUARTERS, QUARTERS, REALS, REALS, NEGATIVE,
                                      NEGATIVE, EQUAL,    LARGE, VAST,  VAST};
    return compared[chance - 1];
}

static float *draw_array(int count, Values values)
{
    float *numbers = malloc((size_t)count * sizeof *numbers);
    if (!numbers) test_is_broken("no memory");
    Manner manner = draw_manner(values);
    for (int i = 0; i < count; i++) numbers[i] = draw_one(manner);
    return numbers;
}

const float *input_drawn(const char *name, Shape shape, Values values)
{
    float *numbers = draw_array(shape.count, values);
    const float *guarded = input_numbers(name, shape, numbers, shape.count);
    free(numbers);
    return guarded;
}

float *output_drawn(const char *name, Shape shape)
{
    float *numbers = draw_array(shape.count, SUMMED);
    float *guarded = output_numbers(name, shape, numbers, shape.count);
    free(numbers);
    return guarded;
}

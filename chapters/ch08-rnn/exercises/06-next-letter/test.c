// Logits far from 0, temperatures from 0 to 20, and u everywhere, also between two equal parts.
#include "next_letter.h"

#include "cases.h"

static void call(const float *z, int letters, float T, float u)
{
    given("T %g, u %g", (double)T, (double)u);
    answer("letter", next_letter(z, letters, T, u));
}

static void example(void) { call(input("z", SHAPE(3), 0.6931, 0, 0), 3, 1, 0.6f); }

static void cooler(void) { call(input("z", SHAPE(3), 0.6931, 0, 0), 3, 0.5f, 0.6f); }

static void coldest(void) { call(input("z", SHAPE(3), 0.6931, 0, 0), 3, 0, 0.9f); }

static void drawn(void)
{
    static const float temperatures[] = {0, 0.05f, 0.5f, 0.5f, 0.7f, 1, 2, 3, 20};
    static const int levels[] = {-990, -100, 0, 0, 1, 90, 990};
    float z[6], T = temperatures[between(0, 8)];
    int letters = parameter("letters", size_between(1, 6)), level = levels[between(0, 6)];
    bool equal = one_in(6);
    for (int k = 0; k < letters; k++)
        z[k] = (float)level + (equal ? 0 : (float)between(-8, 8) / 4);
    const float *logits = input_numbers("z", SHAPE(letters), z, letters);
    call(logits, letters, T, equal ? (float)between(0, 3) / 4 : real_between(0, 1 - 1e-6));
}

const Cases cases = {{example, cooler, coldest}, drawn, 400};

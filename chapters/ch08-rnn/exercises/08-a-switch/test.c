// Short sequences, the sign of h behind each step; then long ones that nobody sees.
#include "switch.h"

#include <math.h>

#include "cases.h"

enum { HELD_OUT = 1, LONG = 500, SHORT = 10, WEIGHTS = 16 };

static float sum_of(const float *w, int gate, float x, float key, float h)
{
    const float *at = w + 4 * gate;
    return at[X] * x + at[KEY] * key + at[H] * h + at[ONE];
}

static float sigmoid(float s) { return 1 / (1 + expf(-s)); }

// 1, 0 or -1 behind each step; 9 where h is no number, a weight is too large, or
// what lies behind the weights was written to.
static void told(float *state, const float *w, const float *x, const float *key, int steps)
{
    float h = 0, c = 0;
    bool allowed = isnan(w[WEIGHTS]);
    for (int k = 0; k < WEIGHTS; k++) allowed = allowed && fabsf(w[k]) <= 100;
    for (int t = 0; t < steps; t++) {
        float i = sigmoid(sum_of(w, I, x[t], key[t], h));
        float f = sigmoid(sum_of(w, F, x[t], key[t], h));
        float g = tanhf(sum_of(w, G, x[t], key[t], h));
        float o = sigmoid(sum_of(w, O, x[t], key[t], h));
        c = f * c + i * g;
        h = o * tanhf(c);
        state[t] = !allowed || isnan(h) ? 9 : h >= 0.25f ? 1 : h <= -0.25f ? -1 : 0;
    }
}

static void call(const float *x, const float *key, int steps)
{
    float w[WEIGHTS + 1];
    for (int k = 0; k <= WEIGHTS; k++) w[k] = NAN;
    float *state = output("sign_of_h", SHAPE(steps));
    set_weights(w);
    told(state, w, x, key, steps);
}

static void example(void)
{
    const float *x = input("x", SHAPE(6), 0.7f, -0.9f, 0.5f, -0.6f, 0.8f, -1);
    call(x, input("key", SHAPE(6), 1, 0, 0, 1, 0, 0), 6);
    right(1, 1, 1, -1, -1, -1);
}

static float signal(void)
{
    if (one_in(6)) return 0;
    float size = real_between(0.5, 1);
    return one_in(2) ? size : -size;
}

static void drawn(void)
{
    float x[SHORT], key[SHORT];
    int steps = size_between(1, SHORT), chances = between(1, 5);
    for (int t = 0; t < steps; t++) {
        x[t] = signal();
        key[t] = one_in(chances) ? 1 : 0;
    }
    const float *signals = input_numbers("x", SHAPE(steps), x, steps);
    call(signals, input_numbers("key", SHAPE(steps), key, steps), steps);
}

static double share_held(const float *w)
{
    static float x[LONG], key[LONG], state[LONG];
    int right = 0;
    for (int t = 0; t < LONG; t++) {
        x[t] = signal();
        key[t] = t == 0 ? 1 : 0;
    }
    if (x[0] == 0) x[0] = 1;
    told(state, w, x, key, LONG);
    for (int t = 0; t < LONG; t++) right += state[t] == (x[0] > 0 ? 1 : -1);
    return (double)right / LONG;
}

static void long_ones(void)
{
    float w[WEIGHTS + 1];
    double mean = 0;
    stage(HELD_OUT);
    given("20 sequences of 500 steps");
    for (int k = 0; k <= WEIGHTS; k++) w[k] = NAN;
    set_weights(w);
    for (int k = 0; k < 20; k++) mean += share_held(w) / 20;
    answer_at_least("share of the steps at which h is right", mean, 0.99);
}

const Cases cases = {{example, long_ones}, drawn, 200};

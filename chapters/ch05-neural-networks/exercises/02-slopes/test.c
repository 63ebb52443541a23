// One activation a case; of each what it can hand on, from far below its middle to far above.
#include "slope.h"

#include <math.h>

#include "cases.h"

enum { KINDS = 5, MOST = 6 };
static const char *const names[KINDS] = {"SIGMOID", "TANH", "RELU",
                                         "LEAKY_RELU", "SOFTPLUS"};

static void call(Activation f, const float *h, int count)
{
    given("%s", names[f]);
    float *slopes = output("slope", SHAPE(count));
    for (int i = 0; i < count; i++) slopes[i] = slope(f, h[i]);
}

static void sigmoids(void)
{
    call(SIGMOID, input("h", SHAPE(2), 0.8, 0.5), 2);
    right(0.16, 0.25);
}

static void tanhs(void)
{
    call(TANH, input("h", SHAPE(2), -0.5, 0), 2);
    right(0.75, 1);
}

static void relus(void)
{
    call(RELU, input("h", SHAPE(2), 3, 0), 2);
    right(1, 0);
}

static void leaky_relus(void)
{
    call(LEAKY_RELU, input("h", SHAPE(2), 3, -0.02), 2);
    right(1, 0.01);
}

// ln 2 is what softplus makes of 0.
static void softpluses(void)
{
    call(SOFTPLUS, input("h", SHAPE(1), 0.69314718), 1);
    right(0.5);
}

static double of(Activation f, double a)
{
    switch (f) {
    case SIGMOID: return 1 / (1 + exp(-a));
    case TANH: return tanh(a);
    case RELU: return a > 0 ? a : 0;
    case LEAKY_RELU: return a > 0 ? a : 0.01 * a;
    default: return log1p(exp(a));
    }
}

static void drawn(void)
{
    float h[MOST];
    Activation f = (Activation)between(0, KINDS - 1);
    int count = parameter("count", size_between(1, MOST)),
        wide = one_in(4) ? 30 : 3;
    for (int i = 0; i < count; i++) {
        double a = one_in(8) ? 0 : (double)real_between(-wide, wide);
        h[i] = (single)of(f, a);
    }
    call(f, input_numbers("h", SHAPE(count), h, count), count);
}

const Cases cases = {
    {sigmoids, tanhs, relus, leaky_relus, softpluses}, drawn, 300};

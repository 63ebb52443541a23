// Are the loops right? Each number of a small network is moved a little to
// both sides, and what the loss does is laid beside the gradient.
#include "lesson.h"
#include "rounds.h"

#include <stdlib.h>

enum { FEATURES = 3, HIDDEN = 4, SAMPLES = 5 };

static Samples samples_new(Real *x, Real *t, uint64_t seed)
{
    Stream chance = {.seed = seed, .purpose = FOR_LESSON, .source = 20};
    for (int k = 0; k < SAMPLES * FEATURES; k++)
        x[k] = (Real)random_normal(chance, (uint64_t)k);
    for (int n = 0; n < SAMPLES; n++) t[n] = n % 2;
    return (Samples){SAMPLES, x, t};
}

static void numerical_gradient(Real *out, TwoLayers *net, Samples samples)
{
    const Real h = (Real)0.01;
    for (size_t k = 0; k < two_layers_count(net); k++) {
        Real before = net->w1[k];
        net->w1[k] = before + h;
        Real above = two_layers_loss(net, samples);
        net->w1[k] = before - h;
        Real below = two_layers_loss(net, samples);
        net->w1[k] = before;
        out[k] = (above - below) / (2 * h);
    }
}

void show_slopes(App *app, Lesson *lesson)
{
    (void)lesson;
    Real x[SAMPLES * FEATURES], t[SAMPLES];
    Samples samples = samples_new(x, t, app->seed);
    const Activation *f = activation_named("tanh");
    TwoLayers net = two_layers_new(FEATURES, HIDDEN, f);
    TwoLayers gradient = two_layers_new(FEATURES, HIDDEN, f);
    two_layers_draw(&net, app->seed);
    two_layers_gradient(&gradient, &net, samples);
    size_t count = two_layers_count(&net);
    Real *numerical = allocate(count, sizeof *numerical);
    numerical_gradient(numerical, &net, samples);
    double off = apart(gradient.w1, numerical, count);
    app_metric(app, "slopes_count", (double)count, "numbers");
    app_metric(app, "slopes_apart", off, "of the largest");
    app_say(app,
            "slopes: of %zu numbers the loops' gradient and the numerical "
            "one differ by %.0e of the largest  [sec:ch05-backward]",
            count, off);
    free(numerical);
    two_layers_free(&net);
    two_layers_free(&gradient);
}

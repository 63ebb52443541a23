// XOR, learned: twenty networks from twenty seeds, by the loops of plain.c.
// Not all of them arrive, and more hidden units help.
#include "lesson.h"

enum { SEEDS = 20, STEPS = 2000, CASES = 4, EVERY = 10 };
static const Real inputs[CASES][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const Real targets[CASES] = {0, 1, 1, 0};
static const Samples xor_cases = {CASES, inputs[0], targets};
static const Real rate = (Real)0.5;

static int count_right(const TwoLayers *net)
{
    Real a[16], h[16];
    int right = 0;
    for (int n = 0; n < CASES; n++) {
        Real z = two_layers_logit(net, inputs[n], a, h);
        right += (z > 0) == (targets[n] > 0);
    }
    return right;
}

// The loss at the end; curve: "seed, step, loss, right", or NULL.
static Real learn(TwoLayers *net, uint64_t seed, FILE *curve)
{
    TwoLayers gradient =
        two_layers_new(net->features, net->hidden, net->activation);
    Real loss = 0;
    two_layers_draw(net, seed);
    for (int step = 0; step <= STEPS; step++) {
        loss = two_layers_gradient(&gradient, net, xor_cases);
        if (curve && step % EVERY == 0)
            fprintf(curve, "%d\t%d\t%.5f\t%d\n", (int)seed, step,
                    (double)loss, count_right(net));
        two_layers_descend(net, &gradient, rate);
    }
    two_layers_free(&gradient);
    return loss;
}

// How many of the seeds end with all four right.
static int arrived(App *app, const char *activation, int hidden, FILE *table,
                   FILE *curve)
{
    int good = 0;
    const Activation *f = activation_named(activation);
    TwoLayers net = two_layers_new(2, hidden, f);
    for (int k = 0; k < SEEDS; k++) {
        uint64_t seed = app->seed + (uint64_t)k;
        Real loss = learn(&net, seed, curve);
        int right = count_right(&net);
        good += right == CASES;
        fprintf(table, "%s\t%d\t%d\t%d\t%.4f\n", activation, hidden,
                (int)seed, right, (double)loss);
    }
    two_layers_free(&net);
    app_metric_of(app, good, "of 20", "xor_%s_%d", activation, hidden);
    return good;
}

void show_xor(App *app, Lesson *lesson)
{
    (void)lesson;
    static const int sizes[] = {2, 3, 4, 8};
    static const char *const names[] = {"tanh", "sigmoid", "relu"};
    int good[4] = {0};
    FILE *table =
        app_table(app, "xor", "activation\thidden\tseed\tright\tloss");
    FILE *curve = app_table(app, "xor-curves", "seed\tstep\tloss\tright");
    for (int f = 0; f < 3; f++)
        for (int k = 0; k < 4; k++) {
            bool drawn = f == 0 && k == 0;
            int n = arrived(app, names[f], sizes[k], table,
                            drawn ? curve : NULL);
            if (f == 0) good[k] = n;
        }
    app_say(app,
            "xor: of %d seeds %d arrive with 2 tanh units, %d with 3, %d "
            "with 4, %d with 8  [fig:ch05-xor]",
            SEEDS, good[0], good[1], good[2], good[3]);
}

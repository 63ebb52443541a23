// The playground's experiments: each is a line of options, tried with five
// seeds.
#include "lesson.h"

#include <math.h>

enum { SEEDS = 5, EPOCHS = 2000 };

typedef struct Setting {
    const char *name;   // of the row
    Design design;
    Real rate;
} Setting;

#define TWO .inputs = 2, .input = {X1, X2}
#define TANH .activation = &activations[1]

// What it is about: inputs, hidden layers, activation, rate, noise, penalty.
static Setting settings[] = {
    {"circle-line", {CIRCLE, 0.1, TWO, 0, {0}, TANH}, 0.03},
    {"circle-squares",
     {CIRCLE, 0.1, 2, {X1X1, X2X2}, 0, {0}, TANH},
     0.03},
    {"circle-2", {CIRCLE, 0.1, TWO, 1, {2}, TANH}, 0.03},
    {"circle-3", {CIRCLE, 0.1, TWO, 1, {3}, TANH}, 0.03},
    {"spiral-tanh", {SPIRAL, 0.1, TWO, 2, {8, 8}, TANH}, 0.03},
    {"spiral-linear",
     {SPIRAL, 0.1, TWO, 2, {8, 8}, .activation = &activations[5]},
     0.03},
    {"spiral-sigmoid",
     {SPIRAL, 0.1, TWO, 2, {8, 8}, .activation = &activations[0]},
     0.03},
    {"spiral-relu",
     {SPIRAL, 0.1, TWO, 2, {8, 8}, .activation = &activations[2]},
     0.03},
    {"spiral-gelu",
     {SPIRAL, 0.1, TWO, 2, {8, 8}, .activation = &activations[4]},
     0.03},
    {"spiral-slow", {SPIRAL, 0.1, TWO, 2, {8, 8}, TANH}, 0.001},
    {"spiral-fast", {SPIRAL, 0.1, TWO, 2, {8, 8}, TANH}, 3},
    {"noise-none", {GAUSS, 0.5, TWO, 2, {30, 30}, TANH}, 0.1},
    {"noise-l2",
     {GAUSS, 0.5, TWO, 2, {30, 30}, TANH, .penalty = L2, .strength = 0.01},
     0.1},
    {0},
};

// The means over the seeds.
static Trial try_setting(App *app, const Setting *s)
{
    Trial mean = {0};
    for (int k = 0; k < SEEDS; k++) {
        Drill drill = {.seed = app->seed + (uint64_t)k,
                       .epochs = EPOCHS,
                       .rate = s->rate};
        Trial one = try_design(app, &s->design, drill);
        mean.train += one.train / SEEDS;
        mean.test += one.test / SEEDS;
        mean.loss += one.loss / SEEDS;
    }
    app_metric_of(app, mean.train, "fraction", "settings_%s_train", s->name);
    app_metric_of(app, mean.test, "fraction", "settings_%s_test", s->name);
    return mean;
}

void show_settings(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "settings", "setting\ttrain\ttest\tloss");
    double worst = 1, best = 0;
    int tried = 0;
    for (const Setting *s = settings; s->name; s++, tried++) {
        Trial t = try_setting(app, s);
        fprintf(table, "%s\t%.4f\t%.4f\t%.4f\n", s->name, t.train, t.test,
                t.loss);
        worst = fmin(worst, t.test);
        best = fmax(best, t.test);
    }
    app_say(app,
            "settings: %d experiments of the playground, from %.0f%% to "
            "%.0f%% right  [tab:ch05-settings]",
            tried, 100 * worst, 100 * best);
}

// The playground's experiments: each is a line of options, tried with five
// seeds.
#include "lesson.h"

#include <math.h>
#include <string.h>

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

static void note(App *app, const char *name, const char *what, double value,
                 const char *unit)
{
    char key[64];
    snprintf(key, sizeof key, "settings_%s_%s", name, what);
    for (char *c = key; *c; c++)
        if (*c == '-') *c = '_';
    app_metric(app, key, value, unit);
}

// The means over the seeds.
static Trial try_setting(App *app, const Setting *s, FILE *plane)
{
    Trial mean = {0};
    for (int k = 0; k < SEEDS; k++) {
        Drill drill = {app->seed + (uint64_t)k, EPOCHS, s->rate,
                       k ? NULL : plane, s->name};
        Trial one = try_design(app, &s->design, drill);
        mean.train += one.train / SEEDS;
        mean.test += one.test / SEEDS;
        mean.loss += one.loss / SEEDS;
    }
    note(app, s->name, "train", mean.train, "fraction");
    note(app, s->name, "test", mean.test, "fraction");
    return mean;
}

void show_settings(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "settings", "setting\ttrain\ttest\tloss");
    FILE *plane = app_table(app, "settings-planes", "setting\tx1\tx2\tp");
    double worst = 1, best = 0;
    int tried = 0;
    for (const Setting *s = settings; s->name; s++, tried++) {
        Trial t = try_setting(app, s, plane);
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

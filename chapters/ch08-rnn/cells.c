// Three cells with as many units on the same text, for as many steps: what
// does a gate buy? And one step of a GRU with small numbers.
#include "lesson.h"
#include "plain.h"

enum { CELL_STEPS = 1500, KINDS = 3 };
static const char *const names[KINDS] = {"rnn", "gru", "lstm"};
static const Cell kinds[KINDS] = {RNN, GRU, LSTM};

// The input is 1 and h 0.5. Of each gate: weight of the input, of h, bias.
static void show_step(App *app)
{
    static const Real small[3][3] = {{1, 0, 0}, {0, 0, 2}, {-1, 1, 0}};
    Real u[3], v[3], r, z, n, h = 0.5, no_bias = 0;
    for (int k = 0; k < 3; k++) {
        u[k] = small[k][0] * 1 + small[k][2];
        v[k] = small[k][1];
    }
    gru_step(&h, (GruGates){&r, &z, &n}, u, v, &no_bias, 1);
    app_metric(app, "gru_step_r", (double)r, "");
    app_metric(app, "gru_step_z", (double)z, "");
    app_metric(app, "gru_step_n", (double)n, "");
    app_metric(app, "gru_step_h", (double)h, "");
}

static double run(App *app, Lesson *lesson, int kind)
{
    Design design = {kinds[kind], lesson->book.alphabet.symbols, 64, 128,
                     app->batch, STEPS};
    Dataset text = book_train(&lesson->book, STEPS);
    Dataset unseen = book_test(&lesson->book, STEPS);
    Writer w = writer_new(app, design);
    double start = seconds_now();
    writer_train(&w, app, &text, steps_of(app, CELL_STEPS), (Real)4e-3,
                 CARRIED);
    double seconds = seconds_now() - start;
    double bits = writer_bits(&w, &unseen);
    app_metric_of(app, bits, "bits a character", "cells_%s_bits",
                  names[kind]);
    app_metric_of(app, (double)params_learned(w.params), "",
                  "cells_%s_parameters", names[kind]);
    app_metric_of(app, seconds, "s", "cells_%s_seconds", names[kind]);
    writer_free(&w);
    return bits;
}

void show_cells(App *app, Lesson *lesson)
{
    double bits[KINDS];
    FILE *table = app_table(app, "cells", "cell\tbits");
    show_step(app);
    for (int k = 0; k < KINDS; k++) {
        bits[k] = run(app, lesson, k);
        fprintf(table, "%s\t%.4f\n", names[k], bits[k]);
    }
    app_say(app,
            "cells: after %d steps RNN %.3f bits a character, GRU %.3f, LSTM "
            "%.3f  [sec:ch08-gru]",
            (int)steps_of(app, CELL_STEPS), bits[0], bits[1], bits[2]);
}

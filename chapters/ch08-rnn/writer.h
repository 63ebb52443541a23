/* writer.h: a network that reads a text symbol by symbol and says, at each
 * step, how probable each symbol is as the next one.
 *
 * Three graphs share its parameters: one learns from windows of the text, one
 * judges held-out text, and one takes a single step at a time, for writing.
 * Each carries a state of its own from run to run.
 *
 * Memory   writer_free frees all of it.
 */
#ifndef WRITER_H
#define WRITER_H

#include "app.h"
#include "layers.h"

typedef struct Design {
    Cell cell;
    int symbols, embedding, hidden;
    int batch, steps;   // stretches side by side; characters of a window
} Design;

typedef struct Writer {
    Design design;
    Params *params;
    Graph *graph;   // learns
    Node *text, *next, *lengths, *logits, *loss;
    Graph *judge;
    Node *judged_text, *judged_next, *judged_lengths, *judged_loss;
    Graph *pen;   // one step of one text
    Node *letter, *letter_logits;
} Writer;
Writer writer_new(const App *, Design);
void writer_free(Writer *);

// One step of training on a window, without the optimizer's; a new epoch
// begins with an empty state.
Real writer_learn(Writer *, Batch);
// The next batch, of the next epoch where this one is over.
Batch batch_after(Batch);
// So many steps on a text, with nothing shown: an experiment's training. The
// state is carried from window to window, or forgotten before each.
typedef enum Carry { CARRIED, FORGOTTEN } Carry;
void writer_train(Writer *, App *, const Dataset *, int64_t steps, Real rate,
                  Carry);
// Bits a symbol of a text that is held out, in windows as the design's.
double writer_bits(Writer *, const Dataset *);

// The pen reads one symbol, and says the logits [symbols] of the next one,
// valid until it reads again. writer_begin empties its state.
void writer_begin(Writer *);
const Real *writer_read(Writer *, int symbol);

// Writes `count` symbols to out: from an empty state, what it draws behind
// `first`, then behind that, with a number of the stream each.
void writer_write(Writer *, int32_t *out, int count, int first,
                  double temperature, Stream);

// What the writer says behind a few symbols, read from an empty state:
// windows [GLANCES, count] are the caller's to fill; the logits [n, symbols]
// of what follows each are valid until the next glance.
enum { GLANCES = 64 };
typedef struct Glance {
    Graph *graph;
    Node *text, *logits;
    Tensor windows;
} Glance;
Glance glance_new(Writer *, int count);
void glance_free(Glance *);
const Real *glance(Glance *, int n);

// The symbol that a number u in [0, 1) draws from the logits: a small
// temperature prefers the likely ones, 0 takes the likeliest. Symbol 0, which
// stands for what was never seen, is not drawn.
int draw_symbol(const Real *logits, int symbols, double temperature,
                double u);

#endif

// The network that writes: three graphs over one set of parameters.
#include "writer.h"

#include <math.h>

#include "measure.h"

enum { JUDGED = 8 };   // stretches of held-out text, side by side

// Symbols in, logits of the next ones out. Every graph of a writer has these
// layers, under the same names, and a state of its own.
static Node *memory(const Design *d, Node *text, Node *lengths, Node *state)
{
    Node *x = embedding(text, d->symbols, d->embedding, .name = "letters");
    Recurrent set = {.lengths = lengths, .state = state, .name = "memory"};
    return recurrent_layer(x, d->hidden, d->cell, set);
}

static Node *layers(const Design *d, Node *text, Node *lengths, Node *state)
{
    Node *h = memory(d, text, lengths, state);
    return linear(h, d->symbols, .last_axis = true, .name = "next");
}

static int state_size(const Design *d)
{
    return cell_states(d->cell) * d->hidden;
}

static void make_graph(Writer *w)
{
    const Design *d = &w->design;
    w->graph = graph_new(w->params, d->batch);
    w->text = input(w->graph, I32, shape(d->steps));
    w->next = input(w->graph, I32, shape(d->steps));
    w->lengths = input(w->graph, I32, shape());
    Node *carried = state(w->graph, "carried", state_size(d));
    w->logits = layers(d, w->text, w->lengths, carried);
    w->loss = softmax_cross_entropy(w->logits, w->next);
}

static void make_judge(Writer *w)
{
    const Design *d = &w->design;
    w->judge = graph_new(w->params, JUDGED);
    w->judged_text = input(w->judge, I32, shape(d->steps));
    w->judged_next = input(w->judge, I32, shape(d->steps));
    w->judged_lengths = input(w->judge, I32, shape());
    Node *carried = state(w->judge, "judged", state_size(d));
    Node *z = layers(d, w->judged_text, w->judged_lengths, carried);
    w->judged_loss = softmax_cross_entropy(z, w->judged_next);
}

static void make_pen(Writer *w)
{
    const Design *d = &w->design;
    w->pen = graph_new(w->params, 1);
    w->letter = input(w->pen, I32, shape(1));
    Node *carried = state(w->pen, "written", state_size(d));
    w->letter_logits = layers(d, w->letter, NULL, carried);
}

Writer writer_new(const App *app, Design design)
{
    Writer w = {.design = design,
                .params = params_new(app->seed, app->device)};
    make_graph(&w);
    make_judge(&w);
    make_pen(&w);
    params_ready(w.params);
    return w;
}

void writer_free(Writer *w)
{
    graph_free(w->graph);
    graph_free(w->judge);
    graph_free(w->pen);
    params_free(w->params);
}

Real writer_learn(Writer *w, Batch b)
{
    if (b.index == 0) graph_forget(w->graph);
    feed(w->text, &b.inputs);
    feed(w->next, &b.targets);
    feed(w->lengths, &b.lengths);
    Real loss = forward(w->loss);
    backward(w->loss);
    return loss;
}

Batch batch_after(Batch b)
{
    Batch next = next_batch(b);
    return next.size > 0 ? next : sampler_batch(b.sampler, b.epoch + 1, 0);
}

void writer_train(Writer *w, App *app, const Dataset *text, int64_t steps,
                  Real rate, Carry carry)
{
    Optimizer adam = adam_new(w->params);
    Sampler *sampler = sampler_new(text, w->params->seed, w->design.batch);
    Batch b = sampler_batch(sampler, 1, 0);
    adam.clip_norm = 1;
    for (int64_t step = 0; step < steps; step++) {
        if (carry == FORGOTTEN) graph_forget(w->graph);
        writer_learn(w, b);
        optimizer_step(&adam, one_cycle(rate, step, steps));
        app_stop_if_interrupted(app);
        b = batch_after(b);
    }
    sampler_free(sampler);
    optimizer_free(&adam);
}

static int symbols_in(const Batch *b)
{
    int sum = 0;
    for (int r = 0; r < b->size; r++) sum += ints(&b->lengths)[r];
    return sum;
}

double writer_bits(Writer *w, const Dataset *held_out)
{
    double nats = 0;
    Sampler *sampler = sampler_new(held_out, 0, JUDGED);
    graph_forget(w->judge);
    for (Batch b = sampler_batch(sampler, 0, 0); b.size > 0;
         b = next_batch(b)) {
        feed(w->judged_text, &b.inputs);
        feed(w->judged_next, &b.targets);
        feed(w->judged_lengths, &b.lengths);
        nats += (double)reals(predict(w->judged_loss))[0] * symbols_in(&b);
    }
    sampler_free(sampler);
    return nats / held_out->count / log(2);
}

void writer_begin(Writer *w) { graph_forget(w->pen); }

const Real *writer_read(Writer *w, int symbol)
{
    int32_t one = symbol;
    Tensor t = tensor_view(CPU, I32, shape(1, 1), &one);
    feed(w->letter, &t);
    return reals(predict(w->letter_logits));
}

void writer_write(Writer *w, int32_t *out, int count, int first,
                  double temperature, Stream chance)
{
    int symbol = first;
    writer_begin(w);
    for (int n = 0; n < count; n++) {
        const Real *logits = writer_read(w, symbol);
        double u = random_uniform(chance, (uint64_t)n);
        symbol = draw_symbol(logits, w->design.symbols, temperature, u);
        out[n] = symbol;
    }
}

Glance glance_new(Writer *w, int count)
{
    const Design *d = &w->design;
    Glance g = {.graph = graph_new(w->params, GLANCES),
                .windows = tensor_new(CPU, I32, shape(GLANCES, count))};
    g.text = input(g.graph, I32, shape(count));
    Node *h = memory(d, g.text, NULL, NULL);
    g.logits = linear(last(h, NULL), d->symbols, .name = "next");
    return g;
}

void glance_free(Glance *g)
{
    graph_free(g->graph);
    tensor_free(&g->windows);
}

const Real *glance(Glance *g, int n)
{
    Tensor some = tensor_rows(&g->windows, 0, n);
    feed(g->text, &some);
    return reals(predict(g->logits));
}

int draw_symbol(const Real *logits, int symbols, double temperature, double u)
{
    int best = 1 + likeliest(logits + 1, symbols - 1);
    double sum = 0, largest = (double)logits[best];
    if (temperature <= 0) return best;
    for (int k = 1; k < symbols; k++)
        sum += exp(((double)logits[k] - largest) / temperature);
    double left = u * sum;
    for (int k = 1; k < symbols; k++) {
        left -= exp(((double)logits[k] - largest) / temperature);
        if (left < 0) return k;
    }
    return best;
}

/* random_network.h: networks that chance builds, and what they compute, as plain loops.
 *
 * A network has up to ten layers of any kind, each upon the one before or upon any earlier
 * one, so that nodes have several readers; what nobody reads ends in a loss. The same
 * test_seed builds the same network on any device.
 */
#ifndef RANDOM_NETWORK_H
#define RANDOM_NETWORK_H

#include "../../common/layers.h"
#include "../../common/op.h"
#include "feeding.h"
#include "reference.h"

typedef enum Kind {
    CONV, MAX_POOL, AVG_POOL, LINEAR, RELU, LEAKY, SIGMOID, TANH, GELU, SCALE, SOFTMAX,
    NORM, DROPOUT, FLATTEN, ADD, CONCAT, KINDS, IMAGE
} Kind;

// A layer as the loops of this file know it.
typedef struct Layer {
    Kind kind;
    Node *node;
    int from[2];
    Real number;        // slope, factor, rate
    int dropouts;       // before it: which draw of random numbers
    bool read;          // by a later layer
} Layer;

enum { MOST_LAYERS = 24, MOST_LOSSES = 8 };

typedef struct RandomNetwork {
    Params *params;
    Graph *graph;
    Layer layer[MOST_LAYERS];
    int layers, dropouts;
    Node *target[MOST_LOSSES], *loss[MOST_LOSSES];   // loss[k] compares layer[of[k]] with target[k]
    int of[MOST_LOSSES], losses;
    Real penalty;       // l2, or 0
    Node *total;
    Tensor pictures, wanted[MOST_LOSSES];
    int n;
} RandomNetwork;

/* ---- Building ---------------------------------------------------------------------------------*/

HELPER Shape shape_at(const RandomNetwork *r, int i) { return node_shape(r->layer[i].node); }

// The layers that it reads are read now: they need no loss.
HELPER void add_layer(RandomNetwork *r, Layer layer)
{
    bool two = layer.kind == ADD || layer.kind == CONCAT;
    if (layer.kind != IMAGE) r->layer[layer.from[0]].read = true;
    if (two) r->layer[layer.from[1]].read = true;
    r->layer[r->layers++] = layer;
}

static const char *pick_name(int i)   // a parameter's name must be no other layer's
{
    static char name[16];
    snprintf(name, sizeof name, "layer%d", i);
    return name;
}

// Padding may be as large as the filter, so that some windows see nothing but zeros.
HELPER Node *random_conv(RandomNetwork *r, Node *x)
{
    int h = between(1, 4), w = between(1, 4);
    return conv2d(x, between(1, 9), 1, .height = h, .width = w, .stride_y = between(1, 3),
                  .stride_x = between(1, 3), .padding_y = between(0, h), .padding_x = between(0, w),
                  .no_bias = between(0, 3) == 0, .name = pick_name(r->layers));
}

// The largest divisor of `extent` that is not above `most`.
static int divisor(int extent, int most)
{
    while (extent % most) most--;
    return most;
}

// Windows side by side, as many as would just fit without padding, as
// large as the picture, or anyhow.
HELPER Node *random_pool(Node *x, Kind kind)
{
    Shape s = node_shape(x);
    int h = between(1, 4), w = between(0, 1) ? h : between(1, 4), form = between(0, 7);
    if (form >= 4) h = divisor(s.dim[0], between(2, 5)), w = divisor(s.dim[1], between(2, 5));
    Pool2d set = {
        .height = h, .width = w, .padding_y = between(0, h - 1), .padding_x = between(0, w - 1)};
    if (form == 0) set = (Pool2d){.height = s.dim[0], .width = s.dim[1]};
    if (form <= 2) set.padding_y = set.padding_x = 0;
    if (form >= 6) set.stride_y = between(1, 4), set.stride_x = between(1, 4);
    return kind == MAX_POOL ? max_pool2d_layer(x, 1, set) : avg_pool2d_layer(x, 1, set);
}

// Does a window of this kind surely fit? (It may be 4 high.)
HELPER bool takes_windows(Shape s) { return s.rank == 3 && s.dim[0] >= 4 && s.dim[1] >= 4; }

// Can this kind stand on layer `from`, and, of two inputs, on `other`? No linear layer of more
// than 400 inputs, for the time it takes.
HELPER bool fits(const RandomNetwork *r, Kind kind, int from, int other)
{
    Shape s = shape_at(r, from), t = shape_at(r, other);
    switch (kind) {
    case CONV: case MAX_POOL: case AVG_POOL: return takes_windows(s);
    case ADD: return shape_equal(s, t);
    case CONCAT: s.dim[s.rank - 1] = t.dim[t.rank - 1]; return shape_equal(s, t);
    case LINEAR: return shape_count(s) < 400;
    default: return true;
    }
}

HELPER Node *build_node(RandomNetwork *r, Layer *l)
{
    Node *x = r->layer[l->from[0]].node, *other = r->layer[l->from[1]].node;
    switch (l->kind) {
    case CONV: return random_conv(r, x);
    case MAX_POOL: case AVG_POOL: return random_pool(x, l->kind);
    case LINEAR:
        return linear(x, between(1, 40), .no_bias = between(0, 3) == 0,
                      .name = pick_name(r->layers));
    case RELU: return relu(x);
    case LEAKY: l->number = (Real)0.3; return leaky_relu(x, l->number);
    case SIGMOID: return sigmoid(x);
    case TANH: return tanh_activation(x);
    case GELU: return gelu(x);
    case SCALE: l->number = (Real)-0.7; return scale(x, l->number);
    case SOFTMAX: return softmax(x);
    case NORM: return batch_norm(x);
    case DROPOUT:
        l->number = (Real)0.4;
        l->dropouts = ++r->dropouts;
        return dropout(x, l->number);
    case FLATTEN: return flatten(x);
    case ADD: return add(x, other);
    case CONCAT: return concat(x, other);
    default: return NULL;
    }
}

// One layer more, on the last one or any other; none where the kind does not fit there.
HELPER void grow(RandomNetwork *r, Kind kind)
{
    int last = r->layers - 1, from = between(0, 3) ? last : between(0, last),
        other = between(0, last);
    if (!fits(r, kind, from, other)) return;
    Layer l = {.kind = kind, .from = {from, other}};
    l.node = build_node(r, &l);
    add_layer(r, l);
}

// What chapter 7's kernel does in one go: convolution, relu, pooling by squares.
HELPER void grow_fused(RandomNetwork *r)
{
    if (!takes_windows(shape_at(r, r->layers - 1))) return;
    grow(r, CONV);
    grow(r, RELU);
    if (takes_windows(shape_at(r, r->layers - 1))) grow(r, MAX_POOL);
}

// -1, masked, is one of them.
HELPER Tensor random_labels(int n, int classes)
{
    Tensor t = exact_tensor(I32, shape(n));
    for (int i = 0; i < n; i++) ints(&t)[i] = between(-1, classes - 1);
    return t;
}

// One of the three losses, on a target of chance, added to the total.
HELPER void add_loss(RandomNetwork *r, int of)
{
    int k = r->losses++;
    Node *y = r->layer[of].node;
    Shape s = node_shape(y);
    r->of[k] = of;
    if (s.rank == 1 && s.dim[0] > 1 && between(0, 1)) {
        r->target[k] = input(r->graph, I32, shape());
        r->wanted[k] = random_labels(r->n, s.dim[0]);
        r->loss[k] = softmax_cross_entropy(y, r->target[k]);
    } else {
        r->target[k] = input(r->graph, REAL, s);
        r->wanted[k] = uniform(0, 1, shape_batch(r->n, s));
        r->loss[k] = between(0, 1) ? squared_error(y, r->target[k])
                                   : binary_cross_entropy(y, r->target[k]);
    }
    r->total = r->total ? add(r->total, r->loss[k]) : r->loss[k];
}

HELPER void feed_network(const RandomNetwork *r)
{
    feed(r->layer[0].node, &r->pictures);
    for (int k = 0; k < r->losses; k++) feed(r->target[k], &r->wanted[k]);
    r->params->passes = 3;   // always the same dropout
}

// All weights, biases and scales small and different from zero, where mistakes hide.
HELPER void draw_params(RandomNetwork *r)
{
    for (int i = 0; i < r->params->length; i++) {
        if (r->params->list[i].is_statistic) continue;
        Tensor w = uniform(-0.6, 0.6, r->params->list[i].shape);
        params_write(r->params, r->params->list[i].name, &w);
    }
}

// The seed decides all: layers, their sizes, the batch, the numbers.
HELPER RandomNetwork random_network(uint64_t seed, Device device)
{
    test_seed = seed * 2654435761u + 12345;
    RandomNetwork r = {.params = params_new(seed, device), .n = between(1, 9)};
    r.graph = graph_new(r.params, r.n + between(0, 3));
    Shape s =
        between(0, 4) ? shape(between(3, 10), between(3, 9), between(1, 4)) : shape(between(1, 20));
    add_layer(&r, (Layer){.kind = IMAGE, .node = input(r.graph, REAL, s)});
    wants_gradient(r.layer[0].node);
    r.pictures = distinct(shape_batch(r.n, s));
    for (size_t i = 0; i < tensor_count(&r.pictures); i++)
        reals(&r.pictures)[i] *= 2 / (Real)largest(&r.pictures);
    for (int wanted = between(1, 10), tries = 0; r.layers <= wanted && tries < 100; tries++) {
        if (between(0, 3) == 0) grow_fused(&r);
        else grow(&r, (Kind)between(0, KINDS - 1));
    }
    for (int i = 0; i < r.layers; i++)
        if (!r.layer[i].read && r.losses < MOST_LOSSES) add_loss(&r, i);
    r.penalty = between(0, 2) ? 0 : (Real)0.05;
    if (r.penalty > 0) r.total = add(r.total, l2_penalty(r.graph, r.penalty));
    draw_params(&r);
    feed_network(&r);
    return r;
}

HELPER void random_network_free(RandomNetwork *r)
{
    graph_free(r->graph);
    params_free(r->params);
}

/* ---- What it computes, as plain loops ---------------------------------------------------------*/

// NULL where the layer has none of that name.
HELPER const Tensor *param_of(const RandomNetwork *r, const Node *node, const char *what)
{
    char name[96];
    snprintf(name, sizeof name, "%s.%s", node->name, what);
    return params_find(r->params, name) ? params_read(r->params, name) : NULL;
}

HELPER Tensor plain_linear(const RandomNetwork *r, const Node *node, const Tensor *x)
{
    Tensor flat = tensor_reshape(x, shape(r->n, (int)sample_count(x->shape)));
    const Tensor *b = param_of(r, node, "bias");
    Tensor y = plain_product(&flat, param_of(r, node, "weight"));
    for (size_t i = 0; b && i < tensor_count(&y); i++)
        reals(&y)[i] += reals(b)[i % tensor_count(b)];
    return y;
}

HELPER double plain_activation(Kind kind, double x, double number)
{
    switch (kind) {
    case RELU: return x > 0 ? x : 0;
    case LEAKY: return x > 0 ? x : number * x;
    case SIGMOID: return 1 / (1 + exp(-x));
    case TANH: return tanh(x);
    case GELU: return x * (1 + erf(x / sqrt(2))) / 2;
    case SCALE: return number * x;
    default: return x;   // FLATTEN
    }
}

HELPER Tensor plain_softmax(const Tensor *z)
{
    Tensor p = garbage(z->shape);
    size_t classes = (size_t)z->shape.dim[z->shape.rank - 1];
    for (size_t i = 0; i < tensor_count(z); i += classes) {
        double sum = 0;
        for (size_t k = i; k < i + classes; k++) sum += exp((double)reals(z)[k]);
        for (size_t k = i; k < i + classes; k++)
            reals(&p)[k] = (Real)(exp((double)reals(z)[k]) / sum);
    }
    return p;
}

// By the statistics of the batch, as in training.
HELPER Tensor plain_norm(const RandomNetwork *r, const Node *node, const Tensor *x)
{
    Tensor y = garbage(x->shape);
    size_t channels = (size_t)x->shape.dim[x->shape.rank - 1], count = tensor_count(x);
    for (size_t c = 0; c < channels; c++) {
        double mean = 0, variance = 0, rows = (double)(count / channels);
        for (size_t i = c; i < count; i += channels) mean += (double)reals(x)[i] / rows;
        for (size_t i = c; i < count; i += channels)
            variance += ((double)reals(x)[i] - mean) * ((double)reals(x)[i] - mean) / rows;
        for (size_t i = c; i < count; i += channels)
            reals(&y)[i] = (Real)(((double)reals(x)[i] - mean) / sqrt(variance + 1e-5) *
                                      (double)reals(param_of(r, node, "weight"))[c] +
                                  (double)reals(param_of(r, node, "bias"))[c]);
    }
    return y;
}

HELPER Tensor plain_concat(const Tensor *a, const Tensor *b)
{
    Shape s = a->shape;
    int last = s.rank - 1, na = s.dim[last], nb = b->shape.dim[last];
    s.dim[last] = na + nb;
    Tensor y = garbage(s);
    for (int i = 0; i < (int)tensor_count(&y); i++) {
        int row = i / (na + nb), k = i % (na + nb);
        reals(&y)[i] = k < na ? reals(a)[row * na + k] : reals(b)[row * nb + k - na];
    }
    return y;
}

HELPER Tensor plain_dropout(const RandomNetwork *r, const Layer *l, const Tensor *x)
{
    Tensor y = garbage(x->shape);
    Stream stream = {r->params->seed, 3, FOR_DROPOUT, (uint16_t)l->dropouts};
    dropout_forward(&y, x, l->number, stream, 0);   // test_kernels.c knows what this does
    return y;
}

HELPER Tensor plain_layer(const RandomNetwork *r, const Layer *l, const Tensor *x,
                          const Tensor *other)
{
    Window win = l->node->set.window;
    switch (l->kind) {
    case CONV:
        return plain_conv2d(x, param_of(r, l->node, "weight"), param_of(r, l->node, "bias"), win);
    case MAX_POOL: return plain_pool(x, win, true);
    case AVG_POOL: return plain_pool(x, win, false);
    case LINEAR: return plain_linear(r, l->node, x);
    case SOFTMAX: return plain_softmax(x);
    case NORM: return plain_norm(r, l->node, x);
    case DROPOUT: return plain_dropout(r, l, x);
    case CONCAT: return plain_concat(x, other);
    default: break;
    }
    Tensor y = garbage(shape_batch(r->n, node_shape(l->node)));
    for (size_t i = 0; i < tensor_count(&y); i++)
        reals(&y)[i] = l->kind == ADD ? reals(x)[i] + reals(other)[i]
                                      : (Real)plain_activation(l->kind, (double)reals(x)[i],
                                                               (double)l->number);
    return y;
}

// The mean over the samples that are not masked, straight from the equations of kernels.h.
HELPER double plain_loss(const RandomNetwork *r, int k, const Tensor *y)
{
    double sum = 0, count = 0;
    const Tensor *t = &r->wanted[k];
    size_t per_sample = sample_count(y->shape);
    for (int i = 0; i < r->n; i++) {
        const Real *row = reals(y) + (size_t)i * per_sample;
        if (t->type == I32 && ints(t)[i] < 0) continue;
        count++;
        double all = 0;
        for (size_t c = 0; c < per_sample; c++) {
            double z = (double)row[c];
            if (t->type == I32) { all += exp(z); continue; }
            double want = (double)reals(t)[(size_t)i * per_sample + c];
            bool squared = strcmp(r->loss[k]->op->name, "squared_error") == 0;
            sum +=
                (squared ? (z - want) * (z - want) : log1p(exp(z)) - z * want) / (double)per_sample;
        }
        if (t->type == I32) sum += log(all) - (double)row[ints(t)[i]];
    }
    return count > 0 ? sum / count : 0;
}

// The values of all layers go to `value`; the result is the total loss.
HELPER double plain_network(const RandomNetwork *r, Tensor value[MOST_LAYERS])
{
    double loss = 0;
    value[0] = r->pictures;
    for (int i = 1; i < r->layers; i++) {
        const Layer *l = &r->layer[i];
        value[i] = plain_layer(r, l, &value[l->from[0]], &value[l->from[1]]);
    }
    for (int k = 0; k < r->losses; k++) loss += plain_loss(r, k, &value[r->of[k]]);
    for (int i = 0; r->penalty > 0 && i < r->params->length; i++) {
        if (!r->params->list[i].is_weight) continue;
        const Tensor *w = params_read(r->params, r->params->list[i].name);
        loss += (double)r->penalty / 2 * dot(w, w);
    }
    return loss;
}

#endif

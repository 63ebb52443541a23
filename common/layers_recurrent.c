/* layers_recurrent.c: rnn, gru and lstm. Each is two nodes: the input's part of all steps, which is
 * one product and needs no state ("lstm1.input"), and the steps themselves ("lstm1").
 */
#include "layers.h"
#include "op.h"

/* ---- A table with a row a symbol ----------------------------------------------------------------
 * Above an embedding E of few symbols, x W + b has one row a symbol: E W + b. It has no samples.
 */

enum { WEIGHT, BIAS, SYMBOLS };           // its parameters; SYMBOLS is the embedding's
enum { UNIT_BLOCK = 32, INPUT_BLOCK = 32 };

static Shape param_shape(const Node *node, int k)
{
    return node_params(node)->list[node->param[k]].shape;
}

static int table_forward_parts(const Node *node, int n)
{
    return (void)n, blocks_of(param_shape(node, WEIGHT).dim[1], UNIT_BLOCK);
}
static int table_backward_parts(const Node *node, int n)
{
    return (void)n, blocks_of(param_shape(node, WEIGHT).dim[0], INPUT_BLOCK);
}
static void table_keep(Node *node) { node_keep(node, REAL, param_shape(node, SYMBOLS), false); }

static void table_forward(const Node *node, Part part)
{
    Tensor y = node_value(node, part), x = node_param(node, SYMBOLS);
    Tensor w = node_param(node, WEIGHT), b = node_param(node, BIAS);
    linear_forward(&y, &x, &w, &b, NULL, part_blocks(part, w.shape.dim[1], UNIT_BLOCK));
}

static void table_backward(const Node *node, Part part)
{
    Tensor dy = node_gradient(node, part), x = node_param(node, SYMBOLS);
    Tensor dx = node_kept(node, 0, part), w = node_param(node, WEIGHT);
    Tensor dw = node_param_gradient(node, WEIGHT, part), db = {0};
    if (part.index == 0) db = node_param_gradient(node, BIAS, part);
    linear_backward(&dx, &dw, &db, &dy, &x, &w, part_blocks(part, w.shape.dim[0], INPUT_BLOCK));
}

// The product overwrites; what the embedding learns is added to.
static void table_weights(const Node *node, Part all)
{
    Tensor sum = node_param_gradient(node, SYMBOLS, all), dx = node_kept(node, 0, all);
    add_forward(&sum, &sum, &dx);
}

// The engine counts a sample's.
static double table_flops(const Node *node)
{
    return 2.0 * (double)shape_count(node->shape) * param_shape(node, WEIGHT).dim[0] /
           graph_batch(node);
}

static const Op table_op = {
    .name = "table",
    .reach = BATCH,
    .keep = table_keep,
    .forward_parts = table_forward_parts,
    .backward_parts = table_backward_parts,
    .forward = table_forward,
    .backward = table_backward,
    .weights = table_weights,
    .flops = table_flops,
};

static Node *table_node(const Node *embedding, int columns, const char *name, Initialiser kind)
{
    const Param *symbols = &node_params(embedding)->list[embedding->param[0]];
    int inputs = symbols->shape.dim[1];
    Node *node = node_new(embedding->graph, &table_op, REAL, shape(symbols->shape.dim[0], columns),
                          0, NULL, (Settings){.name = name});
    node->unbatched = true;
    node_add_param(node, "weight",
                   (Param){.shape = shape(inputs, columns),
                           .initialiser = kind,
                           .fan_in = inputs,
                           .fan_out = columns,
                           .is_weight = true});
    node_add_param(node, "bias", (Param){.shape = shape(columns), .initialiser = ZERO});
    node->param[node->params++] = embedding->param[0];
    return node;
}

/* ---- The steps --------------------------------------------------------------------------------*/

enum { STATE_WEIGHT, STATE_BIAS };        // its parameters
enum { STEPS, TURNED };                   // kept
enum { COLUMN_BLOCK = 32, COLUMN_PARTS = 4 };

// A slice of SEQUENCES goes through all steps without waiting for the others.
static int recurrent_parts(const Node *node, int n) { return (void)node, blocks_of(n, SEQUENCES); }
// Few parts: each reads all states.
static int recurrent_weights_parts(const Node *node, int n)
{
    int blocks = blocks_of(param_shape(node, STATE_WEIGHT).dim[1], COLUMN_BLOCK);
    return (void)n, blocks < COLUMN_PARTS ? blocks : COLUMN_PARTS;
}

static void recurrent_keep(Node *node)
{
    Shape v = param_shape(node, STATE_WEIGHT);
    node_keep(node, REAL, cell_kept(node->set.cell, node->shape.dim[0], v.dim[0]), true);
    node_keep(node, REAL, shape(v.dim[1], v.dim[0]), false);
}

static Tensor input_at(const Node *node, int k, Part part)
{
    return k > 0 ? node_input(node, k, part) : (Tensor){0};
}

// Where the state is carried, its memory; else absent.
static Tensor carried_state(const Node *node, Part part)
{
    const Node *from = node->set.state ? node->input[node->set.state] : NULL;
    if (!from || from->op != &state_op) return (Tensor){0};
    Tensor all = node_param(from, 0);
    return tensor_rows(&all, part.samples.first, part.samples.count);
}

static void recurrent_forward_node(const Node *node, Part part)
{
    part.samples = part_blocks(part, part.n, SEQUENCES);
    Tensor y = node_value(node, part), kept = node_kept(node, STEPS, part);
    Tensor last = carried_state(node, part), u = node_input(node, 0, part);
    Tensor symbol = input_at(node, node->set.symbol, part);
    Tensor start = input_at(node, node->set.state, part);
    Tensor lengths = input_at(node, node->set.lengths, part);
    Tensor v = node_param(node, STATE_WEIGHT), b = {0};
    if (node->set.cell == GRU) b = node_param(node, STATE_BIAS);
    recurrent_forward(&y, &last, &kept, node->set.cell, &u, &symbol, &v, &b, &start, &lengths);
}

static void recurrent_prepare(const Node *node, Part all)
{
    Tensor turned = node_kept(node, TURNED, all), v = node_param(node, STATE_WEIGHT);
    recurrent_turn(&turned, &v);
}

// A table's gradient sums over all samples, and waits.
static void recurrent_backward_node(const Node *node, Part part)
{
    part.samples = part_blocks(part, part.n, SEQUENCES);
    Tensor dy = node_gradient(node, part), kept = node_kept(node, STEPS, part);
    Tensor lengths = input_at(node, node->set.lengths, part), du = {0}, dstart = {0};
    Tensor turned = node_kept(node, TURNED, part);
    if (!node->set.symbol) du = node_input_gradient(node, 0, part);
    if (node->set.state) dstart = node_input_gradient(node, node->set.state, part);
    recurrent_backward(&du, &dstart, &kept, node->set.cell, &dy, &turned, &lengths);
}

static void recurrent_weights(const Node *node, Part part)
{
    Tensor dv = node_param_gradient(node, STATE_WEIGHT, part), db = {0}, dtable = {0};
    Range columns = part_blocks(part, dv.shape.dim[1], COLUMN_BLOCK);
    Tensor kept = node_kept(node, STEPS, part), symbol = input_at(node, node->set.symbol, part);
    Tensor lengths = input_at(node, node->set.lengths, part);
    if (node->set.cell == GRU) db = node_param_gradient(node, STATE_BIAS, part);
    if (node->set.symbol) dtable = node_input_gradient(node, 0, part);
    recurrent_backward_weights(&dv, &db, &dtable, &kept, node->set.cell, &symbol, &lengths,
                               columns);
}

static double recurrent_flops(const Node *node)
{
    return 2.0 * (double)shape_count(param_shape(node, STATE_WEIGHT)) * node->shape.dim[0];
}

#define RECURRENT_OP(its_name)                                                                     \
    {                                                                                              \
        .name = its_name, .reach = BATCH, .keeps_inputs = true, .keep = recurrent_keep,            \
        .forward_parts = recurrent_parts, .backward_parts = recurrent_parts,                       \
        .weights_parts = recurrent_weights_parts, .forward = recurrent_forward_node,               \
        .prepare = recurrent_prepare, .backward = recurrent_backward_node,                         \
        .weights = recurrent_weights, .flops = recurrent_flops,                                    \
    }
static const Op recurrent_op[] = {
    [RNN] = RECURRENT_OP("rnn"), [GRU] = RECURRENT_OP("gru"), [LSTM] = RECURRENT_OP("lstm")};

/* ---- Building ---------------------------------------------------------------------------------*/

// Is a table of all symbols less work than a row for each step of the batch?
static bool worth_a_table(const Node *x)
{
    if (x->op != &embedding_op || x->input[0]->shape.rank != 1) return false;
    int symbols = param_shape(x, 0).dim[0];
    return 2 * symbols <= graph_batch(x) * x->shape.dim[0];
}

// x W + b, as rows of steps or of symbols
static Node *input_part(Node *x, int columns, const char *layer, Initialiser kind)
{
    char name[MAX_NAME + 8];
    snprintf(name, sizeof name, "%s.input", layer);
    return worth_a_table(x)
               ? table_node(x, columns, name, kind)
               : linear(x, columns, .last_axis = true, .name = name, .initialiser = kind);
}

static void check_recurrent(const Node *x, int hidden, Cell cell, Recurrent set)
{
    CHECK(x->shape.rank == 2 && x->type == REAL && !x->unbatched && hidden > 0,
          "a recurrent layer of %d units on %s, expected [T, C]", hidden,
          shape_text(x->shape).text);
    CHECK(!set.lengths || (set.lengths->type == I32 && set.lengths->shape.rank == 0),
          "lengths are one number a sample");
    CHECK(!set.state || shape_equal(set.state->shape, shape(cell_states(cell) * hidden)),
          "a state %s for %d units", shape_text(set.state->shape).text, hidden);
}

static void add_weights(Node *node, int hidden, Initialiser kind)
{
    node_add_param(node, "weight",
                   (Param){.shape = shape(hidden, cell_gates(node->set.cell) * hidden),
                           .initialiser = kind,
                           .fan_in = hidden,
                           .fan_out = hidden,
                           .is_weight = true});
    if (node->set.cell == GRU)
        node_add_param(node, "bias", (Param){.shape = shape(hidden), .initialiser = ZERO});
}

Node *recurrent_layer(Node *x, int hidden, Cell cell, Recurrent set)
{
    check_recurrent(x, hidden, cell, set);
    char name[MAX_NAME];
    if (set.name) snprintf(name, sizeof name, "%s", set.name);
    else node_free_name(x->graph, recurrent_op[cell].name, name);
    Initialiser kind = set.initialiser == AS_USUAL ? XAVIER : set.initialiser;
    Node *input[MAX_INPUTS] = {input_part(x, cell_gates(cell) * hidden, name, kind)};
    int inputs = 1;
    Settings s = {.name = name, .cell = cell};
    if (input[0]->unbatched) s.symbol = inputs, input[inputs++] = x->input[0];
    if (set.lengths) s.lengths = inputs, input[inputs++] = set.lengths;
    if (set.state) s.state = inputs, input[inputs++] = set.state;
    Node *node = node_new(x->graph, &recurrent_op[cell], REAL, shape(x->shape.dim[0], hidden),
                          inputs, input, s);
    add_weights(node, hidden, kind);
    return node;
}

// layers_sequence.c: what recurrent layers stand among: linear at each step, embedding, the last
// step, states.
#include "layers.h"
#include "op.h"

/* ---- Linear over the last axis ----------------------------------------------------------------*/

// Rows of one part, at least: enough to be worth packing the weights for. Inputs of one: as in
// linear over all of a sample.
enum { ROW_BLOCK = 128, INPUT_BLOCK = 64 };

static Shape weight_shape(const Node *node)
{
    return node_params(node)->list[node->param[0]].shape;
}

static int rows_a_sample(const Node *node)
{
    return (int)(shape_count(node->shape) / (size_t)weight_shape(node).dim[1]);
}

// There are many rows: the forward pass is cut by samples.
static int steps_forward_parts(const Node *node, int n)
{
    int rows = rows_a_sample(node);
    return rows > 0 && rows < ROW_BLOCK ? blocks_of(n, ROW_BLOCK / rows) : n;
}
static int steps_backward_parts(const Node *node, int n)
{
    return (void)n, blocks_of(weight_shape(node).dim[0], INPUT_BLOCK);
}

// [N, T, C] as [N T, C]; absent stays absent
static Tensor as_rows(Tensor t, int columns)
{
    if (present(&t)) t.shape = shape((int)(tensor_count(&t) / (size_t)columns), columns);
    return t;
}

static void steps_forward(const Node *node, Part part)
{
    part.samples = part_range(part, part.n);
    if (part.samples.count == 0) return;
    Tensor w = node_param(node, 0), b = node->params > 1 ? node_param(node, 1) : (Tensor){0};
    int inputs = w.shape.dim[0], units = w.shape.dim[1];
    Tensor y = as_rows(node_value(node, part), units),
           x = as_rows(node_input(node, 0, part), inputs);
    linear_forward(&y, &x, &w, &b, NULL, (Range){0, units});
}

// Of dx the columns, of dw the rows of this part; db is for the first part alone.
static void steps_backward(const Node *node, Part part)
{
    Tensor w = node_param(node, 0), dw = node_param_gradient(node, 0, part), db = {0};
    if (node->params > 1 && part.index == 0) db = node_param_gradient(node, 1, part);
    int inputs = w.shape.dim[0], units = w.shape.dim[1];
    Tensor dy = as_rows(node_gradient(node, part), units),
           x = as_rows(node_input(node, 0, part), inputs),
           dx = as_rows(node_input_gradient(node, 0, part), inputs);
    linear_backward(&dx, &dw, &db, &dy, &x, &w, part_blocks(part, inputs, INPUT_BLOCK));
}

static double steps_flops(const Node *node)
{
    return 2.0 * (double)shape_count(weight_shape(node)) * rows_a_sample(node);
}

const Op linear_steps_op = {
    .name = "linear",
    .reach = BATCH,
    .keeps_inputs = true,
    .forward_parts = steps_forward_parts,
    .backward_parts = steps_backward_parts,
    .forward = steps_forward,
    .backward = steps_backward,
    .flops = steps_flops,
};

/* ---- Embedding --------------------------------------------------------------------------------*/

enum { COLUMN_BLOCK = 16 };

// Back by columns, so that each part owns its sums: slices would need a whole table each.
static int embedding_forward_parts(const Node *node, int n)
{
    int rows = (int)shape_count(node->input[0]->shape);
    return rows > 0 && rows < ROW_BLOCK ? blocks_of(n, ROW_BLOCK / rows) : n;
}
static int embedding_backward_parts(const Node *node, int n)
{
    return (void)n, blocks_of(weight_shape(node).dim[1], COLUMN_BLOCK);
}

static void embedding_forward_node(const Node *node, Part part)
{
    part.samples = part_range(part, part.n);
    Tensor y = node_value(node, part), symbol = node_input(node, 0, part), w = node_param(node, 0);
    embedding_forward(&y, &symbol, &w);
}

static void embedding_backward_node(const Node *node, Part part)
{
    Tensor dw = node_param_gradient(node, 0, part), dy = node_gradient(node, part);
    Tensor symbol = node_input(node, 0, part);
    embedding_backward(&dw, &dy, &symbol, part_blocks(part, dw.shape.dim[1], COLUMN_BLOCK));
}

const Op embedding_op = {
    .name = "embedding",
    .reach = BATCH,
    .keeps_inputs = true,
    .forward_parts = embedding_forward_parts,
    .backward_parts = embedding_backward_parts,
    .forward = embedding_forward_node,
    .backward = embedding_backward_node,
};

// symbol [N, …], weight [symbols, width], y [N, …, width]. Its numbers have deviation 1, as in
// PyTorch: HE's is sqrt(2 / fan_in).
Node *embedding_layer(Node *symbol, int symbols, int width, Embedding set)
{
    CHECK(symbol->type == I32 && symbols > 0 && width > 0, "an embedding of %s, %d symbols",
          symbol->name, symbols);
    Shape s = symbol->shape;
    CHECK(s.rank < MAX_RANK, "no room for an axis behind %s", shape_text(s).text);
    s.dim[s.rank++] = width;
    Node *node = node_new(symbol->graph, &embedding_op, REAL, s, 1, (Node *[]){symbol},
                          (Settings){.name = set.name});
    node_add_param(node, "weight",
                   (Param){.shape = shape(symbols, width),
                           .initialiser = HE,
                           .fan_in = 2,
                           .fan_out = width,
                           .is_weight = true});
    return node;
}

/* ---- The last step ----------------------------------------------------------------------------*/

static Tensor lengths_of(const Node *node, Part part)
{
    return node->inputs > 1 ? node_input(node, 1, part) : (Tensor){0};
}

static void last_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), x = node_input(node, 0, part);
    Tensor lengths = lengths_of(node, part);
    last_forward(&y, &x, &lengths);
}
static void last_backward_node(const Node *node, Part part)
{
    Tensor dx = node_input_gradient(node, 0, part), dy = node_gradient(node, part);
    Tensor lengths = lengths_of(node, part);
    last_backward(&dx, &dy, &lengths);
}
static const Op last_op = {.name = "last",
                           .keeps_inputs = true,
                           .forward = last_forward_node,
                           .backward = last_backward_node};

Node *last(Node *x, Node *lengths)
{
    CHECK(x->shape.rank > 0 && x->type == REAL && !x->unbatched, "the last step of %s %s", x->name,
          shape_text(x->shape).text);
    CHECK(!lengths || (lengths->type == I32 && lengths->shape.rank == 0),
          "lengths are one number a sample");
    return node_new(x->graph, &last_op, REAL, shape_sample(x->shape), lengths ? 2 : 1,
                    (Node *[]){x, lengths}, (Settings){0});
}

/* ---- States -----------------------------------------------------------------------------------*/

// A copy of what is carried, for the run: the layer writes the new state while others still read.
static void state_forward(const Node *node, Part part)
{
    Tensor y = node_value(node, part), all = node_param(node, 0);
    Tensor carried = tensor_rows(&all, part.samples.first, part.samples.count);
    tensor_copy(&y, &carried);
}
const Op state_op = {.name = "state", .forward = state_forward};

// Carried as a parameter that is not learned, [batch, numbers], so that a checkpoint has it.
Node *state(Graph *g, const char *name, int numbers)
{
    Node *node = node_new(g, &state_op, REAL, shape(numbers), 0, NULL, (Settings){.name = name});
    node_add_param(node, &STATE_ENDING[1],
                   (Param){.shape = shape(graph_batch(node), numbers),
                           .initialiser = ZERO,
                           .is_statistic = true,
                           .is_state = true});
    return node;
}

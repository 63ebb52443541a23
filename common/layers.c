// layers.c: each layer's node, and the operation behind it in terms of kernels.h.
// (Those for pictures are in layers_image.c.)
#include "layers.h"

#include "op.h"

/* ---- Linear -----------------------------------------------------------------------------------*/

// The work is cut into blocks of outputs (forward) and of inputs (backward), over the whole batch:
// each block of dx and of dw belongs to one part.
enum { UNIT_BLOCK = 32, INPUT_BLOCK = 64, CHANNEL_BLOCK = 16 };

static Shape linear_weight(const Node *node)
{
    return node_params(node)->list[node->param[0]].shape;
}
static int linear_forward_parts(const Node *node, int n)
{
    return (void)n, blocks_of(linear_weight(node).dim[1], UNIT_BLOCK);
}
static int linear_backward_parts(const Node *node, int n)
{
    return (void)n, blocks_of(linear_weight(node).dim[0], INPUT_BLOCK);
}

// y = relu?(x w + b): of y, the columns of this part
static void linear_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), x = node_input(node, 0, part), w = node_param(node, 0);
    Tensor b = node->params > 1 ? node_param(node, 1) : (Tensor){0};
    linear_forward(&y, &x, &w, &b, &node->epilogue, part_blocks(part, w.shape.dim[1], UNIT_BLOCK));
}

// Back through the relu that is fused, in place, before the products read dy.
static void linear_prepare(const Node *node, Part all)
{
    if (!node->epilogue.relu) return;
    Tensor dy = node_gradient(node, all), y = node_value(node, all);
    relu_backward(&dy, &dy, &y);
}

// Of dx the columns, of dw the rows of this part; db is for the first part alone.
static void linear_backward_node(const Node *node, Part part)
{
    Tensor dy = node_gradient(node, part), x = node_input(node, 0, part),
           dx = node_input_gradient(node, 0, part);
    Tensor w = node_param(node, 0), dw = node_param_gradient(node, 0, part), db = {0};
    if (node->params > 1 && part.index == 0) db = node_param_gradient(node, 1, part);
    linear_backward(&dx, &dw, &db, &dy, &x, &w, part_blocks(part, w.shape.dim[0], INPUT_BLOCK));
}

// 2 D H: a multiply-add a weight
static double linear_flops(const Node *node)
{
    return 2.0 * (double)shape_count(linear_weight(node));
}

static const Op linear_op = {
    .name = "linear",
    .reach = BATCH,
    .keeps_inputs = true,
    .fuses_relu = true,
    .forward_parts = linear_forward_parts,
    .backward_parts = linear_backward_parts,
    .forward = linear_forward_node,
    .prepare = linear_prepare,
    .backward = linear_backward_node,
    .flops = linear_flops,
};

// x [N, …] of D numbers a sample, weight [D, H], bias [H], y [N, H]; or over the last axis
Node *linear_layer(Node *x, int units, Linear set)
{
    int last = x->shape.rank - 1, inputs = (int)shape_count(x->shape);
    Shape s = shape(units);
    if (set.last_axis) {
        CHECK(last >= 0, "the last axis of single numbers");
        s = x->shape;
        inputs = s.dim[last];
        s.dim[last] = units;
    }
    Node *node = node_new(x->graph, set.last_axis ? &linear_steps_op : &linear_op, REAL, s, 1,
                          (Node *[]){x}, (Settings){.name = set.name});
    node_add_param(node, "weight",
                   (Param){.shape = shape(inputs, units),
                           .initialiser = set.initialiser == AS_USUAL ? HE : set.initialiser,
                           .fan_in = inputs,
                           .fan_out = units,
                           .is_weight = true});
    if (!set.no_bias)
        node_add_param(node, "bias", (Param){.shape = shape(units), .initialiser = ZERO});
    return node;
}

/* ---- Activations ------------------------------------------------------------------------------*/

// Operations y = f(x), number by number. `known` is what the backward
// kernel reads: node_input or the value.
#define FORWARD_OF(name, ...)                                                                      \
    static void name##_forward_node(const Node *node, Part part)                                   \
    {                                                                                              \
        Tensor y = node_value(node, part), x = node_input(node, 0, part);                          \
        name##_forward(&y, &x, ##__VA_ARGS__);                                                     \
    }
#define BACKWARD_OF(name, known, ...)                                                              \
    static void name##_backward_node(const Node *node, Part part)                                  \
    {                                                                                              \
        Tensor dx = node_input_gradient(node, 0, part), dy = node_gradient(node, part),            \
               at = known;                                                                         \
        name##_backward(&dx, &dy, &at, ##__VA_ARGS__);                                             \
    }
#define INPUT node_input(node, 0, part)
#define VALUE node_value(node, part)

FORWARD_OF(relu)
BACKWARD_OF(relu, VALUE)
const Op relu_op = {.name = "relu",
                    .keeps_value = true,
                    .forward = relu_forward_node,
                    .backward = relu_backward_node};

FORWARD_OF(leaky_relu, node->set.number)
BACKWARD_OF(leaky_relu, INPUT, node->set.number)
static const Op leaky_relu_op = {.name = "leakyrelu",
                                 .keeps_inputs = true,
                                 .forward = leaky_relu_forward_node,
                                 .backward = leaky_relu_backward_node};

FORWARD_OF(sigmoid)
BACKWARD_OF(sigmoid, VALUE)
static const Op sigmoid_op = {.name = "sigmoid",
                              .keeps_value = true,
                              .forward = sigmoid_forward_node,
                              .backward = sigmoid_backward_node};

FORWARD_OF(tanh)
BACKWARD_OF(tanh, VALUE)
static const Op tanh_op = {.name = "tanh",
                           .keeps_value = true,
                           .forward = tanh_forward_node,
                           .backward = tanh_backward_node};

FORWARD_OF(gelu)
BACKWARD_OF(gelu, INPUT)
static const Op gelu_op = {.name = "gelu",
                           .keeps_inputs = true,
                           .forward = gelu_forward_node,
                           .backward = gelu_backward_node};

FORWARD_OF(softmax, node->set.number)
BACKWARD_OF(softmax, VALUE, node->set.number)
static const Op softmax_op = {.name = "softmax",
                              .keeps_value = true,
                              .forward = softmax_forward_node,
                              .backward = softmax_backward_node};

FORWARD_OF(scale, node->set.number)
// dx = factor dy
static void scale_backward_node(const Node *node, Part part)
{
    Tensor dx = node_input_gradient(node, 0, part), dy = node_gradient(node, part);
    scale_forward(&dx, &dy, node->set.number);
}
static const Op scale_op = {
    .name = "scale", .forward = scale_forward_node, .backward = scale_backward_node};

// One input, and a value of its shape. Bytes can only be scaled.
static Node *unary(Node *x, const Op *op, Real number)
{
    CHECK(!x->is_loss && (x->type == REAL || op == &scale_op), "%s of %s", op->name, x->name);
    return node_new(x->graph, op, REAL, x->shape, 1, (Node *[]){x}, (Settings){.number = number});
}
Node *relu(Node *x) { return unary(x, &relu_op, 0); }
Node *leaky_relu(Node *x, Real slope) { return unary(x, &leaky_relu_op, slope); }
Node *sigmoid(Node *x) { return unary(x, &sigmoid_op, 0); }
Node *tanh_activation(Node *x) { return unary(x, &tanh_op, 0); }
Node *gelu(Node *x) { return unary(x, &gelu_op, 0); }
Node *softmax(Node *x) { return unary(x, &softmax_op, 1); }
Node *scale(Node *x, Real factor) { return unary(x, &scale_op, factor); }

/* ---- Dropout ----------------------------------------------------------------------------------*/

// Where the slice begins in the batch: numbers are drawn by place, so
// slices draw what the whole would.
static size_t first_number(const Node *node, Part part)
{
    return (size_t)part.samples.first * shape_count(node->shape);
}

// In prediction nothing is dropped, and nothing scaled: training divided by 1 - rate for that.
static void dropout_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), x = node_input(node, 0, part);
    if (node_training(node))
        dropout_forward(&y, &x, node->set.number, node_stream(node, FOR_DROPOUT),
                        first_number(node, part));
    else
        tensor_copy(&y, &x);
}
// dx is dy under the same mask, drawn again.
static void dropout_backward_node(const Node *node, Part part)
{
    Tensor dx = node_input_gradient(node, 0, part), dy = node_gradient(node, part);
    dropout_forward(&dx, &dy, node->set.number, node_stream(node, FOR_DROPOUT),
                    first_number(node, part));
}
static const Op dropout_op = {
    .name = "dropout", .forward = dropout_forward_node, .backward = dropout_backward_node};

// The dropouts of a graph are counted 1, 2, …: each has a stream of its own.
Node *dropout(Node *x, Real rate)
{
    CHECK(rate >= 0 && rate < 1, "a dropout rate of %g", (double)rate);
    Node *node = unary(x, &dropout_op, rate);
    for (int i = 0; i < graph_nodes(x->graph); i++)
        node->set.stream += graph_node(x->graph, i)->op == &dropout_op;
    return node;
}

/* ---- Batch normalisation ----------------------------------------------------------------------*/

enum { GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE };   // parameters
enum { MEAN, DEVIATION };                               // kept

static int channels_of(const Node *node) { return node->shape.dim[node->shape.rank - 1]; }
static int batch_norm_parts(const Node *node, int n)
{
    return (void)n, blocks_of(channels_of(node), CHANNEL_BLOCK);
}

// MEAN and DEVIATION, a number a channel.
static void batch_norm_keep(Node *node)
{
    node_keep(node, REAL, shape(channels_of(node)), false);
    node_keep(node, REAL, shape(channels_of(node)), false);
}

// In training the statistics are the batch's, and a part has its channels. In prediction they are
// the running ones, and the first part does all.
static void batch_norm_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), x = node_input(node, 0, part);
    Tensor mean = node_kept(node, MEAN, part), deviation = node_kept(node, DEVIATION, part);
    Tensor gamma = node_param(node, GAMMA), beta = node_param(node, BETA);
    Tensor running_mean = node_param(node, RUNNING_MEAN),
           running_variance = node_param(node, RUNNING_VARIANCE);
    if (node_training(node))
        batch_norm_forward(&y, &mean, &deviation, &running_mean, &running_variance, &x, &gamma,
                           &beta, node->set.number, node->set.epsilon,
                           part_blocks(part, channels_of(node), CHANNEL_BLOCK));
    else if (part.index == 0)
        batch_norm_apply(&y, &x, &gamma, &beta, &running_mean, &running_variance,
                         node->set.epsilon);
}

static void batch_norm_backward_node(const Node *node, Part part)
{
    Tensor dx = node_input_gradient(node, 0, part), dy = node_gradient(node, part),
           x = node_input(node, 0, part);
    Tensor mean = node_kept(node, MEAN, part), deviation = node_kept(node, DEVIATION, part);
    Tensor gamma = node_param(node, GAMMA), dgamma = node_param_gradient(node, GAMMA, part);
    Tensor dbeta = node_param_gradient(node, BETA, part);
    batch_norm_backward(&dx, &dgamma, &dbeta, &dy, &x, &gamma, &mean, &deviation,
                        part_blocks(part, channels_of(node), CHANNEL_BLOCK));
}

static const Op batch_norm_op = {.name = "norm",
                                 .reach = BATCH,
                                 .keeps_inputs = true,
                                 .keep = batch_norm_keep,
                                 .forward_parts = batch_norm_parts,
                                 .backward_parts = batch_norm_parts,
                                 .forward = batch_norm_forward_node,
                                 .backward = batch_norm_backward_node};

// x [..., C]; weight (gamma), bias (beta), running_mean and running_var [C], named as in PyTorch
Node *batch_norm(Node *x)
{
    CHECK(x->shape.rank > 0, "batch normalisation of single numbers");
    Node *node = node_new(x->graph, &batch_norm_op, REAL, x->shape, 1, (Node *[]){x},
                          (Settings){.number = (Real)0.1, .epsilon = (Real)1e-5});
    Shape s = shape(channels_of(node));
    node_add_param(node, "weight", (Param){.shape = s, .initialiser = ONE});
    node_add_param(node, "bias", (Param){.shape = s, .initialiser = ZERO});
    node_add_param(node, "running_mean",
                   (Param){.shape = s, .initialiser = ZERO, .is_statistic = true});
    node_add_param(node, "running_var",
                   (Param){.shape = s, .initialiser = ONE, .is_statistic = true});
    return node;
}

/* ---- Joining ----------------------------------------------------------------------------------*/

static const Op flatten_op = {.name = "flatten"};   // nothing to run

// A view: the same numbers, one axis.
Node *flatten(Node *x)
{
    Node *node = node_new(x->graph, &flatten_op, x->type, shape((int)shape_count(x->shape)), 1,
                          (Node *[]){x}, (Settings){0});
    node->view = true;
    return node;
}

static void add_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), a = node_input(node, 0, part), b = node_input(node, 1, part);
    add_forward(&y, &a, &b);
}
// da = db = dy, each in memory of its own, for other readers' gradients may be added there.
static void add_backward_node(const Node *node, Part part)
{
    Tensor dy = node_gradient(node, part);
    for (int k = 0; k < 2; k++) {
        Tensor dx = node_input_gradient(node, k, part);
        if (present(&dx)) tensor_copy(&dx, &dy);
    }
}
static const Op add_op = {
    .name = "add", .forward = add_forward_node, .backward = add_backward_node};
// Nothing flows back through it: each loss knows its own gradient (node_loss_gradient).
static const Op add_losses_op = {
    .name = "sum", .reach = BATCH, .of_losses = true, .forward = add_forward_node};

Node *add(Node *a, Node *b)
{
    CHECK(a->is_loss == b->is_loss && shape_equal(a->shape, b->shape), "%s %s + %s %s", a->name,
          shape_text(a->shape).text, b->name, shape_text(b->shape).text);
    Node *both[] = {a, b};
    return a->is_loss ? loss_new(a->graph, &add_losses_op, 2, both, (Settings){0})
                      : node_new(a->graph, &add_op, REAL, a->shape, 2, both, (Settings){0});
}

static void concat_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), a = node_input(node, 0, part), b = node_input(node, 1, part);
    concat_forward(&y, &a, &b);
}
static void concat_backward_node(const Node *node, Part part)
{
    Tensor dy = node_gradient(node, part), like_a = node_input(node, 0, part),
           like_b = node_input(node, 1, part);
    Tensor da = node_input_gradient(node, 0, part), db = node_input_gradient(node, 1, part);
    da.shape = like_a.shape;   // absent or not, its width says where to cut
    db.shape = like_b.shape;
    concat_backward(&da, &db, &dy);
}
static const Op concat_op = {
    .name = "concat", .forward = concat_forward_node, .backward = concat_backward_node};

// [..., A] and [..., B] give [..., A + B]; all other axes are alike.
Node *concat(Node *a, Node *b)
{
    int last = a->shape.rank - 1;
    CHECK(a->shape.rank == b->shape.rank && last >= 0, "%s beside %s", shape_text(a->shape).text,
          shape_text(b->shape).text);
    Shape s = a->shape, other = b->shape;
    s.dim[last] = other.dim[last] = a->shape.dim[last] + b->shape.dim[last];
    CHECK(shape_equal(s, other), "%s beside %s", shape_text(a->shape).text,
          shape_text(b->shape).text);
    return node_new(a->graph, &concat_op, REAL, s, 2, (Node *[]){a, b}, (Settings){0});
}

/* losses.c: the nodes that end a network. A loss has one number a sample while it is computed, and
 * one for the batch as its value: their mean, over the samples that are not masked.
 */
#include "device.h"
#include "layers.h"
#include "op.h"

enum { LOSS, PROBABILITY };   // what a loss keeps: one number a row, and softmax's result

// Numbers of the prediction that one part has at least: enough to be worth a thread.
enum { NUMBERS_A_PART = 8192 };

// A part has whole samples, at least one.
static int loss_parts(const Node *node, int n)
{
    size_t numbers = (size_t)n * shape_count(node->input[0]->shape);
    int parts = (int)(numbers / NUMBERS_A_PART);
    return parts < 1 ? 1 : parts > n ? n : parts;
}

// The part's samples of everything that has samples.
static Part rows_of(Part part)
{
    Range rows = part_range(part, part.n);
    part.samples = rows;
    return part;
}

// What the mean divides by: labels that are not masked, or samples.
static Real loss_count(const Node *node)
{
    return node->input[1]->type == I32 ? node->input[1]->unmasked : node->input[1]->fed;
}

static Real loss_scale(const Node *node)   // what each row's loss is multiplied by
{
    Real count = loss_count(node);
    return count > 0 ? node_loss_gradient(node) / count : 0;
}

// loss = the mean of the rows' losses, when all parts have written theirs
static void loss_finish(const Node *node, Part all)
{
    Tensor mean = node_value(node, all), loss = node_kept(node, LOSS, all);
    mean_forward(&mean, &loss, loss_count(node));
}

// LOSS, a number a label, and PROBABILITY, for the backward pass.
static void softmax_cross_entropy_keep(Node *node)
{
    node_keep(node, REAL, node->input[1]->shape, true);
    node_keep(node, REAL, node->input[0]->shape, true);
}
static void softmax_cross_entropy_forward_node(const Node *node, Part part)
{
    Part rows = rows_of(part);
    Tensor loss = node_kept(node, LOSS, rows), p = node_kept(node, PROBABILITY, rows);
    Tensor z = node_input(node, 0, rows), label = node_input(node, 1, rows);
    softmax_cross_entropy_forward(&loss, &p, &z, &label);
}
static void softmax_cross_entropy_backward_node(const Node *node, Part part)
{
    Part rows = rows_of(part);
    Tensor dz = node_input_gradient(node, 0, rows), p = node_kept(node, PROBABILITY, rows);
    Tensor label = node_input(node, 1, rows);
    softmax_cross_entropy_backward(&dz, &p, &label, loss_scale(node));
}
static const Op softmax_cross_entropy_op = {
    .name = "crossentropy",
    .reach = BATCH,
    .keeps_inputs = true,
    .keep = softmax_cross_entropy_keep,
    .forward_parts = loss_parts,
    .backward_parts = loss_parts,
    .forward = softmax_cross_entropy_forward_node,
    .finish = loss_finish,
    .backward = softmax_cross_entropy_backward_node,
};

static void one_loss_a_sample(Node *node) { node_keep(node, REAL, shape(), true); }

// Losses between a prediction and a target of its shape: the kernels have one form.
#define LOSS_OP(kernel)                                                                            \
    static void kernel##_forward_node(const Node *node, Part part)                                 \
    {                                                                                              \
        Part rows = rows_of(part);                                                                 \
        Tensor loss = node_kept(node, LOSS, rows), y = node_input(node, 0, rows);                  \
        Tensor target = node_input(node, 1, rows);                                                 \
        kernel##_forward(&loss, &y, &target);                                                      \
    }                                                                                              \
    static void kernel##_backward_node(const Node *node, Part part)                                \
    {                                                                                              \
        Part rows = rows_of(part);                                                                 \
        Tensor dy = node_input_gradient(node, 0, rows), y = node_input(node, 0, rows);             \
        Tensor target = node_input(node, 1, rows);                                                 \
        kernel##_backward(&dy, &y, &target, loss_scale(node));                               \
    }                                                                                              \
    static const Op kernel##_op = {                                                                \
        .name = #kernel,                                                                           \
        .reach = BATCH,                                                                            \
        .keeps_inputs = true,                                                                      \
        .keep = one_loss_a_sample,                                                                 \
        .forward_parts = loss_parts,                                                               \
        .backward_parts = loss_parts,                                                              \
        .forward = kernel##_forward_node,                                                          \
        .finish = loss_finish,                                                                     \
        .backward = kernel##_backward_node,                                                        \
    };
LOSS_OP(squared_error)
LOSS_OP(binary_cross_entropy)
LOSS_OP(soft_cross_entropy)

static Node *loss_node(const Op *op, Node *prediction, Node *target)
{
    CHECK(!target->op, "%s is compared with %s, which is no input", prediction->name, target->name);
    return loss_new(prediction->graph, op, 2, (Node *[]){prediction, target}, (Settings){0});
}

// Logits [..., K], labels [...]: one for each row of K.
Node *softmax_cross_entropy(Node *logits, Node *label)
{
    Shape rows = logits->shape;
    rows.rank--;
    CHECK(logits->shape.rank > 0 && label->type == I32 && shape_equal(label->shape, rows),
          "labels %s for logits %s", shape_text(label->shape).text, shape_text(logits->shape).text);
    return loss_node(&softmax_cross_entropy_op, logits, label);
}

static Node *loss_of_pair(const Op *op, Node *prediction, Node *target)
{
    CHECK(target->type == REAL && shape_count(prediction->shape) == shape_count(target->shape),
          "%s of %s and %s", op->name, shape_text(prediction->shape).text,
          shape_text(target->shape).text);
    return loss_node(op, prediction, target);
}
Node *squared_error(Node *prediction, Node *target)
{
    return loss_of_pair(&squared_error_op, prediction, target);
}
Node *binary_cross_entropy(Node *logit, Node *target)
{
    return loss_of_pair(&binary_cross_entropy_op, logit, target);
}
Node *soft_cross_entropy(Node *logits, Node *target)
{
    CHECK(logits->shape.rank == 1, "logits %s of one sample", shape_text(logits->shape).text);
    return loss_of_pair(&soft_cross_entropy_op, logits, target);
}

/* ---- Penalties --------------------------------------------------------------------------------*/

typedef void PenaltyForward(Tensor *loss, const Tensor *w, Real lambda);
typedef void PenaltyBackward(Tensor *dw, const Tensor *w, Real lambda);

static const Op l1_penalty_op, l2_penalty_op;

// Is this the first place in the graph, before the penalty, where this weight is used?
static bool first_use(const Node *penalty, int index, int k)
{
    const Graph *g = penalty->graph;
    int number = graph_node(g, index)->param[k];
    for (int i = 0; i <= index; i++) {
        const Node *node = graph_node(g, i);
        for (int j = 0; j < node->params; j++)
            if (node->param[j] == number) return i == index && j == k;
    }
    return true;
}

// Calls one of the kernels for each weight of the nodes built before the penalty.
static void each_weight(const Node *penalty, PenaltyForward *forward_kernel,
                        PenaltyBackward *backward_kernel, Tensor *loss, Real lambda)
{
    for (int i = 0; i < penalty->index; i++) {
        const Node *node = graph_node(penalty->graph, i);
        for (int k = 0; k < node->params; k++) {
            const Params *params = node_params(node);
            if (!params->list[node->param[k]].is_weight || !first_use(penalty, i, k)) continue;
            Tensor w = param_value(params, node->param[k]),
                   dw = param_gradient(params, node->param[k]);
            if (loss)
                forward_kernel(loss, &w, lambda);
            else
                backward_kernel(&dw, &w, lambda);
        }
    }
}

// The kernels add, weight after weight, so it begins with 0.
static void penalty_forward(const Node *node, Part part)
{
    Tensor loss = node_value(node, part);
    backend(loss.device)->clear(loss.data, sizeof(Real));
    each_weight(node, node->op == &l1_penalty_op ? l1_penalty_forward : l2_penalty_forward, NULL,
                &loss, node->set.number);
}
static void penalty_backward(const Node *node, Part part)
{
    (void)part;
    each_weight(node, NULL, node->op == &l1_penalty_op ? l1_penalty_backward : l2_penalty_backward,
                NULL, node->set.number * node_loss_gradient(node));
}
static const Op l1_penalty_op = {
    .name = "l1", .reach = BATCH, .forward = penalty_forward, .backward = penalty_backward};
static const Op l2_penalty_op = {
    .name = "l2", .reach = BATCH, .forward = penalty_forward, .backward = penalty_backward};

// It has a gradient though it has no input: what it reads is learned.
static Node *penalty(Graph *g, const Op *op, Real lambda)
{
    Node *node = loss_new(g, op, 0, NULL, (Settings){.number = lambda});
    node->has_gradient = true;
    return node;
}
Node *l1_penalty(Graph *g, Real lambda) { return penalty(g, &l1_penalty_op, lambda); }
Node *l2_penalty(Graph *g, Real lambda) { return penalty(g, &l2_penalty_op, lambda); }

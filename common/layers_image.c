// layers_image.c: convolution and pooling as nodes of a graph.
#include "layers.h"

#include "op.h"

// A setting of 0 was not said.
static int or_else(int value, int usual) { return value ? value : usual; }

// The padding after which an axis is as long as it was; the same on both
// sides, so only of an odd filter.
static int padding_that_keeps(int filter, int stride)
{
    CHECK(stride == 1, "conv2d with .same and a stride of %d: the size cannot stay", stride);
    CHECK(filter % 2 == 1,
          "conv2d with .same and a filter of %d: it would need asymmetric padding, %d before and "
          "%d after",
          filter, (filter - 1) / 2, filter / 2);
    return (filter - 1) / 2;
}

/* ---- Convolution ------------------------------------------------------------------------------*/

enum { TURNED, WINNER };   // what a convolution keeps

// Squares side by side: the only pools that are fused.
static Window pool_window(int size) { return (Window){size, size, size, size, 0, 0}; }

// [H, W, C] under the window gives [OH, OW, filters].
static Shape convolved(Shape x, int filters, Window w)
{
    int height = window_outputs(x.dim[0], w.height, w.stride_y, w.padding_y);
    int width = window_outputs(x.dim[1], w.width, w.stride_x, w.padding_x);
    return shape(height, width, filters);
}

// The turned filters and, where a pool is fused, who won in it.
static void conv2d_keep(Node *node)
{
    Shape w = node_params(node)->list[node->param[0]].shape;
    node_keep(node, REAL, shape(w.dim[0], w.dim[1], w.dim[3], w.dim[2]), false);
    if (node->epilogue.pool) node_keep(node, U8, node->result->shape, true);
}

// The gradient before relu and pooling, where these are fused.
static size_t conv2d_scratch(const Node *node)
{
    return node->result == node ? 0 : shape_count(node->shape);
}

static void conv2d_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), x = node_input(node, 0, part), w = node_param(node, 0),
           winner;
    Tensor b = node->params > 1 ? node_param(node, 1) : (Tensor){0};
    Epilogue epilogue = node->epilogue;
    if (epilogue.pool) {
        winner = node_kept(node, WINNER, part);
        epilogue.winner = &winner;
    }
    conv2d_forward(&y, &x, &w, &b, node->set.window, &epilogue);
}

// The filters are turned once a step, for all slices; not where the input has no gradient.
static void conv2d_prepare(const Node *node, Part all)
{
    Tensor turned = node_kept(node, TURNED, all), w = node_param(node, 0);
    if (node->edge[0].exists) conv2d_turn(&turned, &w);
}

// First back through what is fused, from dy to dz, the gradient of the convolution itself. A pool
// needs no relu after it: where relu cut off, nobody has won. Then dw, db and dx from dz.
static void conv2d_backward_node(const Node *node, Part part)
{
    Tensor dy = node_gradient(node, part), x = node_input(node, 0, part),
           dx = node_input_gradient(node, 0, part);
    Tensor dw = node_param_gradient(node, 0, part), db = {0};
    if (node->params > 1) db = node_param_gradient(node, 1, part);
    Tensor dz = dy;
    if (node->result != node) dz = node_scratch(node, node->shape, part);
    if (node->epilogue.pool) {
        Tensor winner = node_kept(node, WINNER, part);
        max_pool2d_backward(&dz, &dy, &winner, pool_window(node->epilogue.pool));
    } else if (node->epilogue.relu) {
        Tensor y = node_value(node, part);
        relu_backward(&dz, &dy, &y);
    }
    conv2d_backward_weights(&dw, &db, &dz, &x, node->set.window);
    if (!present(&dx)) return;
    Tensor turned = node_kept(node, TURNED, part);
    conv2d_backward_input(&dx, &dz, &turned, node->set.window);
}

// 2 OH OW F KH KW C: each number of y is a sum over a filter
static double conv2d_flops(const Node *node)
{
    Shape w = node_params(node)->list[node->param[0]].shape;
    return 2.0 * (double)shape_count(node->shape) * w.dim[0] * w.dim[1] * w.dim[2];
}

static const Op conv2d_op = {
    .name = "conv",
    .reach = SAMPLE,
    .keeps_inputs = true,
    .fuses_relu = true,
    .fuses_pool = true,
    .keep = conv2d_keep,
    .scratch = conv2d_scratch,
    .forward = conv2d_forward_node,
    .prepare = conv2d_prepare,
    .backward = conv2d_backward_node,
    .flops = conv2d_flops,
};

Node *conv2d_layer(Node *x, int filters, int size, Conv2d set)
{
    CHECK(x->shape.rank == 3, "conv2d of %s: pictures are [H, W, C]", shape_text(x->shape).text);
    Window w = {or_else(set.height, size),
                or_else(set.width, size),
                or_else(set.stride_y, or_else(set.stride, 1)),
                or_else(set.stride_x, or_else(set.stride, 1)),
                or_else(set.padding_y, set.padding),
                or_else(set.padding_x, set.padding)};
    if (set.same) {
        w.padding_y = padding_that_keeps(w.height, w.stride_y);
        w.padding_x = padding_that_keeps(w.width, w.stride_x);
    }
    Shape y = convolved(x->shape, filters, w);
    CHECK(shape_count(y) > 0, "a %d x %d filter does not fit into %s", w.height, w.width,
          shape_text(x->shape).text);
    int channels = x->shape.dim[2], area = w.height * w.width;
    Node *node = node_new(x->graph, &conv2d_op, REAL, y, 1, (Node *[]){x},
                          (Settings){.name = set.name, .window = w});
    node_add_param(node, "weight",
                   (Param){.shape = shape(w.height, w.width, channels, filters),
                           .initialiser = set.initialiser == AS_USUAL ? HE : set.initialiser,
                           .fan_in = area * channels,
                           .fan_out = area * filters,
                           .is_weight = true});
    if (!set.no_bias)
        node_add_param(node, "bias", (Param){.shape = shape(filters), .initialiser = ZERO});
    return node;
}

/* ---- Pooling ----------------------------------------------------------------------------------*/

static void max_pool2d_keep(Node *node) { node_keep(node, U8, node->shape, true); }

static void max_pool2d_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), winner = node_kept(node, 0, part),
           x = node_input(node, 0, part);
    max_pool2d_forward(&y, &winner, &x, node->set.window);
}
static void max_pool2d_backward_node(const Node *node, Part part)
{
    Tensor dx = node_input_gradient(node, 0, part), dy = node_gradient(node, part),
           winner = node_kept(node, 0, part);
    max_pool2d_backward(&dx, &dy, &winner, node->set.window);
}
const Op max_pool2d_op = {.name = "pool",
                          .reach = SAMPLE,
                          .keep = max_pool2d_keep,
                          .forward = max_pool2d_forward_node,
                          .backward = max_pool2d_backward_node};

static void avg_pool2d_forward_node(const Node *node, Part part)
{
    Tensor y = node_value(node, part), x = node_input(node, 0, part);
    avg_pool2d_forward(&y, &x, node->set.window);
}
static void avg_pool2d_backward_node(const Node *node, Part part)
{
    Tensor dx = node_input_gradient(node, 0, part), dy = node_gradient(node, part);
    avg_pool2d_backward(&dx, &dy, node->set.window);
}
static const Op avg_pool2d_op = {.name = "avgpool",
                                 .reach = SAMPLE,
                                 .forward = avg_pool2d_forward_node,
                                 .backward = avg_pool2d_backward_node};

// What both have in common: the window moves by its own size if no stride is said.
static Node *pool2d(Node *x, const Op *op, int size, Pool2d set)
{
    CHECK(x->shape.rank == 3, "pooling of %s: pictures are [H, W, C]", shape_text(x->shape).text);
    int height = or_else(set.height, size), width = or_else(set.width, size);
    Window w = {height,
                width,
                or_else(set.stride_y, or_else(set.stride, height)),
                or_else(set.stride_x, or_else(set.stride, width)),
                or_else(set.padding_y, set.padding),
                or_else(set.padding_x, set.padding)};
    CHECK(w.padding_y < height && w.padding_x < width,
          "pooling by %d x %d with padding %d x %d: a window would see nothing", height, width,
          w.padding_y, w.padding_x);
    Shape y = convolved(x->shape, x->shape.dim[2], w);
    CHECK(shape_count(y) > 0, "a %d x %d window does not fit into %s", height, width,
          shape_text(x->shape).text);
    return node_new(x->graph, op, REAL, y, 1, (Node *[]){x}, (Settings){.window = w});
}
Node *max_pool2d_layer(Node *x, int size, Pool2d set)
{
    Node *node = pool2d(x, &max_pool2d_op, size, set);
    Window w = node->set.window;
    CHECK(w.height * w.width < NO_WINNER, "a maximum over %d x %d: at most %d pixels", w.height,
          w.width, NO_WINNER - 1);
    return node;
}
Node *avg_pool2d_layer(Node *x, int size, Pool2d set)
{
    return pool2d(x, &avg_pool2d_op, size, set);
}

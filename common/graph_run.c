/* graph_run.c: feeding, the forward and the backward pass, prediction.
 *
 * Both passes go through the graph segment by segment. In a segment of SAMPLE operations each part of
 * the work is a slice of samples that runs through all its nodes; otherwise the segment is one BATCH
 * operation, which says itself into how many parts it is cut.
 */
#include <stdlib.h>

#include "graph_private.h"
#include "parallel.h"

static int count_unmasked(const Tensor *labels)
{
    int unmasked = 0;
    for (size_t i = 0; i < tensor_count(labels); i++) unmasked += ints(labels)[i] >= 0;
    return unmasked;
}

void feed(Node *node, const Tensor *samples)
{
    CHECK(!node->op, "%s is no input", node->name);
    CHECK(samples->type == node->type, "%s takes numbers of type %d, not %d", node->name,
          node->type, samples->type);
    CHECK(samples->shape.rank > 0 && shape_equal(shape_sample(samples->shape), node->shape),
          "%s takes samples %s, not %s in a batch %s", node->name, shape_text(node->shape).text,
          samples->shape.rank ? shape_text(shape_sample(samples->shape)).text : "single numbers",
          shape_text(samples->shape).text);
    int n = samples->shape.dim[0];
    CHECK(n <= node->graph->batch, "%d samples fed to a graph for %d", n, node->graph->batch);
    Tensor value = tensor_rows(&node->value, 0, n);
    if (n) tensor_copy(&value, samples);
    node->fed = n;
    node->graph->forwarded = false;   // what backward() would read is no longer what forward() read
    if (node->type == I32) node->unmasked = count_unmasked(samples);
}

// A segment in one pass or the other: what the parts of the work have in common.
typedef struct Pass {
    Graph *graph;
    int segment;
    Node *node;   // BATCH: the only one
    int parts;   // slices, or what its operation says
} Pass;

static Part slice_part(const Graph *g, int index, int parts)
{
    int first = index * g->slice;
    int left = g->n - first;
    return (Part){.n = g->n,
                  .samples = {first, left < g->slice ? left : g->slice},
                  .index = index,
                  .parts = parts};
}

static Part batch_part(const Graph *g, int index, int parts)
{
    return (Part){.n = g->n, .samples = {0, g->n}, .index = index, .parts = parts};
}

static bool takes_part(const Node *node, const Pass *pass)
{
    return executes(node) && node->needed && node->segment == pass->segment;
}

static void forward_slice(void *env, int index)
{
    const Pass *pass = env;
    Part part = slice_part(pass->graph, index, pass->parts);
    for (int i = 0; i < pass->graph->nodes; i++) {
        Node *node = pass->graph->node[i];
        if (takes_part(node, pass)) node->op->forward(node, part);
    }
}

static void forward_part(void *env, int index)
{
    const Pass *pass = env;
    pass->node->op->forward(pass->node, batch_part(pass->graph, index, pass->parts));
}

static void add_readers(const Node *node, Part part)
{
    Tensor sum = {0};
    Node *reader = NULL;
    int k = 0;
    while (next_reader(node, &reader, &k)) {
        if (!reader->edge[k].active) continue;
        Tensor one = edge_tensor(reader, k, node->result, part);
        if (present(&sum))
            add_forward(&sum, &sum, &one);
        else
            sum = one;
    }
}

static void backward_slice(void *env, int index)
{
    const Pass *pass = env;
    Graph *g = pass->graph;
    Part part = slice_part(g, index, pass->parts);
    for (int i = g->nodes - 1; i >= 0; i--) {
        Node *node = g->node[i];
        if (!takes_part(node, pass) || !node->has_gradient) continue;
        add_readers(node, part);
        for (int k = 0; k < node->params; k++) {
            Tensor own = node_param_gradient(node, k, part);
            backend(own.device)->clear(own.data, tensor_count(&own) * sizeof(Real));
        }
        node->op->backward(node, part);
    }
}

static void backward_part(void *env, int index)
{
    const Pass *pass = env;
    pass->node->op->backward(pass->node, batch_part(pass->graph, index, pass->parts));
}

static void add_slices(const Node *node, int k, const Pass *pass, Range range)
{
    const Graph *g = pass->graph;
    Tensor sum = param_gradient(g->params, node->param[k]),
           parts = tensor_rows(&g->slice_gradients, 0, pass->parts);
    sum = tensor_reshape(&sum, shape((int)tensor_count(&sum)));
    parts.data = (Real *)parts.data + node->slice_offset[k];
    sum_parts(&sum, &parts, range);
}

static void reduce_part(void *env, int index)
{
    const Pass *pass = env;
    const Graph *g = pass->graph;
    const Reduction *r = &g->reduction[index];
    for (int i = 0; i < g->nodes; i++) {
        const Node *node = g->node[i];
        for (int k = 0; takes_part(node, pass) && k < node->params; k++)
            if (node->param[k] == r->param) add_slices(node, k, pass, r->range);
    }
}

static void reduce(Pass *pass)
{
    const Graph *g = pass->graph;
    bool any = false;
    for (int i = 0; i < g->nodes; i++)
        any |= takes_part(g->node[i], pass) && g->node[i]->params > 0;
    if (any) backend(g->params->device)->for_parts(g->reductions, reduce_part, pass);
}

// The first node of the segment in this run, or NULL; backward, the first that has a gradient.
static Node *first_of(const Pass *pass, bool back)
{
    for (int i = 0; i < pass->graph->nodes; i++) {
        Node *node = pass->graph->node[i];
        if (takes_part(node, pass) && (!back || node->has_gradient)) return node;
    }
    return NULL;
}

static int slices(const Graph *g) { return (g->n + g->slice - 1) / g->slice; }

// Below a tenth of a millisecond, about so many operations, waking other threads costs more than they do.
static const double WORTH_THREADS = 1e6;

static double operations(const Pass *pass)   // roughly; a number without a product counts as four
{
    double sum = 0;
    for (int i = 0; i < pass->graph->nodes; i++) {
        const Node *node = pass->graph->node[i];
        if (!takes_part(node, pass)) continue;
        sum += node->op->flops ? node->op->flops(node) : 4 * (double)shape_count(node->shape);
    }
    return sum * pass->graph->n;
}

// The same parts in either way, so the same bits.
static void run_parts(Pass *pass, int parts, void (*body)(void *env, int part))
{
    pass->parts = parts;
    if (operations(pass) >= WORTH_THREADS) {
        backend(pass->graph->params->device)->for_parts(parts, body, pass);
    } else {
        for (int part = 0; part < parts; part++) body(pass, part);
    }
}

static void run_forward(Graph *g)
{
    for (int segment = 0; segment < g->segments; segment++) {
        Pass pass = {.graph = g, .segment = segment};
        Node *node = pass.node = first_of(&pass, false);
        if (!node) continue;
        if (node->op->reach == SAMPLE) {
            run_parts(&pass, slices(g), forward_slice);
        } else {
            run_parts(&pass, node->op->forward_parts ? node->op->forward_parts(node, g->n) : 1,
                      forward_part);
            if (node->op->finish) node->op->finish(node, batch_part(g, 0, 1));
        }
    }
}

static void run_backward(Graph *g)
{
    for (int segment = g->segments - 1; segment >= 0; segment--) {
        Pass pass = {.graph = g, .segment = segment};
        Node *node = pass.node = first_of(&pass, true);
        if (!node) continue;
        Part all = batch_part(g, 0, 1);
        if (node->op->reach == BATCH) add_readers(node, all);
        for (int i = 0; i < g->nodes; i++)
            if (takes_part(g->node[i], &pass) && g->node[i]->has_gradient &&
                g->node[i]->op->prepare)
                g->node[i]->op->prepare(g->node[i], all);
        if (node->op->reach == SAMPLE) {
            run_parts(&pass, slices(g), backward_slice);
            reduce(&pass);
        } else {
            run_parts(&pass, node->op->backward_parts ? node->op->backward_parts(node, g->n) : 1,
                      backward_part);
        }
    }
    for (int i = 0; i < g->nodes; i++) {
        Node *node = g->node[i];
        if (!node->wanted || !node->needed) continue;
        add_readers(node, batch_part(g, 0, 1));
        node->answer = node_gradient(node, batch_part(g, 0, 1));
    }
}

// Marks what the output needs, and finds out how many samples this run has.
static void begin_run(Graph *g, Node *output, bool training)
{
    plan(g);
    params_ready(g->params);
    g->training = training;
    mark_needed(g, output);
    g->n = -1;
    for (int i = 0; i < g->nodes; i++) {
        Node *node = g->node[i];
        if (node->op || !node->needed) continue;
        CHECK(g->n < 0 || g->n == node->fed, "%s was fed %d samples, another input %d", node->name,
              node->fed, g->n);
        g->n = node->fed;
    }
    CHECK(g->n != 0, "%s is run before its inputs are fed", output->name);
    if (g->n < 0) g->n = 1;   // a penalty alone needs no samples
}

Real node_number(const Tensor *t)
{
    Real number;
    Tensor host = tensor_view(CPU, REAL, t->shape, &number);
    tensor_copy(&host, t);
    return number;
}

Real forward(Node *loss)
{
    CHECK(loss->whole, "%s is no loss: it has %s a sample", loss->name,
          shape_text(loss->shape).text);
    Graph *g = loss->graph;
    begin_run(g, loss, true);
    g->pass = g->params->passes++;
    run_forward(g);
    g->forwarded = true;
    return node_number(&loss->value);
}

void backward(Node *loss)
{
    Graph *g = loss->graph;
    CHECK(g->planned && g->forwarded && loss->needed,
          "backward(%s) without its own forward(%s) just before it", loss->name, loss->name);
    CHECK(g->workers >= threads_count(), "more threads than in forward(%s)", loss->name);
    g->forwarded = false;
    mark_needed(g, loss);
    run_backward(g);
}

/* A node in the middle of a fused kernel has no value: the kernel is told to stop there, and writes into
 * memory of the node's own.
 */
static void run_unfused(Node *node)
{
    Node *head = executor(node), *result = head->result;
    Epilogue epilogue = head->epilogue;
    if (!node->value.data)
        node->value = tensor_new(node->graph->params->device, node->type,
                                 shape_batch(node->graph->batch, node->shape));
    head->result = node;
    head->epilogue = (Epilogue){.relu = epilogue.relu && node != head};
    run_forward(node->graph);
    head->result = result;
    head->epilogue = epilogue;
}

const Tensor *predict(Node *node)
{
    Graph *g = node->graph;
    Node *shown = storage(node);
    begin_run(g, node, false);
    g->forwarded = false;
    if (shown->op && executor(shown)->result != shown)
        run_unfused(shown);
    else
        run_forward(g);
    Part all = batch_part(g, 0, 1);
    node->answer = cut(&shown->value, shown->whole, all);
    if (!node->whole) node->answer = tensor_reshape(&node->answer, shape_batch(g->n, node->shape));
    return &node->answer;
}

const Tensor *gradient(const Node *node)
{
    CHECK(node->wanted, "%s kept no gradient: ask with wants_gradient before the first run",
          node->name);
    return &node->answer;
}

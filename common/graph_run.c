/* graph_run.c: feeding, the forward and the backward pass, prediction.
 *
 * Both passes go through the graph segment by segment. In a segment of SAMPLE operations each part
 * of the work is a slice of samples that runs through all its nodes; otherwise the segment is one
 * BATCH operation, which says itself into how many parts it is cut.
 */
#include <math.h>
#include <stdlib.h>

#include "graph_private.h"
#include "parallel.h"

// A label of -1 is masked.
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
    if (node->type == I32)
        node->unmasked = samples->device == CPU ? count_unmasked(samples)
                                                : (int)tensor_count(samples);
}

// A leg on its way: what the parts of its work have in common.
typedef struct Pass {
    Graph *graph;
    const Leg *leg;
    int parts;   // slices, or what the leg's one operation says
} Pass;

// The device cuts the work itself: there is one slice, and one part.
static bool whole_batch(const Graph *g) { return backend(g->params->device)->whole_batch; }

// Slice `index` of the batch: g->slice samples, the last one perhaps fewer.
static Part slice_part(const Graph *g, int index, int parts)
{
    int first = index * g->slice;
    int left = g->n - first;
    return (Part){.n = g->n,
                  .samples = {first, left < g->slice ? left : g->slice},
                  .index = index,
                  .parts = parts};
}

// All samples; the operation itself finds by the index what its part of the work is.
static Part batch_part(const Graph *g, int index, int parts)
{
    return (Part){.n = g->n, .samples = {0, g->n}, .index = index, .parts = parts};
}

// A slice through all nodes of the leg, one after the other, while its numbers are in cache.
static void forward_slice(void *env, int index)
{
    const Pass *pass = env;
    Part part = slice_part(pass->graph, index, pass->parts);
    for (int i = 0; i < pass->leg->nodes; i++) {
        const Node *node = pass->leg->node[i];
        node->op->forward(node, part);
    }
}

// One part of the leg's only node.
static void forward_part(void *env, int index)
{
    const Pass *pass = env;
    const Node *node = pass->leg->node[0];
    node->op->forward(node, batch_part(pass->graph, index, pass->parts));
}

// The gradients of the other readers are added to the first one's, in the order of building.
static void add_readers(const Node *node, Part part)
{
    if (node->sum_of < 2 || node->is_loss) return;
    Tensor sum = node_gradient(node, part);
    for (int r = node->first_sender + 1; r < node->readers; r++) {
        const Reader *reader = &node->reader[r];
        if (!reader->node->edge[reader->k].active) continue;
        Tensor one = edge_tensor(reader->node, reader->k, node->result, part);
        add_forward(&sum, &sum, &one);
    }
}

// Zero in what the slice will add to: the gradients of the segment's parameters.
static void clear_places(const Graph *g, const Segment *segment, int slice)
{
    Tensor own = tensor_rows(&g->slice_gradients, slice, 1);
    backend(own.device)->clear((Real *)own.data + segment->offset, segment->count * sizeof(Real));
}

// The slice back through the leg. All readers of a node come after it, so its
// gradient is complete when it is its turn.
static void backward_slice(void *env, int index)
{
    const Pass *pass = env;
    Graph *g = pass->graph;
    Part part = slice_part(g, index, pass->parts);
    if (!whole_batch(g)) clear_places(g, pass->leg->segment, index);
    for (int i = pass->leg->nodes - 1; i >= 0; i--) {
        const Node *node = pass->leg->node[i];
        add_readers(node, part);
        node->op->backward(node, part);
    }
}

static void backward_part(void *env, int index)
{
    const Pass *pass = env;
    const Node *node = pass->leg->node[0];
    node->op->backward(node, batch_part(pass->graph, index, pass->parts));
}

static void weights_part(void *env, int index)
{
    const Pass *pass = env;
    const Node *node = pass->leg->node[0];
    node->op->weights(node, batch_part(pass->graph, index, pass->parts));
}

// Adds the slices' gradients of one block of a parameter to the batch's.
static void reduce_part(void *env, int index)
{
    const Pass *pass = env;
    const Graph *g = pass->graph;
    const Reduction *r = &g->reduction[pass->leg->segment->first_reduction + index];
    Tensor sum = param_gradient(g->params, r->param);
    Tensor parts = tensor_rows(&g->slice_gradients, 0, pass->parts);
    sum = tensor_reshape(&sum, shape((int)tensor_count(&sum)));
    parts.data = (Real *)parts.data + r->offset;
    sum_parts(&sum, &parts, r->range);
}

// Below a tenth of a millisecond, about so many operations, waking other threads costs more than
// they save.
static const double WORTH_THREADS = 1e6;

// Where a step was found to be faster alone (pace.h), no leg has threads.
static bool with_threads(const Graph *g, const Leg *leg)
{
    return !g->params->pace.alone && leg->operations * g->n >= WORTH_THREADS;
}

// The same parts in either way, so the same bits.
static void run_parts(Pass *pass, int parts, void (*body)(void *env, int part))
{
    if (with_threads(pass->graph, pass->leg)) {
        backend(pass->graph->params->device)->for_parts(parts, body, pass);
    } else {
        for (int part = 0; part < parts; part++) body(pass, part);
    }
}

static int slices(const Graph *g) { return (g->n + g->slice - 1) / g->slice; }

// Into how many parts a BATCH operation is cut.
static int parts_of(const Graph *g, const Node *node, int (*parts)(const Node *, int n))
{
    return parts && !whole_batch(g) ? parts(node, g->n) : 1;
}

// A leg ends before the next begins, for that may read what any part of it wrote.
static void run_forward(Graph *g)
{
    for (int i = 0; i < g->route.forwards; i++) {
        Pass pass = {.graph = g, .leg = &g->route.forward[i]};
        const Node *node = pass.leg->node[0];
        if (node->op->reach == SAMPLE) {
            pass.parts = slices(g);
            run_parts(&pass, pass.parts, forward_slice);
        } else {
            pass.parts = parts_of(g, node, node->op->forward_parts);
            run_parts(&pass, pass.parts, forward_part);
            if (node->op->finish) node->op->finish(node, batch_part(g, 0, 1));
        }
    }
}

// When all slices are done, their parameter gradients are added up, block by block.
static void back_through_slices(Pass *pass)
{
    Graph *g = pass->graph;
    pass->parts = slices(g);
    run_parts(pass, pass->parts, backward_slice);
    if (!whole_batch(g)) run_parts(pass, pass->leg->segment->reductions, reduce_part);
}

// What sums over all samples waits until all parts of them are back.
static void back_through_batch(Pass *pass)
{
    Graph *g = pass->graph;
    const Node *node = pass->leg->node[0];
    pass->parts = parts_of(g, node, node->op->backward_parts);
    run_parts(pass, pass->parts, backward_part);
    if (!node->op->weights) return;
    pass->parts = parts_of(g, node, node->op->weights_parts);
    run_parts(pass, pass->parts, weights_part);
}

// Legs from the last to the first, and at the end the gradients of those inputs that want theirs.
// What an operation prepares, it prepares once, for all of its parts.
static void run_backward(Graph *g)
{
    Part all = batch_part(g, 0, 1);
    for (int i = g->route.backwards - 1; i >= 0; i--) {
        Pass pass = {.graph = g, .leg = &g->route.backward[i]};
        bool batch = pass.leg->node[0]->op->reach == BATCH;
        if (batch) add_readers(pass.leg->node[0], all);
        for (int k = 0; k < pass.leg->nodes; k++)
            if (pass.leg->node[k]->op->prepare)
                pass.leg->node[k]->op->prepare(pass.leg->node[k], all);
        if (batch) back_through_batch(&pass);
        else back_through_slices(&pass);
    }
    for (int i = 0; i < g->route.inputs; i++) {
        Node *node = g->route.input[i];
        if (!node->wanted) continue;
        add_readers(node, all);
        node->answer = node_gradient(node, all);
    }
}

// Finds out what the output needs, and how many samples this run has.
static void begin_run(Graph *g, Node *output, bool training)
{
    plan(g);
    params_ready(g->params);
    route_to(g, output);
    g->training = training;
    g->n = g->route.inputs ? g->route.input[0]->fed : 1;   // a penalty alone needs no samples
    for (int i = 0; i < g->route.inputs; i++) {
        const Node *node = g->route.input[i];
        CHECK(g->n == node->fed, "%s was fed %d samples, another input %d", node->name, node->fed,
              g->n);
    }
    CHECK(g->n != 0, "%s is run before its inputs are fed", output->name);
}

// The one number of a loss, on any device. Where it stays there, added to those before it, NaN, so
// that whoever prints it sees that it is none.
static Real loss_of(Params *params, const Tensor *loss)
{
    Real number = (Real)NAN;
    Tensor host = tensor_view(CPU, REAL, loss->shape, &number);
    if (!present(&params->loss_sum)) {
        tensor_copy(&host, loss);
    } else {
        add_forward(&params->loss_sum, &params->loss_sum, loss);
        params->losses++;
    }
    return number;
}

static void run_training(Node *loss)
{
    CHECK(loss->is_loss, "%s is no loss: it has %s a sample", loss->name,
          shape_text(loss->shape).text);
    Graph *g = loss->graph;
    begin_run(g, loss, true);
    g->pass = g->params->passes++;
    pace_step(&g->params->pace, g->route.operations * g->n);
    run_forward(g);
    g->forwarded = true;
}

Real forward(Node *loss)
{
    run_training(loss);
    return loss_of(loss->graph->params, &loss->value);
}

void forward_unread(Node *loss) { run_training(loss); }

void backward(Node *loss)
{
    Graph *g = loss->graph;
    CHECK(g->planned && g->forwarded && loss == g->route.output,
          "backward(%s) without its own forward(%s) just before it", loss->name, loss->name);
    CHECK(g->workers >= threads_count(), "more threads than in forward(%s)", loss->name);
    g->forwarded = false;
    run_backward(g);
}

/* ---- Answers ----------------------------------------------------------------------------------*/

/* A node in the middle of a fused kernel has no value: the kernel is told to stop there,
 * and writes into memory of the node's own.
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

// The answer as the host can read it: where it lies, or in a copy that the node owns.
static const Tensor *read_answer(Node *node)
{
    if (node->answer.device == CPU) return &node->answer;
    if (!present(&node->host))
        node->host = tensor_new(CPU, node->type,
                                node->unbatched ? node->shape
                                                : shape_batch(node->graph->batch, node->shape));
    Tensor host = samples_of(&node->host, node, batch_part(node->graph, 0, 1));
    tensor_copy(&host, &node->answer);
    node->answer = host;
    return &node->answer;
}

// A node that is fused into another has a value only where that one's kernel runs unfused.
const Tensor *predict(Node *node)
{
    Graph *g = node->graph;
    begin_run(g, node, false);
    g->forwarded = false;
    Node *shown = node->stored;
    if (shown->op && executor(shown)->result != shown) run_unfused(shown);
    else run_forward(g);
    node->answer = samples_of(&shown->value, node, batch_part(g, 0, 1));
    return read_answer(node);
}

const Tensor *gradient(Node *node)
{
    CHECK(node->wanted, "%s kept no gradient: ask with wants_gradient before the first run",
          node->name);
    CHECK(present(&node->answer), "gradient(%s) before any backward()", node->name);
    return read_answer(node);
}

/* plan.c: who computes what, in which order. Made once, before a graph's
 * first run; plan_memory.c gives it memory.
 *
 * Example   Week 7's network for a batch of 64. Each line is a segment: nodes that a slice of four
 *           samples runs through in one go, or one operation over the whole batch.
 *
 *             0   scale1, conv1 (relu1, pool1), conv2 (relu2, pool2)      16 slices
 *             1   linear1 (relu3)                                          4 parts of 32 units
 *             2   dropout1                                                16 slices
 *             3   linear2                                                  1 part
 *             4   crossentropy1                                            1 part
 *
 *           What stands in brackets is fused: the kernel of conv1 writes what pool1 gives, and
 *           relu1 has no value unless predict() asks for it. flatten1 is a view and runs
 *           nothing. Backward goes 4, 3, 2, 1, 0.
 */
#include <stdlib.h>
#include <string.h>

#include "graph_private.h"
#include "parallel.h"

/* ---- Who executes -----------------------------------------------------------------------------*/

// Who has the memory: the node itself, or the one behind its views.
static Node *storage(Node *node)
{
    while (node->view) node = node->input[0];
    return node;
}

Node *executor(Node *node)
{
    node = storage(node);
    while (node->fused_into) node = node->fused_into;
    return node;
}

bool executes(const Node *node) { return node->op && !node->view && !node->fused_into; }

/* ---- Fusing -----------------------------------------------------------------------------------*/

// Of all nodes, views included; NULL where there is not just one.
static Node *only_reader(const Node *node)
{
    Node *only = NULL;
    for (int i = 0; i < node->graph->nodes; i++) {
        Node *candidate = node->graph->node[i];
        for (int k = 0; k < candidate->inputs; k++) {
            if (candidate->input[k] != node) continue;
            if (only) return NULL;
            only = candidate;
        }
    }
    return only;
}

static bool plain_pool(const Node *node)   // squares side by side
{
    Window w = node->set.window;
    return node->op == &max_pool2d_op && w.height * w.width < NO_WINNER && w.height == w.width &&
           w.stride_y == w.height && w.stride_x == w.height && w.padding_y == 0 && w.padding_x == 0;
}

// relu, a pool, or relu and then a pool become the epilogue of the node before them. What lies
// between them is never written, so nobody else may read it.
static void fuse(Node *head)
{
    head->result = head;
    head->epilogue = (Epilogue){0};
    if (!head->op) return;
    Node *next = only_reader(head);
    if (head->op->fuses_relu && next && next->op == &relu_op) {
        head->epilogue.relu = true;
        next->fused_into = head;
        head->result = next;
        next = only_reader(next);
    }
    if (head->op->fuses_pool && next && plain_pool(next)) {
        head->epilogue.pool = next->set.window.height;
        next->fused_into = head;
        head->result = next;
    }
}

// SAMPLE nodes that follow each other share a segment; a BATCH node has one to itself.
static void cut_into_segments(Graph *g)
{
    g->order = allocate((size_t)g->nodes, sizeof(Node *));
    g->segment = allocate((size_t)g->nodes, sizeof(Segment));
    g->running = g->segments = 0;
    bool open = false;   // may the next SAMPLE node join?
    for (int i = 0; i < g->nodes; i++) {
        Node *node = g->node[i];
        if (!executes(node)) continue;
        bool sample = node->op->reach == SAMPLE;
        if (!(sample && open)) g->segment[g->segments++] = (Segment){.first = g->running};
        open = sample;
        node->segment = g->segments - 1;
        g->segment[node->segment].nodes++;
        g->order[g->running++] = node;
    }
}

/* ---- Who reads whom ---------------------------------------------------------------------------*/

static Node *writer_of_input(const Node *reader, int k) { return executor(reader->input[k]); }

// Readers in the order of building: this order is the order in which their gradients are added.
static void list_readers(Graph *g)
{
    int edges = 0;
    for (int i = 0; i < g->nodes; i++) g->node[i]->readers = 0;
    for (int i = 0; i < g->running; i++) {
        for (int k = 0; k < g->order[i]->inputs; k++) writer_of_input(g->order[i], k)->readers++;
        edges += g->order[i]->inputs;
    }
    Reader *next = g->reader = allocate((size_t)edges, sizeof(Reader));
    for (int i = 0; i < g->nodes; i++) {
        g->node[i]->reader = next;
        next += g->node[i]->readers;
        g->node[i]->readers = 0;
    }
    for (int i = 0; i < g->running; i++)
        for (int k = 0; k < g->order[i]->inputs; k++) {
            Node *writer = writer_of_input(g->order[i], k);
            writer->reader[writer->readers++] = (Reader){g->order[i], k};
        }
}

void plan(Graph *g)
{
    if (g->planned && g->workers >= threads_count()) return;
    plan_free(g);
    const Backend *device = backend(g->params->device);
    g->slice = device->whole_batch ? g->batch : device->slice(g->batch);
    for (int i = 0; i < g->nodes; i++) {
        g->node[i]->fused_into = NULL;
        g->node[i]->stored = storage(g->node[i]);
    }
    for (int i = 0; i < g->nodes; i++)
        if (executes(g->node[i]) || !g->node[i]->op) fuse(g->node[i]);
    cut_into_segments(g);
    list_readers(g);
    plan_memory(g);
    g->planned = true;
}

void plan_free(Graph *g)
{
    tensor_free(&g->arena);
    tensor_free(&g->worker_memory);
    tensor_free(&g->slice_gradients);
    free(g->reduction);
    free(g->order);
    free(g->segment);
    free(g->reader);
    g->reduction = NULL;
    g->order = NULL;
    g->segment = NULL;
    g->reader = NULL;
    route_free(g);
    for (int i = 0; i < g->nodes; i++) {
        Node *node = g->node[i];
        if (!node->op || node->view) continue;
        if (executor(node)->result != node) tensor_free(&node->value);   // its own: see run_unfused
        node->value.data = NULL;
    }
    g->planned = g->forwarded = false;
}

// A number all of whose bits are set is NaN.
static void spoil(Tensor *t)
{
    if (t->device == CPU && present(t)) memset(t->data, 0xFF, tensor_count(t) * sizeof(Real));
}

void plan_spoil(Graph *g)
{
    plan(g);
    spoil(&g->arena);
    spoil(&g->worker_memory);
    spoil(&g->slice_gradients);
}

/* plan.c: who computes what, in which order, in which memory. Made once, before a graph's first run.
 *
 * Time runs over segments: 0, 1, … in the forward pass, then back. Every tensor has a life, from the
 * segment that writes it to the last one that reads it, and two tensors whose lives do not meet may
 * share a place. Inside a segment slices run at their own pace, so its tensors never share.
 */
#include <stdlib.h>
#include <string.h>

#include "graph_private.h"
#include "parallel.h"

/* ---- Who executes ------------------------------------------------------------------------------*/

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

/* ---- Fusing ------------------------------------------------------------------------------------*/

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
    return node->op == &max_pool2d_op && w.height * w.width < NO_WINNER && w.height == w.width && w.stride_y == w.height &&
           w.stride_x == w.height && w.padding_y == 0 && w.padding_x == 0;
}

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

/* ---- Who reads whom ----------------------------------------------------------------------------*/

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

/* ---- Memory ------------------------------------------------------------------------------------*/

// A tensor to be placed: its size in bytes and its life, the first and the last moment at which it is used.
typedef struct Claim {
    Tensor *tensor;
    size_t size, offset;
    int first, last;
} Claim;

typedef struct Claims {
    Claim *list;
    int length;
} Claims;

static int forward_time(const Node *node) { return node->segment; }
static int backward_time(const Node *node) { return 2 * node->graph->segments - 1 - node->segment; }

static void claim(Claims *claims, Tensor *tensor, size_t size, int first, int last)
{
    claims->list = realloc(claims->list, ((size_t)claims->length + 1) * sizeof(Claim));
    CHECK(claims->list, "out of memory for a plan");
    claims->list[claims->length++] = (Claim){tensor, (size + 63) / 64 * 64, 0, first, last};
}

static bool meet(const Claim *a, const Claim *b)
{
    return a->first <= b->last && b->first <= a->last;
}

// The lowest place for claim i that no earlier claim alive at the same time holds.
static void place(Claims *claims, int i)
{
    Claim *mine = &claims->list[i];
    for (int k = 0; k < i; k++) {
        Claim *other = &claims->list[k];
        bool overlap =
            mine->offset < other->offset + other->size && other->offset < mine->offset + mine->size;
        if (!meet(mine, other) || !overlap) continue;
        mine->offset = other->offset + other->size;
        k = -1;   // from the start again, at the new place
    }
}

static int larger_first(const void *a, const void *b)
{
    const Claim *x = a, *y = b;
    if (x->size != y->size) return x->size < y->size ? 1 : -1;
    return x->first != y->first ? x->first - y->first : x->last - y->last;
}

static size_t place_all(Claims *claims)   // gives the bytes that all need together
{
    size_t size = 0;
    if (claims->length) qsort(claims->list, (size_t)claims->length, sizeof(Claim), larger_first);
    for (int i = 0; i < claims->length; i++) {
        place(claims, i);
        size_t end = claims->list[i].offset + claims->list[i].size;
        if (end > size) size = end;
    }
    return size;
}

static void claim_tensor(Claims *claims, Tensor *tensor, Device device, Type type, Shape s,
                         int first, int last)
{
    *tensor = tensor_view(device, type, s, NULL);
    claim(claims, tensor, shape_count(s) * type_size(type), first, last);
}

static Shape value_shape(const Node *node)
{
    return node->is_loss ? node->shape : shape_batch(node->graph->batch, node->shape);
}

// A value lives until its last reader; where the backward pass wants it, until that.
static void claim_value(Claims *claims, Node *node)
{
    int last = forward_time(node), again = backward_time(node);
    bool own = node->op->keeps_value || (node->epilogue.relu && node->epilogue.pool < 2);
    if (own && node->has_gradient) last = again;
    for (int r = 0; r < node->readers; r++) {
        const Node *reader = node->reader[r].node;
        if (forward_time(reader) > last) last = forward_time(reader);
        if (reader->op->keeps_inputs && reader->has_gradient && backward_time(reader) > last)
            last = backward_time(reader);
    }
    Graph *g = node->graph;
    claim_tensor(claims, &node->result->value, g->params->device, node->type,
                 value_shape(node->result), forward_time(node),
                 node->is_loss ? 2 * g->segments : last);
}

static void claim_kept(Claims *claims, Node *node)
{
    node->keeps = 0;
    if (node->op->keep) node->op->keep(node);
    for (int k = 0; k < node->keeps; k++) {
        Kept *kept = &node->kept[k];
        Shape s = kept->a_sample ? shape_batch(node->graph->batch, kept->shape) : kept->shape;
        claim_tensor(claims, &kept->tensor, node->graph->params->device, kept->type, s,
                     forward_time(node),
                     node->has_gradient ? backward_time(node) : forward_time(node));
    }
}

static void claim_edges(Claims *claims, Node *node)
{
    Graph *g = node->graph;
    for (int k = 0; k < node->inputs; k++) {
        Node *source = executor(node->input[k]);
        Edge *edge = &node->edge[k];
        *edge = (Edge){.exists = source->has_gradient};
        if (!edge->exists) continue;
        bool together = source->op && source->segment == node->segment && node->op->reach == SAMPLE;
        edge->in_slice = together;
        if (together) continue;
        int last = source->op ? backward_time(source) : 2 * g->segments;
        claim_tensor(claims, &edge->tensor, g->params->device, REAL, value_shape(source->result),
                     backward_time(node), last);
    }
}

static void plan_arena(Graph *g)
{
    Claims claims = {0};
    for (int i = 0; i < g->running; i++) {
        claim_value(&claims, g->order[i]);
        claim_kept(&claims, g->order[i]);
        claim_edges(&claims, g->order[i]);
    }
    size_t size = place_all(&claims);
    g->arena = tensor_new(g->params->device, REAL, shape_flat(size / sizeof(Real) + 1));
    for (int i = 0; i < claims.length; i++)
        claims.list[i].tensor->data = (char *)g->arena.data + claims.list[i].offset;
    free(claims.list);
}

// Memory inside a slice: time runs over the nodes of the segment, from the last back to the first.
static size_t plan_slice(Graph *g, const Segment *segment)
{
    Claims claims = {0};
    for (int i = segment->first; i < segment->first + segment->nodes; i++) {
        Node *node = g->order[i];
        if (node->op->scratch)
            claim(&claims, &node->scratch.tensor,
                  node->op->scratch(node) * (size_t)g->slice * sizeof(Real), -node->index,
                  -node->index);
        for (int k = 0; k < node->inputs; k++) {
            if (!node->edge[k].in_slice) continue;
            Node *source = executor(node->input[k]);
            size_t size = shape_count(shape_batch(g->slice, source->result->shape)) * sizeof(Real);
            claim(&claims, &node->edge[k].tensor, size, -node->index, -source->index);
        }
    }
    size_t size = place_all(&claims);
    for (int i = 0; i < claims.length; i++) {
        Edge *edge = (Edge *)((char *)claims.list[i].tensor - offsetof(Edge, tensor));
        edge->offset = claims.list[i].offset / sizeof(Real);
    }
    free(claims.list);
    return size;
}

static void plan_workers(Graph *g)
{
    size_t most = 0;
    for (int segment = 0; segment < g->segments; segment++) {
        size_t size = plan_slice(g, &g->segment[segment]);
        if (size > most) most = size;
    }
    g->workers = threads_count();
    g->worker_memory =
        tensor_new(g->params->device, REAL, shape_batch(g->workers, shape_flat(most / sizeof(Real))));
}

// Each parameter is added up in blocks of this many numbers.
enum { BLOCK = 4096 };

static void add_reductions(Graph *g, Segment *segment, int param, size_t offset)
{
    int count = (int)g->params->list[param].count, before = segment->first_reduction + segment->reductions;
    int blocks = (count + BLOCK - 1) / BLOCK;
    g->reduction = realloc(g->reduction, (size_t)(before + blocks) * sizeof(Reduction));
    CHECK(g->reduction || !blocks, "out of memory for a plan");
    for (int k = 0; k < blocks; k++) {
        int first = k * BLOCK, left = count - first;
        g->reduction[before + k] =
            (Reduction){param, {first, left < BLOCK ? left : BLOCK}, offset};
    }
    segment->reductions += blocks;
}

// A parameter's place in the slices' buffers, if a node of the segment has it already.
static bool has_place(const Graph *g, const Segment *segment, int param, size_t *offset)
{
    const Reduction *list = g->reduction + segment->first_reduction;
    for (int i = 0; i < segment->reductions; i++) {
        if (list[i].param != param) continue;
        *offset = list[i].offset;
        return true;
    }
    return false;
}

// Every parameter of a segment of SAMPLE nodes gets one place, of whole cache lines, from `used` on.
static size_t plan_places(Graph *g, Segment *segment, size_t used)
{
    for (int i = segment->first; i < segment->first + segment->nodes; i++) {
        Node *node = g->order[i];
        for (int k = 0; k < node->params && node->op->reach == SAMPLE; k++) {
            if (has_place(g, segment, node->param[k], &node->slice_offset[k])) continue;
            node->slice_offset[k] = used;
            used += (g->params->list[node->param[k]].count + 15) / 16 * 16;
            add_reductions(g, segment, node->param[k], node->slice_offset[k]);
        }
    }
    return used;
}

static void plan_reductions(Graph *g)
{
    size_t used = 0;
    int reductions = 0;
    for (int i = 0; i < g->segments; i++) {
        Segment *segment = &g->segment[i];
        segment->first_reduction = reductions;
        segment->offset = used;
        used = plan_places(g, segment, used);
        segment->count = used - segment->offset;
        reductions += segment->reductions;
    }
    int slices = backend(g->params->device)->whole_batch ? 0 : (g->batch + g->slice - 1) / g->slice;
    g->slice_gradients = tensor_new(g->params->device, REAL, shape_batch(slices, shape_flat(used)));
}

static Tensor one(Device device)
{
    Real number = 1;
    Tensor host = tensor_view(CPU, REAL, shape(1), &number), t = tensor_new(device, REAL, shape(1));
    tensor_copy(&t, &host);
    return t;
}

void plan(Graph *g)
{
    if (g->planned && g->workers >= threads_count()) return;
    plan_free(g);
    Device device = g->params->device;
    g->slice = backend(device)->whole_batch ? g->batch : backend(device)->slice(g->batch);
    for (int i = 0; i < g->nodes; i++) {
        g->node[i]->fused_into = NULL;
        g->node[i]->stored = storage(g->node[i]);
    }
    for (int i = 0; i < g->nodes; i++)
        if (executes(g->node[i]) || !g->node[i]->op) fuse(g->node[i]);
    cut_into_segments(g);
    list_readers(g);
    plan_arena(g);
    plan_workers(g);
    plan_reductions(g);
    g->seed = one(device);
    g->planned = true;
}

void plan_free(Graph *g)
{
    tensor_free(&g->arena);
    tensor_free(&g->worker_memory);
    tensor_free(&g->slice_gradients);
    tensor_free(&g->seed);
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

static void spoil(Tensor *t)
{
    if (t->device == CPU && present(t)) memset(t->data, 0xFF, tensor_count(t) * sizeof(Real));   // NaN
}

void plan_spoil(Graph *g)
{
    plan(g);
    spoil(&g->arena);
    spoil(&g->worker_memory);
    spoil(&g->slice_gradients);
}

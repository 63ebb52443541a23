/* plan_memory.c: a place for every tensor of a graph, found before its first run.
 *
 * Time runs over segments: 0, 1, … in the forward pass, then back. Every tensor has a life, from
 * the segment that writes it to the last one that reads it, and two tensors whose lives do not meet
 * may share a place. Inside a segment slices run at their own pace, so its tensors never share.
 *
 * Example   Week 7 has segments 0 … 4 (plan.c), so times 0 … 4, and back 5 … 9:
 *           segment s goes back at 9 - s.
 *
 *             tensor                          written    last read                      life
 *             value of conv1 (pool1)          0          by conv2's backward pass       0 … 9
 *             value of dropout1               2          by linear2's backward pass     2 … 6
 *             probabilities of crossentropy1  4          by its own backward pass       4 … 5
 *             gradient linear2 -> dropout1    6          by dropout1's backward pass    6 … 7
 *             gradient linear1 -> conv2       8          by conv2's backward pass       8 … 9
 *
 *           The last of these may lie where dropout1's value lay. What conv2 sends to conv1 never
 *           leaves the slice: it lies in the memory of the thread that runs it.
 */
#include <stdlib.h>

#include "graph_private.h"
#include "parallel.h"

// A tensor to be placed: its size in bytes and its life, the first and
// the last moment at which it is used.
typedef struct Claim {
    Tensor *tensor;
    size_t size, offset;
    int first, last;
} Claim;

typedef struct Claims {
    Claim *list;
    int length;
} Claims;

// Segment s runs at s, and back at 2 segments - 1 - s.
static int forward_time(const Node *node) { return node->segment; }
static int backward_time(const Node *node) { return 2 * node->graph->segments - 1 - node->segment; }

// In whole cache lines, so that no two tensors share one.
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

// The large ones first, for the small ones then fill the gaps; equals in the order of their lives.
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

// The tensor has its shape now and its memory when all have been placed.
static void claim_tensor(Claims *claims, Tensor *tensor, Device device, Type type, Shape s,
                         int first, int last)
{
    *tensor = tensor_view(device, type, s, NULL);
    claim(claims, tensor, shape_count(s) * type_size(type), first, last);
}

static Shape value_shape(const Node *node)
{
    return node->unbatched ? node->shape : shape_batch(node->graph->batch, node->shape);
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

// What a node keeps lives from its forward to its backward pass.
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

// A gradient lives from the backward pass of its reader, which writes it, to that of its source;
// one of an input to the end, for gradient() reads it. Between two nodes of one segment it never
// leaves the slice, and plan_slice finds its place.
static void claim_edges(Claims *claims, Node *node)
{
    Graph *g = node->graph;
    for (int k = 0; k < node->inputs; k++) {
        Node *source = executor(node->input[k]);
        Edge *edge = &node->edge[k];
        *edge = (Edge){.exists = source->has_gradient};
        if (!edge->exists || source->is_loss) continue;   // a loss's gradient is the host's
        bool together = source->op && source->segment == node->segment && node->op->reach == SAMPLE;
        edge->in_slice = together;
        if (together) continue;
        int last = source->op ? backward_time(source) : 2 * g->segments;
        claim_tensor(claims, &edge->tensor, g->params->device, REAL, value_shape(source->result),
                     backward_time(node), last);
    }
}

// Values, kept numbers and gradients of the whole batch, in one piece of memory.
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
    for (int i = 0; i < claims.length; i++) {   // each claim here is of an edge's tensor
        Edge *edge = (Edge *)((char *)claims.list[i].tensor - offsetof(Edge, tensor));
        edge->offset = claims.list[i].offset / sizeof(Real);
    }
    free(claims.list);
    return size;
}

// A piece for each thread, as large as the segment that needs most. A device that takes the whole
// batch has one slice, and so one piece.
static void plan_workers(Graph *g)
{
    size_t most = 0;
    for (int segment = 0; segment < g->segments; segment++) {
        size_t size = plan_slice(g, &g->segment[segment]);
        if (size > most) most = size;
    }
    g->workers = threads_count();
    int pieces = backend(g->params->device)->whole_batch ? 1 : g->workers;
    g->worker_memory = tensor_new(g->params->device, REAL,
                                  shape_batch(pieces, shape_flat(most / sizeof(Real))));
}

// Each parameter is added up in blocks of this many numbers.
enum { BLOCK = 4096 };

// The blocks of one parameter, each a part of the work of adding up.
static void add_reductions(Graph *g, Segment *segment, int param, size_t offset)
{
    int count = (int)g->params->list[param].count,
        before = segment->first_reduction + segment->reductions;
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
    for (int i = 0; i < segment->reductions; i++) {
        const Reduction *r = &g->reduction[segment->first_reduction + i];
        if (r->param != param) continue;
        *offset = r->offset;
        return true;
    }
    return false;
}

// Every parameter of a segment of SAMPLE nodes gets one place, of whole
// cache lines, from `used` on.
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

// The places of all segments lie one behind the other in one buffer,
// and each slice has such a buffer.
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

void plan_memory(Graph *g)
{
    plan_arena(g);
    plan_workers(g);
    plan_reductions(g);
}

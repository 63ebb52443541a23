// graph.c: building a graph, and what an operation sees of it.
#include <stdlib.h>
#include <string.h>

#include "graph_private.h"
#include "parallel.h"

/* ---- Building ---------------------------------------------------------------------------------*/

Graph *graph_new(Params *params, int batch)
{
    CHECK(batch > 0, "a graph for batches of %d samples", batch);
    Graph *g = allocate(1, sizeof *g);
    g->params = params;
    g->batch = batch;
    return g;
}

void graph_free(Graph *g)
{
    if (!g) return;
    plan_free(g);
    for (int i = 0; i < g->nodes; i++) {
        if (!g->node[i]->op) tensor_free(&g->node[i]->value);
        tensor_free(&g->node[i]->host);
        free(g->node[i]);
    }
    free(g->node);
    free(g);
}

static bool has_name(const Graph *g, const char *name)
{
    for (int i = 0; i < g->nodes; i++)
        if (strcmp(g->node[i]->name, name) == 0) return true;
    return false;
}

// conv1, conv2, …: the first that is free. Only a name that is said can be that of another node,
// and then the two share their parameters.
void node_free_name(const Graph *g, const char *kind, char name[MAX_NAME])
{
    int number = 1;
    do snprintf(name, MAX_NAME, "%s%d", kind, number++);
    while (has_name(g, name));
}

static void give_name(Node *node, const Graph *g)
{
    char name[MAX_NAME];
    node_free_name(g, node->op ? node->op->name : node->type == I32 ? "label" : "input", name);
    memcpy(node->name, name, sizeof name);
}

// The plan, if there is one, is void now. A node has a gradient if one of its inputs has; what it
// learns itself is added later (node_add_param).
Node *node_new(Graph *g, const Op *op, Type type, Shape sample, int inputs, Node *const *from,
               Settings set)
{
    CHECK(inputs <= MAX_INPUTS, "%d inputs", inputs);
    plan_free(g);
    Node **list = realloc(g->node, ((size_t)g->nodes + 1) * sizeof(Node *));
    CHECK(list, "out of memory for a node");
    g->node = list;
    Node *node = g->node[g->nodes] = allocate(1, sizeof *node);
    *node = (Node){.op = op,
                   .graph = g,
                   .index = g->nodes,
                   .inputs = inputs,
                   .set = set,
                   .type = type,
                   .shape = sample,
                   .bytes = shape_count(sample) * type_size(type)};
    for (int k = 0; k < inputs; k++) {
        CHECK(from[k]->graph == g, "%s and its input belong to two graphs", op->name);
        CHECK(!from[k]->is_loss || op->of_losses, "%s of %s, which is one number a batch", op->name,
              from[k]->name);
        node->input[k] = from[k];
        node->has_gradient |= from[k]->has_gradient;
    }
    if (set.name) snprintf(node->name, sizeof node->name, "%s", set.name);
    else give_name(node, g);
    g->nodes++;
    return node;
}

Node *loss_new(Graph *g, const Op *op, int inputs, Node *const *from, Settings set)
{
    Node *node = node_new(g, op, REAL, shape(1), inputs, from, set);
    node->is_loss = node->unbatched = true;
    return node;
}

void node_add_param(Node *node, const char *suffix, Param description)
{
    CHECK(node->params < MAX_NODE_PARAMS, "%s has too many parameters", node->name);
    int length = snprintf(description.name, sizeof description.name, "%s.%s", node->name, suffix);
    CHECK(length < MAX_NAME, "the name %s.%s is too long", node->name, suffix);
    node->param[node->params++] = params_add(node->graph->params, description);
    node->has_gradient |= !description.is_statistic;
}

void node_keep(Node *node, Type type, Shape shape, bool a_sample)
{
    CHECK(node->keeps < MAX_KEPT, "%s keeps too much", node->name);
    node->kept[node->keeps++] = (Kept){.type = type, .shape = shape, .a_sample = a_sample};
}

// Its value has memory of its own, outside of the plan: feed() may write there at any time.
Node *input(Graph *g, Type type, Shape sample)
{
    Node *node = node_new(g, NULL, type, sample, 0, NULL, (Settings){0});
    node->value = tensor_new(g->params->device, type, shape_batch(g->batch, sample));
    return node;
}

// Asked for after building too: all that is made from the input has a gradient then.
void wants_gradient(Node *node)
{
    CHECK(!node->op && node->type == REAL, "%s is no input of real numbers", node->name);
    plan_free(node->graph);
    node->wanted = node->has_gradient = true;
    for (int i = 0; i < node->graph->nodes; i++) {
        Node *later = node->graph->node[i];
        for (int k = 0; k < later->inputs; k++)
            later->has_gradient |= later->input[k]->has_gradient;
    }
}

Shape node_shape(const Node *node) { return node->shape; }
int graph_batch(const Node *node) { return node->graph->batch; }
int graph_nodes(const Graph *g) { return g->nodes; }
Node *graph_node(const Graph *g, int index) { return g->node[index]; }
Node *node_before(const Node *node, int k) { return k < node->inputs ? node->input[k] : NULL; }

Node *node_after(const Node *node)
{
    for (int i = node->index + 1; i < node->graph->nodes; i++)
        for (int k = 0; k < node->graph->node[i]->inputs; k++)
            if (node->graph->node[i]->input[k] == node) return node->graph->node[i];
    return NULL;
}

void graph_forget(Graph *g)
{
    params_ready(g->params);
    for (int i = 0; i < g->nodes; i++) {
        if (g->node[i]->op != &state_op) continue;
        Tensor carried = node_param(g->node[i], 0);
        backend(carried.device)->clear(carried.data, tensor_count(&carried) * sizeof(Real));
    }
}

/* ---- An operation's view of its data ----------------------------------------------------------*/

// The shares meet without a gap and differ by one at most.
Range part_range(Part part, int count)
{
    int first = (int)((int64_t)count * part.index / part.parts);
    return (Range){first, (int)((int64_t)count * (part.index + 1) / part.parts) - first};
}

int blocks_of(int count, int block) { return (count + block - 1) / block; }

Range part_blocks(Part part, int count, int block)
{
    Range r = part_range(part, blocks_of(count, block));
    r.first *= block;
    r.count = r.first + r.count * block < count ? r.count * block : count - r.first;
    return r;
}

// What has no samples every part sees whole.
Tensor samples_of(const Tensor *t, const Node *like, Part part)
{
    if (like->unbatched) return tensor_view(t->device, t->type, like->shape, t->data);
    return tensor_view(t->device, t->type, shape_batch(part.samples.count, like->shape),
                       (char *)t->data + (size_t)part.samples.first * like->bytes);
}

// Behind a view lie another node's numbers: the memory is that node's, the shape the view's.
Tensor node_input(const Node *node, int k, Part part)
{
    return samples_of(&node->input[k]->stored->value, node->input[k], part);
}

Tensor node_value(const Node *node, Part part)
{
    return samples_of(&node->result->value, node->result, part);
}

// The memory in which this thread keeps what lives while a slice goes back, from `offset` on.
static Tensor of_worker(const Graph *g, size_t offset, Shape s)
{
    const Tensor *all = &g->worker_memory;
    size_t first = (size_t)thread_index() * (size_t)all->shape.dim[1];
    return tensor_view(all->device, REAL, s, (Real *)all->data + first + offset);
}

// Absent, or in the memory of the batch, or in that of the thread which runs the slice.
Tensor edge_tensor(const Node *reader, int k, const Node *like, Part part)
{
    const Edge *edge = &reader->edge[k];
    if (!edge->exists) return (Tensor){0};
    if (!edge->in_slice) return samples_of(&edge->tensor, like, part);
    return of_worker(reader->graph, edge->offset, shape_batch(part.samples.count, like->shape));
}

Tensor node_input_gradient(const Node *node, int k, Part part)
{
    return edge_tensor(node, k, node->input[k], part);
}

// The first sender's gradient, to which add_readers has added the others.
Tensor node_gradient(const Node *node, Part part)
{
    CHECK(node->sum_of > 0, "%s has no gradient", node->name);
    const Reader *first = &node->reader[node->first_sender];
    return edge_tensor(first->node, first->k, node->result, part);
}

// Losses are only ever added to each other, so it is the number of ways from one to the last: no
// device need be asked for it.
Real node_loss_gradient(const Node *node)
{
    if (node->sum_of == 0) return 1;
    Real ways = 0;
    for (int r = 0; r < node->readers; r++) {
        const Reader *reader = &node->reader[r];
        if (reader->node->edge[reader->k].active) ways += node_loss_gradient(reader->node);
    }
    return ways;
}

Tensor node_kept(const Node *node, int k, Part part)
{
    const Kept *kept = &node->kept[k];
    return kept->a_sample ? tensor_rows(&kept->tensor, part.samples.first, part.samples.count)
                          : kept->tensor;
}

Tensor node_scratch(const Node *node, Shape sample, Part part)
{
    return of_worker(node->graph, node->scratch.offset, shape_batch(part.samples.count, sample));
}

Tensor node_param(const Node *node, int k)
{
    return param_value(node->graph->params, node->param[k]);
}

// Slices run at the same time, so each adds to a buffer of its own; reduce_part adds these up.
// Parts of a BATCH operation own different numbers, and a device that takes the whole batch has one
// slice: these add to the parameter's gradient itself.
Tensor node_param_gradient(const Node *node, int k, Part part)
{
    const Graph *g = node->graph;
    if (node->op->reach == BATCH || backend(g->params->device)->whole_batch)
        return param_gradient(g->params, node->param[k]);
    Tensor mine = tensor_rows(&g->slice_gradients, part.index, 1);
    return tensor_view(mine.device, REAL, g->params->list[node->param[k]].shape,
                       (Real *)mine.data + node->slice_offset[k]);
}

const Params *node_params(const Node *node) { return node->graph->params; }
bool node_training(const Node *node) { return node->graph->training; }

// The pass is the stream's step: each forward() draws new numbers,
// and its backward() the same again.
Stream node_stream(const Node *node, Purpose purpose)
{
    const Graph *g = node->graph;
    return (Stream){g->params->seed, g->pass, (uint16_t)purpose, (uint16_t)node->set.stream};
}

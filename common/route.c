/* route.c: what one output needs of a plan: which nodes run forward,
 * which run back, whose gradients add up.
 *
 * A training asks for the same loss at every step, so the route is found once
 * and the step costs what its nodes cost. Example: week 7's loss needs every
 * segment; predict(maps1) needs the first alone.
 */
#include <stdlib.h>

#include "graph_private.h"

// From the output back: all that a needed node reads is needed, and its edges are active.
static void mark_needed(Graph *g, Node *output)
{
    for (int i = 0; i < g->nodes; i++) g->node[i]->needed = false;
    executor(output)->needed = true;
    for (int i = g->running - 1; i >= 0; i--) {
        Node *node = g->order[i];
        for (int k = 0; k < node->inputs; k++) {
            node->edge[k].active = node->needed && node->edge[k].exists;
            if (node->needed) executor(node->input[k])->needed = true;
        }
    }
}

// A node may have several readers. The first one whose gradient arrives holds the sum.
static void find_senders(Node *node)
{
    node->sum_of = 0;
    for (int r = 0; r < node->readers; r++) {
        const Reader *reader = &node->reader[r];
        if (!reader->node->edge[reader->k].active) continue;
        if (node->sum_of++ == 0) node->first_sender = r;
    }
}

// Roughly, a sample's: without a product each number counts as four. A loss has one number as its
// value, but an exponential for each of its prediction: these count as sixteen.
static double operations(const Node *node)
{
    if (node->op->flops) return node->op->flops(node);
    return node->is_loss && node->inputs > 0 ? 16 * (double)shape_count(node->input[0]->shape)
                                             : 4 * (double)shape_count(node->shape);
}

static bool goes_back(const Node *node) { return node->has_gradient && node->op->backward; }

// The segment's nodes that are needed, and in the backward pass go back, into `place`.
static Leg leg_of(const Graph *g, const Segment *segment, bool back, Node **place)
{
    Leg leg = {.segment = segment, .node = place};
    for (int i = segment->first; i < segment->first + segment->nodes; i++) {
        Node *node = g->order[i];
        if (!node->needed || (back && !goes_back(node))) continue;
        leg.node[leg.nodes++] = node;
        leg.operations += operations(node);
    }
    return leg;
}

// One leg for each segment in which anything is left; returns how many.
static int find_legs(Graph *g, Leg *legs, bool back, Node **place)
{
    int count = 0;
    for (int s = 0; s < g->segments; s++) {
        Leg leg = leg_of(g, &g->segment[s], back, place);
        if (leg.nodes == 0) continue;
        legs[count++] = leg;
        place += leg.nodes;
    }
    return count;
}

// Room for the longest route, through all segments and nodes.
static void route_new(Graph *g)
{
    Route *r = &g->route;
    size_t segments = (size_t)g->segments, nodes = (size_t)g->nodes;
    r->forward = allocate(segments, sizeof(Leg));
    r->backward = allocate(segments, sizeof(Leg));
    r->node = allocate(2 * nodes, sizeof(Node *));
    r->input = allocate(nodes, sizeof(Node *));
}

void route_free(Graph *g)
{
    free(g->route.forward);
    free(g->route.backward);
    free(g->route.node);
    free(g->route.input);
    g->route = (Route){0};
}

// A backward pass counts twice in the operations: one product for the gradient to
// the input, one for that to the weights.
void route_to(Graph *g, Node *output)
{
    Route *r = &g->route;
    if (r->output == output) return;
    if (!r->forward) route_new(g);
    mark_needed(g, output);
    r->inputs = 0;
    for (int i = 0; i < g->nodes; i++) {
        Node *node = g->node[i];
        find_senders(node);
        if (!node->op && node->needed) r->input[r->inputs++] = node;
    }
    r->forwards = find_legs(g, r->forward, false, r->node);
    r->backwards = find_legs(g, r->backward, true, r->node + g->nodes);
    r->operations = 0;
    for (int i = 0; i < r->forwards; i++) r->operations += r->forward[i].operations;
    for (int i = 0; i < r->backwards; i++) r->operations += 2 * r->backward[i].operations;
    r->output = output;
}

/* graph_private.h: what the files of the graph share, and nobody else needs.
 *
 *     graph.c         building                      route.c        what one output needs of a plan
 *     plan.c          who computes what, in which   graph_run.c    feeding and running
 *                     order                         graph_print.c  summary, table, drawing
 *     plan_memory.c   in which memory
 */
#ifndef GRAPH_PRIVATE_H
#define GRAPH_PRIVATE_H

#include "device.h"
#include "op.h"

// A block of one parameter's gradient, which one part of the work adds up over the slices.
typedef struct Reduction {
    int param;
    Range range;
    size_t offset;           // of the parameter in a slice's buffer
} Reduction;

// SAMPLE nodes that a slice runs through in one go, or one BATCH node.
typedef struct Segment {
    int first, nodes;        // of the graph's order
    size_t offset, count;    // of its parameters' gradients in a slice's buffer
    int first_reduction, reductions;
} Segment;

// The part of a segment that a run needs, forward or backward.
typedef struct Leg {
    const Segment *segment;
    Node **node;             // in the order of building
    int nodes;
    double operations;       // a sample's, roughly
} Leg;

// What one output needs. It stays until another output is asked for.
typedef struct Route {
    const Node *output;      // NULL: of none yet
    Leg *forward, *backward; // both in the order of segments; backward is run from its end
    int forwards, backwards;
    double operations;       // of both, a sample's
    Node **input;
    int inputs;
    Node **node;             // the legs' nodes
} Route;

struct Graph {
    Params *params;
    int batch;
    Node **node;
    int nodes;
    bool planned, training;
    bool forwarded;          // a forward pass waits for its backward pass
    int n;                   // samples of the present run
    uint32_t pass;           // the number of this training pass: the step of dropout's stream

    // the plan
    Node **order;            // the nodes that have a kernel to run, segment after segment
    int running;             // how many these are
    Segment *segment;
    int segments;
    Reader *reader;          // all lists of readers
    int slice;               // samples a slice
    int workers;             // threads for which there is memory
    Tensor arena;            // values, gradients, kept numbers: disjoint lives may share a place
    Tensor worker_memory;    // [workers, or 1, …] gradients that live inside a slice
    Tensor slice_gradients;  // [slices, …] parameter gradients of SAMPLE nodes
    Reduction *reduction;
    Route route;
};

void plan(Graph *);               // does nothing where there is a plan for this many threads
void plan_free(Graph *);
void plan_memory(Graph *);        // the part of plan() that is in plan_memory.c
// For tests: NaN in all memory of the plan, so that nothing counts on what it finds.
void plan_spoil(Graph *);

// The node whose kernel computes this one's value: itself, its input's
// behind a view, or the first of a fused chain.
Node *executor(Node *);
bool executes(const Node *);      // has a kernel of its own to run

void route_to(Graph *, Node *output);
void route_free(Graph *);

// The samples of the part, of a tensor [batch, ...] whose samples are like this node's value.
Tensor samples_of(const Tensor *, const Node *like, Part);
// The gradient on the way from reader to its input k, which is what `like` has for a value.
Tensor edge_tensor(const Node *reader, int k, const Node *like, Part);

#endif

/* graph_private.h: what graph.c (building), plan.c (memory and order) and graph_run.c (running) share. */
#ifndef GRAPH_PRIVATE_H
#define GRAPH_PRIVATE_H

#include "device.h"
#include "graph.h"

// A run of numbers of one parameter, to whose gradient the slices' gradients are added: by one part of the
// work, for nodes may share a parameter.
typedef struct Reduction {
    int param;
    Range range;
} Reduction;

struct Graph {
    Params *params;
    int batch;
    Node **node;
    int nodes;
    bool planned, training;
    bool forwarded;         // a forward pass waits for its backward pass
    int n;                  // samples of the present run
    uint32_t pass;          // which of all training passes the present one is: the step of dropout's stream

    // the plan
    int segments;
    int slice;              // samples a slice
    int workers;            // threads for which there is memory
    Tensor arena;           // values, gradients and kept numbers, whose lives do not overlap share places
    Tensor worker_memory;   // [workers, …] gradients that live inside a slice
    Tensor slice_gradients; // [slices, …] parameter gradients of SAMPLE nodes
    Reduction *reduction;
    int reductions;
    Tensor seed;            // dloss/dloss = 1
};

void plan(Graph *);               // does nothing where there is a plan for this many threads
void plan_free(Graph *);

// The node whose kernel computes this one's value: itself, its input's behind a view, or the first of a
// fused chain.
Node *executor(Node *);
bool executes(const Node *);      // has a kernel of its own to run
Node *storage(Node *);            // whose value it shows: itself, or its input's behind a view
void mark_needed(Graph *, Node *output);
// The next reader of the executing node's value, behind *reader and *k; false when there is none.
bool next_reader(const Node *, Node **reader, int *k);

Tensor cut(const Tensor *, bool whole, Part);   // the part's samples; all of it, if it belongs to the whole batch
Tensor edge_tensor(const Node *reader, int k, const Node *like, Part);   // the gradient on this edge, in the form of `like`

#endif

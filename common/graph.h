/* graph.h: a network as data. Built once, run many times.
 *
 * Building a network (layers.h) makes nodes. A node has an operation, inputs, a value and a gradient.
 * From the list of nodes come training, prediction, the printed summary, the drawing, the gradient
 * check, and the plan of memory: after the first step of each kind nothing is allocated.
 *
 * Execution   Operations that treat each sample alone (convolution, pooling, relu) form a *segment*: a
 *             slice of a few samples runs through all of them while its data are in cache. Operations
 *             over the whole batch (linear, batch normalisation, losses) are cut by output instead. All
 *             cuts depend on shapes alone, and partial sums are added in a fixed order, so results do
 *             not depend on the number of threads.
 * Fusion      conv2d -> relu -> max_pool2d becomes one kernel with an epilogue, where the nodes between
 *             have no other reader. predict() of such a node runs it unfused.
 * Memory      A graph owns its nodes and buffers; graph_free frees them. Params are the caller's.
 */
#ifndef GRAPH_H
#define GRAPH_H

#include <stdio.h>

#include "kernels.h"
#include "params.h"
#include "tensor.h"

typedef struct Graph Graph;
typedef struct Node Node;

Graph *graph_new(Params *, int batch);            // batch: the most samples that one run may have
void graph_free(Graph *);

Node *input(Graph *, Type, Shape sample);         // REAL, I32 or U8; one sample's shape, shape() for a single number
void wants_gradient(Node *input);                 // so that backward() also gives dL/dinput

// Copies samples [n, ...sample] of the input's type, n <= batch; all inputs get the same n. Labels are read
// in the memory of the CPU, where the masked ones are counted.
void feed(Node *input, const Tensor *samples);
Real forward(Node *loss);                             // training mode: dropout, statistics of the batch
void backward(Node *loss);                            // after forward(loss): adds to every parameter's gradient
const Tensor *predict(Node *);                        // evaluation; valid until the next call on this graph

// dL/dinput after backward(): [n, ...], of an input for which wants_gradient was called. Valid until the next run.
const Tensor *gradient(const Node *);

Shape node_shape(const Node *);                   // of one sample
int graph_batch(const Node *);                    // the most samples that its graph takes in one run
int graph_nodes(const Graph *);
Node *graph_node(const Graph *, int index);       // in the order of building
double graph_flops(Node *, bool training);        // a sample's dense operations: 2 a multiply-add; training: with backward
void graph_summary(Node *output, FILE *);         // layer, output shape, parameters, FLOPs
void graph_table(Node *output, FILE *);            // the same for programs: tab-separated, a header line
void graph_draw(Node *output, FILE *);            // Graphviz

/* ---- For operations (layers.c, and a chapter that adds its own) --------------------------------*/

typedef enum Reach { SAMPLE, BATCH } Reach;

// The piece of work that one call does: samples first … first+count-1 of n, or part `index` of `parts`.
typedef struct Part {
    int n;                 // samples in this run
    Range samples;         // SAMPLE: the slice. BATCH: all of them
    int index, parts;      // BATCH: which cut; SAMPLE: which slice
} Part;

enum { MAX_INPUTS = 4, MAX_NODE_PARAMS = 4, MAX_KEPT = 3 };

// What an operation was told when its node was built.
typedef struct Settings {
    const char *name;      // "conv1"; NULL: the operation's name and a number
    Window window;
    Real number;           // slope, rate, factor, lambda, temperature, momentum
    Real epsilon;
    int stream;            // which draw of random numbers
} Settings;

typedef struct Op {
    const char *name;
    Reach reach;
    bool keeps_inputs, keeps_value;              // what the backward pass reads
    bool fuses_relu, fuses_pool;                 // takes these as an epilogue
    bool of_losses;                              // its inputs may be losses
    int (*forward_parts)(const Node *, int n);   // BATCH: functions of shapes only; NULL for one part
    int (*backward_parts)(const Node *, int n);
    void (*keep)(Node *);                        // says by node_keep what it keeps, once it is known what is fused
    size_t (*scratch)(const Node *);             // numbers that the backward pass of one sample needs for itself
    void (*forward)(const Node *, Part);
    void (*finish)(const Node *, Part);          // after all parts of forward, alone: a loss takes its mean here
    void (*prepare)(const Node *, Part);         // before all parts of backward, alone
    void (*backward)(const Node *, Part);
    double (*flops)(const Node *);               // forward, a sample: 2 a multiply-add; NULL: none worth counting
} Op;
extern const Op relu_op, max_pool2d_op;          // which others can fuse

// Memory that an operation keeps from its forward to its backward pass, besides its value.
typedef struct Kept {
    Type type;
    Shape shape;           // of one sample, or of all
    bool a_sample;
    Tensor tensor;
} Kept;

// The gradient that a node sends to one of its inputs.
typedef struct Edge {
    bool exists;           // something under that input is learned or wanted
    bool active;           // on the way from the present loss
    bool in_slice;         // lives in a worker's memory while a slice goes back through the segment
    size_t offset;         // there
    Tensor tensor;         // [batch, ...], if not in_slice
} Edge;

struct Node {
    // fixed when built
    const Op *op;                 // NULL: an input
    Graph *graph;
    char name[MAX_NAME];
    int index;
    Node *input[MAX_INPUTS];
    int inputs;
    int param[MAX_NODE_PARAMS];   // numbers in Params
    int params;
    Kept kept[MAX_KEPT];
    int keeps;
    Settings set;
    Type type;
    Shape shape;                  // one sample's
    bool whole;                   // the value belongs to the batch, not to a sample: a loss
    bool view;                    // the value is its input's, seen in another shape: flatten
    bool wanted;                  // wants_gradient
    bool has_gradient;            // something under it is learned, or wanted
    int fed;                      // inputs: samples of the last feed,
    int unmasked;                 // and how many of its labels are not -1

    // the plan (plan.c)
    Node *fused_into;             // this node is part of that node's kernel, or NULL
    Node *result;                 // whose value the kernel writes: its own, or that of the last node fused into it
    Epilogue epilogue;
    int segment;
    bool needed;                  // in the present run
    Tensor value;                 // [batch, ...]
    Tensor answer;                // what predict() gave
    Edge edge[MAX_INPUTS];
    size_t slice_offset[MAX_NODE_PARAMS];   // of a SAMPLE node's parameter gradients, in a slice's buffer
    Edge scratch;                 // in a worker's memory
};

// An operation's view of its data, cut to the part.
Tensor node_input(const Node *, int k, Part);            // value of input k
Tensor node_value(const Node *, Part);                   // what to write (of the last node fused into this one)
Tensor node_gradient(const Node *, Part);                // dL/dvalue, complete
Tensor node_input_gradient(const Node *, int k, Part);   // where to write; absent if nobody wants it
Tensor node_kept(const Node *, int k, Part);
Tensor node_scratch(const Node *, Shape sample, Part);   // [samples of the part, ...sample], only within one backward call
Tensor node_param(const Node *, int k);
Tensor node_param_gradient(const Node *, int k, Part);   // where to add: the slice's own, or the batch's
Real node_number(const Tensor *);                        // the one number of a loss or its gradient, on any device
bool node_training(const Node *);
const Params *node_params(const Node *);
Stream node_stream(const Node *, Purpose);
Range part_range(Part, int count);                       // the part's share of `count` rows or columns

// Makes a node. The op's shape is given by the layer that calls this.
Node *node_new(Graph *, const Op *, Type, Shape sample, int inputs, Node *const *input, Settings);
// Adds conv1.weight (for a node conv1 and the suffix weight) to the graph's Params.
void node_add_param(Node *, const char *suffix, Param description);
void node_keep(Node *, Type, Shape, bool a_sample);

#endif

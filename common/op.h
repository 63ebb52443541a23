/* op.h: an operation of a graph, for those who write one (layers*.c, losses.c, a chapter's own).
 *
 * A layer's function checks its shapes and calls node_new with the Op behind it, and
 * node_add_param for what it learns. When the graph runs, the Op's functions are called for parts
 * of the work; through the node_… functions below they see their inputs, values and gradients cut
 * to that part, and call kernels on them.
 *
 * Example   relu in layers.c: two functions of two lines, and a table of five.
 */
#ifndef OP_H
#define OP_H

#include "graph.h"

// How the work may be cut: into slices of samples, or over the whole batch, as the operation says.
typedef enum Reach { SAMPLE, BATCH } Reach;

// The piece of work that one call does: samples first … first+count-1 of
// n, or part `index` of `parts`.
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
    Cell cell;
    int symbol, lengths, state;   // recurrent: which of its inputs these are; 0: it has none
} Settings;

typedef struct Op {
    const char *name;
    Reach reach;
    bool keeps_inputs, keeps_value;   // what the backward pass reads
    bool fuses_relu, fuses_pool;      // takes these as an epilogue
    bool of_losses;                   // its inputs may be losses

    // BATCH: into how many parts the work is cut, by shapes alone; NULL for one part.
    int (*forward_parts)(const Node *, int n);
    int (*backward_parts)(const Node *, int n);

    // Memory. keep says by node_keep what lasts until the backward pass, once it is known what is
    // fused; scratch, how many numbers the backward pass of one sample needs for itself.
    void (*keep)(Node *);
    size_t (*scratch)(const Node *);

    // BATCH: of the work that waits for all parts of backward; NULL for one part.
    int (*weights_parts)(const Node *, int n);

    // The work. finish runs after all parts of forward, alone: a loss takes its mean there. prepare
    // runs before all parts of backward, alone; weights after them, in parts of its own: gradients
    // that sum over all samples what backward has left of each.
    void (*forward)(const Node *, Part);
    void (*finish)(const Node *, Part);
    void (*prepare)(const Node *, Part);
    void (*backward)(const Node *, Part);
    void (*weights)(const Node *, Part);

    // Of the forward pass of one sample: 2 a multiply-add. NULL: none worth counting.
    double (*flops)(const Node *);
} Op;
extern const Op relu_op, max_pool2d_op;          // which others can fuse
extern const Op embedding_op, state_op;          // which a recurrent layer knows
extern const Op linear_steps_op;                 // linear over the last axis

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

// A node that reads another one's value, as its input k.
typedef struct Reader {
    Node *node;
    int k;
} Reader;

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
    Settings set;
    Type type;
    Shape shape;                  // one sample's value, or all of it where unbatched
    size_t bytes;                 // of it
    bool is_loss;                 // one number of the batch, not of a sample: a loss, a penalty
    bool unbatched;               // has no samples: a loss, a penalty, a table of weights
    bool view;                    // the value is its input's, seen in another shape: flatten
    bool wanted;                  // wants_gradient
    bool has_gradient;            // something under it is learned, or wanted
    int fed;                      // inputs: samples of the last feed,
    int unmasked;                 // and how many of its labels are not -1

    // the plan (plan.c)
    Node *stored;                 // whose value it shows: itself, or its input's behind a view
    Node *fused_into;             // this node is part of that node's kernel, or NULL
    Node *result;                 // whose value the kernel writes: its own, or the last fused one's
    Epilogue epilogue;
    int segment;
    Reader *reader;               // of the value that its kernel writes, in the order of building
    int readers;
    Kept kept[MAX_KEPT];
    int keeps;
    Tensor value;                 // [batch, ...]
    Edge edge[MAX_INPUTS];
    size_t slice_offset[MAX_NODE_PARAMS];   // SAMPLE: of parameter gradients in a slice's buffer
    Edge scratch;                 // in a worker's memory

    // the present run (route.c)
    bool needed;
    int sum_of;                   // how many of its readers send gradients,
    int first_sender;             // and the first of these, which the others are added to
    Tensor answer;                // what predict() or gradient() gave,
    Tensor host;                  // and its memory where the graph's device is not the CPU
};

// An operation's view of its data, cut to the part.
Tensor node_input(const Node *, int k, Part);            // value of input k
Tensor node_value(const Node *, Part);                   // to write: of the last node fused into it
Tensor node_gradient(const Node *, Part);                // dL/dvalue, complete
Tensor node_input_gradient(const Node *, int k, Part);   // to write; absent if nobody wants it
Tensor node_kept(const Node *, int k, Part);
Tensor node_scratch(const Node *, Shape sample, Part);   // [samples, ...]; for this backward call
Tensor node_param(const Node *, int k);
Tensor node_param_gradient(const Node *, int k, Part);   // to add to: the slice's, or the batch's
Real node_loss_gradient(const Node *);   // dL/dloss of a loss, which the host knows
bool node_training(const Node *);
const Params *node_params(const Node *);
Stream node_stream(const Node *, Purpose);
Range part_range(Part part, int count);                  // its share of `count` rows or columns
// The same in whole blocks; the last block may be cut short.
int blocks_of(int count, int block);
Range part_blocks(Part part, int count, int block);

// Makes a node. Its shape is given by the layer that calls this; a loss is one number.
Node *node_new(Graph *, const Op *, Type, Shape sample, int inputs, Node *const *input, Settings);
// For more than one node with names of their own: lstm1, or the first that is free.
void node_free_name(const Graph *, const char *kind, char name[MAX_NAME]);
Node *loss_new(Graph *, const Op *, int inputs, Node *const *input, Settings);
// Adds conv1.weight (for a node conv1 and the suffix weight) to the graph's Params.
void node_add_param(Node *, const char *suffix, Param description);
void node_keep(Node *, Type, Shape, bool a_sample);

#endif

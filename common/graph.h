/* graph.h: a network as data. Built once, run many times. For those who write networks;
 * op.h is for those who write operations.
 *
 * Building a network (layers.h) makes nodes. A node has an operation, inputs, a value and a
 * gradient. From the list of nodes come training, prediction, the printed summary, the drawing, the
 * gradient check, and the plan of memory: after the first step of each kind nothing is allocated.
 *
 * Execution   Operations that treat each sample alone (convolution, pooling, relu) form a
 *             *segment*: a slice of a few samples runs through all of them while its data are in
 *             cache. Operations over the whole batch (linear, batch normalisation, losses) are cut
 *             by output instead. All cuts depend on shapes alone, and partial sums are added in a
 *             fixed order, so results do not depend on the number of threads.
 * Fusion      conv2d -> relu -> max_pool2d becomes one kernel with an epilogue, where the nodes
 *             between have no other reader. predict() of such a node runs it unfused.
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

Graph *graph_new(Params *, int batch);   // batch: the most samples that one run may have
void graph_free(Graph *);

// A place for samples of type REAL, I32 or U8, all of this shape; shape() for single numbers.
Node *input(Graph *, Type, Shape sample);
void wants_gradient(Node *input);   // so that backward() also gives dL/dinput

// Copies samples [n, ...sample] of the input's type, n <= batch; all inputs get the same n. In
// the memory of the CPU masked labels (-1) are counted; on a device none may be masked.
void feed(Node *input, const Tensor *samples);
// In training mode: dropout, statistics of the batch. Gives the loss; or NaN, where a training
// has it summed on a device (params.h).
Real forward(Node *loss);
void forward_unread(Node *loss);   // the same where nobody asks: no device is waited for
void backward(Node *loss);   // after forward(loss): adds to every parameter's gradient

// Sets to zero what the graph's states (layers.h) carry from run to run.
void graph_forget(Graph *);

// Answers lie in the memory of the CPU, whatever device computed them,
// and are valid until the next run.
const Tensor *predict(Node *);         // [n, ...], or [1] of a loss; nothing is dropped
const Tensor *gradient(Node *input);   // dL/dinput [n, ...] after backward(), if it is wanted

Shape node_shape(const Node *);               // of one sample
int graph_batch(const Node *);                // the most samples that its graph takes in one run
int graph_nodes(const Graph *);
Node *graph_node(const Graph *, int index);   // in the order of building
Node *node_before(const Node *, int k);       // what it reads, k = 0, 1, …; NULL beyond the last
Node *node_after(const Node *);               // the first one that reads it, or NULL
void graph_summary(Node *output, FILE *);     // layer, output shape, parameters, FLOPs
void graph_table(Node *output, FILE *);       // the same for programs: tab-separated, a header line
void graph_draw(Node *output, FILE *);        // Graphviz
// The dense operations of one sample, 2 a multiply-add; training: with those of the backward pass.
double graph_flops(Node *, bool training);

#endif

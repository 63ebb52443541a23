/* layers.h: the words that networks are written in. Each makes a node; a layer with parameters
 * names them after itself: conv1.weight [KH, KW, C, F], conv1.bias [F], linear2.weight [D, H], …
 *
 *     Node *h = max_pool2d(relu(conv2d(image, 32, 5, .padding = 2)), 2);
 *     h = max_pool2d(relu(conv2d(h, 64, 5, .padding = 2)), 2);
 *     h = dropout(relu(linear(flatten(h), 128)), 0.5);
 *     Node *loss = softmax_cross_entropy(linear(h, 10), label);
 *
 * Optional settings are named, and what is left out has its usual value.
 */
#ifndef LAYERS_H
#define LAYERS_H

#include "graph.h"

typedef struct Conv2d {
    int stride, padding;         // of both axes, 1 and 0 if not said
    int stride_y, stride_x;      // of one axis, where they differ
    int padding_y, padding_x;    // the same on both sides of the axis
    bool same;                   // padding that keeps height and width: stride 1, odd filters
    int height, width;           // of the filter, where it is no square
    bool no_bias;
    Initialiser initialiser;     // of the weights, HE if not said
    const char *name;            // "conv1", "conv2", … if not said
} Conv2d;
#define conv2d(x, filters, size, ...) conv2d_layer(x, filters, size, (Conv2d){__VA_ARGS__})
Node *conv2d_layer(Node *x, int filters, int size, Conv2d);

typedef struct Linear {
    bool last_axis;              // of x [..., C], each row of C numbers by itself: [..., units]
    bool no_bias;
    Initialiser initialiser;     // of the weights, HE if not said
    const char *name;
} Linear;
#define linear(x, units, ...) linear_layer(x, units, (Linear){__VA_ARGS__})
Node *linear_layer(Node *x, int units, Linear);

// A window has any size that fits; global average pooling is one as large as the picture. A maximum
// is over at most 254 pixels, for a byte remembers which one won. Padding is less than the window.
typedef struct Pool2d {
    int stride, padding;         // the stride is the size if not said
    int stride_y, stride_x, padding_y, padding_x, height, width;
} Pool2d;
#define max_pool2d(x, size, ...) max_pool2d_layer(x, size, (Pool2d){__VA_ARGS__})
#define avg_pool2d(x, size, ...) avg_pool2d_layer(x, size, (Pool2d){__VA_ARGS__})
Node *max_pool2d_layer(Node *x, int size, Pool2d);
Node *avg_pool2d_layer(Node *x, int size, Pool2d);

/* Sequences: a sample is [T, C], T steps of C numbers, of which the first `lengths` count.
 *
 *     Node *text = input(g, I32, shape(64)), *next = input(g, I32, shape(64));
 *     Node *h = lstm(embedding(text, 65, 32), 128, .state = state(g, "writer", 2 * 128));
 *     Node *loss = softmax_cross_entropy(linear(h, 65, .last_axis = true), next);
 *
 * Past its length a sequence holds its state, its output is 0 and no gradient flows. kernels.h has
 * the cells' equations, and how weights from PyTorch or an ONNX file become these:
 * lstm1.input.weight [D, 4 H], lstm1.input.bias [4 H], lstm1.weight [H, 4 H], and a GRU's
 * gru1.bias [H].
 */
typedef struct Recurrent {
    Node *lengths;               // I32, one a sample; all T steps if not said
    Node *state;                 // before the first step: [H], an LSTM's h and c [2 H]; or zeros
    Initialiser initialiser;     // of the weights, XAVIER if not said
    const char *name;
} Recurrent;
#define rnn(x, hidden, ...) recurrent_layer(x, hidden, RNN, (Recurrent){__VA_ARGS__})
#define gru(x, hidden, ...) recurrent_layer(x, hidden, GRU, (Recurrent){__VA_ARGS__})
#define lstm(x, hidden, ...) recurrent_layer(x, hidden, LSTM, (Recurrent){__VA_ARGS__})
Node *recurrent_layer(Node *x, int hidden, Cell, Recurrent);   // [T, H]

// Each symbol, 0 … symbols-1, becomes a row of `width` learned numbers. The recurrent layer above
// one of few symbols multiplies each symbol once, not each step.
typedef struct Embedding {
    const char *name;
} Embedding;
#define embedding(symbol, symbols, width, ...)                                                     \
    embedding_layer(symbol, symbols, width, (Embedding){__VA_ARGS__})
Node *embedding_layer(Node *symbol, int symbols, int width, Embedding);

Node *last(Node *x, Node *lengths);          // of [T, ...] the last step [...]; lengths may be NULL

/* Numbers that outlive a run: zero at first, then, for the layer that has it as .state, where each
 * run, forward() or predict(), left off; graph_forget() begins anew. No gradient flows through it.
 * A checkpoint has it under its name beside the optimizer's moments; graphs of other batches that
 * share the Params give theirs another name.
 */
Node *state(Graph *, const char *name, int numbers);

Node *relu(Node *x);
Node *leaky_relu(Node *x, Real slope);
Node *sigmoid(Node *x);
Node *tanh_activation(Node *x);              // tanh belongs to math.h
Node *gelu(Node *x);
Node *softmax(Node *x);

Node *dropout(Node *x, Real rate);           // active in forward(), absent in predict()
Node *batch_norm(Node *x);                   // over the last axis; momentum 0.1, epsilon 1e-5

Node *scale(Node *x, Real factor);           // of numbers or bytes: scale(image, 1 / 255.0)
Node *flatten(Node *x);
Node *add(Node *a, Node *b);                 // of one shape; also of losses and penalties
Node *concat(Node *a, Node *b);              // along the last axis

// Losses: the mean over the batch.
Node *softmax_cross_entropy(Node *logits, Node *label);   // label I32, one a sample; -1 is masked
Node *soft_cross_entropy(Node *logits, Node *target);     // target REAL: probabilities of classes
Node *squared_error(Node *prediction, Node *target);
Node *binary_cross_entropy(Node *logit, Node *target);    // target 0 … 1, REAL
Node *l1_penalty(Graph *, Real lambda);                   // of all weights in the graph so far
Node *l2_penalty(Graph *, Real lambda);

#endif

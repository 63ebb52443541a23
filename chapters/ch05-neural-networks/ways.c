// One gradient, found twice more.
#include "ways.h"

#include "graph.h"
#include "layers.h"
#include "tape.h"

#include <stdlib.h>

/* ---- By the tape --------------------------------------------------------*/

// The logit of one sample, of numbers that lie on the tape in the order of
// the block: w1, b1, w2, b2.
static Var tape_logit(const TwoLayers *net, const Var *number, const Real *x)
{
    const Var *w1 = number, *b1 = w1 + net->features * net->hidden;
    const Var *w2 = b1 + net->hidden;
    Var z = w2[net->hidden];
    for (int j = 0; j < net->hidden; j++) {
        Var a = b1[j];
        for (int d = 0; d < net->features; d++) {
            Var input = tape_number(a.tape, (double)x[d]);
            a = tape_add(a, tape_times(input, w1[d * net->hidden + j]));
        }
        Var h = tape_activation(a, net->activation);
        z = tape_add(z, tape_times(h, w2[j]));
    }
    return z;
}

Real gradient_by_tape(TwoLayers *gradient, const TwoLayers *net,
                      Samples samples, int *lines)
{
    size_t count = two_layers_count(net);
    Tape *tape = tape_new();
    Var *number = allocate(count, sizeof *number);
    for (size_t k = 0; k < count; k++)
        number[k] = tape_number(tape, (double)net->w1[k]);
    Var sum = tape_number(tape, 0);
    for (int n = 0; n < samples.count; n++) {
        const Real *x = samples.x + n * net->features;
        Var z = tape_logit(net, number, x);
        sum = tape_add(sum, tape_cross_entropy(z, (double)samples.t[n]));
    }
    Var loss = tape_times(sum, tape_number(tape, 1.0 / samples.count));
    tape_backward(loss);
    for (size_t k = 0; k < count; k++)
        gradient->w1[k] = (Real)tape_slope(number[k]);
    Real value = (Real)tape_value(loss);
    if (lines) *lines = tape_length(tape);
    free(number);
    tape_free(tape);
    return value;
}

/* ---- By the graph -------------------------------------------------------*/

static void write_param(Params *params, const char *name, Shape shape,
                        Real *numbers)
{
    Tensor view = tensor_view(CPU, REAL, shape, numbers);
    params_write(params, name, &view);
}

static void read_gradient(Real *out, Params *params, int number)
{
    Tensor from = param_gradient(params, number);
    Tensor to = tensor_view(CPU, REAL, from.shape, out);
    tensor_copy(&to, &from);
}

Real gradient_by_graph(TwoLayers *gradient, const TwoLayers *net,
                       Samples samples, Device device)
{
    int features = net->features, hidden = net->hidden;
    Params *params = params_new(1, device);
    //@ graph
    Graph *graph = graph_new(params, samples.count);
    Node *x = input(graph, REAL, shape(features));
    Node *t = input(graph, REAL, shape(1));
    Node *h = net->activation->node(linear(x, hidden, .name = "first"));
    Node *z = linear(h, 1, .name = "second");
    Node *loss = binary_cross_entropy(z, t);
    //@ end graph
    params_ready(params);
    write_param(params, "first.weight", shape(features, hidden), net->w1);
    write_param(params, "first.bias", shape(hidden), net->b1);
    write_param(params, "second.weight", shape(hidden, 1), net->w2);
    write_param(params, "second.bias", shape(1), net->b2);
    Tensor inputs = tensor_view(CPU, REAL, shape(samples.count, features),
                                (Real *)samples.x);
    Tensor targets = tensor_view(CPU, REAL, shape(samples.count, 1),
                                 (Real *)samples.t);
    feed(x, &inputs);
    feed(t, &targets);
    Real value = forward(loss);
    backward(loss);
    read_gradient(gradient->w1, params, 0);
    read_gradient(gradient->b1, params, 1);
    read_gradient(gradient->w2, params, 2);
    read_gradient(gradient->b2, params, 3);
    graph_free(graph);
    params_free(params);
    return value;
}

// What flows through many layers, forwards and backwards, in plain loops.
#include "deep.h"

#include "random.h"

#include <math.h>

static double none(int inputs, int outputs)
{
    (void)inputs;
    (void)outputs;
    return 0;
}

static double hundredth(int inputs, int outputs)
{
    (void)inputs;
    (void)outputs;
    return 0.01;
}

static double one(int inputs, int outputs)
{
    (void)inputs;
    (void)outputs;
    return 1;
}

static double xavier(int inputs, int outputs)
{
    return sqrt(2.0 / (inputs + outputs));
}

static double he(int inputs, int outputs)
{
    (void)outputs;
    return sqrt(2.0 / inputs);
}

const Start starts[STARTS] = {{"zero", none},
                                                 {"small", hundredth},
                                                 {"large", one},
                                                 {"xavier", xavier},
                                                 {"he", he}};

void draw_weights(float *w, int inputs, int outputs, const Start *start,
                  uint64_t seed, int layer)
{
    Stream stream = {.seed = seed,
                     .purpose = FOR_LESSON,
                     .source = (uint16_t)layer};
    double deviation = start->deviation(inputs, outputs);
    for (int i = 0; i < inputs * outputs; i++)
        w[i] = (float)(deviation * random_normal(stream, (uint64_t)i));
}

Deep deep_new(int inputs, int classes, Bend bend, const Start *start,
              uint64_t seed)
{
    Deep net = {.bend = bend};
    for (int l = 0; l <= DEPTH; l++) {
        int in = l == 0 ? inputs : WIDTH, out = l < DEPTH ? WIDTH : classes;
        net.layer[l] = layer_new(in, out);
        draw_weights(net.layer[l].w, in, out, start, seed, l);
    }
    return net;
}

void deep_free(Deep *net)
{
    for (int l = 0; l <= DEPTH; l++) layer_free(&net->layer[l]);
}

static float bent(Bend bend, float a)
{
    return bend == BY_RELU ? fmaxf(a, 0) : tanhf(a);
}

// The derivative of the bend, from what it answered.
static float slope(Bend bend, float h)
{
    if (bend == BY_TANH) return 1 - h * h;
    return h > 0 ? 1 : 0;
}

static double mean_square(const float *x, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) sum += (double)x[i] * (double)x[i];
    return sum / count;
}

static void forwards(float h[DEPTH][WIDTH], float *z, const Deep *net,
                     const float *x)
{
    for (int l = 0; l < DEPTH; l++) {
        layer_forward(h[l], &net->layer[l], l == 0 ? x : h[l - 1]);
        for (int j = 0; j < WIDTH; j++) h[l][j] = bent(net->bend, h[l][j]);
    }
    layer_forward(z, &net->layer[DEPTH], h[DEPTH - 1]);
}

// dx = w dy, times the slope of the bend before it. What a layer of weights
// would learn is nobody's question here.
static void backwards(float *dx, const Layer *layer, const float *dy,
                      const float *h, Bend bend)
{
    for (int d = 0; d < layer->inputs; d++) {
        float sum = 0;
        for (int k = 0; k < layer->outputs; k++)
            sum += layer->w[d * layer->outputs + k] * dy[k];
        dx[d] = sum * slope(bend, h[d]);
    }
}

Flow deep_flow(const Deep *net, Samples samples, float *all)
{
    Flow flow = {0};
    int classes = net->layer[DEPTH].outputs, count = samples.count;
    float h[DEPTH][WIDTH], dh[2][WIDTH], z[classes], dz[classes];
    for (int n = 0; n < count; n++) {
        forwards(h, z, net, samples.x + n * net->layer[0].inputs);
        softmax_slope(dz, z, classes, samples.label[n], 1);
        for (int l = DEPTH - 1; l >= 0; l--) {
            const float *dy = l == DEPTH - 1 ? dz : dh[(l + 1) % 2];
            backwards(dh[l % 2], &net->layer[l + 1], dy, h[l], net->bend);
            flow.forward[l] += mean_square(h[l], WIDTH) / count;
            flow.backward[l] += mean_square(dh[l % 2], WIDTH) / count;
            for (int j = 0; all && j < WIDTH; j++)
                all[(l * count + n) * WIDTH + j] = h[l][j];
        }
    }
    for (int l = 0; l < DEPTH; l++) {
        flow.forward[l] = sqrt(flow.forward[l]);
        flow.backward[l] = sqrt(flow.backward[l]);
    }
    return flow;
}

// Softmax, its loss, and how one layer and two of them learn: the equations
// of the chapter as loops. The library's twins stand in twins.c.
#include "plain.h"

#include "error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

Layer layer_new(int inputs, int outputs)
{
    size_t weights = (size_t)inputs * (size_t)outputs;
    float *w = allocate(weights + (size_t)outputs, sizeof *w);
    Layer layer = {inputs, outputs, w, w + weights};
    layer_clear(&layer);
    return layer;
}

void layer_free(Layer *layer)
{
    free(layer->w);
    *layer = (Layer){0};
}

void layer_clear(Layer *layer)
{
    for (int i = 0; i < layer->inputs * layer->outputs; i++) layer->w[i] = 0;
    for (int k = 0; k < layer->outputs; k++) layer->b[k] = 0;
}

// y(k) = b(k) + sum over d of w(d,k) x(d)
void layer_forward(float *y, const Layer *layer, const float *x)
{
    int outputs = layer->outputs;
    for (int k = 0; k < outputs; k++) y[k] = layer->b[k];
    for (int d = 0; d < layer->inputs; d++)
        for (int k = 0; k < outputs; k++)
            y[k] += layer->w[d * outputs + k] * x[d];
}

// dx(d)   = sum over k of w(d,k) dy(k)
// dw(d,k) += x(d) dy(k),  db(k) += dy(k)
void layer_backward(float *dx, Layer *gradient, const float *dy,
                    const float *x, const Layer *layer)
{
    int outputs = layer->outputs;
    for (int k = 0; k < outputs; k++) gradient->b[k] += dy[k];
    for (int d = 0; d < layer->inputs; d++)
        for (int k = 0; k < outputs; k++)
            gradient->w[d * outputs + k] += x[d] * dy[k];
    if (!dx) return;
    for (int d = 0; d < layer->inputs; d++) {
        dx[d] = 0;
        for (int k = 0; k < outputs; k++)
            dx[d] += layer->w[d * outputs + k] * dy[k];
    }
}

static float largest(const float *z, int classes)
{
    float most = z[0];
    for (int k = 1; k < classes; k++) most = fmaxf(most, z[k]);
    return most;
}

// p(k) = e^(z(k) - m) / sum over j of e^(z(j) - m),  m the largest logit
void softmax_plain(float *p, const float *z, int classes)
{
    float most = largest(z, classes), sum = 0;
    for (int k = 0; k < classes; k++) sum += p[k] = expf(z[k] - most);
    for (int k = 0; k < classes; k++) p[k] /= sum;
}

// L = ln(sum over j of e^(z(j) - m)) + m - z(label)
float cross_entropy_plain(const float *z, int classes, int label)
{
    float most = largest(z, classes), sum = 0;
    for (int k = 0; k < classes; k++) sum += expf(z[k] - most);
    return logf(sum) + most - z[label];
}

void softmax_slope(float *dz, const float *z, int classes, int label,
                   float share)
{
    softmax_plain(dz, z, classes);
    dz[label] -= 1;
    for (int k = 0; k < classes; k++) dz[k] *= share;
}

// dw(d,k) = mean over n of (p(n,k) - [k = label(n)]) x(n,d)
float regression_gradient(Layer *gradient, const Layer *layer,
                          Samples samples)
{
    int classes = layer->outputs;
    float z[classes], dz[classes], loss = 0;
    layer_clear(gradient);
    for (int n = 0; n < samples.count; n++) {
        const float *x = samples.x + n * layer->inputs;
        int label = samples.label[n];
        layer_forward(z, layer, x);
        loss += cross_entropy_plain(z, classes, label) / samples.count;
        softmax_slope(dz, z, classes, label, (float)1 / samples.count);
        layer_backward(NULL, gradient, dz, x, layer);
    }
    return loss;
}

// h = max(0, a),  a and z the answers of the layers; backwards dz, then dh
// by the output's weights, then da = dh where h is positive, else 0
float two_layers_gradient(TwoLayers *gradient, const TwoLayers *net,
                          Samples samples)
{
    int units = net->hidden.outputs, classes = net->output.outputs;
    float h[units], dh[units], z[classes], dz[classes], loss = 0;
    layer_clear(&gradient->hidden);
    layer_clear(&gradient->output);
    for (int n = 0; n < samples.count; n++) {
        const float *x = samples.x + n * net->hidden.inputs;
        int label = samples.label[n];
        layer_forward(h, &net->hidden, x);
        for (int j = 0; j < units; j++) h[j] = fmaxf(h[j], 0);
        layer_forward(z, &net->output, h);
        loss += cross_entropy_plain(z, classes, label) / samples.count;

        softmax_slope(dz, z, classes, label, (float)1 / samples.count);
        layer_backward(dh, &gradient->output, dz, h, &net->output);
        for (int j = 0; j < units; j++)
            if (h[j] <= 0) dh[j] = 0;
        layer_backward(NULL, &gradient->hidden, dh, x, &net->hidden);
    }
    return loss;
}

// w -= rate dw,  b -= rate db
void descend(Layer *layer, const Layer *gradient, float learning_rate)
{
    for (int i = 0; i < layer->inputs * layer->outputs; i++)
        layer->w[i] -= learning_rate * gradient->w[i];
    for (int k = 0; k < layer->outputs; k++)
        layer->b[k] -= learning_rate * gradient->b[k];
}

// m = mu m + g,  w -= rate m
void momentum_plain(float *w, float *m, const float *g, int count,
                    float learning_rate, float momentum)
{
    for (int i = 0; i < count; i++) {
        m[i] = momentum * m[i] + g[i];
        w[i] -= learning_rate * m[i];
    }
}

// m = b1 m + (1-b1) g,  v = b2 v + (1-b2) g²
// w -= rate (m / (1-b1^t)) / (sqrt(v / (1-b2^t)) + epsilon)
void adam_plain(float *w, float *m, float *v, const float *g, int count,
                int t, float learning_rate, float beta1, float beta2,
                float epsilon)
{
    float first = 1 - powf(beta1, (float)t);
    float second = 1 - powf(beta2, (float)t);
    for (int i = 0; i < count; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        float mean = m[i] / first, size = sqrtf(v[i] / second);
        w[i] -= learning_rate * mean / (size + epsilon);
    }
}

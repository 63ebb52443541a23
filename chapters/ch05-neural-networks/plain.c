// Two layers forwards and backwards: the equations of the chapter as loops.
// The tape and the library's graph, which find the gradient by themselves,
// stand in tape.c and ways.c.
#include "plain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Forwards -----------------------------------------------------------*/

// a(j) = b1(j) + sum over d of x(d) w1(d,j);  h(j) = f(a(j))
// z = b2 + sum over j of h(j) w2(j)
Real two_layers_logit(const TwoLayers *net, const Real *x, Real *a, Real *h)
{
    Real z = *net->b2;
    for (int j = 0; j < net->hidden; j++) {
        a[j] = net->b1[j];
        for (int d = 0; d < net->features; d++)
            a[j] += x[d] * net->w1[d * net->hidden + j];
        h[j] = net->activation->of(a[j]);
        z += h[j] * net->w2[j];
    }
    return z;
}

// -t log p - (1 - t) log(1 - p) = max(z, 0) - z t + log(1 + e^-|z|)
Real cross_entropy_plain(Real z, Real t)
{
    double large = z > 0 ? (double)z : 0, e = exp(-fabs((double)z));
    return (Real)(large - (double)z * (double)t + log1p(e));
}

/* ---- Backwards ----------------------------------------------------------*/

// From dz = dL/dz of one sample, adding to what other samples have said:
// dw2(j) += dz h(j)     db2   += dz
// da(j)   = dz w2(j) f'(a(j))
// db1(j) += da(j)       dw1(d,j) += x(d) da(j)
static void add_gradient(TwoLayers *gradient, const TwoLayers *net,
                         const Real *x, const Real *a, const Real *h, Real dz)
{
    *gradient->b2 += dz;
    for (int j = 0; j < net->hidden; j++) {
        gradient->w2[j] += dz * h[j];
        Real da = dz * net->w2[j] * net->activation->slope(a[j]);
        gradient->b1[j] += da;
        for (int d = 0; d < net->features; d++)
            gradient->w1[d * net->hidden + j] += x[d] * da;
    }
}

// dz = (p - t) / N of each sample, with p = sigmoid(z)
Real two_layers_gradient(TwoLayers *gradient, const TwoLayers *net,
                         Samples samples)
{
    Real *a = allocate(2 * (size_t)net->hidden, sizeof *a);
    Real *h = a + net->hidden, sum = 0;
    memset(gradient->w1, 0, two_layers_count(net) * sizeof(Real));
    for (int n = 0; n < samples.count; n++) {
        const Real *x = samples.x + n * net->features;
        Real t = samples.t[n], z = two_layers_logit(net, x, a, h);
        Real p = activation_named("sigmoid")->of(z);
        add_gradient(gradient, net, x, a, h, (p - t) / (Real)samples.count);
        sum += cross_entropy_plain(z, t);
    }
    free(a);
    return sum / (Real)samples.count;
}

Real two_layers_loss(const TwoLayers *net, Samples samples)
{
    Real *a = allocate(2 * (size_t)net->hidden, sizeof *a), sum = 0;
    for (int n = 0; n < samples.count; n++) {
        const Real *x = samples.x + n * net->features;
        Real z = two_layers_logit(net, x, a, a + net->hidden);
        sum += cross_entropy_plain(z, samples.t[n]);
    }
    free(a);
    return sum / (Real)samples.count;
}

// Each number against its slope: w -= rate dw
void two_layers_descend(TwoLayers *net, const TwoLayers *gradient, Real rate)
{
    for (size_t k = 0; k < two_layers_count(net); k++)
        net->w1[k] -= rate * gradient->w1[k];
}

/* ---- The block of numbers -----------------------------------------------*/

size_t two_layers_count(const TwoLayers *net)
{
    return (size_t)net->hidden * ((size_t)net->features + 2) + 1;
}

TwoLayers two_layers_new(int features, int hidden, const Activation *f)
{
    TwoLayers net = {
        .features = features, .hidden = hidden, .activation = f};
    net.w1 = allocate(two_layers_count(&net), sizeof(Real));
    net.b1 = net.w1 + features * hidden;
    net.w2 = net.b1 + hidden;
    net.b2 = net.w2 + hidden;
    return net;
}

void two_layers_free(TwoLayers *net)
{
    free(net->w1);
    *net = (TwoLayers){0};
}

void two_layers_draw(TwoLayers *net, uint64_t seed)
{
    Stream first = {.seed = seed, .purpose = FOR_INITIAL_VALUES};
    Stream second = first;
    second.source = 1;
    Initialiser kind = net->activation->initialiser;
    memset(net->w1, 0, two_layers_count(net) * sizeof(Real));
    initialise(net->w1, (size_t)(net->features * net->hidden), kind,
               net->features, net->hidden, first);
    initialise(net->w2, (size_t)net->hidden, kind, net->hidden, 1, second);
}

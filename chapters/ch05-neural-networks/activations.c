// Five curves that bend a line, each with its slope, and one that does not.
#include "activations.h"

#include <math.h>
#include <string.h>

#include "text.h"

static const double leak = 0.01;

// Of 1 / (1 + e^-a) and e^a / (1 + e^a) the one that cannot overflow.
static Real sigmoid_of(Real a)
{
    double e = exp(-fabs((double)a));
    return (Real)(a >= 0 ? 1 / (1 + e) : e / (1 + e));
}

static Real sigmoid_slope(Real a) { return sigmoid_of(a) * sigmoid_of(-a); }

static Real tanh_of(Real a) { return (Real)tanh((double)a); }
static Real tanh_slope(Real a)
{
    Real h = tanh_of(a);
    return 1 - h * h;
}

static Real relu_of(Real a) { return a > 0 ? a : 0; }
static Real relu_slope(Real a) { return a > 0 ? 1 : 0; }

static Real leaky_of(Real a) { return a > 0 ? a : (Real)leak * a; }
static Real leaky_slope(Real a) { return a > 0 ? 1 : (Real)leak; }
static Node *leaky_node(Node *x) { return leaky_relu(x, (Real)leak); }

// Phi and phi: how much of a normal distribution lies below a, and at a.
static double below(double a) { return (1 + erf(a * sqrt(0.5))) / 2; }
static double density(double a)
{
    return exp(-a * a / 2) / sqrt(8 * atan(1));
}
static Real gelu_of(Real a) { return (Real)((double)a * below((double)a)); }
static Real gelu_slope(Real a)
{
    return (Real)(below((double)a) + (double)a * density((double)a));
}

static Real linear_of(Real a) { return a; }
static Real linear_slope(Real a)
{
    (void)a;
    return 1;
}
static Node *linear_node(Node *x) { return x; }

const Activation activations[ACTIVATIONS] = {
    {"sigmoid", sigmoid_of, sigmoid_slope, sigmoid, XAVIER},
    {"tanh", tanh_of, tanh_slope, tanh_activation, XAVIER},
    {"relu", relu_of, relu_slope, relu, HE},
    {"leaky-relu", leaky_of, leaky_slope, leaky_node, HE},
    {"gelu", gelu_of, gelu_slope, gelu, HE},
    {"linear", linear_of, linear_slope, linear_node, XAVIER},
};

const Activation *activation_named(const char *name)
{
    for (int k = 0; k < ACTIVATIONS; k++)
        if (strcmp(activations[k].name, name) == 0) return &activations[k];
    return NULL;
}

const char *activation_names(void)
{
    static char names[ACTIVATIONS * 16];
    names[0] = '\0';
    for (int k = 0; k < ACTIVATIONS; k++)
        list_word(names, sizeof names, activations[k].name);
    return names;
}

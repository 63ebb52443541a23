// Six statements about convolution, each with the number that this network
// gives for it.
#include "further.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOVED = 64, EDGE = 2 };   // digits; rows whose filters look outside

static void say(App *app, FILE *table, int number, const char *name,
                const char *statement, double value, const char *unit,
                const char *where)
{
    app_metric_of(app, value, unit, "statement_%s", name);
    fprintf(table, "%d\t%s\t%.4g\t%s\t%s\n", number, statement, value, unit,
            where);
    if (app->verbose || app->part)
        app_say(app, "%d. %s: %.4g %s  [%s]", number, statement, value, unit,
                where);
}

// The answers of a node to at most a batch of digits; the caller frees them.
static Real *answers(Network *net, Node *node, const Dataset *digits)
{
    feed(net->image, &digits->inputs);
    size_t size = (size_t)digits->count * shape_count(node_shape(node));
    Real *copy = allocate(size, sizeof *copy);
    memcpy(copy, reals(predict(node)), size * sizeof *copy);
    return copy;
}

// How far apart two answers are, b seen `distance` further down and right,
// as a share of a's length. Unmoved, all places count; moved, the last two
// rows and columns do not, since their filters look over the edge.
static double relative_gap(const Real *a, const Real *b, int n, Shape s,
                           int distance)
{
    double gap = 0, length = 0;
    int size = s.dim[0], maps = s.dim[2];
    int last = size - distance - (distance > 0 ? EDGE : 0);
    for (int k = 0; k < n; k++)
        for (int i = 0; i < last; i++)
            for (int j = 0; j < last; j++)
                for (int f = 0; f < maps; f++) {
                    int p = (k * size + i) * size + j;
                    int q = p + distance * (size + 1);
                    double x = (double)a[p * maps + f];
                    double y = (double)b[q * maps + f];
                    gap += (x - y) * (x - y);
                    length += x * x;
                }
    return length > 0 ? sqrt(gap / length) : 0;
}

// What a move of the digits changes in a node, when its answers are compared
// `distance` places further on.
static double change_by_move(Network *net, Node *node, const Dataset *test,
                             int pixels, int distance)
{
    int batch = graph_batch(net->image);
    Dataset still = dataset_first(test, MOVED < batch ? MOVED : batch);
    Dataset shifted = moved(&still, pixels, pixels);
    Real *a = answers(net, node, &still);
    Real *b = answers(net, node, &shifted);
    double share =
        relative_gap(a, b, still.count, node_shape(node), distance);
    free(a);
    free(b);
    tensor_free(&shifted.inputs);
    return share;
}

static double numbers(const Params *p, const char *layer)
{
    double sum = 0;
    for (int i = 0; i < p->length; i++)
        if (strncmp(p->list[i].name, layer, strlen(layer)) == 0)
            sum += (double)p->list[i].count;
    return sum;
}

// What the two convolutions would learn as dense layers of the same outputs.
static double dense_numbers(const Network *net)
{
    double first = (double)shape_count(node_shape(net->maps1));
    double pooled1 = first / 4;
    double second = (double)shape_count(node_shape(net->maps2));
    return (PIXELS + 1) * first + (pooled1 + 1) * second;
}

void show_statements(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    const Dataset *test = &lesson->test;
    FILE *table = app_table(app, "statements",
                            "number\tstatement\tvalue\tunit\twhere");
    Field first = receptive_field(net, net->maps1, test);
    Field second = receptive_field(net, node_after(net->maps2), test);
    double shared = numbers(net->params, "conv1");
    double learned = shared + numbers(net->params, "conv2");
    say(app, table, 1, "local", "A unit looks at a small neighbourhood",
        first.reads, "of 784 pixels reach a unit of the first layer",
        "fig:ch07-receptive");
    say(app, table, 2, "shared", "One filter serves every place", PIXELS,
        "places where the first layer uses each of its weights",
        "tab:ch07-network");
    say(app, table, 3, "equivariant",
        "Move the digit, and its maps move along",
        change_by_move(net, net->maps1, test, 4, 4),
        "of the maps differs after a move by 4 pixels", "fig:ch07-maps");
    say(app, table, 4, "hierarchy", "Deeper units see more", second.size,
        "pixels wide is the view after two layers", "fig:ch07-receptive");
    double before = change_by_move(net, net->maps2, test, 1, 0);
    double behind = change_by_move(net, node_after(net->maps2), test, 1, 0);
    say(app, table, 5, "tolerant", "Pooling forgives a small move",
        before > 0 ? behind / before : 0,
        "times the change by a move of 1 pixel is left behind a pooling",
        "fig:ch07-shift");
    say(app, table, 6, "few", "Few numbers are enough",
        dense_numbers(net) / learned,
        "times fewer than dense layers with the same outputs",
        "tab:ch07-network");
    app_say(app, "six statements: a unit of the first layer sees %d pixels "
                 "across, of the second %d; both have %.0f times fewer "
                 "weights than dense layers would  [tab:ch07-statements]",
            first.size, second.size, dense_numbers(net) / learned);
}

// One sample on its way through one layer and through two, forwards and
// backwards, in numbers small enough to be drawn and to be computed by hand.
#include "lesson.h"

#include <math.h>

enum { INPUTS = 2, UNITS = 2, KINDS = 3, TRUTH = 1 };

static const float x[INPUTS] = {1, 2};
// One layer, and two that give the same logits 2, 1, -1.
static float alone[INPUTS * KINDS] = {2, -1, 1, 0, 1, -1};
static float hidden[INPUTS * UNITS] = {1, 1, 0.5f, -1};
static float output[UNITS * KINDS] = {1, 0.5f, -0.5f, 1, -1, 2};
static float nothing[KINDS];

static void write_row(FILE *table, const char *grid, const float *value,
                      int decimals, const char *role)
{
    for (int k = 0; k < KINDS; k++)
        fprintf(table, "softmax\t%s\t0\t%d\t%.*f\t%s\n", grid, k, decimals,
                (double)value[k], role);
}

static void draw_softmax(FILE *grids, const float *z)
{
    float power[KINDS], p[KINDS], target[KINDS] = {0}, slope[KINDS];
    for (int k = 0; k < KINDS; k++) power[k] = expf(z[k]);
    softmax_plain(p, z, KINDS);
    target[TRUTH] = 1;
    softmax_slope(slope, z, KINDS, TRUTH, 1);
    write_row(grids, "logits", z, 0, "plain");
    write_row(grids, "powers", power, 2, "plain");
    write_row(grids, "shares", p, 3, "window");
    write_row(grids, "target", target, 0, "weight");
    write_row(grids, "slopes", slope, 3, "answer");
}

// dw(d,k) = dz(k) x(d): a row for each input.
static void draw_outer(FILE *grids, const float *dz)
{
    for (int d = 0; d < INPUTS; d++)
        for (int k = 0; k < KINDS; k++)
            fprintf(grids, "outer\tweights\t%d\t%d\t%.3f\tanswer\n", d, k,
                    (double)(x[d] * dz[k]));
}

static void node(FILE *nodes, const char *drawing, const char *name, int k,
                 double layer, double place, float value, const char *role)
{
    fprintf(nodes, "%s\t%s%d\t%g\t%g\t%.4g\t%s\n", drawing, name, k, layer,
            place, (double)value, role);
}

static void wires(FILE *edges, const char *drawing, const char *from,
                  const char *to, const Layer *layer)
{
    for (int d = 0; d < layer->inputs; d++)
        for (int k = 0; k < layer->outputs; k++)
            fprintf(edges, "%s\t%s%d\t%s%d\t%g\tplain\n", drawing, from, d,
                    to, k, (double)layer->w[d * layer->outputs + k]);
}

static float rounded(float value) { return roundf(1000 * value) / 1000; }

static void draw_one_layer(FILE *nodes, FILE *edges, const Layer *layer)
{
    float z[KINDS], p[KINDS];
    layer_forward(z, layer, x);
    softmax_plain(p, z, KINDS);
    wires(edges, "one", "x", "z", layer);
    for (int d = 0; d < INPUTS; d++)
        node(nodes, "one", "x", d, 0, 0.5 + d, x[d], "plain");
    for (int k = 0; k < KINDS; k++) {
        node(nodes, "one", "z", k, 1, k, z[k], "answer");
        node(nodes, "one", "p", k, 1.7, k, rounded(p[k]), "window");
    }
}

// The same wires twice: with what runs forwards, and with the gradients that
// run back.
static void draw_two_layers(FILE *nodes, FILE *edges, const TwoLayers *net)
{
    float a[UNITS], h[UNITS], z[KINDS], dz[KINDS], dh[UNITS];
    TwoLayers gradient = {layer_new(INPUTS, UNITS), layer_new(UNITS, KINDS)};
    layer_forward(a, &net->hidden, x);
    for (int j = 0; j < UNITS; j++) h[j] = fmaxf(a[j], 0);
    layer_forward(z, &net->output, h);
    softmax_slope(dz, z, KINDS, TRUTH, 1);
    layer_backward(dh, &gradient.output, dz, h, &net->output);
    for (int way = 0; way < 2; way++) {
        const char *drawing = way ? "back" : "forth";
        wires(edges, drawing, "x", "h", &net->hidden);
        wires(edges, drawing, "h", "z", &net->output);
        for (int d = 0; d < INPUTS; d++)
            node(nodes, drawing, "x", d, 0, 0.5 + d, x[d], "plain");
        for (int j = 0; j < UNITS; j++)
            node(nodes, drawing, "h", j, 1, 0.5 + j,
                 way ? rounded(a[j] > 0 ? dh[j] : 0) : h[j],
                 way ? "gradient" : "answer");
        for (int k = 0; k < KINDS; k++)
            node(nodes, drawing, "z", k, 2, k, way ? rounded(dz[k]) : z[k],
                 way ? "gradient" : "answer");
    }
    layer_free(&gradient.hidden);
    layer_free(&gradient.output);
}

void show_drawings(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *grids =
        app_table(app, "grids", "drawing\tgrid\trow\tcolumn\tvalue\trole");
    FILE *nodes = app_table(app, "nodes",
                            "drawing\tnode\tlayer\tplace\tvalue\trole");
    FILE *edges =
        app_table(app, "edges", "drawing\tfrom\tto\tvalue\trole");
    Layer one = {INPUTS, KINDS, alone, nothing};
    TwoLayers two = {{INPUTS, UNITS, hidden, nothing},
                     {UNITS, KINDS, output, nothing}};
    float z[KINDS], dz[KINDS];
    layer_forward(z, &one, x);
    softmax_slope(dz, z, KINDS, TRUTH, 1);
    draw_softmax(grids, z);
    draw_outer(grids, dz);
    draw_one_layer(nodes, edges, &one);
    draw_two_layers(nodes, edges, &two);
    float dh = 0, cut = 0;
    for (int k = 0; k < KINDS; k++) {
        dh += output[k] * dz[k];
        cut += output[KINDS + k] * dz[k];
    }
    app_metric(app, "drawings_dh_1", (double)dh, "");
    app_metric(app, "drawings_dh_2", (double)cut, "");
    app_metric(app, "drawings_dw", (double)(2 * dh), "");
    app_detail(app, "drawings: one sample forwards and backwards  "
                    "[fig:ch06-backward]");
}

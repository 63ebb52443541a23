// One input, one hidden unit, one logit: every number on the way forwards,
// and on the way back how fast the loss grows with it.
#include "lesson.h"

#include <math.h>

// Of the chain x -> x w1 + b1 -> tanh -> h w2 + b2 -> loss.
typedef struct Chain {
    double x, w1, b1, w2, b2, t;
    double product, a, h, scaled, z, p, loss;
} Chain;

static const Chain example = {
    .x = 2, .w1 = 0.5, .b1 = -0.5, .w2 = 2, .b2 = -0.4, .t = 1};

static void chain_forward(Chain *c)
{
    c->product = c->x * c->w1;
    c->a = c->product + c->b1;
    c->h = tanh(c->a);
    c->scaled = c->h * c->w2;
    c->z = c->scaled + c->b2;
    c->p = 1 / (1 + exp(-c->z));
    c->loss = -c->t * log(c->p) - (1 - c->t) * log(1 - c->p);
}

// In place of each number how fast the loss grows with it.
static Chain chain_backward(const Chain *c)
{
    Chain d = {.loss = 1};
    d.p = (1 - c->t) / (1 - c->p) - c->t / c->p;
    d.z = d.p * c->p * (1 - c->p);   // p - t
    d.scaled = d.b2 = d.z;
    d.w2 = d.scaled * c->h;
    d.h = d.scaled * c->w2;
    d.a = d.h * (1 - c->h * c->h);
    d.product = d.b1 = d.a;
    d.w1 = d.product * c->x;
    d.x = d.product * c->w1;
    return d;
}

// The same for w1 without any rule: a little more, a little less.
static double numerical_slope(Chain c)
{
    double w = c.w1, h = 1e-5;
    c.w1 = w + h;
    chain_forward(&c);
    double above = c.loss;
    c.w1 = w - h;
    chain_forward(&c);
    return (above - c.loss) / (2 * h);
}

// All weights and biases a step downhill at once.
static Chain chain_step(Chain c, const Chain *d, double rate)
{
    c.w1 -= rate * d->w1;
    c.b1 -= rate * d->b1;
    c.w2 -= rate * d->w2;
    c.b2 -= rate * d->b2;
    chain_forward(&c);
    return c;
}

// A node's number above, and its slope as the place's second number.
static void node_and_slope(const Sketch *s, const char *node, double layer,
                           double place, double value, double slope,
                           const char *role)
{
    char name[32];
    sketch_node(s, node, layer, place, sketch_number(value, 2), role);
    snprintf(name, sizeof name, "d %s", node);
    Sketch back = {s->nodes, s->edges, "numbers-back"};
    sketch_node(&back, name, layer, place, sketch_number(slope, 2),
                "gradient");
}

void sketch_numbers(Sketch s)
{
    Chain c = example;
    chain_forward(&c);
    Chain d = chain_backward(&c);
    node_and_slope(&s, "x", 0, 0, c.x, d.x, "plain");
    node_and_slope(&s, "w1", 0, 1, c.w1, d.w1, "weight");
    node_and_slope(&s, "×", 1, 0, c.product, d.product, "window");
    node_and_slope(&s, "b1", 1, 1, c.b1, d.b1, "weight");
    node_and_slope(&s, "+", 2, 0, c.a, d.a, "window");
    node_and_slope(&s, "tanh", 3, 0, c.h, d.h, "window");
    node_and_slope(&s, "w2", 3, 1, c.w2, d.w2, "weight");
    node_and_slope(&s, "× ", 4, 0, c.scaled, d.scaled, "window");
    node_and_slope(&s, "b2", 4, 1, c.b2, d.b2, "weight");
    node_and_slope(&s, "+ ", 5, 0, c.z, d.z, "window");
    node_and_slope(&s, "L", 6, 0, c.loss, d.loss, "answer");
    static const char *const ways[][2] = {
        {"x", "×"},   {"w1", "×"},    {"×", "+"},
        {"b1", "+"},  {"+", "tanh"},  {"tanh", "× "},
        {"w2", "× "}, {"× ", "+ "},   {"b2", "+ "},
        {"+ ", "L"}};
    for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++)
        sketch_edge(&s, ways[k][0], ways[k][1], "");
}

static void write_numbers(App *app, const Chain *c, const Chain *d)
{
    const struct {
        const char *name;
        double value, slope;
    } all[] = {{"x", c->x, d->x},         {"w1", c->w1, d->w1},
               {"b1", c->b1, d->b1},      {"w2", c->w2, d->w2},
               {"b2", c->b2, d->b2},      {"a", c->a, d->a},
               {"h", c->h, d->h},         {"scaled", c->scaled, d->scaled},
               {"z", c->z, d->z},         {"p", c->p, d->p},
               {"loss", c->loss, d->loss}};
    FILE *table = app_table(app, "numbers", "name\tvalue\tslope");
    for (size_t k = 0; k < sizeof all / sizeof all[0]; k++)
        fprintf(table, "%s\t%.6f\t%.6f\n", all[k].name, all[k].value,
                all[k].slope);
}

void show_numbers(App *app, Lesson *lesson)
{
    (void)lesson;
    Chain c = example;
    chain_forward(&c);
    Chain d = chain_backward(&c);
    double numerical = numerical_slope(example);
    write_numbers(app, &c, &d);
    app_metric(app, "numbers_loss", c.loss, "");
    app_metric(app, "numbers_dw1", d.w1, "");
    Chain after = chain_step(c, &d, 0.5);
    app_metric(app, "numbers_step_w1", after.w1, "");
    app_metric(app, "numbers_step_loss", after.loss, "");
    app_metric(app, "numbers_numerical", numerical, "");
    app_say(app,
            "numbers: backwards the loss falls by %.3f a unit of w1, by "
            "trial %.3f  [fig:ch05-numbers]",
            -d.w1, -numerical);
}

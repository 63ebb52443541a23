// A neuron: the line, and behind it ReLU, since a price cannot be negative.
// Where the sum is negative it answers 0 and passes no gradient back.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

// y = max(0, b + sum over d of w(d) x(d))
static float neuron_price(const Line *line, const float *x)
{
    float sum = line_price(line, x);
    return sum > 0 ? sum : 0;
}

// As gradient_plain, but only of the houses whose sum is positive.
static void neuron_gradient(Line *gradient, const Line *line, Houses houses)
{
    for (int d = 0; d < line->features; d++) gradient->w[d] = 0;
    *gradient->b = 0;
    for (int n = 0; n < houses.count; n++) {
        const float *x = houses.x + n * line->features;
        float y = neuron_price(line, x);
        if (!(y > 0)) continue;   // ReLU is flat there
        float share = 2 * (y - houses.t[n]) / houses.count;
        for (int d = 0; d < line->features; d++)
            gradient->w[d] += share * x[d];
        *gradient->b += share;
    }
}

static double neuron_miss(const Line *line, const Dataset *set)
{
    double sum = 0;
    Houses h = houses_of(set);
    for (int n = 0; n < h.count; n++) {
        double y = (double)neuron_price(line, h.x + n * line->features);
        sum += pow(y - (double)h.t[n], 2);
    }
    return sqrt(sum / set->count);
}

static void learn(App *app, Line *line, const Dataset *train)
{
    Sampler *sampler = sampler_new(train, app->seed, 64);
    Line gradient = line_new(line->features);
    for (int epoch = 1; epoch <= 10; epoch++)
        for (Batch b = sampler_batch(sampler, epoch, 0); b.size > 0;
             b = next_batch(b)) {
            Houses houses = {b.size, reals(&b.inputs), reals(&b.targets)};
            neuron_gradient(&gradient, line, houses);
            descend(line, &gradient, 0.005f);
        }
    line_free(&gradient);
    sampler_free(sampler);
}

typedef struct Lowest {
    int count;   // of prices below 0
    int row;   // of the set
    double price;
} Lowest;

static Lowest below_zero(const Line *line, const Dataset *set)
{
    Lowest low = {0, 0, INFINITY};
    Houses h = houses_of(set);
    for (int n = 0; n < h.count; n++) {
        double price = line_price(line, h.x + n * line->features);
        low.count += price < 0;
        if (price >= low.price) continue;
        low.price = price;
        low.row = n;
    }
    return low;
}

// One input of a house, as the line sees it.
typedef struct Part {
    const char *name;
    double x, w, share;
} Part;

static int by_share(const void *a, const void *b)
{
    double x = fabs(((const Part *)a)->share);
    double y = fabs(((const Part *)b)->share);
    return (x < y) - (x > y);
}

// The inputs of a house, those that matter most first.
static Part *parts_of(const Lesson *lesson, const Real *x)
{
    int features = lesson->line.features;
    Part *parts = allocate((size_t)features, sizeof *parts);
    for (int f = 0; f < features; f++) {
        double w = (double)lesson->line.w[f], xf = (double)x[f];
        parts[f] = (Part){lesson->sets.encoder.feature[f], xf, w, w * xf};
    }
    qsort(parts, (size_t)features, sizeof *parts, by_share);
    return parts;
}

// For the drawing of a neuron: four inputs, the sum of the others, the bias.
static void draw_house(App *app, const Lesson *lesson, const Part *parts)
{
    enum { SHOWN = 4 };
    const char *columns = "drawing\tnode\tlayer\tplace\tvalue\trole";
    FILE *nodes = app_table(app, "nodes", columns);
    FILE *edges = app_table(app, "edges", "drawing\tfrom\tto\tvalue\trole");
    double others = 0, z = (double)*lesson->line.b;
    for (int f = 0; f < lesson->line.features; f++) {
        z += parts[f].share;
        if (f >= SHOWN) others += parts[f].share;
    }
    for (int f = 0; f < SHOWN; f++) {
        fprintf(nodes, "neuron\t%s\t0\t%d\t%.1f\tplain\n", parts[f].name, f,
                parts[f].x);
        fprintf(edges, "neuron\t%s\tsum\t%.0f\tplain\n", parts[f].name,
                parts[f].w);
    }
    fprintf(nodes, "neuron\tall others\t0\t%d\t%.0f\tframe\n", SHOWN, others);
    fprintf(nodes, "neuron\tbias\t0\t%d\t%.0f\tframe\n", SHOWN + 1,
            (double)*lesson->line.b);
    fprintf(edges, "neuron\tall others\tsum\t\tplain\n");
    fprintf(edges, "neuron\tbias\tsum\t\tplain\n");
    fprintf(nodes, "neuron\tsum\t1\t2.5\t%.0f\tweight\n", z);
    fprintf(nodes, "neuron\tReLU\t2\t2.5\t%.0f\tanswer\n", z > 0 ? z : 0);
    fprintf(edges, "neuron\tsum\tReLU\t\tplain\n");
}

// The house of which the line says least, input by input.
static void write_house(App *app, const Lesson *lesson, const Dataset *set,
                        int row)
{
    FILE *table = app_table(app, "neuron", "input\tx\tw\tshare");
    const Real *x = reals(&set->inputs) + row * lesson->line.features;
    Part *parts = parts_of(lesson, x);
    for (int f = 0; f < lesson->line.features; f++)
        fprintf(table, "%s\t%.2f\t%.1f\t%.1f\n", parts[f].name, parts[f].x,
                parts[f].w, parts[f].share);
    fprintf(table, "bias\t1\t%.1f\t%.1f\n", (double)*lesson->line.b,
            (double)*lesson->line.b);
    draw_house(app, lesson, parts);
    free(parts);
}

void show_neuron(App *app, Lesson *lesson)
{
    const Dataset *train = &lesson->sets.train, *test = &lesson->sets.test;
    Lowest low = below_zero(&lesson->line, train);
    Line neuron = line_new(lesson->line.features),
         dead = line_new(lesson->line.features);
    *neuron.b = (float)mean_of_targets(train);
    learn(app, &neuron, train);
    learn(app, &dead, train);   // begins at 0, where ReLU is flat
    double alive = neuron_miss(&neuron, test),
           gone = neuron_miss(&dead, test);
    write_house(app, lesson, train, low.row);
    app_metric(app, "neuron_negative", low.count, "training rows");
    price_metric(app, lesson, "neuron_lowest", low.price);
    price_metric(app, lesson, "neuron_lowest_paid",
                 (double)reals(&train->targets)[low.row]);
    price_metric(app, lesson, "neuron_rmse", alive);
    price_metric(app, lesson, "neuron_dead_rmse", gone);
    app_metric(app, "neuron_dead_b", (double)*dead.b, "");
    app_say(app,
            "neuron: the line says less than 0 of %d houses, %s USD of "
            "one; with ReLU %s USD off, begun at zero %s for ever  "
            "[fig:ch02-neuron]",
            low.count, money(lesson, low.price), money(lesson, alive),
            money(lesson, gone));
    line_free(&neuron);
    line_free(&dead);
}

// Which pixels can a unit see? Change one pixel at a time, and watch the unit
// in the middle of each layer's maps. What can matter is a square; what does
// matter thins out towards its edge (Luo et al. 2016).
#include "further.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WATCHED = 8 };   // digits

// The answers of all filters in the middle, for n pictures. [n, F]
static void middle_units(double *units, Network *net, Node *maps,
                         const uint8_t *pictures, int n)
{
    feed_digits(net->image, pictures, n);
    const Tensor *answer = predict(maps);
    Shape s = node_shape(maps);
    int filters = s.dim[2];
    size_t size = shape_count(s);
    size_t middle = (size_t)(s.dim[0] / 2 * s.dim[1] + s.dim[1] / 2);
    for (int k = 0; k < n; k++)
        for (int f = 0; f < filters; f++)
            units[k * filters + f] = (double)reals(
                answer)[(size_t)k * size + middle * (size_t)filters +
                        (size_t)f];
}

static double total_change(const double *a, const double *b, int filters)
{
    double sum = 0;
    for (int f = 0; f < filters; f++) sum += fabs(a[f] - b[f]);
    return sum;
}

// Adds to effect[i] what pixel i, inverted, changes in the middle.
static void watch(double *effect, Network *net, Node *maps,
                  const uint8_t *digit)
{
    int batch = graph_batch(net->image), filters = node_shape(maps).dim[2];
    uint8_t *changed = allocate((size_t)batch, PIXELS);
    double *units = allocate((size_t)batch * (size_t)filters, sizeof *units);
    double *before = allocate((size_t)filters, sizeof *before);
    middle_units(before, net, maps, digit, 1);
    for (int first = 0; first < PIXELS; first += batch) {
        int n = PIXELS - first < batch ? PIXELS - first : batch;
        for (int k = 0; k < n; k++) {
            memcpy(changed + k * PIXELS, digit, PIXELS);
            changed[k * PIXELS + first + k] ^= 255;
        }
        middle_units(units, net, maps, changed, n);
        for (int k = 0; k < n; k++)
            effect[first + k] +=
                total_change(units + k * filters, before, filters);
    }
    free(changed);
    free(units);
    free(before);
}

// The smallest square around all pixels that have an effect.
static int side(const double *effect)
{
    int top = SIDE, bottom = -1, left = SIDE, right = -1;
    for (int i = 0; i < PIXELS; i++) {
        if (effect[i] == 0) continue;
        if (i / SIDE < top) top = i / SIDE;
        if (i / SIDE > bottom) bottom = i / SIDE;
        if (i % SIDE < left) left = i % SIDE;
        if (i % SIDE > right) right = i % SIDE;
    }
    if (bottom < 0) return 0;   // nothing has: the unit is silent
    return bottom - top > right - left ? bottom - top + 1 : right - left + 1;
}

Field receptive_field(Network *net, Node *maps, const Dataset *digits)
{
    Field f = {0};
    Dataset few = dataset_first(digits, WATCHED);
    for (int n = 0; n < few.count; n++)
        watch(f.effect, net, maps, bytes(&few.inputs) + (size_t)n * PIXELS);
    for (int i = 0; i < PIXELS; i++) {
        f.effect[i] /= few.count;
        f.reads += f.effect[i] != 0;
    }
    f.size = side(f.effect);
    return f;
}

// The share of the effect that the inner half of the square has.
static double inner_share(const Field *f)
{
    double inner = 0, all = 0, row = 0, column = 0;
    for (int i = 0; i < PIXELS; i++) {
        all += f->effect[i];
        row += f->effect[i] * (i / SIDE);
        column += f->effect[i] * (i % SIDE);
    }
    for (int i = 0; i < PIXELS; i++)
        if (fabs(i / SIDE - row / all) <= f->size / 4.0 &&
            fabs(i % SIDE - column / all) <= f->size / 4.0)
            inner += f->effect[i];
    return all > 0 ? inner / all : 0;
}

void show_receptive(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    Node *maps[] = {net->maps1, node_after(net->maps1), net->maps2,
                    node_after(net->maps2)};
    static const char *const name[] = {"conv1", "pool1", "conv2", "pool2"};
    Field f = {0};
    FILE *table = app_table(app, "receptive", "layer\trow\tcolumn\teffect");
    int size[4];
    for (int k = 0; k < 4; k++) {
        f = receptive_field(net, maps[k], &lesson->test);
        app_stop_if_interrupted(app);
        size[k] = f.size;
        for (int i = 0; i < PIXELS; i++)
            fprintf(table, "%s\t%d\t%d\t%.5g\n", name[k], i / SIDE, i % SIDE,
                    f.effect[i]);
        app_metric_of(app, f.size, "pixels", "receptive_%s", name[k]);
    }
    app_metric(app, "receptive_inner_share", inner_share(&f), "fraction");
    app_say(app, "receptive field: %d, %d, %d, %d pixels wide after conv, "
                 "pool, conv, pool; its inner half has %.0f%% of the effect"
                 "  [fig:ch07-receptive]",
            size[0], size[1], size[2], size[3], 100 * inner_share(&f));
}

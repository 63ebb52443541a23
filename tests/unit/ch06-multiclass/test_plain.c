/* test_plain.c: the loops of chapter 6: the numbers of the page, logits of a thousand, every
 * gradient against finite differences in double, the optimizers' first steps. plain.c is included
 * twice, the second time with float being double.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch06-multiclass/plain.c"

#undef PLAIN_H
#define float double
#define expf exp
#define logf log
#define fmaxf fmax
#define sqrtf sqrt
#define powf pow
#define Layer LayerInDouble
#define Samples SamplesInDouble
#define TwoLayers TwoLayersInDouble
#define layer_new layer_new_in_double
#define layer_free layer_free_in_double
#define layer_clear layer_clear_in_double
#define layer_forward layer_forward_in_double
#define layer_backward layer_backward_in_double
#define softmax_plain softmax_in_double
#define cross_entropy_plain cross_entropy_in_double
#define softmax_slope softmax_slope_in_double
#define regression_gradient regression_gradient_in_double
#define two_layers_gradient two_layers_gradient_in_double
#define descend descend_in_double
#define momentum_plain momentum_in_double
#define adam_plain adam_in_double
#define largest largest_in_double
#include "../../../chapters/ch06-multiclass/plain.c"
#undef float
#undef expf
#undef logf
#undef fmaxf
#undef sqrtf
#undef powf
#undef Layer
#undef Samples
#undef TwoLayers
#undef layer_new
#undef layer_free
#undef layer_clear
#undef layer_forward
#undef layer_backward
#undef softmax_plain
#undef cross_entropy_plain
#undef softmax_slope
#undef regression_gradient
#undef two_layers_gradient
#undef descend
#undef momentum_plain
#undef adam_plain
#undef largest

static void expect_near(double found, double expected, double within)
{
    cr_assert(fabs(found - expected) <= within, "%.9g, expected %.9g", found, expected);
}

// ---- From logits to shares

Test(softmax, numbers_of_the_page)
{
    const float z[3] = {2, 1, -1};
    const double p[3] = {0.705385, 0.259496, 0.035119};
    float found[3];
    softmax_plain(found, z, 3);
    for (int k = 0; k < 3; k++) expect_near((double)found[k], p[k], 1e-6);
    expect_near((double)cross_entropy_plain(z, 3, 1), 1.349012, 1e-5);
    softmax_slope(found, z, 3, 1, 1);
    expect_near((double)found[0], p[0], 1e-6);
    expect_near((double)found[1], p[1] - 1, 1e-6);
    expect_near((double)found[2], p[2], 1e-6);
    expect_near((double)(found[0] + found[1] + found[2]), 0, 1e-6);
}

Test(softmax, nothing_overflows)
{
    const float z[4] = {1000, -1000, 999, 1000};
    float p[4];
    softmax_plain(p, z, 4);
    const double e = exp(-1), sum = 2 + e;
    expect_near((double)p[0], 1 / sum, 1e-6);
    cr_assert(p[1] == 0, "%g", (double)p[1]);
    expect_near((double)p[2], e / sum, 1e-6);
    expect_near((double)cross_entropy_plain(z, 4, 1), 2000 + log(sum), 1e-3);
}

Test(softmax, one_class_is_certain)
{
    const float z[1] = {-7};
    float p[1];
    softmax_plain(p, z, 1);
    cr_assert(p[0] == 1 && cross_entropy_plain(z, 1, 0) == 0);
}

Test(softmax, all_zero_costs_the_logarithm_of_the_classes)
{
    const float z[10] = {0};
    for (int classes = 1; classes <= 10; classes++)
        expect_near((double)cross_entropy_plain(z, classes, classes - 1), log(classes), 1e-6);
}

// ---- Gradients, in double

enum { COUNT = 7, INPUTS = 5, UNITS = 4, KINDS = 3 };

// Numbers without a pattern, none of them zero.
static double number(int i) { return sin(1.7 * i + 0.3) * (1 + i % 4); }

static void fill(LayerInDouble *layer, int from)
{
    for (int i = 0; i < layer->inputs * layer->outputs; i++) layer->w[i] = number(from + i) / 3;
    for (int k = 0; k < layer->outputs; k++) layer->b[k] = number(from + 500 + k) / 3;
}

typedef struct Case {
    double x[COUNT * INPUTS];
    int32_t label[COUNT];
    SamplesInDouble samples;
    TwoLayersInDouble net, gradient, unused;
    LayerInDouble line, slope, wasted;
} Case;

static Case *case_new(void)
{
    Case *c = allocate(1, sizeof *c);
    for (int i = 0; i < COUNT * INPUTS; i++) c->x[i] = number(i);
    for (int n = 0; n < COUNT; n++) c->label[n] = n * n % KINDS;
    c->samples = (SamplesInDouble){COUNT, c->x, c->label};
    TwoLayersInDouble *nets[] = {&c->net, &c->gradient, &c->unused};
    LayerInDouble *lines[] = {&c->line, &c->slope, &c->wasted};
    for (int i = 0; i < 3; i++) {
        nets[i]->hidden = layer_new_in_double(INPUTS, UNITS);
        nets[i]->output = layer_new_in_double(UNITS, KINDS);
        *lines[i] = layer_new_in_double(INPUTS, KINDS);
        fill(&nets[i]->hidden, 40 + 7 * i);   // garbage where a gradient will stand
        fill(&nets[i]->output, 90 + 7 * i);
        fill(lines[i], 140 + 7 * i);
    }
    return c;
}

static void case_free(Case *c)
{
    TwoLayersInDouble *nets[] = {&c->net, &c->gradient, &c->unused};
    LayerInDouble *lines[] = {&c->line, &c->slope, &c->wasted};
    for (int i = 0; i < 3; i++) {
        layer_free_in_double(&nets[i]->hidden);
        layer_free_in_double(&nets[i]->output);
        layer_free_in_double(lines[i]);
    }
    free(c);
}

static double line_loss(Case *c)
{
    return regression_gradient_in_double(&c->wasted, &c->line, c->samples);
}

static double net_loss(Case *c)
{
    return two_layers_gradient_in_double(&c->unused, &c->net, c->samples);
}

static void compare(Case *c, double (*loss)(Case *), double *at, const double *slope, int count)
{
    for (int i = 0; i < count; i++) {
        const double h = 1e-6, before = at[i];
        at[i] = before + h;
        double above = loss(c);
        at[i] = before - h;
        double below = loss(c);
        at[i] = before;
        expect_near(slope[i], (above - below) / (2 * h), 1e-8);
    }
}

Test(gradient, of_one_layer_agrees_with_finite_differences)
{
    Case *c = case_new();
    regression_gradient_in_double(&c->slope, &c->line, c->samples);
    compare(c, line_loss, c->line.w, c->slope.w, INPUTS * KINDS);
    compare(c, line_loss, c->line.b, c->slope.b, KINDS);
    case_free(c);
}

Test(gradient, of_two_layers_agrees_with_finite_differences)
{
    Case *c = case_new();
    two_layers_gradient_in_double(&c->gradient, &c->net, c->samples);
    compare(c, net_loss, c->net.hidden.w, c->gradient.hidden.w, INPUTS * UNITS);
    compare(c, net_loss, c->net.hidden.b, c->gradient.hidden.b, UNITS);
    compare(c, net_loss, c->net.output.w, c->gradient.output.w, UNITS * KINDS);
    compare(c, net_loss, c->net.output.b, c->gradient.output.b, KINDS);
    case_free(c);
}

// The loss is a mean: the same samples twice have the same gradient.
Test(gradient, does_not_grow_with_the_samples)
{
    Case *c = case_new();
    double once[INPUTS * KINDS], twice_x[2 * COUNT * INPUTS];
    int32_t twice_label[2 * COUNT];
    double loss = regression_gradient_in_double(&c->slope, &c->line, c->samples);
    for (int i = 0; i < INPUTS * KINDS; i++) once[i] = c->slope.w[i];
    for (int i = 0; i < 2 * COUNT * INPUTS; i++) twice_x[i] = c->x[i % (COUNT * INPUTS)];
    for (int n = 0; n < 2 * COUNT; n++) twice_label[n] = c->label[n % COUNT];
    SamplesInDouble twice = {2 * COUNT, twice_x, twice_label};
    expect_near(regression_gradient_in_double(&c->slope, &c->line, twice), loss, 1e-12);
    for (int i = 0; i < INPUTS * KINDS; i++) expect_near(c->slope.w[i], once[i], 1e-12);
    case_free(c);
}

// ---- Optimizers

Test(optimizers, momentum_on_a_constant_slope)
{
    float w = 0, m = 0;
    const float g = 1;
    const double steps[] = {1, 1.9, 2.71, 3.439};
    double at = 0;
    for (int t = 0; t < 4; t++) {
        momentum_plain(&w, &m, &g, 1, 0.5f, 0.9f);
        at -= 0.5 * steps[t];
        expect_near((double)w, at, 1e-6);
    }
}

// Whatever the gradient's size, the first step is as long as the rate.
Test(optimizers, adams_first_step_is_the_rate)
{
    const float slopes[] = {1e-4f, -0.3f, 1, -700};
    for (int i = 0; i < 4; i++) {
        float w = 2, m = 0, v = 0;
        adam_plain(&w, &m, &v, &slopes[i], 1, 1, 0.01f, 0.9f, 0.999f, 1e-8f);
        expect_near((double)w, slopes[i] > 0 ? 1.99 : 2.01, 2e-6);
    }
}

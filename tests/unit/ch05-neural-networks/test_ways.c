/* test_ways.c: chapter 5 by the numbers of the page and by nudges, then beside the tape
 * and the library's graph, for every activation; and each activation beside the library's.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "../../../chapters/ch05-neural-networks/ways.h"
#include "../../../common/graph.h"
#include "../../../common/layers.h"
#include "../../../common/rounds.h"

enum { FEATURES = 3, HIDDEN = 4, COUNT = 5 };

// Numbers without a pattern, none of them zero, and garbage where a gradient will stand.
static Real number(int i) { return (Real)(sin(1.7 * i + 0.3) * (1 + i % 3)); }

typedef struct Case {
    Real x[COUNT * FEATURES], t[COUNT];
    Samples samples;
    TwoLayers net, loops, other;
    size_t count;
} Case;

static void case_make(Case *c, const Activation *f)
{
    for (int i = 0; i < COUNT * FEATURES; i++) c->x[i] = number(i);
    for (int n = 0; n < COUNT; n++) c->t[n] = (Real)(n % 2);
    c->samples = (Samples){COUNT, c->x, c->t};
    c->net = two_layers_new(FEATURES, HIDDEN, f);
    c->loops = two_layers_new(FEATURES, HIDDEN, f);
    c->other = two_layers_new(FEATURES, HIDDEN, f);
    c->count = two_layers_count(&c->net);
    for (int i = 0; i < (int)c->count; i++) {
        c->net.w1[i] = number(100 + i) / 3;
        c->loops.w1[i] = number(200 + i);
        c->other.w1[i] = number(300 + i);
    }
}

static void case_free(Case *c)
{
    two_layers_free(&c->net);
    two_layers_free(&c->loops);
    two_layers_free(&c->other);
}

// ---- Loops

Test(loops, numbers_of_the_page)
{
    const Real x = 2, t = 1;
    const Activation *f = activation_named("tanh");
    TwoLayers net = two_layers_new(1, 1, f), gradient = two_layers_new(1, 1, f);
    *net.w1 = (Real)0.5;
    *net.b1 = (Real)-0.5;
    *net.w2 = 2;
    *net.b2 = (Real)-0.4;
    Real loss = two_layers_gradient(&gradient, &net, (Samples){1, &x, &t});
    cr_assert_float_eq((double)loss, 0.464996, 1e-5);
    cr_assert_float_eq((double)*gradient.w1, -1.169802, 1e-5);
    cr_assert_float_eq((double)*gradient.b1, -0.584901, 1e-5);
    cr_assert_float_eq((double)*gradient.w2, -0.171844, 1e-5);
    cr_assert_float_eq((double)*gradient.b2, -0.371863, 1e-5);
    two_layers_descend(&net, &gradient, (Real)0.5);
    cr_assert_float_eq((double)*net.w1, 1.084901, 1e-5);
    cr_assert_float_eq((double)*net.b2, -0.214069, 1e-5);
    cr_assert(two_layers_loss(&net, (Samples){1, &x, &t}) < loss);
    two_layers_free(&net);
    two_layers_free(&gradient);
}

// ReLU's corner could lie between two nudges; the tape says what its slopes are, below.
Test(loops, agree_with_nudges_where_the_curve_is_smooth)
{
    static const char *const smooth[] = {"sigmoid", "tanh", "gelu", "linear"};
    const Real h = (Real)0.01;
    for (int k = 0; k < 4; k++) {
        Case c;
        case_make(&c, activation_named(smooth[k]));
        two_layers_gradient(&c.loops, &c.net, c.samples);
        for (size_t i = 0; i < c.count; i++) {
            Real before = c.net.w1[i];
            c.net.w1[i] = before + h;
            Real above = two_layers_loss(&c.net, c.samples);
            c.net.w1[i] = before - h;
            Real below = two_layers_loss(&c.net, c.samples);
            c.net.w1[i] = before;
            c.other.w1[i] = (above - below) / (2 * h);
        }
        double off = apart(c.loops.w1, c.other.w1, c.count);
        cr_assert(off < 2e-3, "%s: %g of the largest", smooth[k], off);
        case_free(&c);
    }
}

// The loss is a mean: all samples twice have the same gradient.
Test(loops, do_not_grow_with_the_samples)
{
    Case c;
    case_make(&c, activation_named("tanh"));
    Real x[2 * COUNT * FEATURES], t[2 * COUNT];
    for (int i = 0; i < 2 * COUNT * FEATURES; i++) x[i] = c.x[i % (COUNT * FEATURES)];
    for (int n = 0; n < 2 * COUNT; n++) t[n] = c.t[n % COUNT];
    Real once = two_layers_gradient(&c.loops, &c.net, c.samples);
    Real twice = two_layers_gradient(&c.other, &c.net, (Samples){2 * COUNT, x, t});
    cr_assert_float_eq((double)once, (double)twice, 1e-6);
    cr_assert(apart(c.loops.w1, c.other.w1, c.count) < 1e-5);
    case_free(&c);
}

Test(loops, logits_of_a_thousand_are_no_trouble)
{
    cr_assert_eq(cross_entropy_plain(1000, 1), 0);
    cr_assert_eq(cross_entropy_plain(1000, 0), 1000);
    cr_assert_eq(cross_entropy_plain(-1000, 0), 0);
    cr_assert_eq(cross_entropy_plain(-1000, 1), 1000);
    cr_assert_float_eq((double)cross_entropy_plain(0, 1), log(2), 1e-6);
}

Test(loops, first_weights_are_the_seeds_and_biases_0)
{
    Case c;
    case_make(&c, activation_named("relu"));
    two_layers_draw(&c.net, 1);
    two_layers_draw(&c.other, 1);
    for (size_t i = 0; i < c.count; i++) cr_assert_eq(c.net.w1[i], c.other.w1[i]);
    for (int j = 0; j < HIDDEN; j++) cr_assert(c.net.b1[j] == 0 && c.net.w2[j] != 0);
    cr_assert_eq(*c.net.b2, 0);
    two_layers_draw(&c.other, 2);
    cr_assert_neq(*c.net.w1, *c.other.w1);
    case_free(&c);
}

// ---- Three ways

Test(ways, have_one_gradient_whatever_bends)
{
    for (int k = 0; k < ACTIVATIONS; k++) {
        Case c;
        int lines = 0;
        case_make(&c, &activations[k]);
        Real loss = two_layers_gradient(&c.loops, &c.net, c.samples);
        Real taped = gradient_by_tape(&c.other, &c.net, c.samples, &lines);
        cr_assert(apart(c.loops.w1, c.other.w1, c.count) < 1e-5, "%s, tape", activations[k].name);
        cr_assert_float_eq((double)taped, (double)loss, 1e-5);
        cr_assert(lines > (int)c.count);
        for (size_t i = 0; i < c.count; i++) c.other.w1[i] = 7;
        Real graphed = gradient_by_graph(&c.other, &c.net, c.samples, CPU);
        cr_assert(apart(c.loops.w1, c.other.w1, c.count) < 1e-5, "%s, graph", activations[k].name);
        cr_assert_float_eq((double)graphed, (double)loss, 1e-5);
        case_free(&c);
    }
}

Test(ways, the_tape_counts_its_lines_only_if_asked)
{
    Case c;
    case_make(&c, activation_named("tanh"));
    gradient_by_tape(&c.other, &c.net, c.samples, NULL);
    case_free(&c);
}

// ---- Activations

enum { SUMS = 12 };
static const double sums[SUMS] = {-20, -5, -2, -1, -0.3, -0.01, 0.01, 0.3, 1, 2, 5, 20};

// With a wish that lies 1 below, the mean of (h - wish)² grows by 2/SUMS for each unit of h.
Test(activations, are_the_librarys_and_so_are_their_slopes)
{
    for (int k = 0; k < ACTIVATIONS; k++) {
        const Activation *f = &activations[k];
        Params *params = params_new(1, CPU);
        Graph *graph = graph_new(params, SUMS);
        Node *x = input(graph, REAL, shape(1)), *wish = input(graph, REAL, shape(1));
        wants_gradient(x);
        Node *h = f->node(x), *distance = squared_error(h, wish);
        params_ready(params);
        Tensor a = tensor_new(CPU, REAL, shape(SUMS, 1)), w = tensor_new(CPU, REAL, a.shape);
        for (int i = 0; i < SUMS; i++) {
            reals(&a)[i] = (Real)sums[i];
            reals(&w)[i] = f->of((Real)sums[i]) - 1;
        }
        feed(x, &a);
        feed(wish, &w);
        cr_assert_float_eq((double)forward(distance), 1, 1e-4, "%s", f->name);
        backward(distance);
        for (int i = 0; i < SUMS; i++)
            cr_assert_float_eq((double)reals(gradient(x))[i] * SUMS / 2,
                               (double)f->slope((Real)sums[i]), 1e-4, "%s at %g", f->name, sums[i]);
        tensor_free(&a);
        tensor_free(&w);
        graph_free(graph);
        params_free(params);
    }
}

// The table of the page has two digits of each.
Test(activations, slopes_at_minus_2_are_those_of_the_page)
{
    static const double slopes[] = {0.104994, 0.070651, 0, 0.01, -0.085232, 1};
    for (int k = 0; k < ACTIVATIONS; k++)
        cr_assert_float_eq((double)activations[k].slope(-2), slopes[k], 1e-5, "%s",
                           activations[k].name);
    cr_assert_float_eq((double)activation_named("leaky-relu")->of(-5), -0.05, 1e-6);
}

Test(activations, nothing_overflows)
{
    for (int k = 0; k < ACTIVATIONS; k++)
        for (int sign = -1; sign <= 1; sign += 2) {
            Real a = (Real)(sign * 1000);
            cr_assert(isfinite((double)activations[k].of(a)), "%s", activations[k].name);
            cr_assert(isfinite((double)activations[k].slope(a)), "%s", activations[k].name);
        }
    cr_assert_eq(activation_named("sigmoid")->of(-1000), 0);
    cr_assert_eq(activation_named("sigmoid")->of(1000), 1);
}

Test(activations, one_is_found_by_its_name_or_not_at_all)
{
    for (int k = 0; k < ACTIVATIONS; k++)
        cr_assert(activation_named(activations[k].name) == &activations[k]);
    cr_assert_null(activation_named("Tanh"));
    cr_assert_null(activation_named(""));
    cr_assert_str_eq(activation_names(), "sigmoid, tanh, relu, leaky-relu, gelu, linear");
}

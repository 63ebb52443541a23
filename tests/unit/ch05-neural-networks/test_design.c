/* test_design.c: the playground's options of chapter 5: what is taken, what is refused with which
 * words, and the network that is made of them.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "../../../chapters/ch05-neural-networks/design.h"

static const Words usual = {.data = "data",
                            .inputs = "x1,x2",
                            .hidden = "8,8",
                            .activation = "tanh",
                            .regularize = "none",
                            .noise = 10,
                            .penalty = 0.001};

static Design taken(Words words)
{
    Design d;
    Error error = {0};
    cr_assert(design_read(&d, &words, &error), "%s", error.message);
    return d;
}

// The one line names the option, and what is known.
static void refused(Words words, const char *option, const char *known)
{
    Design d;
    Error error = {0};
    cr_assert_not(design_read(&d, &words, &error), "taken, though %s was wrong", option);
    cr_assert(strstr(error.message, option), "%s", error.message);
    cr_assert(strstr(error.message, known), "%s", error.message);
    cr_assert_null(strchr(error.message, '\n'));
}

// ---- Words

Test(design, the_usual_words_make_the_usual_network)
{
    Design d = taken(usual);
    cr_assert(d.kind == SPIRAL && d.penalty == NO_PENALTY, "a folder is no data set");
    cr_assert(d.inputs == 2 && d.input[0] == X1 && d.input[1] == X2);
    cr_assert(d.layers == 2 && d.hidden[0] == 8 && d.hidden[1] == 8);
    cr_assert_str_eq(d.activation->name, "tanh");
    cr_assert_float_eq(d.noise, 0.1, 1e-12);
}

Test(design, every_name_is_taken)
{
    Words words = usual;
    for (int k = 0; k < PLANAR_KINDS; k++) {
        words.data = planar_names[k];
        cr_assert_eq((int)taken(words).kind, k);
    }
    for (int k = 0; k < ACTIVATIONS; k++) {
        words.activation = activations[k].name;
        cr_assert(taken(words).activation == &activations[k]);
    }
    words.regularize = "l1";
    cr_assert(taken(words).penalty == L1);
    words.regularize = "l2";
    cr_assert(taken(words).penalty == L2);
    words.inputs = "sinx2,x1x2,x1";
    Design d = taken(words);
    cr_assert(d.inputs == 3 && d.input[0] == SINX2 && d.input[1] == X1X2 && d.input[2] == X1);
}

Test(design, unknown_names_list_the_known_ones)
{
    Words words = usual;
    words.activation = "swish";
    refused(words, "--activation swish", "sigmoid, tanh, relu, leaky-relu, gelu, linear");
    words = usual;
    words.regularize = "l3";
    refused(words, "--regularize l3", "none, l1, l2");
    static const char *const inputs[] = {"x1,x3", "", "x1,", "x1,,x2", "X1", "x1 ,x2"};
    for (size_t k = 0; k < sizeof inputs / sizeof inputs[0]; k++) {
        words = usual;
        words.inputs = inputs[k];
        refused(words, "--inputs", "x1, x2, x1x1, x2x2, x1x2, sinx1, sinx2");
    }
    words.inputs = "x1,x2,x1";
    refused(words, "--inputs", "x1 is there twice");
}

Test(design, hidden_layers_that_are_none)
{
    static const char *const lists[] = {"0",  "8,0", "8,,8", "8,",     ",8",  "",   "-8", " 8",
                                        "8 ", "8.5", "1e3",  "8;8",    "eight", "none,8",
                                        "+8", "\t8"};
    for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++) {
        Words words = usual;
        words.hidden = lists[k];
        refused(words, "--hidden", "units of each layer, at least 1");
    }
}

Test(design, twelve_layers_and_not_thirteen)
{
    Words words = usual;
    words.hidden = "1,1,1,1,1,1,1,1,1,1,1,1";
    cr_assert_eq(taken(words).layers, MOST_LAYERS);
    words.hidden = "1,1,1,1,1,1,1,1,1,1,1,1,1";
    refused(words, "--hidden", "more than 12 layers");
}

Test(design, a_network_too_large_is_refused_before_it_is_built)
{
    Words words = usual;
    words.hidden = "1997,1997";
    cr_assert_eq(design_parameters(&(Design){0}), 1, "no input, no layer: a bias");
    Design d = taken(words);
    cr_assert_eq(design_parameters(&d), 3997995);
    words.hidden = "1998,1998";
    refused(words, "--hidden 1998,1998", "at most 4000000");
    words.hidden = "99999999999999999999";   // beyond a long
    refused(words, "--hidden", "at most 4000000");
}

Test(design, numbers_have_their_ranges)
{
    Words words = usual;
    for (int noise = 0; noise <= 50; noise += 50) {
        words.noise = noise;
        cr_assert_float_eq(taken(words).noise, noise / 100.0, 1e-12);
    }
    words.noise = -1;
    refused(words, "--noise -1", "0 to 50");
    words.noise = 51;
    refused(words, "--noise 51", "0 to 50");
    static const double wrong[] = {-0.001, 10.1, NAN, INFINITY};
    for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++) {
        words = usual;
        words.penalty = wrong[k];
        refused(words, "--penalty", "0 to 10");
    }
}

// ---- The network

typedef struct Built {
    Params *params;
    Graph *graph;
    Node *loss, *unit[MOST_LAYERS];
} Built;

static Built built(const Design *d)
{
    Built b = {.params = params_new(3, CPU)};
    b.graph = graph_new(b.params, 4);
    Node *x = input(b.graph, REAL, shape(d->inputs)), *t = input(b.graph, REAL, shape(1));
    b.loss = design_loss(d, b.graph, design_logit(d, x, b.unit), t);
    params_ready(b.params);
    Dataset points = planar_new(d->kind, 4, 0, 1, 0);
    Dataset set = planar_with(&points, d->input, d->inputs);
    feed(x, &set.inputs);
    feed(t, &set.targets);
    dataset_free(&points);
    dataset_free(&set);
    return b;
}

static void built_free(Built *b)
{
    graph_free(b->graph);
    params_free(b->params);
}

Test(network, has_as_many_numbers_as_the_design_counts)
{
    static const char *const hidden[] = {"none", "1", "8,8", "3,5,2"};
    static const double count[] = {8, 10, 145, 59};
    for (int k = 0; k < 4; k++) {
        Words words = usual;
        words.inputs = "x1,x2,x1x1,x2x2,x1x2,sinx1,sinx2";
        words.hidden = hidden[k];
        Design d = taken(words);
        Built b = built(&d);
        cr_assert_eq(design_parameters(&d), count[k], "%s: %g", hidden[k], design_parameters(&d));
        cr_assert_eq((double)params_learned(b.params), count[k], "%s", hidden[k]);
        built_free(&b);
    }
}

Test(network, hands_out_each_hidden_layer)
{
    Words words = usual;
    words.hidden = "3,5,2";
    Design d = taken(words);
    Built b = built(&d);
    for (int k = 0; k < 3; k++)
        cr_assert_eq((int)shape_count(node_shape(b.unit[k])), d.hidden[k], "layer %d", k + 1);
    built_free(&b);
}

Test(network, pays_a_penalty_only_if_it_has_one)
{
    Design d = design_usual;
    Built plain = built(&d);
    double loss = (double)forward(plain.loss);
    for (d.penalty = L1; d.penalty <= L2; d.penalty++) {
        d.strength = 0;
        Built free_of_charge = built(&d);
        cr_assert_float_eq((double)forward(free_of_charge.loss), loss, 1e-6);
        d.strength = 0.1;
        Built charged = built(&d);
        cr_assert((double)forward(charged.loss) > loss + 0.01, "penalty %d", (int)d.penalty);
        built_free(&free_of_charge);
        built_free(&charged);
    }
    built_free(&plain);
}

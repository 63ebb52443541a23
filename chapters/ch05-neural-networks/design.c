// The playground's settings: read from words, and made a network.
#include "design.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

const Design design_usual = {.kind = SPIRAL,
                             .noise = 0.1,
                             .inputs = 2,
                             .input = {X1, X2},
                             .layers = 2,
                             .hidden = {8, 8},
                             .activation = &activations[1],
                             .penalty = NO_PENALTY,
                             .strength = 0.001};
static const char *const penalty_names[PENALTIES] = {"none", "l1", "l2"};

/* ---- Reading ------------------------------------------------------------*/

static int place_in(const char *const *names, int count, const char *name)
{
    for (int k = 0; k < count; k++)
        if (strcmp(names[k], name) == 0) return k;
    return -1;
}

static bool unknown(const char *option, const char *word,
                    const char *const *names, int count, Error *error)
{
    char known[200] = "";
    for (int k = 0; k < count; k++) list_word(known, sizeof known, names[k]);
    return fail(error, "%s %.60s: not one of %s", option, word, known);
}

// The word up to the next comma; *text moves behind it. Empty: none.
static void next_word(char *word, size_t size, const char **text)
{
    size_t length = strcspn(*text, ",");
    snprintf(word, size, "%.*s", (int)length, *text);
    *text += length;
}

static bool read_inputs(Design *d, const char *text, Error *error)
{
    char word[24];
    d->inputs = 0;
    for (const char *rest = text;; rest++) {
        next_word(word, sizeof word, &rest);
        int input = place_in(planar_input_names, PLANAR_INPUTS, word);
        if (input < 0)
            return unknown("--inputs", word, planar_input_names,
                           PLANAR_INPUTS, error);
        for (int k = 0; k < d->inputs; k++)
            if ((int)d->input[k] == input)
                return fail(error, "--inputs: %s is there twice", word);
        d->input[d->inputs++] = (PlanarInput)input;
        if (!*rest) return true;
    }
}

static bool read_units(int *units, const char *word)
{
    char *end;
    long value = strtol(word, &end, 10);
    *units = value > MOST_PARAMETERS ? MOST_PARAMETERS : (int)value;
    return word[0] >= '0' && word[0] <= '9' && !*end && value > 0;
}

static bool read_hidden(Design *d, const char *text, Error *error)
{
    char word[24];
    d->layers = 0;
    if (strcmp(text, "none") == 0) return true;
    for (const char *rest = text;; rest++) {
        next_word(word, sizeof word, &rest);
        if (d->layers == MOST_LAYERS)
            return fail(error, "--hidden %.60s: more than %d layers", text,
                        MOST_LAYERS);
        if (!read_units(&d->hidden[d->layers++], word))
            return fail(error,
                        "--hidden %.60s: expected units of each layer, at "
                        "least 1, such as 8,8; or none",
                        text);
        if (!*rest) return true;
    }
}

static bool read_numbers(Design *d, const Words *words, Error *error)
{
    if (words->noise < 0 || words->noise > 50)
        return fail(error, "--noise %d: expected 0 to 50, in per cent",
                    words->noise);
    if (!(words->penalty >= 0 && words->penalty <= 10))
        return fail(error, "--penalty %g: expected 0 to 10", words->penalty);
    d->noise = words->noise / 100.0;
    d->strength = words->penalty;
    return true;
}

static bool read_names(Design *d, const Words *words, Error *error)
{
    int kind = place_in(planar_names, PLANAR_KINDS, words->data);
    if (kind >= 0) d->kind = (PlanarKind)kind;
    d->activation = activation_named(words->activation);
    if (!d->activation)
        return fail(error, "--activation %.60s: not one of %s",
                    words->activation, activation_names());
    int penalty = place_in(penalty_names, PENALTIES, words->regularize);
    if (penalty < 0)
        return unknown("--regularize", words->regularize, penalty_names,
                       PENALTIES, error);
    d->penalty = (Penalty)penalty;
    return true;
}

bool design_read(Design *d, const Words *words, Error *error)
{
    *d = design_usual;
    if (!read_names(d, words, error) || !read_numbers(d, words, error) ||
        !read_inputs(d, words->inputs, error) ||
        !read_hidden(d, words->hidden, error))
        return false;
    if (design_parameters(d) > MOST_PARAMETERS)
        return fail(error,
                    "--hidden %.60s: a network of %.3g parameters; at most "
                    "%d are taken here",
                    words->hidden, design_parameters(d), MOST_PARAMETERS);
    return true;
}

/* ---- The network --------------------------------------------------------*/

double design_parameters(const Design *d)
{
    double sum = 0, before = d->inputs;
    for (int k = 0; k < d->layers; k++) {
        sum += (before + 1) * d->hidden[k];
        before = d->hidden[k];
    }
    return sum + before + 1;
}

//@ layers
Node *design_logit(const Design *d, Node *x, Node **units)
{
    Node *h = x;
    for (int k = 0; k < d->layers; k++) {
        Initialiser weights = d->activation->initialiser;
        h = linear(h, d->hidden[k], .initialiser = weights);
        h = d->activation->node(h);
        if (units) units[k] = h;
    }
    return linear(h, 1, .initialiser = XAVIER, .name = "logit");
}
//@ end layers

Node *design_loss(const Design *d, Graph *graph, Node *logit, Node *target)
{
    Node *loss = binary_cross_entropy(logit, target);
    Real strength = (Real)d->strength;
    if (d->penalty == L1) return add(loss, l1_penalty(graph, strength));
    if (d->penalty == L2) return add(loss, l2_penalty(graph, strength));
    return loss;
}

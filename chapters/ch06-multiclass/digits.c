// Networks that experiments train on digits, and digits as plain loops want
// them.
#include "deep.h"
#include "lesson.h"

#include <math.h>

Learner digit_learner(const App *app, uint64_t seed)
{
    Learner l = learner_new(app, seed);
    l.input = input(l.graph, U8, shape(SIDE, SIDE, 1));
    l.target = input(l.graph, I32, shape());
    return l;
}

void learner_classifies(Learner *l, Node *logits)
{
    l->output = logits;
    l->loss = softmax_cross_entropy(logits, l->target);
}

Learner small_new(const App *app, uint64_t seed)
{
    Learner l = digit_learner(app, seed);
    Node *h = relu(linear(flatten(scale(l.input, 1 / 255.0)), 128));
    learner_classifies(&l, linear(h, CLASSES));
    return l;
}

static void begin_as(Params *params, const Start *start)
{
    for (int i = 0, layer = 0; i < params->length; i++) {
        const Param *p = &params->list[i];
        if (p->shape.rank < 2) continue;   // biases begin at 0
        Tensor w = tensor_new(CPU, REAL, p->shape);
        draw_weights(reals(&w), p->shape.dim[0], p->shape.dim[1], start,
                     params->seed, layer++);
        params_write(params, p->name, &w);
        tensor_free(&w);
    }
}

Learner deep_learner(const App *app, const Start *start, bool normalised)
{
    Learner l = digit_learner(app, app->seed);
    Node *h = flatten(scale(l.input, 1 / 255.0));
    for (int k = 0; k < DEPTH; k++) {
        h = linear(h, WIDTH);
        h = relu(normalised ? batch_norm(h) : h);
    }
    learner_classifies(&l, linear(h, CLASSES));
    params_ready(l.params);
    begin_as(l.params, start);
    return l;
}

Tensor standard_digits(const Dataset *set)
{
    Tensor x = tensor_new(CPU, REAL, shape(set->count, PIXELS));
    size_t numbers = tensor_count(&x);
    double sum = 0, squares = 0;
    for (size_t i = 0; i < numbers; i++) {
        double level = bytes(&set->inputs)[i];
        sum += level;
        squares += level * level;
    }
    double mean = sum / (double)numbers;
    double deviation = sqrt(squares / (double)numbers - mean * mean);
    for (size_t i = 0; i < numbers; i++)
        reals(&x)[i] =
            (Real)((bytes(&set->inputs)[i] - mean) / deviation);
    return x;
}

// A network that learns in 100 steps: half the lesson's filters, no dropout.
// Three experiments change one thing in it and look at what follows.
#include "small.h"

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

static Node *bent(Node *x, Small how)
{
    if (how.normalised) x = batch_norm(x);
    return how.straight ? x : relu(x);
}

static Node *smaller(Node *x, Small how)
{
    return how.straight ? avg_pool2d(x, 2) : max_pool2d(x, 2);
}

Learner small_new(const App *app, Small how)
{
    Learner l = digit_learner(app, app->seed);
    Node *h = scale(l.input, how.bytes ? 1 : 1 / 255.0);
    if (!how.dense) {
        h = smaller(bent(conv2d(h, 16, 5, .padding = 2), how), how);
        h = smaller(bent(conv2d(h, 32, 5, .padding = 2), how), how);
    }
    h = bent(linear(flatten(h), 128), how);
    learner_classifies(&l, linear(h, CLASSES));
    return l;
}

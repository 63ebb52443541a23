// Networks that experiments train on the playground.
#include "lesson.h"

#include <stdlib.h>

Pair pair_new(const Design *d, uint64_t seed)
{
    Dataset train = planar_new(d->kind, TRAIN_POINTS, d->noise, seed, 0);
    Dataset test = planar_new(d->kind, TEST_POINTS, d->noise, seed, 1);
    Pair pair = {planar_with(&train, d->input, d->inputs),
                 planar_with(&test, d->input, d->inputs)};
    dataset_free(&train);
    dataset_free(&test);
    return pair;
}

void pair_free(Pair *pair)
{
    dataset_free(&pair->train);
    dataset_free(&pair->test);
}

static Learner planar_learner(const App *app, const Design *d, uint64_t seed)
{
    Learner l = learner_new(app, seed);
    l.input = input(l.graph, REAL, shape(d->inputs));
    l.target = input(l.graph, REAL, shape(1));
    l.output = design_logit(d, l.input, NULL);
    l.loss = design_loss(d, l.graph, l.output, l.target);
    params_ready(l.params);
    return l;
}

static double last_loss(const Losses *losses, int steps)
{
    double sum = 0;
    for (int k = losses->steps - steps; k < losses->steps; k++)
        sum += (double)losses->of[k];
    return sum / steps;
}

Trial try_design(App *app, const Design *d, Drill drill)
{
    Pair pair = pair_new(d, drill.seed);
    Losses losses;
    Learner l = planar_learner(app, d, drill.seed);
    learner_train(&l, app, &pair.train,
                  (Course){.epochs = drill.epochs,
                           .rate = drill.rate,
                           .optimizer = sgd_new,
                           .schedule = constant_rate,
                           .losses = &losses});
    int steps = losses.steps / drill.epochs;   // of an epoch
    Trial trial = {.train = share_right(l.input, l.output, &pair.train),
                   .test = share_right(l.input, l.output, &pair.test),
                   .loss = last_loss(&losses, steps)};
    if (drill.plane)
        write_plane(drill.plane, drill.row, d, l.input, l.output);
    free(losses.of);
    learner_free(&l);
    pair_free(&pair);
    return trial;
}

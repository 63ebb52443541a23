// Nineteen inputs, two hidden layers, one number: the PUE of an hour.
#include "plant_model.h"

enum { HIDDEN = 32, EPOCHS = 30 };

Dataset plant_log(uint64_t seed, int first, int count)
{
    double x[PLANT_INPUTS];
    Dataset log = {.count = count,
                   .inputs =
                       tensor_new(CPU, REAL, shape(count, PLANT_INPUTS)),
                   .targets = tensor_new(CPU, REAL, shape(count, 1))};
    for (int n = 0; n < count; n++) {
        uint64_t hour = (uint64_t)(first + n);
        plant_hour(x, seed, hour);
        for (int k = 0; k < PLANT_INPUTS; k++)
            reals(&log.inputs)[n * PLANT_INPUTS + k] = (Real)x[k];
        reals(&log.targets)[n] = (Real)plant_reading(x, seed, hour);
    }
    return log;
}

static Node *plant_network(Node *x)
{
    Node *h = x;
    for (int layer = 0; layer < 2; layer++)
        h = tanh_activation(linear(h, HIDDEN, .initialiser = XAVIER));
    return linear(h, 1, .initialiser = XAVIER);
}

// A batch of the same network that can be asked for gradients of its inputs.
static void build_for_asking(PlantModel *m)
{
    m->graph = graph_new(m->learner.params, ASKED_AT_ONCE);
    //@ asking
    m->x = input(m->graph, REAL, shape(PLANT_INPUTS));
    wants_gradient(m->x);
    m->said = plant_network(m->x);
    m->wish = input(m->graph, REAL, shape(1));
    m->distance = squared_error(m->said, m->wish);
    //@ end asking
    params_ready(m->learner.params);
}

PlantModel model_learn(App *app, const Dataset *log)
{
    PlantModel m = {.learner = learner_new(app, app->seed),
                    .inputs = standardiser_fit(&log->inputs),
                    .pue = standardiser_fit(&log->targets)};
    Learner *l = &m.learner;
    l->input = input(l->graph, REAL, shape(PLANT_INPUTS));
    l->target = input(l->graph, REAL, shape(1));
    l->output = plant_network(l->input);
    l->loss = squared_error(l->output, l->target);
    params_ready(l->params);
    Dataset scaled = {
        .count = log->count,
        .inputs = tensor_new(CPU, REAL, log->inputs.shape),
        .targets = tensor_new(CPU, REAL, log->targets.shape)};
    tensor_copy(&scaled.inputs, &log->inputs);
    tensor_copy(&scaled.targets, &log->targets);
    standardise(&scaled.inputs, &m.inputs);
    standardise(&scaled.targets, &m.pue);
    learner_train(l, app, &scaled,
                  (Course){.epochs = EPOCHS, .rate = (Real)0.003});
    dataset_free(&scaled);
    build_for_asking(&m);
    return m;
}

void model_free(PlantModel *m)
{
    graph_free(m->graph);
    learner_free(&m->learner);
    standardiser_free(&m->inputs);
    standardiser_free(&m->pue);
}

/* ---- Asking -------------------------------------------------------------*/

void model_said(double *pue, PlantModel *m, const double (*x)[PLANT_INPUTS],
                int count)
{
    Tensor rows = tensor_new(CPU, REAL, shape(count, PLANT_INPUTS));
    for (int n = 0; n < count; n++)
        for (int k = 0; k < PLANT_INPUTS; k++)
            reals(&rows)[n * PLANT_INPUTS + k] = (Real)x[n][k];
    standardise(&rows, &m->inputs);
    feed(m->x, &rows);
    const Real *said = reals(predict(m->said));
    for (int n = 0; n < count; n++)
        pue[n] = m->pue.mean[0] + m->pue.deviation[0] * (double)said[n];
    tensor_free(&rows);
}

// With a wish one unit below what it says, the mean of (said - wish)² grows
// by 2 / count for each unit that `said` grows.
void model_slopes(double (*slope)[PLANT_INPUTS], double *pue, PlantModel *m,
                  const double (*x)[PLANT_INPUTS], int count)
{
    model_said(pue, m, x, count);
    Tensor wish = tensor_new(CPU, REAL, shape(count, 1));
    tensor_copy(&wish, predict(m->said));
    for (int n = 0; n < count; n++) reals(&wish)[n] -= 1;
    feed(m->wish, &wish);
    forward(m->distance);
    backward(m->distance);
    params_clear_gradients(m->learner.params);
    const Real *dx = reals(gradient(m->x));
    for (int n = 0; n < count; n++)
        for (int k = 0; k < PLANT_INPUTS; k++)
            slope[n][k] =
                (double)dx[n * PLANT_INPUTS + k] * count / 2;
    tensor_free(&wish);
}

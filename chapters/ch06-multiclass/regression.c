// Softmax regression on digits: one layer, which has a template for each
// class. A training of its own, with a curve and a network of its own.
#include "lesson.h"

static void write_templates(App *app, Params *params)
{
    const Tensor *w = params_read(params, "line.weight");
    FILE *table = app_table(app, "templates", "class\trow\tcolumn\tweight");
    for (int k = 0; k < CLASSES; k++)
        for (int i = 0; i < PIXELS; i++)
            fprintf(table, "%d\t%d\t%d\t%.5f\n", k, i / SIDE, i % SIDE,
                    (double)reals(w)[i * CLASSES + k]);
}

static Real first_loss(Learner *l, const Dataset *train)
{
    int n = feed_batch(l->input, train, 0);
    Tensor labels = tensor_rows(&train->targets, 0, n);
    feed(l->target, &labels);
    return reals(predict(l->loss))[0];
}

static void learn(App *app, Learner *l, const Lesson *lesson)
{
    Optimizer adam = adam_new(l->params);
    app_train_as(app, "regression", l->params, &adam, &lesson->train);
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            feed(l->input, &b.inputs);
            feed(l->target, &b.targets);
            Real loss = forward(l->loss);
            backward(l->loss);
            optimizer_step(&adam, one_cycle(app->lr, app->step, app->steps));
            app_step(app, b, loss);
        }
        app_epoch(app, accuracy(l->input, l->output, &lesson->test));
    }
    optimizer_free(&adam);
}

void show_regression(App *app, Lesson *lesson)
{
    Learner l = digit_learner(app, app->seed);
    Node *x = flatten(scale(l.input, 1 / 255.0));
    learner_classifies(
        &l, linear(x, CLASSES, .initialiser = ZERO, .name = "line"));
    params_ready(l.params);
    app_metric(app, "regression_first_loss",
               (double)first_loss(&l, &lesson->train), "");
    if (!app_load_as(app, "regression", l.params, false))
        learn(app, &l, lesson);
    double right = accuracy(l.input, l.output, &lesson->test);
    write_templates(app, l.params);
    app_metric(app, "regression_accuracy", right, "fraction");
    app_metric(app, "regression_parameters",
               (double)params_learned(l.params), "numbers");
    app_say(app,
            "regression: one layer of %zu numbers reads %.2f%% of the test "
            "digits  [sec:ch06-regression]",
            params_learned(l.params), 100 * right);
    learner_free(&l);
}

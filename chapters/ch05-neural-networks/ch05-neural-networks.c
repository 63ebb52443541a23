/* Chapter 5: what do hidden layers add, and how do they learn?
 *
 * Run        make ch05-neural-networks && ./ch05-neural-networks
 *            then  --data circle --hidden 3 --activation relu --noise 20
 *            or    --predict 2,-1
 * Leaves     in build/results/ch05-neural-networks: metrics.tsv, all numbers
 *            that it found; training.tsv, the loss; the table of each
 *            experiment, a .tsv of its name, some with a second word behind
 *            a hyphen; network.safetensors, the trained network
 * New here   hidden layers, activations, backpropagation: the loops stand in
 *            plain.c
 * Met before the logit, cross-entropy and its gradient (chapter 3)
 */
#include "lesson.h"
#include "measure.h"

/* ---- The command line ---------------------------------------------------*/

static const char *question;
static Words words = {.inputs = "x1,x2",
                      .hidden = "8,8",
                      .activation = "tanh",
                      .regularize = "none",
                      .noise = 10,
                      .penalty = 0.001};

static const Option options[] = {
    {"--inputs", "LIST", "of x1,x2,x1x1,x2x2,x1x2,sinx1,sinx2", TEXT,
     &words.inputs, true},
    {"--hidden", "LIST", "units of each hidden layer, or none", TEXT,
     &words.hidden, true},
    {"--activation", "NAME", "sigmoid, tanh, relu, leaky-relu, gelu, linear",
     TEXT, &words.activation, true},
    {"--noise", "N", "per cent by which the points are moved", WHOLE,
     &words.noise, true},
    {"--regularize", "NAME", "none, l1 or l2", TEXT, &words.regularize, true},
    {"--penalty", "X", "how strongly", DECIMAL, &words.penalty, true},
    {"--predict", "X1,X2", "which class has this point?", TEXT, &question,
     false},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"sketch", "numbers for drawings", CORE, UNTRAINED, show_sketch},
    {"cell", "a nerve cell and a unit", CORE, UNTRAINED, show_cell},
    {"hand", "XOR by hand", CORE, UNTRAINED, show_hand},
    {"activations", "five curves", CORE, UNTRAINED, show_activations},
    {"numbers", "backwards, by numbers", CORE, UNTRAINED, show_numbers},
    {"slopes", "are the loops right?", CORE, UNTRAINED, show_slopes},
    {"xor", "XOR, learned twenty times", CORE, UNTRAINED, show_xor},
    {"boundary", "what the units see", CORE, TRAINED, show_boundary},
    {"widths", "3, 6 and 20 units", CORE, UNTRAINED, show_widths},
    {"settings", "the playground", CORE, UNTRAINED, show_settings},
    {"depth", "gradients that vanish", CORE, UNTRAINED, show_depth},
    {"regions", "what layers can cut out", CORE, UNTRAINED, show_regions},
    {"approximation", "a curve from bumps", FURTHER, UNTRAINED,
     show_approximation},
    {"ways", "loops, tape and graph", FURTHER, UNTRAINED, show_ways},
    {"limits", "four limits, three remedies", FURTHER, UNTRAINED,
     show_limits},
    {"pue", "a plant that saves energy", FURTHER, UNTRAINED, show_pue},
    {0},
};

static const Defaults defaults = {
    .about = "hidden layers, and how they learn",
    .epochs = 3000,
    .batch = 10,
    .learning_rate = 0.03,
    .options = options,
    .experiments = experiments,
    .sets = planar_names,
    .epoch_lines = 5,
};

/* ---- The data and the network -------------------------------------------*/

Net net_new(const Design *design, Params *params, int batch)
{
    Net net = {.graph = graph_new(params, batch)};
    net.x = input(net.graph, REAL, shape(design->inputs));
    net.t = input(net.graph, REAL, shape(1));
    net.logit = design_logit(design, net.x, net.unit);
    net.loss = design_loss(design, net.graph, net.logit, net.t);
    params_ready(params);
    return net;
}

static Lesson lesson_new(App *app)
{
    Error error = {0};
    Lesson lesson = {.params = params_new(app->seed, app->device)};
    words.data = app->data;
    if (!design_read(&lesson.design, &words, &error))
        app_fail(app, 2, "%s", error.message);
    const Design *d = &lesson.design;
    Pair pair = pair_new(d, app->seed);
    lesson.train = pair.train;
    lesson.test = pair.test;
    lesson.points = planar_new(d->kind, TRAIN_POINTS, d->noise, app->seed, 0);
    lesson.learn = net_new(d, lesson.params, app->batch);
    lesson.show = net_new(d, lesson.params, SHOWN_AT_ONCE);
    app_metric(app, "parameters", (double)params_learned(lesson.params),
               "numbers");
    return lesson;
}

static void lesson_free(Lesson *lesson)
{
    graph_free(lesson->learn.graph);
    graph_free(lesson->show.graph);
    params_free(lesson->params);
    dataset_free(&lesson->train);
    dataset_free(&lesson->test);
    dataset_free(&lesson->points);
}

double share_right(Node *x, Node *logit, const Dataset *set)
{
    int right = 0;
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(x, set, first);
        const Real *z = reals(predict(logit));
        const Real *t = reals(&set->targets) + first;
        for (int i = 0; i < n; i++) right += (z[i] > 0) == (t[i] > 0);
    }
    return (double)right / set->count;
}

/* ---- Training -----------------------------------------------------------*/

static void train(App *app, Lesson *lesson)
{
    const Net *net = &lesson->learn;
    Optimizer sgd = sgd_new(lesson->params);
    Album *album = album_new(app);
    app_train(app, lesson->params, &sgd, &lesson->train);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        album_look(album, app, lesson);
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            feed(net->x, &b.inputs);
            feed(net->t, &b.targets);
            Real loss = forward(net->loss);
            backward(net->loss);
            optimizer_step(&sgd, (Real)app->lr);
            app_step(app, b, loss);
        }
        app_epoch(app, share_right(net->x, net->logit, &lesson->test));
    }
    //@ end training-loop
    album_show(album, app, lesson);
    optimizer_free(&sgd);
}

int main(int argc, char **argv)
{
    App app = app_begin("ch05-neural-networks", argc, argv, defaults);
    Lesson lesson = lesson_new(&app);
    bool trained = app_load(&app, lesson.params, question != NULL);
    if (!trained && (question || app_needs_training(&app)))
        train(&app, &lesson);
    if (question)
        predict_answer(&app, &lesson, question);
    else
        app_experiments(&app, &lesson);
    lesson_free(&lesson);
    return app_end(&app);
}

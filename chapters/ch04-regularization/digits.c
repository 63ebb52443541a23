// Few digits, a network that could learn them by heart, and a recipe.
#include "digits.h"

#include "measure.h"
#include "split.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- The digits ---------------------------------------------------------*/

static Dataset digits_of(App *app, const char *which)
{
    char images[500], labels[500];
    Dataset set = {0};
    Error error = {0};
    snprintf(images, sizeof images, "%s/mnist/%s-images-idx3-ubyte",
             app->data, which);
    snprintf(labels, sizeof labels, "%s/mnist/%s-labels-idx1-ubyte",
             app->data, which);
    app_check(app,
              idx_dataset(&set, images, labels, SIDE, SIDE, CLASSES, &error),
              &error);
    return set;
}

Digits digits_all(App *app, int least)
{
    Digits all = {.train = digits_of(app, "train"),
                  .test = digits_of(app, "t10k")};
    if (all.train.count < least)
        app_fail(app, 1,
                 "%s/mnist has %d training digits; at least %d are "
                 "needed",
                 app->data, all.train.count, least);
    return all;
}

int digits_at_most(const Digits *all, int count)
{
    int most = all->train.count / 6;
    return count < most ? count : most;
}

Digits digits_drawn(const Digits *all, int count, uint64_t seed)
{
    enum { JUDGED = 2000 };
    int *order = allocate((size_t)all->train.count, sizeof *order);
    Stream chance = {.seed = seed, .purpose = FOR_SPLIT};
    random_order(chance, order, all->train.count);
    Digits d = {.train = dataset_rows(&all->train, (Rows){count, order}),
                .validation = dataset_rows(&all->train,
                                           (Rows){count / 2, order + count}),
                .test = dataset_first(&all->test, JUDGED)};
    free(order);
    return d;
}

void digits_free(Digits *d)
{
    dataset_free(&d->train);
    dataset_free(&d->validation);
}

Dataset smoothed(const Dataset *set, Real share)
{
    Dataset soft = *set;
    soft.targets = tensor_new(CPU, REAL, shape(set->count, CLASSES));
    for (int n = 0; n < set->count; n++) {
        Real *row = reals(&soft.targets) + n * CLASSES;
        for (int k = 0; k < CLASSES; k++) row[k] = share / CLASSES;
        row[ints(&set->targets)[n]] += 1 - share;
    }
    return soft;
}

const Distortion slight = {.shift = 1, .turn = 10, .scale = (Real)0.1};

static void distort(Batch b, const void *how)
{
    batch_augment(b, *(const Distortion *)how, 0);
}

/* ---- The network --------------------------------------------------------*/

//@ network
static Learner network(const App *app, const Recipe *r, uint64_t seed)
{
    Learner l = learner_new(app, seed);
    bool soft = r->smoothing > 0;
    l.input = input(l.graph, U8, shape(SIDE, SIDE, 1));
    l.target = soft ? input(l.graph, REAL, shape(CLASSES))
                    : input(l.graph, I32, shape());
    Node *h = linear(flatten(scale(l.input, (Real)(1 / 255.0))), 100);
    if (r->normalised) h = batch_norm(h);
    h = relu(h);
    if (r->dropout > 0) h = dropout(h, r->dropout);
    l.output = linear(h, CLASSES);
    l.loss = soft ? soft_cross_entropy(l.output, l.target)
                  : softmax_cross_entropy(l.output, l.target);
    if (r->penalty > 0)
        l.loss = add(l.loss, l2_penalty(l.graph, (Real)(2 * r->penalty)));
    return l;
}
//@ end network

// The mean cross-entropy of a set, with nothing dropped.
static double loss_on(const Learner *l, const Dataset *set)
{
    double sum = 0;
    for (int first = 0; first < set->count;) {
        int count = feed_batch(l->input, set, first);
        const Real *z = reals(predict(l->output));
        for (int n = 0; n < count; n++)
            sum -= log(probability(z + n * CLASSES, CLASSES,
                                   ints(&set->targets)[first + n]));
        first += count;
    }
    return sum / set->count;
}

/* ---- Stopping in time ---------------------------------------------------*/

enum { PATIENCE = 5 };

// What is asked after each epoch: the best numbers so far are kept.
typedef struct Watch {
    const Learner *l;
    const Digits *digits;
    const Recipe *recipe;
    FILE *curve;
    double least;
    int best, epoch;
    Tensor *kept;   // one a parameter
} Watch;

static void keep(Watch *w)
{
    Params *p = w->l->params;
    if (!w->kept) w->kept = allocate((size_t)p->length, sizeof *w->kept);
    for (int k = 0; k < p->length; k++) {
        const Tensor *now = params_read(p, p->list[k].name);
        if (!present(&w->kept[k]))
            w->kept[k] = tensor_new(CPU, REAL, now->shape);
        memcpy(w->kept[k].data, now->data, tensor_count(now) * sizeof(Real));
    }
}

static void put_back(Watch *w)
{
    Params *p = w->l->params;
    for (int k = 0; w->kept && k < p->length; k++) {
        params_write(p, p->list[k].name, &w->kept[k]);
        tensor_free(&w->kept[k]);
    }
    free(w->kept);
    w->kept = NULL;
}

static bool look(void *env, int epoch)
{
    Watch *w = env;
    const Digits *d = w->digits;
    w->epoch = epoch;
    if (!w->curve && !w->recipe->stopped) return false;
    double loss = loss_on(w->l, &d->validation);
    if (w->curve)
        fprintf(w->curve, "%s\t%d\t%.5f\t%.5f\n", w->recipe->key, epoch,
                loss_on(w->l, &d->train), loss);
    if (!w->recipe->stopped) return false;
    if (loss < w->least) {
        w->least = loss;
        w->best = epoch;
        keep(w);
    }
    return epoch - w->best >= PATIENCE;
}

Answer learn_digits(App *app, const Digits *d, const Recipe *r, uint64_t seed,
                    FILE *curve)
{
    App other = *app;
    other.batch = 50;
    Learner l = network(&other, r, seed);
    Dataset soft = {0};
    if (r->smoothing > 0) soft = smoothed(&d->train, r->smoothing);
    Watch watch = {&l, d, r, curve, INFINITY, 0, 0, NULL};
    Course course = {.epochs = r->epochs ? r->epochs : EPOCHS,
                     .rate = r->rate > 0 ? r->rate : (Real)1e-3,
                     .schedule = constant_rate,
                     .distort = r->augmented ? distort : NULL,
                     .how = &slight,
                     .enough = look,
                     .env = &watch};
    learner_train(&l, &other, soft.count ? &soft : &d->train, course);
    put_back(&watch);
    Answer a = {1 - accuracy(l.input, l.output, &d->train),
                1 - accuracy(l.input, l.output, &d->test),
                loss_on(&l, &d->train), loss_on(&l, &d->test),
                r->stopped ? watch.best : watch.epoch};
    tensor_free(&soft.targets);
    learner_free(&l);
    return a;
}

// One digit, layer by layer, through a dense network and through the
// convolutional one. And how far is each layer on the way to an answer? The
// nearest of ten mean pictures told digits apart in chapter 1; here the same
// is tried with what each layer makes of them.
#include "further.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { HIDDEN1 = 512, HIDDEN2 = 128, MEANS = 5000 };

typedef struct Net {
    const char *name;
    Node *image;
    Node *layer[6];
    const char *what[6];
    int layers;
} Net;

static Learner dense_new(const App *app, Net *net)
{
    Learner l = digit_learner(app, app->seed);
    Node *x = scale(l.input, 1 / 255.0);
    Node *h1 = relu(linear(flatten(x), HIDDEN1));
    Node *h2 = relu(linear(h1, HIDDEN2));
    learner_classifies(&l, linear(dropout(h2, 0.5), CLASSES));
    *net = (Net){"dense", l.input, {x, h1, h2, l.output},
                 {"pixels", "hidden1", "hidden2", "logits"}, 4};
    return l;
}

// The nodes between maps2 and the logits have no names of their own in
// struct Network: a pool, a flatten, linear, relu, dropout, linear.
static Net convolutional(Network *n)
{
    Node *conv = node_before(n->maps1, 0), *pixels = node_before(conv, 0);
    Node *dropped = node_before(n->logits, 0);
    Node *hidden = node_before(dropped, 0);
    return (Net){"cnn", n->image,
                 {pixels, node_after(n->maps1), node_after(n->maps2), hidden,
                  n->logits},
                 {"pixels", "conv1", "conv2", "hidden1", "logits"}, 5};
}

static void add_means(double *mean, Net *net, int layer, const Dataset *set)
{
    int size = (int)shape_count(node_shape(net->layer[layer]));
    int count[CLASSES] = {0};
    memset(mean, 0, (size_t)size * CLASSES * sizeof *mean);
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(net->image, set, first);
        const Real *x = reals(predict(net->layer[layer]));
        for (int k = 0; k < n; k++) {
            int label = ints(&set->targets)[first + k];
            count[label]++;
            for (int i = 0; i < size; i++)
                mean[label * size + i] += (double)x[k * size + i];
        }
    }
    for (int c = 0; c < CLASSES; c++)
        for (int i = 0; i < size; i++)
            mean[c * size + i] /= fmax(count[c], 1);
}

static int nearest(const double *mean, const Real *x, int size)
{
    int best = 0;
    double least = INFINITY;
    for (int c = 0; c < CLASSES; c++) {
        double d = 0;
        for (int i = 0; i < size; i++) {
            double gap = (double)x[i] - mean[c * size + i];
            d += gap * gap;
        }
        if (d < least) least = d, best = c;
    }
    return best;
}

// The accuracy where the nearest of the ten means in this layer decides.
static double nearest_accuracy(Net *net, int layer, const Dataset *seen,
                               const Dataset *test)
{
    int size = (int)shape_count(node_shape(net->layer[layer])), right = 0;
    double *mean = allocate((size_t)size * CLASSES, sizeof *mean);
    add_means(mean, net, layer, seen);
    for (int first = 0, n; first < test->count; first += n) {
        n = feed_batch(net->image, test, first);
        const Real *x = reals(predict(net->layer[layer]));
        for (int k = 0; k < n; k++)
            right += nearest(mean, x + k * size, size) ==
                     ints(&test->targets)[first + k];
    }
    free(mean);
    return (double)right / test->count;
}

static void write_digit(FILE *table, Net *net, const Dataset *test)
{
    feed_digits(net->image, bytes(&test->inputs), 1);
    for (int l = 0; l < net->layers; l++) {
        const Real *x = reals(predict(net->layer[l]));
        Shape s = node_shape(net->layer[l]);
        int units = s.dim[s.rank - 1], places = (int)shape_count(s) / units;
        for (int i = 0; i < places; i++)
            for (int f = 0; f < units; f++)
                fprintf(table, "%s\t%s\t%d\t%d\t%.4f\n", net->name,
                        net->what[l], i, f, (double)x[i * units + f]);
    }
}

static void follow(App *app, Net *net, FILE *digit, FILE *shares,
                   const Lesson *lesson)
{
    Dataset seen = dataset_first(&lesson->train, MEANS),
            test = dataset_first(&lesson->test, JUDGED);
    char text[256] = "";
    write_digit(digit, net, &test);
    for (int l = 0; l < net->layers; l++) {
        double share = nearest_accuracy(net, l, &seen, &test);
        app_stop_if_interrupted(app);
        size_t end = strlen(text);
        fprintf(shares, "%s\t%d\t%s\t%.4f\n", net->name, l, net->what[l],
                share);
        app_metric_of(app, share, "fraction", "layers_%s_%s", net->name,
                      net->what[l]);
        snprintf(text + end, sizeof text - end, "%s%s %.1f%%", l ? ", " : "",
                 net->what[l], 100 * share);
    }
    app_say(app, "nearest mean, %s: %s  [fig:ch07-layers]", net->name, text);
}

void show_layers(App *app, Lesson *lesson)
{
    Net dense, cnn = convolutional(lesson->net);
    Learner l = dense_new(app, &dense);
    learner_train(&l, app, &lesson->train,
                  (Course){.epochs = app->epochs, .rate = (Real)3e-3});
    FILE *digit = app_table(app, "layers",
                            "network\tlayer\tplace\tunit\tanswer");
    FILE *shares = app_table(app, "layers-nearest",
                             "network\tdepth\tlayer\taccuracy");
    follow(app, &dense, digit, shares, lesson);
    follow(app, &cnn, digit, shares, lesson);
    app_metric(app, "layers_dense_test_accuracy",
               accuracy(l.input, l.output, &lesson->test), "fraction");
    learner_free(&l);
}

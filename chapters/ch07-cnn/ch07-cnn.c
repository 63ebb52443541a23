/* Chapter 7: how does a machine see?
 *
 * Run        make ch07-cnn && ./ch07-cnn, then ./ch07-cnn --predict digit.png
 * Leaves     in build/results/ch07-cnn: metrics.tsv, all numbers that it
 *            found; training.tsv, the loss; the table of each experiment
 *            that has one, a .tsv of its name, some with a second behind a
 *            hyphen; network.dot, the drawing; network.safetensors, the
 *            trained network
 * New here   conv2d, max_pool2d
 * Met before linear, relu, dropout (chapter 5)
 */
#include "further.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static bool inside(Extent p, int row, int column)
{
    return row >= 0 && row < p.height && column >= 0 && column < p.width;
}

static int place(Extent p, int row, int column)   // of its first channel
{
    return (row * p.width + column) * p.channels;
}

/* ---- Convolution and pooling as their equations say them -----------------
 * These loops are the specification. The library's conv2d and max_pool2d
 * compute the same, many times faster; the part `plain` compares the two.
 */

// y(i,j,f) = b(f) + sum over u,v,c of w(u,v,c,f) x(i*stride+u-padding,
//                                                  j*stride+v-padding, c)
void convolution_plain(float *y, const float *x, const float *w,
                       const float *b, Extent in, int filters, int size,
                       int stride, int padding)
{
    int out_height = (in.height + 2 * padding - size) / stride + 1;
    int out_width = (in.width + 2 * padding - size) / stride + 1;
    for (int i = 0; i < out_height; i++)
        for (int j = 0; j < out_width; j++)
            for (int f = 0; f < filters; f++) {
                float sum = b[f];
                for (int u = 0; u < size; u++)
                    for (int v = 0; v < size; v++) {
                        int row = i * stride + u - padding;
                        int column = j * stride + v - padding;
                        if (!inside(in, row, column)) continue;   // a zero
                        const float *pixel = x + place(in, row, column);
                        for (int c = 0; c < in.channels; c++) {
                            int weight = (u * size + v) * in.channels + c;
                            sum += w[weight * filters + f] * pixel[c];
                        }
                    }
                y[(i * out_width + j) * filters + f] = sum;
            }
}

// y(i,j,c) = the largest x in square (i,j) of size x size pixels
void max_pool_plain(float *y, const float *x, Extent in, int size)
{
    Extent out = {in.height / size, in.width / size, in.channels};
    for (int i = 0; i < out.height; i++)
        for (int j = 0; j < out.width; j++)
            for (int c = 0; c < in.channels; c++) {
                float largest = -INFINITY;
                for (int u = 0; u < size; u++)
                    for (int v = 0; v < size; v++) {
                        int pixel = place(in, i * size + u, j * size + v);
                        largest = fmaxf(largest, x[pixel + c]);
                    }
                y[place(out, i, j) + c] = largest;
            }
}

/* ---- The network --------------------------------------------------------*/

Network network(const App *app)
{
    Network net = {.params = params_new(app->seed, app->device)};
    net.graph = graph_new(net.params, app->batch);
    net.image = input(net.graph, U8, shape(SIDE, SIDE, 1));
    net.label = input(net.graph, I32, shape());

    Node *x = scale(net.image, 1 / 255.0);
    net.maps1 = relu(conv2d(x, 32, 5, .padding = 2));
    net.maps2 = relu(conv2d(max_pool2d(net.maps1, 2), 64, 5, .padding = 2));
    Node *h = flatten(max_pool2d(net.maps2, 2));
    h = dropout(relu(linear(h, 128)), 0.5);
    net.logits = linear(h, CLASSES);
    net.loss = softmax_cross_entropy(net.logits, net.label);
    return net;
}

void network_free(Network *net)
{
    graph_free(net->graph);
    params_free(net->params);
}

/* ---- The command line ---------------------------------------------------*/

static const char *picture, *dataset = "mnist";   // --predict, --dataset
static bool augmenting;   // by up to two pixels, ten degrees and a tenth
const Distortion slight = {.shift = 2, .turn = 10, .scale = 0.1};

static const Option options[] = {
    {"--predict", "PICTURE", "say which digit a picture shows",
     TEXT, &picture, false},
    {"--dataset", "NAME", "mnist, or fashion-mnist where it is installed",
     TEXT, &dataset, true},
    {"--augment", NULL, "shift, turn and scale the training digits at random",
     FLAG, &augmenting, true},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"network", "the network, layer by layer", CORE, UNTRAINED, show_network},
    {"shuffle", "pixels in disorder", CORE, UNTRAINED, show_shuffle},
    {"grids", "small numbers, drawn", CORE, UNTRAINED, show_grids},
    {"plain", "plain loops and the library", CORE, UNTRAINED, show_plain},
    {"kernels", "kernels made by hand", CORE, UNTRAINED, show_kernels},
    {"filters", "filters before and after", CORE, TRAINED, show_filters},
    {"maps", "what the filters answer", CORE, TRAINED, show_maps},
    {"shift", "digits moved aside", CORE, TRAINED, show_shift},
    {"mistakes", "digits read wrongly", CORE, TRAINED, show_mistakes},
    {"unprepared", "digits unlike MNIST's", CORE, TRAINED, show_unprepared},
    {"picture", "a photograph, prepared", CORE, TRAINED, show_picture},
    {"statements", "six, in numbers", CORE, TRAINED, show_statements},
    {"failures", "what goes wrong", CORE, UNTRAINED, show_failures},
    {"receptive", "what a unit can see", FURTHER, TRAINED, show_receptive},
    {"occlusion", "a patch covered", FURTHER, TRAINED, show_occlusion},
    {"patches", "what excites a filter", FURTHER, TRAINED, show_patches},
    {"layers", "a digit layer by layer", FURTHER, TRAINED, show_layers},
    {"race", "convolution three ways", FURTHER, UNTRAINED, show_race},
    {"augmentation", "few digits", FURTHER, UNTRAINED, show_augmentation},
    {"batch-norm", "learning rates", FURTHER, UNTRAINED, show_batch_norm},
    {"names", "names in one dimension", FURTHER, UNTRAINED, show_names},
    {0},
};

static const Defaults defaults = {
    .about = "a convolutional network learns handwritten digits",
    .epochs = 2,
    .batch = 64,
    .learning_rate = 3e-3,
    .options = options,
    .experiments = experiments,
};

// The bundled digits, or Debian's Fashion-MNIST. which: "train" or "t10k".
static Dataset pictures(App *app, const char *which)
{
    bool bundled = strcmp(dataset, "mnist") == 0;
    if (!bundled && strcmp(dataset, "fashion-mnist") != 0)
        app_fail(app, 2, "--dataset %s: not one of mnist, fashion-mnist",
                 dataset);
    char images[1024], labels[1024];
    const char *folder = bundled ? app->data : "/usr/share/datasets";
    snprintf(images, sizeof images, "%s/%s/%s-images-idx3-ubyte", folder,
             dataset, which);
    snprintf(labels, sizeof labels, "%s/%s/%s-labels-idx1-ubyte", folder,
             dataset, which);

    Dataset set = {0};
    Error error = {""};
    bool read =
        idx_dataset(&set, images, labels, SIDE, SIDE, CLASSES, &error);
    const char *hint =
        bundled ? "" : " (Debian's package dataset-fashion-mnist has it)";
    if (!read) app_fail(app, 1, "%s%s", error.message, hint);
    return set;
}

static void train(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    Optimizer adam = adam_new(net->params);
    app_train(app, net->params, &adam, &lesson->train);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            distort(b, lesson->distortion, THE_LESSONS);
            feed(net->image, &b.inputs);
            feed(net->label, &b.targets);
            Real loss = forward(net->loss);
            backward(net->loss);
            optimizer_step(&adam, one_cycle(app->lr, app->step, app->steps));
            app_step(app, b, loss);
        }
        app_epoch(app, accuracy(net->image, net->logits, &lesson->test));
    }
    //@ end training-loop
    app_speed(app, graph_flops(net->loss, true));
    optimizer_free(&adam);
}

int main(int argc, char **argv)
{
    App app = app_begin("ch07-cnn", argc, argv, defaults);
    if (picture && app.part)
        app_fail(&app, 2, "--predict and --part exclude each other");
    uint8_t digit[PIXELS];
    if (picture) read_picture(&app, digit, picture);

    Network net = network(&app);
    params_ready(net.params);
    Lesson lesson = {.net = &net};
    if (augmenting) lesson.distortion = slight;
    bool trained = app_load(&app, net.params, picture != NULL);
    if (!trained || !picture) {
        lesson.train = pictures(&app, "train");
        lesson.test = pictures(&app, "t10k");
    }
    if (!trained && (picture || app_needs_training(&app)))
        train(&app, &lesson);
    if (picture) predict_picture(&app, &lesson, digit);
    else app_experiments(&app, &lesson);

    dataset_free(&lesson.train);
    dataset_free(&lesson.test);
    network_free(&net);
    return app_end(&app);
}

/* test_graph.c: a graph gives the same numbers however its work is cut: batches of every size,
 * fused or not, training and prediction, on any number of threads.
 *
 * That the numbers are right is the matter of test_layer_gradient.c.
 */
#include "../../common/layers.h"
#include "../../common/optim.h"
#include <time.h>

#include "feeding.h"

// What batches of different cuts may differ by, as a fraction of the largest number.
#ifdef REAL_IS_DOUBLE
static const double CLOSE = 1e-12;
#else
static const double CLOSE = 2e-5;
#endif

TestSuite(graph, .fini = free_tensors);

/* ---- A network of two convolutions, for any batch ---------------------------------------------*/

typedef struct Model {
    Params *params;
    Graph *graph;
    Node *image, *label, *conv, *active, *pooled, *logits, *loss;
} Model;

enum { CLASSES = 4 };
static const Shape picture = {3, {9, 7, 3}};

// Fused: conv -> relu -> pool. leaky_relu with slope 0 is the same function, and is never fused.
static Model model(Params *params, int batch, int filters, bool fused)
{
    Model m = {.params = params, .graph = graph_new(params, batch)};
    m.image = input(m.graph, REAL, picture);
    m.label = input(m.graph, I32, shape());
    m.conv = conv2d(m.image, filters, 3, .padding = 1);
    m.active = fused ? relu(m.conv) : leaky_relu(m.conv, 0);
    m.pooled = max_pool2d(m.active, 2);
    Node *h = conv2d(m.pooled, 5, 2);
    h = linear(flatten(fused ? relu(h) : leaky_relu(h, 0)), 11);
    m.logits = linear(tanh_activation(h), CLASSES);
    m.loss = softmax_cross_entropy(m.logits, m.label);
    return m;
}

static void feed_samples(const Model *m, const Tensor *pictures, const Tensor *labels, int first,
                         int n)
{
    Tensor x = tensor_rows(pictures, first, n), t = tensor_rows(labels, first, n);
    feed(m->image, &x);
    feed(m->label, &t);
}

static Tensor some_pictures(int n) { return any(shape_batch(n, picture)); }

static Tensor some_labels(int n)
{
    Tensor labels = exact_tensor(I32, shape(n));
    for (int i = 0; i < n; i++) ints(&labels)[i] = between(0, CLASSES - 1);
    return labels;
}

// Biases start at zero, where mistakes hide.
static void shake(Params *params)
{
    params_ready(params);
    for (int i = 0; i < params->length; i++) {
        Tensor value = param_value(params, i);
        for (size_t k = 0; !params->list[i].is_statistic && k < tensor_count(&value); k++)
            reals(&value)[k] += (Real)(0.2 * next_uniform() - 0.1);
    }
}

static Real train_pass(const Model *m)
{
    Real loss = forward(m->loss);
    backward(m->loss);
    return loss;
}

/* ---- Batches ----------------------------------------------------------------------------------*/

// The gradient of a batch is the mean of the gradients of its samples, each run alone.
static void expect_mean_of_samples(int filters, const int *sizes, int count)
{
    Params *params = params_new(5, CPU);
    Model batch = model(params, 64, filters, true), alone = model(params, 1, filters, true);
    Tensor pictures = some_pictures(64), labels = some_labels(64);
    shake(params);
    for (int k = 0; k < count; k++) {
        int n = sizes[k];
        params_clear_gradients(params);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            feed_samples(&alone, &pictures, &labels, i, 1);
            mean += (double)train_pass(&alone) / n;
        }
        Tensor want = copy_of(&params->gradients);
        for (size_t i = 0; i < tensor_count(&want); i++) reals(&want)[i] /= (Real)n;

        params_clear_gradients(params);
        feed_samples(&batch, &pictures, &labels, 0, n);
        double loss = (double)train_pass(&batch);
        cr_assert(fabs(loss - mean) <= CLOSE * mean, "%d samples: loss %g, one by one %g", n, loss,
                  mean);
        cr_assert(largest(&want) > 1e-3, "there is no gradient");
        expect_close("gradient", &params->gradients, &want, CLOSE);
    }
    graph_free(batch.graph);
    graph_free(alone.graph);
    params_free(params);
}

Test(graph, batches_of_any_size_with_10_filters)
{
    expect_mean_of_samples(10, (int[]){64, 1, 3, 63, 64, 5}, 6);
}
Test(graph, batches_of_any_size_with_65_filters)
{
    expect_mean_of_samples(65, (int[]){3, 64, 63, 1}, 4);
}

Test(graph, gradients_are_added_to)
{
    Params *params = params_new(5, CPU);
    Model m = model(params, 7, 10, true);
    Tensor pictures = some_pictures(7), labels = some_labels(7);
    feed_samples(&m, &pictures, &labels, 0, 7);
    train_pass(&m);
    Tensor twice = copy_of(&params->gradients);
    for (size_t i = 0; i < tensor_count(&twice); i++) reals(&twice)[i] *= 2;
    train_pass(&m);
    expect_close("two passes", &params->gradients, &twice, CLOSE);
    graph_free(m.graph);
    params_free(params);
}

// A masked sample is as good as absent: it changes neither the loss nor the gradient of the others.
Test(graph, masked_samples_do_not_count)
{
    Params *params = params_new(5, CPU);
    Model m = model(params, 7, 10, true);
    Tensor pictures = some_pictures(7), labels = some_labels(7);
    feed_samples(&m, &pictures, &labels, 0, 5);
    double want = (double)train_pass(&m);
    Tensor gradients = copy_of(&params->gradients);
    params_clear_gradients(params);
    ints(&labels)[5] = ints(&labels)[6] = -1;
    feed_samples(&m, &pictures, &labels, 0, 7);
    double loss = (double)train_pass(&m);
    cr_assert(fabs(loss - want) <= CLOSE * want, "loss %g, without them %g", loss, want);
    expect_close("gradient", &params->gradients, &gradients, CLOSE);

    params_clear_gradients(params);
    for (int i = 0; i < 7; i++) ints(&labels)[i] = -1;
    feed_samples(&m, &pictures, &labels, 0, 7);
    cr_assert(train_pass(&m) == 0 && largest(&params->gradients) == 0, "all masked");
    graph_free(m.graph);
    params_free(params);
}

// A channel of one number has no variance, and the running statistics must bear that.
static void expect_finite_norm(Shape sample)
{
    Params *params = params_new(5, CPU);
    Graph *g = graph_new(params, 64);
    Node *x = input(g, REAL, sample), *target = input(g, REAL, shape(3));
    Node *loss = squared_error(linear(flatten(batch_norm(x)), 3), target);
    Tensor pictures = any(shape_batch(64, sample)), targets = any(shape(64, 3));
    int sizes[] = {64, 1, 63, 1};
    for (int k = 0; k < 4; k++) {
        feed_first(x, &pictures, sizes[k]);
        feed_first(target, &targets, sizes[k]);
        cr_assert(isfinite(forward(loss)), "the loss of a batch of %d", sizes[k]);
        backward(loss);
    }
    cr_assert(isfinite(total(&params->gradients)) && isfinite(total(&params->values)));
    graph_free(g);
    params_free(params);
}

Test(graph, batch_norm_of_a_tail_of_one)
{
    expect_finite_norm(shape(19));
    expect_finite_norm(shape(3, 4, 5));
}

/* ---- One network, several graphs --------------------------------------------------------------*/

Test(graph, two_graphs_share_parameters)
{
    Params *params = params_new(5, CPU);
    Model large = model(params, 64, 10, true);
    params_ready(params);
    size_t learned = params_learned(params);
    int names = params->length;
    Model small = model(params, 1, 10, true);
    cr_assert(params_learned(params) == learned && params->length == names,
              "the second graph added parameters");

    Tensor pictures = some_pictures(64), labels = some_labels(64);
    Optimizer sgd = sgd_new(params);
    for (int step = 0; step < 2; step++) {   // before and after a step of training
        feed_samples(&large, &pictures, &labels, 0, 64);
        Tensor together = copy_of(predict(large.logits));
        for (int i = 0; i < 64; i += 9) {
            feed_samples(&small, &pictures, &labels, i, 1);
            Tensor want = tensor_rows(&together, i, 1);
            expect_close("logits", predict(small.logits), &want, CLOSE);
        }
        train_pass(&large);
        optimizer_step(&sgd, (Real)0.5);
    }
    optimizer_free(&sgd);
    graph_free(large.graph);
    graph_free(small.graph);
    params_free(params);
}

// lambda/2 times the squares of all weights, of each once, and of no bias.
Test(graph, a_penalty_is_of_every_weight_once)
{
    Params *params = params_new(5, CPU);
    Graph *g = graph_new(params, 3);
    Node *h = linear(input(g, REAL, shape(6)), 6, .name = "twice");
    batch_norm(linear(linear(h, 6, .name = "twice"), 4));
    Node *l1 = l1_penalty(g, (Real)0.5), *l2 = l2_penalty(g, (Real)0.5);
    shake(params);
    double squares = 0, sizes = 0;
    for (int i = 0; i < params->length; i++) {
        Tensor w = param_value(params, i);
        for (size_t k = 0;
             strstr(params->list[i].name, "weight") && w.shape.rank == 2 && k < tensor_count(&w);
             k++) {
            squares += (double)reals(&w)[k] * (double)reals(&w)[k];
            sizes += fabs((double)reals(&w)[k]);
        }
    }
    cr_assert(fabs((double)forward(l2) - squares / 4) < CLOSE * squares && squares > 1);
    cr_assert(fabs((double)forward(l1) - sizes / 2) < CLOSE * sizes);
    graph_free(g);
    params_free(params);
}

typedef struct Dropping {
    Graph *graph;
    Node *image, *loss;
} Dropping;

// The mean of the squares of ones, of which half are dropped and the others doubled.
static Dropping dropping(Params *params)
{
    Dropping d = {.graph = graph_new(params, 3)};
    Tensor ones = filled(1, shape(3, 40)), zeros = filled(0, shape(3, 40));
    d.image = input(d.graph, REAL, shape(40));
    wants_gradient(d.image);
    Node *target = input(d.graph, REAL, shape(40));
    d.loss = squared_error(dropout(d.image, 0.5), target);
    feed_first(d.image, &ones, 3);
    feed_first(target, &zeros, 3);
    return d;
}

// Each graph remembers its own mask, although the other has drawn one since. Where x = 1 was kept
// its loss is (2x)²/120, and the gradient 8/120: twice the loss, added up.
Test(graph, backward_drops_what_its_own_forward_dropped)
{
    Params *params = params_new(5, CPU);
    params->passes = 3;
    Dropping a = dropping(params), b = dropping(params);
    double loss = (double)forward(a.loss);
    double second = (double)forward(a.loss);
    forward(b.loss);
    backward(a.loss);
    double sum = total(gradient(a.image));
    cr_assert(loss != second, "two passes dropped alike");
    cr_assert(fabs(sum - 2 * second) < 1e-5, "a loss of %g, a gradient of %g", second, sum);
    graph_free(a.graph);
    graph_free(b.graph);
    params_free(params);
}

// The loss is the mean of (d1 - d2)², zero if both layers dropped alike; and no sample's mask
// is another's, whichever slice it is in.
Test(graph, each_layer_and_each_sample_has_its_own_mask)
{
    Params *params = params_new(5, CPU);
    Graph *g = graph_new(params, 9);
    Node *x = input(g, REAL, shape(40)), *target = input(g, REAL, shape(40));
    wants_gradient(x);
    Node *once = dropout(x, 0.5), *both = add(once, scale(dropout(x, 0.5), -1));
    Node *apart = squared_error(both, target), *alone = squared_error(once, target);
    Tensor ones = filled(1, shape(9, 40)), zeros = filled(0, shape(9, 40));
    feed_first(x, &ones, 9);
    feed_first(target, &zeros, 9);
    cr_assert(forward(apart) > 1, "two layers dropped alike");
    forward(alone);
    backward(alone);
    for (int i = 1; i < 9; i++)
        for (int k = 0; k < i; k++)
            cr_assert(memcmp(reals(gradient(x)) + 40 * i, reals(gradient(x)) + 40 * k,
                             40 * sizeof(Real)) != 0,
                      "samples %d and %d dropped alike", k, i);
    graph_free(g);
    params_free(params);
}

/* ---- Prediction -------------------------------------------------------------------------------*/

Test(graph, predict_of_a_fused_node_gives_what_the_kernels_give)
{
    Params *params = params_new(5, CPU);
    Model m = model(params, 9, 10, true);
    Tensor pictures = some_pictures(7), labels = some_labels(7);
    shake(params);
    feed_samples(&m, &pictures, &labels, 0, 7);
    train_pass(&m);

    Tensor w = param_value(params, 0), b = param_value(params, 1),
           conv = garbage(shape(7, 9, 7, 10));
    Tensor active = garbage(conv.shape), pooled = garbage(shape(7, 4, 3, 10));
    conv2d_forward(&conv, &pictures, &w, &b, (Window){3, 3, 1, 1, 1, 1}, NULL);
    relu_forward(&active, &conv);
    max_pool2d_forward(&pooled, NULL, &active, (Window){2, 2, 2, 2, 0, 0});
    Tensor logits = copy_of(predict(m.logits));
    expect_same_bits("conv", predict(m.conv), &conv);
    expect_same_bits("relu", predict(m.active), &active);
    expect_same_bits("pool", predict(m.pooled), &pooled);
    expect_same_bits("conv again", predict(m.conv), &conv);
    expect_same_bits("logits", predict(m.logits), &logits);
    cr_assert(shape_equal(predict(m.conv)->shape, conv.shape), "%s",
              shape_text(predict(m.conv)->shape).text);
    graph_free(m.graph);
    params_free(params);
}

// Looking at a network between two steps changes nothing of the next one.
Test(graph, predict_leaves_training_alone)
{
    Params *params = params_new(5, CPU);
    Model m = model(params, 9, 10, true);
    Tensor pictures = some_pictures(9), labels = some_labels(9);
    feed_samples(&m, &pictures, &labels, 0, 9);
    Real loss = train_pass(&m);
    Tensor want = copy_of(&params->gradients), values = copy_of(&params->values);
    params_clear_gradients(params);
    predict(m.conv);
    predict(m.loss);
    expect_same_bits("values", &params->values, &values);
    cr_assert(train_pass(&m) == loss);
    expect_same_bits("gradients", &params->gradients, &want);
    graph_free(m.graph);
    params_free(params);
}

Test(graph, predict_drops_nothing_and_uses_running_statistics)
{
    Params *params = params_new(5, CPU);
    Graph *g = graph_new(params, 7);
    Node *x = input(g, REAL, shape(19)), *y = dropout(x, 0.5), *z = batch_norm(x);
    Tensor numbers_x = any(shape(7, 19));
    feed_first(x, &numbers_x, 7);
    expect_same_bits("dropout", predict(y), &numbers_x);
    expect_close("batch norm, mean 0 and variance 1 so far", predict(z), &numbers_x, 1e-5);
    graph_free(g);
    params_free(params);
}

/* ---- Fusion -----------------------------------------------------------------------------------*/

Test(graph, fused_and_unfused_give_the_same_gradients)
{
    int filters[] = {10, 16, 65};
    for (int k = 0; k < 3; k++) {
        Params *params = params_new(5, CPU);
        Model fused = model(params, 9, filters[k], true),
              plain = model(params, 9, filters[k], false);
        Tensor pictures = some_pictures(7), labels = some_labels(7);
        shake(params);
        feed_samples(&fused, &pictures, &labels, 0, 7);
        feed_samples(&plain, &pictures, &labels, 0, 7);
        Real loss = train_pass(&plain);
        Tensor want = copy_of(&params->gradients);
        params_clear_gradients(params);
        cr_assert(train_pass(&fused) == loss, "the loss differs");
        expect_close("gradient", &params->gradients, &want, CLOSE);
        graph_free(fused.graph);
        graph_free(plain.graph);
        params_free(params);
    }
}

/* ---- What a step costs: under a sanitizer, that is nobody's time ----------------------------*/

#if !defined(__SANITIZE_ADDRESS__) && !defined(SANITIZED)

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

// Seconds of the fastest of some steps of so many layers of eight sigmoids.
static double step_of(int layers, int steps)
{
    Params *params = params_new(1, CPU);
    Graph *g = graph_new(params, 4);
    Node *x = input(g, REAL, shape(8)), *target = input(g, REAL, shape(8)), *h = x;
    for (int i = 0; i < layers; i++) h = sigmoid(linear(h, 8));
    Node *loss = squared_error(h, target);
    Tensor xs = any(shape(4, 8)), ts = any(shape(4, 8));
    double fastest = INFINITY;
    for (int k = 0; k < steps; k++) {
        double start = now();
        feed(x, &xs);
        feed(target, &ts);
        forward(loss);
        backward(loss);
        fastest = fmin(fastest, now() - start);
    }
    graph_free(g);
    params_free(params);
    return fastest;
}

// Ten times as many layers, ten times the work, and not its square: 51 times, as lists searched in
// each step had it. Fewer layers than these the CPU's branch predictor learns by heart. The machine
// may be busy: the fastest steps of some tries count.
Test(graph, a_step_costs_what_its_layers_cost)
{
    double few = INFINITY, many = INFINITY;
    for (int tries = 0; tries < 10 && !(many < 20 * few); tries++) {
        few = fmin(few, step_of(40, 100));
        many = fmin(many, step_of(400, 20));
    }
    cr_assert(many < 20 * few, "40 layers %.1f us, 400 layers %.1f us", 1e6 * few, 1e6 * many);
}
#endif

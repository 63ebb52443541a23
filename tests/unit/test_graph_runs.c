/* test_graph_runs.c: what a graph promises about running: the same bits on any number of threads,
 * no memory taken inside the training loop; what it prints; and what it refuses.
 */
#include <signal.h>
#include <stdio.h>

#include "../../common/cuda-sim/simulator.h"
#include "../../common/device.h"
#include "../../common/layers.h"
#include "../../common/optim.h"
#include "far.h"
#include "feeding.h"
#include "sanitized.h"

static Params *params;
static Graph *graph;
static Node *image, *label;

static void forget_network(void)
{
    graph_free(graph);
    params_free(params);
    graph = NULL;
    params = NULL;
}

static void done(void)
{
    free_tensors();
    forget_network();
}

TestSuite(graph_runs, .fini = done);

enum { BATCH_SIZE = 40, CLASSES = 10 };

// Every kind of work: slices with shared and own filters, parts of the batch, dropout, penalties.
static Node *network_on(Device device)
{
    params = params_new(5, device);
    graph = graph_new(params, BATCH_SIZE);
    image = input(graph, U8, shape(13, 11, 1));
    label = input(graph, I32, shape());
    Node *h = max_pool2d(relu(conv2d(scale(image, (Real)(1 / 255.0)), 33, 3, .padding = 1)), 2);
    h = add(h, relu(conv2d(relu(conv2d(h, 33, 3, .padding = 1, .name = "twice")), 33, 3,
                           .padding = 1, .name = "twice")));
    h = batch_norm(conv2d(h, 20, 3, .stride = 2));
    h = dropout(relu(linear(flatten(gelu(h)), 150)), (Real)0.4);
    Node *loss = softmax_cross_entropy(linear(h, CLASSES), label);
    return add(loss, add(l1_penalty(graph, (Real)1e-3), l2_penalty(graph, (Real)1e-2)));
}
static Node *network(void) { return network_on(CPU); }

static void train(Node *loss, Optimizer *optimizer, int steps)
{
    uint8_t pixels[BATCH_SIZE * 13 * 11];
    int32_t labels[BATCH_SIZE];
    for (int step = 0; step < steps; step++) {
        for (size_t i = 0; i < sizeof pixels; i++) pixels[i] = (uint8_t)between(0, 255);
        for (int i = 0; i < BATCH_SIZE; i++) labels[i] = between(0, CLASSES - 1);
        int n = step % 2 ? 17 : BATCH_SIZE;
        Tensor x = tensor_view(CPU, U8, shape(n, 13, 11, 1), pixels);
        Tensor t = tensor_view(CPU, I32, shape(n), labels);
        feed(image, &x);
        feed(label, &t);
        forward(loss);
        backward(loss);
        optimizer_step(optimizer, (Real)0.01);
    }
}

/* ---- Threads ----------------------------------------------------------------------------------*/

// FNV-1a, 64 bits.
static uint64_t checksum(const Tensor *t)
{
    uint64_t hash = 14695981039346656037u;
    const uint8_t *byte = t->data;
    for (size_t i = 0; i < tensor_count(t) * sizeof(Real); i++)
        hash = (hash ^ byte[i]) * 1099511628211u;
    return hash;
}

// The checksum of all values after five steps from the same start.
static uint64_t trained_with(int threads)
{
    threads_set(threads);
    test_seed = 1;
    Node *loss = network();
    Optimizer adam = adam_new(params);
    train(loss, &adam, 5);
    uint64_t answer = checksum(&params->values);
    cr_assert(isfinite(total(&params->values)));
    optimizer_free(&adam);
    forget_network();
    return answer;
}

Test(graph_runs, any_number_of_threads_gives_the_same_bits)
{
    uint64_t one = trained_with(1);
    int threads[] = {2, 3, 16, 2, 3};
    for (int i = 0; i < usual_or_sanitized(5, 2); i++)
        cr_assert(trained_with(threads[i]) == one, "%d threads", threads[i]);
}

/* ---- Memory: every malloc of the program comes through here -----------------------------------*/

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OWN_MALLOC
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(SANITIZED) || !defined(__GLIBC__)
#define OWN_MALLOC   // the sanitizer's, which must not be replaced
#endif

#ifndef OWN_MALLOC
static _Atomic long allocations;

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void *counted(void *memory)
{
    allocations++;
    return memory;
}
void *malloc(size_t size) { return counted(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }
void *realloc(void *old, size_t size) { return counted(__libc_realloc(old, size)); }
void *aligned_alloc(size_t alignment, size_t size)
{
    return counted(__libc_memalign(alignment, size));
}
void *memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }
int posix_memalign(void **memory, size_t alignment, size_t size)
{
    *memory = counted(__libc_memalign(alignment, size));
    return *memory ? 0 : 12;   // ENOMEM
}

Test(graph_runs, steps_after_the_first_allocate_nothing)
{
    threads_set(2);
    Node *loss = network(), *logits = graph_node(graph, graph_nodes(graph) - 6);
    Optimizer adam = adam_new(params);
    train(loss, &adam, 2);   // a full batch and a tail
    predict(logits);
    long before = allocations;
    train(loss, &adam, 6);
    predict(logits);
    long during = allocations - before;
    cr_assert(during == 0, "%ld allocations in six steps", during);
    cr_assert(before > 0, "allocations are not counted");
    optimizer_free(&adam);
}
#else
Test(graph_runs, steps_after_the_first_allocate_nothing)
{
    cr_skip_test("a sanitizer has its own malloc: the release build counts allocations");
}
#endif

/* ---- Losses -----------------------------------------------------------------------------------*/

// Any n pictures; the first `masked` of their labels are -1.
static void feed_masked(uint64_t seed, int n, int masked)
{
    test_seed = seed;
    uint8_t pixels[BATCH_SIZE * 13 * 11];
    int32_t labels[BATCH_SIZE];
    for (size_t i = 0; i < sizeof pixels; i++) pixels[i] = (uint8_t)between(0, 255);
    for (int i = 0; i < BATCH_SIZE; i++) labels[i] = between(0, CLASSES - 1);
    for (int i = 0; i < masked; i++) labels[i] = -1;
    Tensor x = tensor_view(CPU, U8, shape(n, 13, 11, 1), pixels);
    Tensor t = tensor_view(CPU, I32, shape(n), labels);
    feed(image, &x);
    feed(label, &t);
}
static void feed_some(uint64_t seed) { feed_masked(seed, BATCH_SIZE, 0); }

Test(graph_runs, losses_may_be_summed_where_they_are)
{
    Node *loss = network();
    double sum = 0;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        feed_some(seed);
        sum += (double)forward(loss);
    }
    params->passes = 0;   // the same draws again
    params_sum_losses(params, true);
    for (uint64_t seed = 1; seed <= 3; seed++) {
        feed_some(seed);
        cr_assert(isnan(forward(loss)), "no number, and yet it looks like one");
    }
    cr_assert_eq(params->losses, 3);
    cr_assert_float_eq((double)params_take_losses(params), sum, 1e-5 * sum);
    cr_assert_eq(params_take_losses(params), 0, "taken twice");
    params_sum_losses(params, false);
    feed_some(1);
    cr_assert(forward(loss) > 0, "no loss after the sum");
}

/* ---- Another device: what passes between it and the host --------------------------------------*/

Test(graph_runs, a_step_reads_nothing_of_a_device_but_its_loss)
{
    Node *loss = network_on(FAR_DEVICE);
    Optimizer adam = adam_new(params);
    adam.clip_norm = 1;
    train(loss, &adam, 2);   // a full batch and a tail
    FarCounts before = far_counts();
    train(loss, &adam, 6);
    FarCounts after = far_counts();
    long copies = after.copies - before.copies, fed = 2 * 6, losses = 6;
    cr_assert(copies == fed + losses, "%ld copies in six steps", copies);
    cr_assert(after.allocations == before.allocations, "a step allocates");
    optimizer_free(&adam);
}

static long bytes_for_a_graph(int threads)
{
    threads_set(threads);
    long before = far_counts().bytes;
    Node *loss = network_on(FAR_DEVICE);
    feed_some(1);
    forward(loss);
    long after = far_counts().bytes;
    forget_network();
    return after - before;
}

Test(graph_runs, memory_of_a_device_does_not_grow_with_the_threads_of_the_host)
{
    long one = bytes_for_a_graph(1), sixteen = bytes_for_a_graph(16);
    cr_assert(sixteen == one, "%ld bytes with sixteen threads, %ld with one", sixteen, one);
}

static uint64_t trained_on(Device device, int steps)
{
    test_seed = 1;
    Node *loss = network_on(device);
    Optimizer adam = adam_new(params);
    train(loss, &adam, steps);
    Tensor values = garbage(params->values.shape);
    tensor_copy(&values, &params->values);
    cr_assert(isfinite(total(&values)));
    optimizer_free(&adam);
    forget_network();
    return checksum(&values);
}

// The recorded steps give the bits of those that were not, and no order of threads gives others.
static uint64_t trained_on_simulator(SimOrder order, bool lazy)
{
    sim_settings(order, lazy);
    return trained_on(CUDA_SIM, 6);
}

Test(graph_runs, any_order_of_a_cards_threads_gives_the_same_bits)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    uint64_t forward = trained_on_simulator(SIM_FORWARD, false);
    cr_assert(trained_on_simulator(SIM_FORWARD, true) == forward, "lazy");
    cr_assert(trained_on_simulator(SIM_RANDOM, true) == forward, "random order");
    if (usual_or_sanitized(true, false))
        cr_assert(trained_on_simulator(SIM_REVERSE, false) == forward, "reverse order");
}

// Whatever order a card's threads have, which is another one each time. (The simulator's orders are
// in the test above.)
Test(graph_runs, two_hundred_steps_twice_give_a_card_the_same_bits)
{
    if (!device_open(CUDA, NULL)) cr_skip_test("no card");
    uint64_t once = trained_on(CUDA, 200);
    cr_assert(trained_on(CUDA, 200) == once, "200 steps, and other bits");
}

// Other numbers in each step: the rate, how many labels are masked, dropout's draws, how much is
// clipped. A full batch and the tail by turns, so each queue comes four times: run, recorded, and
// twice replayed.
static Tensor learned_on(Device device)
{
    test_seed = 1;
    Node *loss = network_on(device);
    Optimizer sgd = sgd_new(params);
    sgd.clip_norm = 10;
    for (int step = 0; step < 8; step++) {
        feed_masked((uint64_t)step + 1, step % 2 ? 17 : BATCH_SIZE, 2 * step);
        forward(loss);
        backward(loss);
        optimizer_step(&sgd, step < 4 ? (Real)0.0005 : (Real)0.004);
    }
    Tensor values = garbage(params->values.shape);
    tensor_copy(&values, &params->values);
    optimizer_free(&sgd);
    forget_network();
    return values;
}

Test(graph_runs, recorded_steps_learn_what_the_cpu_learns)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    if (usual_or_sanitized(false, true)) cr_skip_test("its values are for the other builds");
    Tensor cpu = learned_on(CPU), sim = learned_on(CUDA_SIM);
    expect_close("values", &sim, &cpu, 1e-3);
}

// The loss is read in the middle of a step, so it has two recordings, each with one launch that
// tells its numbers.
Test(graph_runs, a_step_that_came_before_is_launched_as_recorded)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    Node *loss = network_on(CUDA_SIM);
    Optimizer adam = adam_new(params);
    train(loss, &adam, 5);   // the full batch and the tail, each seen and recorded
    SimCounts before = sim_counts();
    train(loss, &adam, 4);
    SimCounts after = sim_counts();
    cr_assert(after.recordings - before.recordings == 2 * 4, "%ld recordings in four steps",
              after.recordings - before.recordings);
    cr_assert(after.kernels - before.kernels == 2 * 4, "%ld launches in four steps",
              after.kernels - before.kernels);
    optimizer_free(&adam);
}

/* ---- What it prints ---------------------------------------------------------------------------*/

typedef void Print(Node *, FILE *);

static char *printed(Print *print, Node *node)
{
    char *text = NULL;
    size_t size;
    FILE *file = open_memstream(&text, &size);
    print(node, file);
    fclose(file);
    return text;
}

static void expect_text(const char *text, const char *part)
{
    cr_assert(strstr(text, part), "no \"%s\" in:\n%s", part, text);
}

// conv1: 3*3*1*33 + 33 numbers, and 2 * 13*11 * 33 * 9 operations a picture.
Test(graph_runs, summary)
{
    char *text = printed(graph_summary, network());
    expect_text(text, "conv1");
    expect_text(text, "[13, 11, 33]");
    expect_text(text, "330");
    expect_text(text, "84,942");
    expect_text(text, "linear2");
    expect_text(text, "total");
    free(text);
    params_ready(params);
    cr_assert(params_find(params, "conv1.weight") && params_find(params, "linear2.bias"));
}

Test(graph_runs, flops)
{
    params = params_new(5, CPU);
    graph = graph_new(params, 3);
    Node *y = linear(relu(conv2d(input(graph, REAL, shape(5, 4, 3)), 7, 2)), 10);
    double conv = 2 * 4 * 3 * 7 * (2 * 2 * 3), product = 2 * 84 * 10;
    cr_assert(graph_flops(y, false) == conv + product, "%g", graph_flops(y, false));
    cr_assert(graph_flops(y, true) == 2 * conv + 3 * product, "%g",
              graph_flops(y, true));   // no gradient to the image
}

Test(graph_runs, drawing)
{
    char *text = printed(graph_draw, network());
    expect_text(text, "digraph");
    expect_text(text, "conv1");
    expect_text(text, "->");
    free(text);
}

Test(graph_runs, graphviz_reads_the_drawing)
{
    if (system("command -v dot >/dev/null 2>&1") != 0) cr_skip_test("no Graphviz here");
    FILE *dot = popen("dot -Tplain -o /dev/null", "w");
    cr_assert(dot);
    graph_draw(network(), dot);
    cr_assert(pclose(dot) == 0, "dot refuses it");
}

/* ---- What it refuses --------------------------------------------------------------------------*/

static Node *begin(Shape sample)
{
    params = params_new(5, CPU);
    graph = graph_new(params, 4);
    return input(graph, REAL, sample);
}

Test(graph_runs, refuses_to_add_different_shapes, .signal = SIGABRT)
{
    expect_refusal("linear1 [3] + linear2 [4]");
    Node *x = begin(shape(7)), *three = linear(x, 3), *four = linear(x, 4);
    add(three, four);
}
Test(graph_runs, refuses_to_concat_different_heights, .signal = SIGABRT)
{
    expect_refusal("[7, 5, 3] beside [6, 4, 3]");
    Node *x = begin(shape(7, 5, 3));
    concat(x, conv2d(x, 3, 2));
}
Test(graph_runs, refuses_a_filter_larger_than_the_image, .signal = SIGABRT)
{
    expect_refusal("a 4 x 4 filter does not fit into [3, 7, 1]");
    conv2d(begin(shape(3, 7, 1)), 5, 4);
}
Test(graph_runs, refuses_asymmetric_padding_by_name, .signal = SIGABRT)
{
    expect_refusal("it would need asymmetric padding, 1 before and 2 after");
    conv2d(begin(shape(9, 7, 1)), 5, 4, .same = true);
}
Test(graph_runs, a_padding_that_keeps_the_size)
{
    Node *y = conv2d(begin(shape(9, 7, 1)), 5, 0, .same = true, .height = 5, .width = 3);
    cr_assert(shape_equal(node_shape(y), shape(9, 7, 5)), "%s", shape_text(node_shape(y)).text);
}
Test(graph_runs, refuses_a_maximum_that_a_byte_cannot_remember, .signal = SIGABRT)
{
    expect_refusal("a maximum over 16 x 16: at most 254 pixels");
    max_pool2d(begin(shape(16, 16, 1)), 16);
}
Test(graph_runs, refuses_windows_that_would_see_nothing, .signal = SIGABRT)
{
    expect_refusal("pooling by 2 x 2 with padding 2 x 2");
    avg_pool2d(begin(shape(16, 16, 1)), 2, .padding = 2);
}
Test(graph_runs, refuses_a_convolution_of_rows, .signal = SIGABRT)
{
    expect_refusal("conv2d of [7]");
    conv2d(begin(shape(7)), 5, 1);
}
Test(graph_runs, refuses_a_target_of_another_size, .signal = SIGABRT)
{
    expect_refusal("squared_error of [3] and [4]");
    Node *x = begin(shape(7));
    squared_error(linear(x, 3), input(graph, REAL, shape(4)));
}
Test(graph_runs, refuses_labels_that_are_no_integers, .signal = SIGABRT)
{
    expect_refusal("labels [] for logits [3]");
    Node *x = begin(shape(7));
    softmax_cross_entropy(linear(x, 3), input(graph, REAL, shape()));
}
Test(graph_runs, refuses_one_name_for_two_shapes, .signal = SIGABRT)
{
    expect_refusal("same.weight is [7, 3] and cannot be [3, 3]");
    Node *x = begin(shape(7));
    linear(linear(x, 3, .name = "same"), 3, .name = "same");
}
Test(graph_runs, refuses_more_samples_than_its_batch, .signal = SIGABRT)
{
    expect_refusal("5 samples fed to a graph for 4");
    Node *x = begin(shape(7));
    Tensor five = any(shape(5, 7));
    feed_first(x, &five, 5);
}
Test(graph_runs, refuses_inputs_of_different_counts, .signal = SIGABRT)
{
    expect_refusal("input2 was fed 3 samples, another input 4");
    Node *x = begin(shape(7)), *target = input(graph, REAL, shape(7));
    Tensor four = any(shape(4, 7));
    feed_first(x, &four, 4);
    feed_first(target, &four, 3);
    forward(squared_error(x, target));
}
Test(graph_runs, refuses_backward_without_forward, .signal = SIGABRT)
{
    expect_refusal("backward(squared_error1) without its own forward");
    Node *x = begin(shape(7)), *target = input(graph, REAL, shape(3)),
         *loss = squared_error(linear(x, 3), target);
    Tensor four = any(shape(4, 7)), wanted = any(shape(4, 3));
    feed_first(x, &four, 4);
    feed_first(target, &wanted, 4);
    predict(loss);
    backward(loss);
}
// Half of the batch would meet the values of the other half: the
// gradient would be wrong without a word.
Test(graph_runs, refuses_backward_after_another_feed, .signal = SIGABRT)
{
    expect_refusal("backward(squared_error1) without its own forward");
    Node *x = begin(shape(7)), *target = input(graph, REAL, shape(3)),
         *loss = squared_error(linear(x, 3), target);
    Tensor four = any(shape(4, 7)), wanted = any(shape(4, 3));
    feed_first(x, &four, 4);
    feed_first(target, &wanted, 4);
    forward(loss);
    feed_first(x, &four, 2);
    backward(loss);
}
Test(graph_runs, refuses_samples_of_another_type_or_shape, .signal = SIGABRT)
{
    expect_refusal("input1 takes samples [7], not [3]");
    Node *x = begin(shape(7));
    Tensor wanted = any(shape(4, 3));
    feed(x, &wanted);
}
Test(graph_runs, refuses_nodes_of_two_graphs, .signal = SIGABRT)
{
    expect_refusal("belong to two graphs");
    Node *x = begin(shape(7));
    add(x, input(graph_new(params, 4), REAL, shape(7)));
}

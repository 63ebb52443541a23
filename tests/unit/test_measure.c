// test_measure.c: accuracy, confusion and probabilities, counted by hand; batches that do not
// divide the set.
#include <criterion/criterion.h>
#include <math.h>

#include "../../common/layers.h"
#include "../../common/measure.h"

// Seven samples of three numbers, which the network hands on as its answers.
static Real answers[7][3] = {{3, 1, 2}, {0, 5, 1}, {1, 1, 0}, {-3, -2, -1},
                             {0, 0, 0}, {1, 2, 2}, {9, 8, 7}};
static int32_t classes[7] = {0, 1, 1, 2, 0, 2, 1};
// The likeliest:            0  1  0  2  0  1  0: of equal ones the first. Four of seven are right.

static Dataset samples(void)
{
    return (Dataset){.count = 7,
                     .inputs = tensor_view(CPU, REAL, shape(7, 3), answers),
                     .targets = tensor_view(CPU, I32, shape(7), classes)};
}

static const int expected[9] = {2, 0, 0, /* class 1 */ 2, 1, 0, /* class 2 */ 0, 1, 1};

Test(measure, accuracy_and_confusion)
{
    const Dataset set = samples();
    for (int batch = 1; batch <= 8; batch++) {
        Params *params = params_new(1, CPU);
        Graph *graph = graph_new(params, batch);
        Node *in = input(graph, REAL, shape(3)), *out = scale(in, 1);
        int counts[9] = {77, 77, 77, 77, 77, 77, 77, 77, 77};
        cr_assert_float_eq(accuracy(in, out, &set), 4.0 / 7, 1e-12, "batches of %d", batch);
        count_confusion(counts, in, out, &set);
        for (int k = 0; k < 9; k++)
            cr_assert_eq(counts[k], expected[k], "batches of %d: counts[%d]", batch, k);
        graph_free(graph);
        params_free(params);
    }
}

Test(measure, the_last_batch_is_what_is_left)
{
    const Dataset set = samples();
    Params *params = params_new(1, CPU);
    Graph *graph = graph_new(params, 4);
    Node *in = input(graph, REAL, shape(3)), *out = scale(in, 1);
    cr_assert_eq(feed_batch(in, &set, 0), 4);
    cr_assert_eq(feed_batch(in, &set, 4), 3);
    const Tensor *y = predict(out);
    cr_assert(y->shape.dim[0] == 3 && reals(y)[6] == 9);
    graph_free(graph);
    params_free(params);
}

Test(measure, one_class_two_and_many)
{
    const Real logits[5] = {1, 4, 4, -INFINITY, 3};
    cr_assert_eq(likeliest(logits, 1), 0);
    cr_assert_eq(likeliest(logits, 2), 1);
    cr_assert_eq(likeliest(logits, 5), 1);
    cr_assert_eq(likeliest(logits + 3, 2), 1);
}

Test(measure, probability_is_that_of_softmax)
{
    const Real logits[3] = {0, (Real)log(2), (Real)log(5)}, large[2] = {1000, 1000},
               far[2] = {-1000, 1000};
    cr_assert_float_eq(probability(logits, 3, 0), 0.125, 1e-6);
    cr_assert_float_eq(probability(logits, 3, 2), 0.625, 1e-6);
    cr_assert_float_eq(probability(logits, 2, 1), 2.0 / 3, 1e-6);
    cr_assert_float_eq(probability(large, 2, 1), 0.5, 1e-12);
    cr_assert(probability(far, 2, 0) == 0 && probability(far, 2, 1) == 1);
}

// Seven samples through batches of three: |3k - (3k + 1)|, and 2 for the last one.
Test(measure, errors_of_a_regression)
{
    enum { COUNT = 7 };
    Dataset set = {.count = COUNT,
                   .inputs = tensor_new(CPU, REAL, shape(COUNT, 2)),
                   .targets = tensor_new(CPU, REAL, shape(COUNT, 2))};
    for (int i = 0; i < 2 * COUNT; i++) {
        reals(&set.inputs)[i] = (Real)i;
        reals(&set.targets)[i] = (Real)(3 * i + (i >= 12 ? -2 : i % 2 ? 1 : -1));
    }
    Params *params = params_new(1, CPU);
    Graph *graph = graph_new(params, 3);
    Node *in = input(graph, REAL, shape(2)), *out = scale(in, 3);
    cr_assert_float_eq(mean_absolute_error(in, out, &set), (12 + 2 * 2) / 14.0, 1e-6);
    cr_assert_float_eq(root_mean_square_error(in, out, &set), sqrt((12 + 2 * 4) / 14.0), 1e-6);
    graph_free(graph);
    params_free(params);
    dataset_free(&set);
}

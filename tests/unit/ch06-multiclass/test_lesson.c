/* test_lesson.c: chapter 6 against the library: softmax and its loss, momentum and Adam, what flows
 * through eight layers, and the walk through the valley.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "../../../chapters/ch06-multiclass/deep.h"
#include "../../../chapters/ch06-multiclass/lesson.h"
#include "../../../chapters/ch06-multiclass/valley.h"
#include "../../../common/kernels.h"

static void expect_near(double found, double expected, double within)
{
    cr_assert(fabs(found - expected) <= within, "%.9g, expected %.9g", found, expected);
}

Test(lesson, softmax_is_the_librarys)
{
    enum { ROWS = 5, KINDS = 4 };
    Tensor z = tensor_new(CPU, REAL, shape(ROWS, KINDS)), p = tensor_new(CPU, REAL, z.shape);
    Tensor loss = tensor_new(CPU, REAL, shape(ROWS)), label = tensor_new(CPU, I32, shape(ROWS));
    for (int i = 0; i < ROWS * KINDS; i++) reals(&z)[i] = (Real)(8 * sin(2.3 * i));
    for (int n = 0; n < ROWS; n++) ints(&label)[n] = n * n % KINDS;
    softmax_cross_entropy_forward(&loss, &p, &z, &label);
    for (int n = 0; n < ROWS; n++) {
        float at[KINDS], share[KINDS];
        for (int k = 0; k < KINDS; k++) at[k] = (float)reals(&z)[n * KINDS + k];
        softmax_plain(share, at, KINDS);
        for (int k = 0; k < KINDS; k++)
            expect_near((double)share[k], (double)reals(&p)[n * KINDS + k], 1e-6);
        expect_near((double)cross_entropy_plain(at, KINDS, ints(&label)[n]),
                    (double)reals(&loss)[n], 1e-5);
    }
    tensor_free(&z);
    tensor_free(&p);
    tensor_free(&loss);
    tensor_free(&label);
}

// ---- The first weights

enum { SEEN = 40, INPUTS = 200 };

static Flow flow_of(Bend bend, int start)
{
    float *x = allocate(SEEN * INPUTS, sizeof *x);
    int32_t label[SEEN];
    Stream stream = {.seed = 3, .purpose = FOR_LESSON};
    for (int i = 0; i < SEEN * INPUTS; i++) x[i] = (float)random_normal(stream, (uint64_t)i);
    for (int n = 0; n < SEEN; n++) label[n] = n % CLASSES;
    Deep net = deep_new(INPUTS, CLASSES, bend, &starts[start], 1);
    Flow flow = deep_flow(&net, (Samples){SEEN, x, label}, NULL);
    deep_free(&net);
    free(x);
    return flow;
}

enum { ZERO_START, SMALL_START, LARGE_START, XAVIER_START, HE_START };

// Inputs of mean square 1: He's weights keep it, and ReLU's half is in it.
Test(initial, he_keeps_what_flows)
{
    Flow flow = flow_of(BY_RELU, HE_START);
    for (int l = 0; l < DEPTH; l++)
        cr_assert(flow.forward[l] > 0.5 && flow.forward[l] < 2, "layer %d: %g", l + 1,
                  flow.forward[l]);
    double ratio = flow.backward[0] / flow.backward[DEPTH - 1];
    cr_assert(ratio > 0.3 && ratio < 3, "%g", ratio);
}

// Between layers of equal width Xavier's mean square is half of He's, so that each ReLU halves it.
Test(initial, xavier_halves_with_relu_and_not_with_tanh)
{
    Flow relu = flow_of(BY_RELU, XAVIER_START), tanh = flow_of(BY_TANH, XAVIER_START);
    double factor = pow(relu.forward[DEPTH - 1] / relu.forward[0], 1.0 / (DEPTH - 1));
    expect_near(factor, sqrt(0.5), 0.06);
    cr_assert(tanh.forward[DEPTH - 1] > 0.25, "%g", tanh.forward[DEPTH - 1]);
}

// 0.01 of 128 inputs: each layer keeps sqrt(128/2) 0.01 = 0.08 of what it gets.
Test(initial, small_and_large_by_their_factors)
{
    Flow small = flow_of(BY_RELU, SMALL_START), large = flow_of(BY_RELU, LARGE_START);
    expect_near(pow(small.forward[DEPTH - 1] / small.forward[0], 1.0 / (DEPTH - 1)), 0.08, 0.01);
    expect_near(pow(large.forward[DEPTH - 1] / large.forward[0], 1.0 / (DEPTH - 1)), 8, 1);
}

// Without tanh's slope a gradient would grow by sqrt(128) = 11 from layer to layer, to the front.
Test(initial, what_saturates_lets_little_back)
{
    Flow flow = flow_of(BY_TANH, LARGE_START);
    double factor = pow(flow.backward[0] / flow.backward[DEPTH - 1], 1.0 / (DEPTH - 1));
    cr_assert(factor > 1 && factor < 8, "%g", factor);
}

Test(initial, zero_sends_nothing_back)
{
    Flow flow = flow_of(BY_TANH, ZERO_START);
    for (int l = 0; l < DEPTH; l++)
        cr_assert(flow.forward[l] == 0 && flow.backward[l] == 0, "layer %d", l + 1);
}

// ---- The valley

Test(valley, plain_descent_is_its_formula)
{
    const double rate = 0.015;
    Walk walk = valley_walk(SGD, rate, ALONG_THE_AXIS);
    for (int t = 0; t <= 50; t++) {
        expect_near((double)walk.a[t], -4 * pow(1 - rate, t), 1e-4);
        expect_near((double)walk.b[t], pow(1 - 100 * rate, t), 1e-4);
    }
}

Test(valley, beyond_the_edge_nobody_arrives)
{
    cr_assert(valley_walk(SGD, 0.021, TURNED).steps == MOST_STEPS, "the edge is 2 / 100");
    cr_assert(valley_walk(SGD, 0.019, TURNED).steps < MOST_STEPS);
}

// Descent and momentum do not see how a valley lies, for they treat all directions alike.
Test(valley, only_rules_that_look_at_each_number_mind_a_turn)
{
    for (Rule rule = SGD; rule <= NESTEROV; rule++) {
        int along = valley_walk(rule, 0.005, ALONG_THE_AXIS).steps;
        int turned = valley_walk(rule, 0.005, TURNED).steps;
        cr_assert(abs(along - turned) <= 1, "%s: %d, turned %d", rule_name(rule), along, turned);
    }
    cr_assert(valley_best(ADAGRAD, ALONG_THE_AXIS).steps < valley_best(ADAGRAD, TURNED).steps);
}

Test(valley, the_best_rate_arrives_first)
{
    Walk best = valley_best(MOMENTUM, TURNED);
    for (int k = 0; k < 40; k++)
        cr_assert(best.steps <=
                  valley_walk(MOMENTUM, 0.001 * pow(10, 4.0 * k / 39), TURNED).steps);
}

// ---- The names of classes

static Table table_of(const char *path, const char *target)
{
    static App app = {.seed = 1, .data = "data", .quiet = true};
    Table t;
    table_read(&t, &app, (TableTask){.path = path, .target = target, .seed = 1}, true);
    return t;
}

Test(table, iris_has_three_classes_scaled_inputs_and_a_first_loss_of_ln_3)
{
    Table t = table_of("data/iris/iris.csv", "species");
    cr_assert(t.classes == 3 && t.line.inputs == 4);
    cr_assert_str_eq(t.name[0], "setosa");
    Layer gradient = layer_new(4, 3);
    double loss = (double)regression_gradient(&gradient, &t.line, samples_in(&t.sets.train));
    expect_near(loss, log(3), 1e-5);
    layer_free(&gradient);
    for (int d = 0; d < 4; d++) {
        double sum = 0, squares = 0;
        int count = t.sets.train.count;
        for (int n = 0; n < count; n++) {
            double x = (double)reals(&t.sets.train.inputs)[n * 4 + d];
            sum += x / count;
            squares += x * x / count;
        }
        expect_near(sum, 0, 1e-5);
        expect_near(squares, 1, 1e-4);
    }
    layer_learn(&t.line, &t.sets.train, 1, 40, 0.1);
    cr_assert(accuracy_of_layer(&t.line, &t.sets.test) > 0.85);
    table_free(&t);
}

/* test_layer_gradient.c: the gradients that backward() gives, layer by layer, against central
 * differences of forward(): for a sample of each parameter's numbers, and of the pictures' own.
 *
 * See test_gradient.c for the step and the tolerance. Seven samples in a graph for nine: more than
 * one slice, the last one not full, the batch neither.
 */
#ifdef REAL_IS_DOUBLE

#include <stdio.h>

#include "../../common/layers.h"
#include "feeding.h"

static const double step = 1e-5, allowed = 1e-7;
enum { BATCH_SIZE = 9, SAMPLES = 7, SAMPLED = 40 };

static Params *params;
static Graph *graph;
static Node *image;
static Tensor pictures;

static void done(void)
{
    free_tensors();
    graph_free(graph);
    params_free(params);
}

TestSuite(layer_gradient, .fini = done);

// A graph with one input, fed with numbers of which no two are equal, up to 3.
static Node *begin(Shape sample)
{
    params = params_new(11, CPU);
    graph = graph_new(params, BATCH_SIZE);
    image = input(graph, REAL, sample);
    wants_gradient(image);
    pictures = distinct(shape_batch(SAMPLES, sample));
    for (size_t i = 0; i < tensor_count(&pictures); i++)
        reals(&pictures)[i] *= 3 / largest(&pictures);
    feed_first(image, &pictures, SAMPLES);
    return image;
}

static Node *targets(Shape sample)
{
    Node *target = input(graph, REAL, sample);
    Tensor values = uniform(0, 1, shape_batch(SAMPLES, sample));
    feed_first(target, &values, SAMPLES);
    return target;
}

static Node *error_of(Node *h) { return squared_error(h, targets(node_shape(h))); }

// The loss with `value` at that place of a parameter or of the pictures.
static double loss_at(Node *loss, Real *x, double value)
{
    double before = *x;
    *x = value;
    feed_first(image, &pictures, SAMPLES);
    params->passes = 5;   // always the same dropout
    double result = forward(loss);
    *x = before;
    return result;
}

// Some of the numbers in `got`, the derivative of the loss by those in
// x; all of them zero is no test.
static void expect_derivative(const char *name, Node *loss, const Tensor *x, const Tensor *got)
{
    double scale = fmax(largest(got), 1e-2);
    int count = (int)tensor_count(x);
    for (int k = 0; k < (count < SAMPLED ? count : SAMPLED); k++) {
        int i = count <= SAMPLED ? k : between(0, count - 1);
        Real *place = reals(x) + i;
        double want = (loss_at(loss, place, *place + step) - loss_at(loss, place, *place - step)) /
                      (2 * step);
        cr_assert(fabs(reals(got)[i] - want) <= allowed * scale,
                  "d%s%s[%d]: got %.9g, expected %.9g", name, shape_text(x->shape).text, i,
                  reals(got)[i], want);
    }
}

// Of the pictures and of every parameter. Parameters are drawn, for at 0 mistakes hide.
static void expect_gradients(Node *loss)
{
    params_ready(params);
    Tensor start = uniform(-0.6, 0.6, params->values.shape);
    for (int i = 0; i < params->length; i++) {
        Tensor value = param_value(params, i);
        const Param *p = &params->list[i];
        if (!p->is_statistic)
            memcpy(value.data, reals(&start) + p->offset, p->count * sizeof(Real));
    }
    params_clear_gradients(params);
    loss_at(loss, reals(&pictures), reals(&pictures)[0]);
    backward(loss);
    Tensor slope = copy_of(gradient(image)), gradients = copy_of(&params->gradients);
    cr_assert(largest(&slope) > 1e-4, "no gradient has reached the pictures");
    expect_derivative("image", loss, &pictures, &slope);
    for (int i = 0; i < params->length; i++) {
        const Param *p = &params->list[i];
        Tensor value = param_value(params, i),
               got = tensor_view(CPU, REAL, p->shape, reals(&gradients) + p->offset);
        if (!p->is_statistic) expect_derivative(p->name, loss, &value, &got);
    }
}

Test(layer_gradient, conv2d) { expect_gradients(error_of(conv2d(begin(shape(5, 6, 4)), 10, 3))); }
Test(layer_gradient, conv2d_with_stride_and_padding)
{
    expect_gradients(error_of(conv2d(begin(shape(7, 6, 4)), 3, 3, .stride = 2, .padding = 1)));
}
Test(layer_gradient, conv2d_with_an_option_an_axis)
{
    Node *h = conv2d(begin(shape(8, 7, 3)), 5, 3, .height = 4, .width = 2, .stride_y = 2,
                     .stride_x = 1, .padding_y = 0, .padding_x = 1, .no_bias = true);
    cr_assert(shape_equal(node_shape(h), shape(3, 8, 5)), "%s", shape_text(node_shape(h)).text);
    expect_gradients(error_of(h));
}
Test(layer_gradient, conv2d_relu_and_pool_in_one_kernel)
{
    Node *h = max_pool2d(relu(conv2d(begin(shape(9, 8, 3)), 18, 3)), 2);
    expect_gradients(error_of(relu(conv2d(h, 5, 2))));
}
Test(layer_gradient, conv2d_and_pool_in_one_kernel)
{
    expect_gradients(error_of(max_pool2d(conv2d(begin(shape(9, 8, 3)), 5, 3), 3)));
}

Test(layer_gradient, conv2d_and_a_pool_that_overlaps)
{
    expect_gradients(error_of(max_pool2d(conv2d(begin(shape(9, 8, 3)), 5, 2), 3, .stride = 2)));
}

Test(layer_gradient, max_pool2d)
{
    expect_gradients(error_of(max_pool2d(tanh_activation(conv2d(begin(shape(8, 7, 3)), 4, 2)), 3,
                                         .stride = 2, .padding = 1)));
}
Test(layer_gradient, avg_pool2d)
{
    expect_gradients(error_of(avg_pool2d(conv2d(begin(shape(7, 9, 3)), 4, 2), 3, .stride_y = 2,
                                         .stride_x = 3, .padding_x = 1)));
}

Test(layer_gradient, linear) { expect_gradients(error_of(linear(begin(shape(13)), 5))); }
Test(layer_gradient, linear_of_many_units)
{
    expect_gradients(error_of(linear(linear(begin(shape(13)), 150, .no_bias = true), 3)));
}
Test(layer_gradient, linear_and_relu)
{
    expect_gradients(error_of(linear(relu(linear(begin(shape(13)), 21)), 5)));
}

Test(layer_gradient, relu) { expect_gradients(error_of(relu(linear(relu(begin(shape(13))), 7)))); }
Test(layer_gradient, leaky_relu)
{
    expect_gradients(error_of(leaky_relu(linear(begin(shape(13)), 7), 0.2)));
}
Test(layer_gradient, sigmoid) { expect_gradients(error_of(sigmoid(linear(begin(shape(13)), 7)))); }
Test(layer_gradient, tanh)
{
    expect_gradients(error_of(tanh_activation(linear(begin(shape(13)), 7))));
}
Test(layer_gradient, gelu) { expect_gradients(error_of(gelu(linear(begin(shape(13)), 7)))); }
Test(layer_gradient, softmax) { expect_gradients(error_of(softmax(linear(begin(shape(13)), 7)))); }

Test(layer_gradient, dropout)
{
    expect_gradients(error_of(linear(dropout(dropout(begin(shape(13)), 0.3), 0.2), 7)));
}
Test(layer_gradient, batch_norm)
{
    expect_gradients(error_of(tanh_activation(batch_norm(linear(begin(shape(13)), 37)))));
}
Test(layer_gradient, batch_norm_of_images)
{
    expect_gradients(
        error_of(relu(batch_norm(conv2d(begin(shape(5, 6, 3)), 4, 2, .no_bias = true)))));
}

Test(layer_gradient, scale)
{
    expect_gradients(error_of(linear(scale(begin(shape(13)), -0.7), 5)));
}
Test(layer_gradient, flatten)
{
    expect_gradients(error_of(linear(flatten(conv2d(begin(shape(5, 6, 3)), 4, 2)), 3)));
}
Test(layer_gradient, flatten_of_an_input)
{
    expect_gradients(error_of(linear(flatten(begin(shape(5, 6, 3))), 4)));
}
Test(layer_gradient, concat)
{
    Node *x = begin(shape(5, 6, 3));
    expect_gradients(error_of(concat(conv2d(x, 4, 3, .padding = 1), x)));
}

/* ---- Nodes with several readers: their gradients add up ---------------------------------------*/

Test(layer_gradient, a_skip_connection)
{
    Node *h = conv2d(begin(shape(5, 6, 3)), 4, 3);
    Node *f = conv2d(relu(conv2d(h, 7, 3, .padding = 1)), 4, 3, .padding = 1);
    expect_gradients(error_of(relu(add(h, f))));
}
Test(layer_gradient, four_readers_in_a_slice)
{
    Node *h = tanh_activation(conv2d(begin(shape(4, 5, 3)), 4, 2));
    expect_gradients(error_of(add(add(h, sigmoid(h)), add(h, gelu(h)))));
}
// What could be fused must not be where somebody else reads what lies between.
Test(layer_gradient, relu_beside_another_reader)
{
    Node *h = conv2d(begin(shape(5, 6, 3)), 4, 2), *other = sigmoid(h);
    expect_gradients(error_of(add(other, relu(h))));
}
Test(layer_gradient, pool_beside_another_reader)
{
    Node *h = relu(conv2d(begin(shape(5, 6, 3)), 4, 2)), *other = linear(flatten(h), 5);
    expect_gradients(error_of(add(other, linear(flatten(max_pool2d(h, 2)), 5))));
}
Test(layer_gradient, readers_in_slices_and_over_the_batch)
{
    Node *h = conv2d(begin(shape(4, 5, 3)), 4, 2);
    Node *a = linear(flatten(relu(h)), 6), *b = linear(flatten(batch_norm(h)), 6),
         *c = linear(flatten(h), 6);
    expect_gradients(error_of(add(add(a, b), tanh_activation(c))));
}
Test(layer_gradient, an_input_with_several_readers)
{
    Node *x = begin(shape(11));
    expect_gradients(error_of(add(linear(x, 11), add(x, sigmoid(x)))));
}
Test(layer_gradient, a_node_added_to_itself)
{
    Node *h = linear(begin(shape(11)), 5);
    expect_gradients(error_of(add(h, h)));
}
Test(layer_gradient, one_weight_in_two_layers)
{
    Node *h = tanh_activation(linear(begin(shape(8)), 8, .name = "twice"));
    expect_gradients(error_of(linear(h, 8, .name = "twice")));
}
Test(layer_gradient, one_filter_in_two_layers)
{
    Node *h = tanh_activation(conv2d(begin(shape(6, 5, 3)), 3, 3, .padding = 1, .name = "twice"));
    expect_gradients(error_of(conv2d(h, 3, 3, .name = "twice")));
}

// Bytes below have no gradient, and the convolution above them has one all the same.
Test(layer_gradient, filters_over_scaled_bytes)
{
    Node *h = conv2d(begin(shape(5, 4, 3)), 4, 2);
    Node *pixels = input(graph, U8, shape(5, 4, 1));
    Tensor grey = exact_tensor(U8, shape(SAMPLES, 5, 4, 1));
    for (size_t i = 0; i < tensor_count(&grey); i++) bytes(&grey)[i] = (uint8_t)between(0, 255);
    feed_first(pixels, &grey, SAMPLES);
    Node *g = conv2d(scale(pixels, 1 / 255.0), 4, 2);
    expect_gradients(error_of(add(h, g)));
}
Test(layer_gradient, filters_right_over_scaled_pictures)
{
    Node *x = begin(shape(11));
    Node *other = targets(shape(5, 4, 2));
    Node *h = relu(conv2d(scale(other, 2), 4, 2));
    expect_gradients(error_of(add(linear(x, 3), linear(flatten(h), 3))));
}

/* ---- Losses -----------------------------------------------------------------------------------*/

static Node *labels(int32_t *values)
{
    Node *label = input(graph, I32, shape());
    Tensor seven = tensor_view(CPU, I32, shape(SAMPLES), values);
    feed(label, &seven);
    return label;
}

Test(layer_gradient, softmax_cross_entropy)
{
    Node *z = linear(begin(shape(13)), 10);
    expect_gradients(softmax_cross_entropy(z, labels((int32_t[]){3, 0, 9, 9, 5, 1, 2})));
}
Test(layer_gradient, softmax_cross_entropy_with_masked_labels)
{
    Node *z = linear(begin(shape(13)), 10);
    expect_gradients(softmax_cross_entropy(z, labels((int32_t[]){3, -1, 9, -1, 5, 1, -1})));
}
Test(layer_gradient, binary_cross_entropy)
{
    Node *z = linear(begin(shape(13)), 1);
    expect_gradients(binary_cross_entropy(z, targets(shape(1))));
}
Test(layer_gradient, soft_cross_entropy)
{
    Node *z = linear(begin(shape(13)), 10), *target = input(graph, REAL, shape(10));
    Tensor shares = tensor_new(CPU, REAL, shape(SAMPLES, 10));
    for (int i = 0; i < SAMPLES * 10; i++) reals(&shares)[i] = (Real)(i % 10) / 45;
    feed(target, &shares);
    expect_gradients(soft_cross_entropy(z, target));
    tensor_free(&shares);
}
Test(layer_gradient, penalties)
{
    Node *h = linear(tanh_activation(linear(begin(shape(13)), 5)), 3);
    expect_gradients(add(add(error_of(h), l1_penalty(graph, 0.02)), l2_penalty(graph, 0.03)));
}
Test(layer_gradient, losses_that_are_added_twice)
{
    Node *loss = error_of(tanh_activation(linear(begin(shape(7)), 5)));
    Node *pull = l2_penalty(graph, 0.03), *both = add(loss, pull);
    expect_gradients(add(add(both, loss), add(both, pull)));
}
Test(layer_gradient, a_penalty_counts_a_shared_weight_once)
{
    Node *h =
        linear(tanh_activation(linear(begin(shape(8)), 8, .name = "twice")), 8, .name = "twice");
    expect_gradients(add(error_of(h), l2_penalty(graph, 0.3)));
}
Test(layer_gradient, two_losses)
{
    Node *h = tanh_activation(linear(begin(shape(13)), 6));
    Node *classes = softmax_cross_entropy(linear(h, 4), labels((int32_t[]){3, 0, 2, 2, 1, 1, 0}));
    expect_gradients(add(classes, error_of(linear(h, 2))));
}

Test(layer_gradient, the_network_of_chapter_7_in_small)
{
    Node *h = max_pool2d(relu(conv2d(begin(shape(11, 10, 1)), 6, 3, .padding = 1)), 2);
    h = max_pool2d(relu(conv2d(h, 9, 3, .padding = 1)), 2);
    h = dropout(relu(linear(flatten(h), 17)), 0.5);
    expect_gradients(
        softmax_cross_entropy(linear(h, 10), labels((int32_t[]){3, 0, 9, 9, 5, 1, 2})));
}

#endif

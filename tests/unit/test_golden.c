/* test_golden.c: every kernel gives what PyTorch gives.
 *
 * tests/golden/kernels.py wrote kernels.tsv: operation, number of the case, tensor, shape, numbers.
 * The numbers have nine digits, which is what the tolerance of the double build allows for.
 */
#include "golden.h"

static void read_file(void) { read_golden("tests/golden/kernels.tsv"); }

TestSuite(golden, .init = read_file, .fini = golden_done);

static Window window(Case c)
{
    Tensor t = given(c, "window");
    const Real *w = reals(&t);
    return (Window){(int)w[0], (int)w[1], (int)w[2], (int)w[3], (int)w[4], (int)w[5]};
}

static Range whole(const Tensor *t, int axis) { return (Range){0, t->shape.dim[axis]}; }

// Runs the body for each case of the operation, and insists on `count` of them.
#define EACH(c, name, count)                                                                       \
    cr_assert(has((Case){name, count - 1}, "") && !has((Case){name, count}, ""),                   \
              "%s: not %d cases", name, count);                                                    \
    for (Case c = {name, 0}; c.number < count; c.number++)

Test(golden, conv2d)
{
    EACH(c, "conv2d", 10)
    {
        Tensor x = given(c, "x"), w = given(c, "w"), dy = given(c, "dy"), b = {0};
        if (has(c, "b")) b = given(c, "b");
        Tensor y = room(c, "y");
        conv2d_forward(&y, &x, &w, &b, window(c), NULL);
        expect(c, "y", &y);

        const int *dim = w.shape.dim;
        Tensor dx = room(c, "dx"), turned = garbage(shape(dim[0], dim[1], dim[3], dim[2]));
        conv2d_turn(&turned, &w);
        conv2d_backward_input(&dx, &dy, &turned, window(c));
        expect(c, "dx", &dx);

        Tensor dw = zeros(c, "dw"), db = zeros(c, "db");
        conv2d_backward_weights(&dw, &db, &dy, &x, window(c));
        expect(c, "dw", &dw);
        expect(c, "db", &db);
    }
}

Test(golden, max_pool2d)
{
    EACH(c, "max_pool2d", 8)
    {
        Tensor x = given(c, "x"), dy = given(c, "dy"), want = given_as(U8, c, "winner");
        Tensor y = room(c, "y"), winner = exact_tensor(U8, y.shape), dx = room(c, "dx");
        max_pool2d_forward(&y, &winner, &x, window(c));
        expect(c, "y", &y);
        expect_same_bits("winner", &winner, &want);
        max_pool2d_backward(&dx, &dy, &winner, window(c));
        expect(c, "dx", &dx);
    }
}

Test(golden, avg_pool2d)
{
    EACH(c, "avg_pool2d", 6)
    {
        Tensor x = given(c, "x"), dy = given(c, "dy"), y = room(c, "y"), dx = room(c, "dx");
        avg_pool2d_forward(&y, &x, window(c));
        expect(c, "y", &y);
        avg_pool2d_backward(&dx, &dy, window(c));
        expect(c, "dx", &dx);
    }
}

Test(golden, linear)
{
    EACH(c, "linear", 4)
    {
        Tensor x = given(c, "x"), w = given(c, "w"), dy = given(c, "dy"), b = {0}, y = room(c, "y");
        if (has(c, "b")) b = given(c, "b");
        linear_forward(&y, &x, &w, &b, NULL, whole(&w, 1));
        expect(c, "y", &y);

        Tensor dx = room(c, "dx"), dw = zeros(c, "dw"), db = zeros(c, "db");
        linear_backward(&dx, &dw, &db, &dy, &x, &w, whole(&w, 0));
        expect(c, "dx", &dx);
        expect(c, "dw", &dw);
        expect(c, "db", &db);
    }
}

typedef void Forward(Tensor *y, const Tensor *x);
typedef void Backward(Tensor *dx, const Tensor *dy, const Tensor *x_or_y);
static void activation(const char *name, Forward *forward, Backward *backward, bool reads_y)
{
    EACH(c, name, 2)
    {
        Tensor x = given(c, "x"), dy = given(c, "dy"), y = room(c, "y"), dx = room(c, "dx");
        forward(&y, &x);
        expect(c, "y", &y);
        backward(&dx, &dy, reads_y ? &y : &x);
        expect(c, "dx", &dx);
        backward(&dy, &dy, reads_y ? &y : &x);   // dx may be dy
        expect(c, "dx", &dy);
    }
}

Test(golden, relu) { activation("relu", relu_forward, relu_backward, true); }
Test(golden, sigmoid) { activation("sigmoid", sigmoid_forward, sigmoid_backward, true); }
Test(golden, tanh) { activation("tanh", tanh_forward, tanh_backward, true); }
Test(golden, gelu) { activation("gelu", gelu_forward, gelu_backward, false); }

Test(golden, leaky_relu)
{
    EACH(c, "leaky_relu", 2)
    {
        Tensor x = given(c, "x"), dy = given(c, "dy"), y = room(c, "y"), dx = room(c, "dx");
        leaky_relu_forward(&y, &x, number(c, "slope"));
        expect(c, "y", &y);
        leaky_relu_backward(&dx, &dy, &x, number(c, "slope"));
        expect(c, "dx", &dx);
    }
}

Test(golden, batch_norm)
{
    EACH(c, "batch_norm", 3)
    {
        Tensor x = given(c, "x"), gamma = given(c, "gamma"), beta = given(c, "beta"),
               dy = given(c, "dy");
        Tensor running_mean = given(c, "running_mean"),
               running_variance = given(c, "running_variance");
        Tensor y = room(c, "y"), mean = room(c, "mean"), deviation = room(c, "deviation");
        Range channels = whole(&gamma, 0);

        batch_norm_apply(&y, &x, &gamma, &beta, &running_mean, &running_variance,
                         number(c, "epsilon"));
        expect(c, "applied", &y);
        batch_norm_forward(&y, &mean, &deviation, &running_mean, &running_variance, &x, &gamma,
                           &beta, number(c, "momentum"), number(c, "epsilon"), channels);
        expect(c, "y", &y);
        expect(c, "mean", &mean);
        expect(c, "deviation", &deviation);
        expect(c, "new_mean", &running_mean);
        expect(c, "new_variance", &running_variance);

        Tensor dx = room(c, "dx"), dgamma = zeros(c, "dgamma"), dbeta = zeros(c, "dbeta");
        batch_norm_backward(&dx, &dgamma, &dbeta, &dy, &x, &gamma, &mean, &deviation, channels);
        expect(c, "dx", &dx);
        expect(c, "dgamma", &dgamma);
        expect(c, "dbeta", &dbeta);
    }
}

Test(golden, softmax_cross_entropy)
{
    EACH(c, "softmax_cross_entropy", 5)
    {
        Tensor z = given(c, "z"), label = given_as(I32, c, "label");
        Tensor p = room(c, "p"), loss = room(c, "loss"), dz = room(c, "dz");
        softmax_cross_entropy_forward(&loss, &p, &z, &label);
        expect(c, "p", &p);
        expect(c, "loss", &loss);
        softmax_cross_entropy_backward(&dz, &p, &label, number(c, "scale"));
        expect(c, "dz", &dz);
    }
}

Test(golden, softmax)
{
    EACH(c, "softmax", 3)
    {
        Tensor z = given(c, "z"), dp = given(c, "dp"), p = room(c, "p"), dz = room(c, "dz");
        softmax_forward(&p, &z, number(c, "temperature"));
        expect(c, "p", &p);
        softmax_backward(&dz, &dp, &p, number(c, "temperature"));
        expect(c, "dz", &dz);
    }
}

Test(golden, squared_error)
{
    EACH(c, "squared_error", 2)
    {
        Tensor y = given(c, "y"), target = given(c, "target"), loss = room(c, "loss"),
               dy = room(c, "dy");
        squared_error_forward(&loss, &y, &target);
        expect(c, "loss", &loss);
        squared_error_backward(&dy, &y, &target, number(c, "scale"));
        expect(c, "dy", &dy);
    }
}

Test(golden, binary_cross_entropy)
{
    EACH(c, "binary_cross_entropy", 2)
    {
        Tensor z = given(c, "z"), target = given(c, "target"), loss = room(c, "loss"),
               dz = room(c, "dz");
        binary_cross_entropy_forward(&loss, &z, &target);
        expect(c, "loss", &loss);
        binary_cross_entropy_backward(&dz, &z, &target, number(c, "scale"));
        expect(c, "dz", &dz);
    }
}

Test(golden, penalties)
{
    Case l1 = {"l1_penalty", 0}, l2 = {"l2_penalty", 0};
    Tensor w = given(l1, "w"), loss = filled(0, shape(1)), dw = zeros(l1, "dw");
    l1_penalty_forward(&loss, &w, number(l1, "lambda"));
    expect(l1, "loss", &loss);
    l1_penalty_backward(&dw, &w, number(l1, "lambda"));
    expect(l1, "dw", &dw);

    loss = filled(0, shape(1)), dw = zeros(l2, "dw");
    l2_penalty_forward(&loss, &w, number(l2, "lambda"));
    expect(l2, "loss", &loss);
    l2_penalty_backward(&dw, &w, number(l2, "lambda"));
    expect(l2, "dw", &dw);
}

Test(golden, concat)
{
    EACH(c, "concat", 2)
    {
        Tensor a = given(c, "a"), b = given(c, "b"), dy = given(c, "dy");
        Tensor y = room(c, "y"), da = room(c, "da"), db = room(c, "db");
        concat_forward(&y, &a, &b);
        expect(c, "y", &y);
        concat_backward(&da, &db, &dy);
        expect(c, "da", &da);
        expect(c, "db", &db);
    }
}

Test(golden, small_pieces)
{
    Case scale = {"scale", 0}, add = {"add", 0}, parts = {"sum_parts", 0},
         squares = {"sum_squares", 0};
    Tensor x = given(scale, "x"), pixels = given_as(U8, scale, "pixels"), y = room(scale, "y");
    scale_forward(&y, &x, number(scale, "factor"));
    expect(scale, "y", &y);
    scale_forward(&y, &pixels, number(scale, "factor"));
    expect(scale, "from_pixels", &y);

    Tensor a = given(add, "a"), b = given(add, "b");
    add_forward(&y, &a, &b);
    expect(add, "y", &y);

    Tensor sum = given(parts, "start"), rows = given(parts, "parts");
    sum_parts(&sum, &rows, whole(&rows, 1));
    expect(parts, "sum", &sum);

    Tensor one = filled(0, shape(1)), numbers_x = given(squares, "x");
    sum_squares(&one, &numbers_x);
    expect(squares, "sum", &one);
}

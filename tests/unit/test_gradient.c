/* test_gradient.c: every backward pass of kernels.h against central
 * differences of its forward pass:
 *
 *     dL/dx(i) = (L(x + h at i) - L(x - h at i)) / 2h + O(h²),      L = sum over i of dy(i) y(i)
 *
 * In double, with h = 1e-5, both errors of the quotient (h², and rounding over
 * h) are near 1e-10. In float they are not, so the other builds leave this file
 * out. Layers have test_layer_gradient.c.
 */
#ifdef REAL_IS_DOUBLE

#include <stdio.h>

#include "reference.h"

TestSuite(gradient, .init = spoil_scratch, .fini = free_tensors);

static const double step = 1e-5, allowed = 1e-7;

// A kernel, ready to run: forward() computes y from the inputs in x.
typedef struct Pair {
    Tensor x[4], y, dy;
    Window window;
    Real number;
    void (*forward)(struct Pair *);
} Pair;

// L, with `value` at that place of an input.
static double loss_at(Pair *p, Real *x, double value)
{
    double before = *x;
    *x = value;
    p->forward(p);
    *x = before;
    return dot(&p->dy, &p->y);
}

// Is `got` the derivative of L by input k?
static void expect_derivative(Pair *p, int k, const Tensor *got)
{
    Tensor want = garbage(got->shape);
    for (size_t i = 0; i < tensor_count(got); i++) {
        Real *x = reals(&p->x[k]) + i;
        reals(&want)[i] = (loss_at(p, x, *x + step) - loss_at(p, x, *x - step)) / (2 * step);
    }
    char what[32];
    snprintf(what, sizeof what, "input %d", k);
    expect_close(what, got, &want, allowed);
}

static void conv2d_run(Pair *p)
{
    conv2d_forward(&p->y, &p->x[0], &p->x[1], &p->x[2], p->window, NULL);
}

Test(gradient, conv2d)
{
    Window wins[] = {
        {3, 2, 1, 1, 0, 0}, {3, 2, 2, 1, 1, 0}, {2, 4, 3, 2, 1, 3}, {1, 1, 1, 2, 0, 1}};
    int filters[] = {3, 10, 1, 17};
    for (int i = 0; i < 4; i++) {
        Window win = wins[i];
        Pair p = {.x = {any(shape(3, 5, 7, 4)), any(shape(win.height, win.width, 4, filters[i])),
                        any(shape(filters[i]))},
                  .window = win,
                  .forward = conv2d_run};
        p.y = garbage(windowed(p.x[0].shape, win, filters[i])), p.dy = any(p.y.shape);
        Tensor turned = garbage(shape(win.height, win.width, filters[i], 4)),
               dx = garbage(p.x[0].shape);
        Tensor dw = filled(0, p.x[1].shape), db = filled(0, p.x[2].shape);
        conv2d_turn(&turned, &p.x[1]);
        conv2d_backward_input(&dx, &p.dy, &turned, win);
        conv2d_backward_weights(&dw, &db, &p.dy, &p.x[0], win);
        expect_derivative(&p, 0, &dx);
        expect_derivative(&p, 1, &dw);
        expect_derivative(&p, 2, &db);
    }
}

static void max_pool2d_run(Pair *p) { max_pool2d_forward(&p->y, &p->x[1], &p->x[0], p->window); }
static void avg_pool2d_run(Pair *p) { avg_pool2d_forward(&p->y, &p->x[0], p->window); }

Test(gradient, pools)
{
    Window wins[] = {{2, 2, 2, 2, 0, 0}, {3, 2, 2, 1, 1, 1}, {2, 3, 3, 4, 0, 1}};
    for (int i = 0; i < 3; i++) {
        Pair p = {.x = {distinct(shape(3, 6, 7, 5))}, .window = wins[i], .forward = max_pool2d_run};
        p.y = garbage(windowed(p.x[0].shape, wins[i], 5)), p.dy = any(p.y.shape);
        p.x[1] = exact_tensor(U8, p.y.shape);
        Tensor dx = garbage(p.x[0].shape);
        p.forward(&p);
        max_pool2d_backward(&dx, &p.dy, &p.x[1], wins[i]);
        expect_derivative(&p, 0, &dx);
        p.forward = avg_pool2d_run;
        avg_pool2d_backward(&dx, &p.dy, wins[i]);
        expect_derivative(&p, 0, &dx);
    }
}

static void linear_run(Pair *p)
{
    linear_forward(&p->y, &p->x[0], &p->x[1], &p->x[2], NULL, (Range){0, p->y.shape.dim[1]});
}

Test(gradient, linear)
{
    Pair p = {.x = {any(shape(3, 7)), any(shape(7, 10)), any(shape(10))},
              .y = garbage(shape(3, 10)),
              .dy = any(shape(3, 10)),
              .forward = linear_run};
    Tensor dx = garbage(p.x[0].shape), dw = filled(0, p.x[1].shape), db = filled(0, p.x[2].shape);
    linear_backward(&dx, &dw, &db, &p.dy, &p.x[0], &p.x[1], (Range){0, 7});
    expect_derivative(&p, 0, &dx);
    expect_derivative(&p, 1, &dw);
    expect_derivative(&p, 2, &db);
}

static void relu_run(Pair *p) { relu_forward(&p->y, &p->x[0]); }
static void leaky_relu_run(Pair *p) { leaky_relu_forward(&p->y, &p->x[0], p->number); }
static void sigmoid_run(Pair *p) { sigmoid_forward(&p->y, &p->x[0]); }
static void tanh_run(Pair *p) { tanh_forward(&p->y, &p->x[0]); }
static void gelu_run(Pair *p) { gelu_forward(&p->y, &p->x[0]); }

Test(gradient, activations)
{
    void (*runs[])(Pair *) = {relu_run, leaky_relu_run, sigmoid_run, tanh_run, gelu_run};
    for (int i = 0; i < 5; i++) {
        Pair p = {.x = {distinct(shape(5, 7, 11))},
                  .y = garbage(shape(5, 7, 11)),
                  .dy = any(shape(5, 7, 11)),
                  .number = 0.3,
                  .forward = runs[i]};
        Tensor dx = garbage(p.y.shape);
        p.forward(&p);
        if (i == 0) relu_backward(&dx, &p.dy, &p.y);
        if (i == 1) leaky_relu_backward(&dx, &p.dy, &p.x[0], p.number);
        if (i == 2) sigmoid_backward(&dx, &p.dy, &p.y);
        if (i == 3) tanh_backward(&dx, &p.dy, &p.y);
        if (i == 4) gelu_backward(&dx, &p.dy, &p.x[0]);
        expect_derivative(&p, 0, &dx);
    }
}

static const Stream mask = {.seed = 9, .step = 4, .purpose = FOR_DROPOUT, .source = 1};
static void dropout_run(Pair *p) { dropout_forward(&p->y, &p->x[0], p->number, mask, 13); }

Test(gradient, dropout)
{
    Pair p = {.x = {any(shape(7, 11))},
              .y = garbage(shape(7, 11)),
              .dy = any(shape(7, 11)),
              .number = 0.4,
              .forward = dropout_run};
    Tensor dx = garbage(p.y.shape);
    dropout_forward(&dx, &p.dy, p.number, mask, 13);
    expect_derivative(&p, 0, &dx);
}

// Mean and deviation of the batch move with x, too; the running statistics have no part in y.
static Tensor mean, deviation;
static void batch_norm_run(Pair *p)
{
    Tensor running_mean = filled(0, mean.shape), running_variance = filled(1, mean.shape);
    batch_norm_forward(&p->y, &mean, &deviation, &running_mean, &running_variance, &p->x[0],
                       &p->x[1], &p->x[2], 0.1, 1e-5, (Range){0, mean.shape.dim[0]});
}

Test(gradient, batch_norm)
{
    Shape shapes[] = {shape(3, 4, 5, 10), shape(6, 19), shape(5, 3, 1)};
    for (int i = 0; i < 3; i++) {
        Shape s = shapes[i], c = shape(s.dim[s.rank - 1]);
        Pair p = {.x = {uniform(-1, 3, s), uniform(0.5, 2, c), any(c)},
                  .y = garbage(s),
                  .dy = any(s),
                  .forward = batch_norm_run};
        mean = garbage(c), deviation = garbage(c);
        p.forward(&p);
        Tensor dx = garbage(s), dgamma = filled(0, c), dbeta = filled(0, c);
        batch_norm_backward(&dx, &dgamma, &dbeta, &p.dy, &p.x[0], &p.x[1], &mean, &deviation,
                            (Range){0, c.dim[0]});
        expect_derivative(&p, 0, &dx);
        expect_derivative(&p, 1, &dgamma);
        expect_derivative(&p, 2, &dbeta);
    }
}

static void softmax_run(Pair *p) { softmax_forward(&p->y, &p->x[0], p->number); }

Test(gradient, softmax)
{
    Pair p = {.x = {uniform(-2, 2, shape(3, 17))},
              .y = garbage(shape(3, 17)),
              .dy = any(shape(3, 17)),
              .number = 0.7,
              .forward = softmax_run};
    Tensor dz = garbage(p.y.shape);
    p.forward(&p);
    softmax_backward(&dz, &p.dy, &p.y, p.number);
    expect_derivative(&p, 0, &dz);
}

// A loss is one number a sample, and each arrives with the same weight.
static const double weight = 0.35;
static void cross_entropy_run(Pair *p)
{
    softmax_cross_entropy_forward(&p->y, &p->x[2], &p->x[0], &p->x[1]);
}
static void squared_error_run(Pair *p) { squared_error_forward(&p->y, &p->x[0], &p->x[1]); }
static void binary_run(Pair *p) { binary_cross_entropy_forward(&p->y, &p->x[0], &p->x[1]); }

Test(gradient, softmax_cross_entropy)
{
    Pair p = {
        .x = {uniform(-3, 3, shape(5, 19)), exact_tensor(I32, shape(5)), garbage(shape(5, 19))},
        .y = garbage(shape(5)),
        .dy = filled(weight, shape(5)),
        .forward = cross_entropy_run};
    memcpy(ints(&p.x[1]), (int32_t[]){3, -1, 18, 0, 3}, 5 * sizeof(int32_t));
    Tensor dz = garbage(p.x[0].shape);
    p.forward(&p);
    softmax_cross_entropy_backward(&dz, &p.x[2], &p.x[1], weight);
    expect_derivative(&p, 0, &dz);
}

Test(gradient, losses)
{
    Pair p = {.x = {uniform(-3, 3, shape(3, 5, 7)), uniform(0, 1, shape(3, 5, 7))},
              .y = garbage(shape(3)),
              .dy = filled(weight, shape(3)),
              .forward = squared_error_run};
    Tensor dx = garbage(p.x[0].shape);
    squared_error_backward(&dx, &p.x[0], &p.x[1], weight);
    expect_derivative(&p, 0, &dx);
    p.forward = binary_run;
    binary_cross_entropy_backward(&dx, &p.x[0], &p.x[1], weight);
    expect_derivative(&p, 0, &dx);
}

static void soft_run(Pair *p) { soft_cross_entropy_forward(&p->y, &p->x[0], &p->x[1]); }

Test(gradient, soft_cross_entropy)
{
    Pair p = {.x = {uniform(-3, 3, shape(5, 19)), garbage(shape(5, 19))},
              .y = garbage(shape(5)),
              .dy = filled(weight, shape(5)),
              .forward = soft_run};
    Tensor dz = garbage(p.x[0].shape), logits = uniform(-2, 2, p.x[1].shape);
    softmax_forward(&p.x[1], &logits, 1);   // a target adds up to 1
    soft_cross_entropy_backward(&dz, &p.x[0], &p.x[1], weight);
    expect_derivative(&p, 0, &dz);
}

static void l1_run(Pair *p) { reals(&p->y)[0] = 0, l1_penalty_forward(&p->y, &p->x[0], p->number); }
static void l2_run(Pair *p) { reals(&p->y)[0] = 0, l2_penalty_forward(&p->y, &p->x[0], p->number); }

Test(gradient, penalties)
{
    Pair p = {.x = {distinct(shape(37))},
              .y = garbage(shape(1)),
              .dy = filled(1, shape(1)),
              .number = 0.3,
              .forward = l1_run};
    Tensor dw = filled(0, shape(37));
    l1_penalty_backward(&dw, &p.x[0], p.number);
    expect_derivative(&p, 0, &dw);
    p.forward = l2_run, dw = filled(0, shape(37));
    l2_penalty_backward(&dw, &p.x[0], p.number);
    expect_derivative(&p, 0, &dw);
}

static void concat_run(Pair *p) { concat_forward(&p->y, &p->x[0], &p->x[1]); }
static void add_run(Pair *p) { add_forward(&p->y, &p->x[0], &p->x[1]); }
static void scale_run(Pair *p) { scale_forward(&p->y, &p->x[0], p->number); }

Test(gradient, small_pieces)
{
    Pair p = {.x = {any(shape(3, 4, 5)), any(shape(3, 4, 11))},
              .y = garbage(shape(3, 4, 16)),
              .dy = any(shape(3, 4, 16)),
              .forward = concat_run};
    Tensor da = garbage(p.x[0].shape), db = garbage(p.x[1].shape), dx = garbage(shape(37));
    concat_backward(&da, &db, &p.dy);
    expect_derivative(&p, 0, &da);
    expect_derivative(&p, 1, &db);

    Pair q = {.x = {any(shape(37)), any(shape(37))},
              .y = garbage(shape(37)),
              .dy = any(shape(37)),
              .number = 0.3,
              .forward = add_run};
    expect_derivative(&q, 0, &q.dy);
    expect_derivative(&q, 1, &q.dy);
    q.forward = scale_run;
    scale_forward(&dx, &q.dy, q.number);
    expect_derivative(&q, 0, &dx);
}

#endif

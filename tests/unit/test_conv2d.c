/* test_conv2d.c: convolution on numbers small enough for paper, the laws
 * that it obeys, and its epilogue.
 *
 * test_shapes.c holds it against plain loops, test_golden.c against PyTorch,
 * test_gradient.c against finite differences.
 */
#include <signal.h>

#include "reference.h"

TestSuite(conv2d, .init = spoil_scratch, .fini = free_tensors);

static const Window three = {3, 3, 1, 1, 0, 0};

/* ---- By hand: the cases that the book prints --------------------------------------------------*/

static Tensor hand_image(void)
{
    return of(shape(1, 4, 4, 1), 1, 2, 0, 1, 0, 1, 3, 2, 2, 1, 0, 1, 1, 0, 2, 3);
}

static Tensor hand_filter(void) { return of(shape(3, 3, 1, 1), 1, 0, -1, 2, 1, 0, 0, 1, -2); }

// Upper left: 1*1 - 0*1 + 0*2 + 1*1 + 1*1 - 0*2 = 3, and the bias 0.5.
Test(conv2d, by_hand)
{
    Tensor x = hand_image(), w = hand_filter(), b = of(shape(1), 0.5),
           y = garbage(shape(1, 2, 2, 1));
    Tensor want = of(shape(1, 2, 2, 1), 3.5, 4.5, -1.5, -2.5);
    conv2d_forward(&y, &x, &w, &b, three, NULL);
    expect_same_bits("y", &y, &want);
}

// dw: the filter's place (0, 0) met the pixels 1, 2, 0, 1, so it gets 1*1 + 2*2 + 3*0 - 1*1 = 4.
// dx: each dy pastes a copy of the filter, times itself, where it was computed from.
Test(conv2d, backward_by_hand)
{
    Tensor x = hand_image(), w = hand_filter(), dy = of(shape(1, 2, 2, 1), 1, 2, 3, -1);
    Tensor turned = garbage(w.shape), dx = garbage(x.shape), dw = filled(0, w.shape),
           db = filled(0, shape(1));
    conv2d_turn(&turned, &w);
    conv2d_backward_input(&dx, &dy, &turned, three);
    conv2d_backward_weights(&dw, &db, &dy, &x, three);

    Tensor want_turned = of(w.shape, -2, 1, 0, 0, 1, 2, -1, 0, 1);
    Tensor want_dx = of(x.shape, 1, 2, -1, -2, 5, 4, -1, 1, 6, 2, -1, -4, 0, 3, -7, 2);
    Tensor want_dw = of(w.shape, 4, 2, 9, 7, 10, 6, 7, -1, 5);
    Tensor want_db = of(shape(1), 5);
    expect_same_bits("turned", &turned, &want_turned);
    expect_close("dx", &dx, &want_dx, 0);
    expect_same_bits("dw", &dw, &want_dw);
    expect_same_bits("db", &db, &want_db);
}

// All in one call, and each gradient alone, gives the same.
Test(conv2d, backward_in_one_call)
{
    Tensor x = hand_image(), w = hand_filter(), dy = of(shape(1, 2, 2, 1), 1, 2, 3, -1);
    Tensor dx = garbage(x.shape), dw = filled(0, w.shape), db = filled(0, shape(1));
    conv2d_backward(&dx, &dw, &db, &dy, &x, &w, three);
    Tensor want_dx = of(x.shape, 1, 2, -1, -2, 5, 4, -1, 1, 6, 2, -1, -4, 0, 3, -7, 2);
    Tensor want_dw = of(w.shape, 4, 2, 9, 7, 10, 6, 7, -1, 5), want_db = of(shape(1), 5);
    expect_close("dx", &dx, &want_dx, 0);
    expect_same_bits("dw", &dw, &want_dw);
    expect_same_bits("db", &db, &want_db);

    Tensor only_dx = garbage(x.shape), only_dw = filled(0, w.shape), only_db = filled(0, shape(1));
    conv2d_backward(&only_dx, NULL, NULL, &dy, &x, &w, three);
    conv2d_backward(NULL, &only_dw, NULL, &dy, &x, &w, three);
    conv2d_backward(NULL, NULL, &only_db, &dy, &x, &w, three);
    expect_same_bits("dx alone", &only_dx, &dx);
    expect_same_bits("dw alone", &only_dw, &dw);
    expect_same_bits("db alone", &only_db, &db);
}

// Of 3.5, 4.5, -1.5 and -2.5 the second wins; with a bias of -5 relu cuts them all.
Test(conv2d, epilogue_by_hand)
{
    Tensor x = hand_image(), w = hand_filter(), b = of(shape(1), 0.5),
           y = garbage(shape(1, 1, 1, 1));
    Tensor winner = exact_tensor(U8, y.shape);
    Epilogue relu_pool = {.relu = true, .pool = 2, .winner = &winner};
    conv2d_forward(&y, &x, &w, &b, three, &relu_pool);
    cr_assert(reals(&y)[0] == (Real)4.5 && bytes(&winner)[0] == 1, "%g, winner %d",
              (double)reals(&y)[0], bytes(&winner)[0]);
    reals(&b)[0] = -5;
    conv2d_forward(&y, &x, &w, &b, three, &relu_pool);
    cr_assert(reals(&y)[0] == 0 && bytes(&winner)[0] == NO_WINNER, "%g, winner %d",
              (double)reals(&y)[0], bytes(&winner)[0]);
}

Test(conv2d, window_outputs)
{
    cr_assert(window_outputs(4, 3, 1, 0) == 2);
    cr_assert(window_outputs(28, 5, 1, 2) == 28);
    cr_assert(window_outputs(7, 3, 2, 0) == 3 &&
              window_outputs(8, 3, 2, 0) == 3);   // the last column is left over
    cr_assert(window_outputs(5, 5, 3, 0) == 1);
    cr_assert(window_outputs(2, 3, 1, 0) == 0 && window_outputs(2, 5, 2, 1) == 0);   // no room
}

/* ---- Laws of convolution ----------------------------------------------------------------------*/

static Tensor convolve(const Tensor *x, const Tensor *w, Window win)
{
    Tensor y = garbage(windowed(x->shape, win, w->shape.dim[3]));
    conv2d_forward(&y, x, w, NULL, win, NULL);
    return y;
}

static Tensor combine(Real s, const Tensor *a, Real t, const Tensor *b)
{
    Tensor sum = garbage(a->shape);
    for (size_t i = 0; i < tensor_count(a); i++) reals(&sum)[i] = s * reals(a)[i] + t * reals(b)[i];
    return sum;
}

Test(conv2d, is_linear_in_image_and_filter)
{
    Window win = {3, 2, 2, 1, 1, 1};
    Tensor x = any(shape(3, 7, 6, 5)), z = any(x.shape), w = any(shape(3, 2, 5, 10)),
           v = any(w.shape);
    Tensor xz = combine(2, &x, -3, &z), wv = combine(2, &w, -3, &v), xw = convolve(&x, &w, win);

    Tensor zw = convolve(&z, &w, win), want = combine(2, &xw, -3, &zw),
           got = convolve(&xz, &w, win);
    expect_close("2x - 3z", &got, &want, TOLERANCE);
    Tensor vx = convolve(&x, &v, win);
    want = combine(2, &xw, -3, &vx), got = convolve(&x, &wv, win);
    expect_close("2w - 3v", &got, &want, TOLERANCE);
}

// An image moved by one row and two columns gives the same numbers, moved alike.
Test(conv2d, moves_with_the_image)
{
    Window win = {3, 2, 1, 1, 0, 0};
    Tensor x = any(shape(1, 9, 8, 3)), w = any(shape(3, 2, 3, 10)), moved = garbage(x.shape);
    for (int i = 0; i < 9; i++)
        for (int j = 0; j < 8; j++)
            for (int c = 0; c < 3; c++)
                *pixel(&moved, 0, i, j, c) = *pixel(&x, 0, (i + 8) % 9, (j + 6) % 8, c);
    Tensor y = convolve(&x, &w, win), z = convolve(&moved, &w, win);
    for (int i = 1; i < 7; i++)
        for (int j = 2; j < 7; j++)
            for (int f = 0; f < 10; f++) {
                double here = (double)*pixel(&z, 0, i, j, f),
                       there = (double)*pixel(&y, 0, i - 1, j - 2, f);
                cr_assert(fabs(here - there) <= TOLERANCE * largest(&y), "(%d, %d, %d): %g, %g", i,
                          j, f, here, there);
            }
}

Test(conv2d, of_one_pixel_is_a_matrix_product)
{
    Tensor x = any(shape(3, 5, 4, 7)), w = any(shape(1, 1, 7, 65)),
           y = convolve(&x, &w, (Window){1, 1, 1, 1, 0, 0});
    Tensor rows = tensor_reshape(&x, shape(60, 7)), matrix = tensor_reshape(&w, shape(7, 65));
    Tensor want = plain_product(&rows, &matrix);
    expect_close("y", &y, &want, TOLERANCE);
}

Test(conv2d, over_the_whole_image_is_a_linear_layer)
{
    Tensor x = any(shape(3, 5, 4, 7)), w = any(shape(5, 4, 7, 10)), b = any(shape(10));
    Tensor y = garbage(shape(3, 1, 1, 10)), want = garbage(shape(3, 10));
    Tensor matrix = tensor_reshape(&w, shape(140, 10));
    conv2d_forward(&y, &x, &w, &b, (Window){5, 4, 1, 1, 0, 0}, NULL);
    linear_forward(&want, &x, &matrix, &b, NULL, (Range){0, 10});
    expect_close("y", &y, &want, TOLERANCE);
}

// <dy, conv(x, w)> = <dx, x> = <dw, w>: the two gradients are the
// transposed maps of the convolution.
Test(conv2d, gradients_are_transposed_maps)
{
    Window win = {3, 4, 2, 3, 1, 2};
    Tensor x = any(shape(3, 8, 11, 5)), w = any(shape(3, 4, 5, 18)), y = convolve(&x, &w, win),
           dy = any(y.shape);
    Tensor turned = garbage(shape(3, 4, 18, 5)), dx = garbage(x.shape), dw = filled(0, w.shape);
    conv2d_turn(&turned, &w);
    conv2d_backward_input(&dx, &dy, &turned, win);
    conv2d_backward_weights(&dw, NULL, &dy, &x, win);
    double product = dot(&dy, &y), allowed = 10 * TOLERANCE * fabs(product);
    cr_assert(fabs(dot(&dx, &x) - product) <= allowed, "dx: %g, %g", dot(&dx, &x), product);
    cr_assert(fabs(dot(&dw, &w) - product) <= allowed, "dw: %g, %g", dot(&dw, &w), product);
}

/* ---- What an epilogue fuses is what the three kernels do one after the other ------------------*/

static void expect_fused(Tensor *x, Tensor *w, Tensor *b, Window win, Epilogue e)
{
    Tensor sums = garbage(windowed(x->shape, win, w->shape.dim[3])), full = garbage(sums.shape);
    conv2d_forward(&sums, x, w, b, win, NULL);
    if (e.relu)
        relu_forward(&full, &sums);
    else
        full = sums;

    int p = e.pool > 1 ? e.pool : 1;
    Window squares = {p, p, p, p, 0, 0};
    Tensor want = garbage(windowed(full.shape, squares, full.shape.dim[3])),
           winner = exact_tensor(U8, want.shape);
    max_pool2d_forward(&want, &winner, &full, squares);

    Tensor y = garbage(want.shape), fused = exact_tensor(U8, want.shape);
    e.winner = p > 1 ? &fused : NULL;
    conv2d_forward(&y, x, w, b, win, &e);
    expect_same_bits("y", &y, &want);
    if (p == 1) return;

    // Winners differ where relu cut all: there the fused one says so, the
    // others send 0 to a dead pixel.
    Tensor dy = any(y.shape), got = garbage(full.shape), pooled = garbage(full.shape);
    max_pool2d_backward(&pooled, &dy, &winner, squares);
    if (e.relu) relu_backward(&pooled, &pooled, &full);
    max_pool2d_backward(&got, &dy, &fused, squares);
    expect_close("gradient", &got, &pooled, 0);
    for (size_t i = 0; i < tensor_count(&y); i++)
        cr_assert(bytes(&fused)[i] == (e.relu && reals(&y)[i] == 0 ? NO_WINNER : bytes(&winner)[i]),
                  "winner %zu", i);

    e.winner = NULL;   // may be absent
    Tensor without = garbage(want.shape);
    conv2d_forward(&without, x, w, b, win, &e);
    expect_same_bits("y", &without, &want);
}

static void round_all(Tensor *t)
{
    for (size_t i = 0; i < tensor_count(t); i++) reals(t)[i] = (Real)round((double)reals(t)[i]);
}

Test(conv2d, epilogue_equals_the_kernels_one_by_one)
{
    int filters[] = {1, 3, 10, 16, 33, 65};
    for (int i = 0; i < 6 * 4; i++) {
        int height = between(4, 9), width = between(4, 11),
            channels = between(1, 5);   // odd sizes leave a row over
        Tensor x = any(shape(3, height, width, channels)),
               w = any(shape(3, 2, channels, filters[i % 6]));
        Tensor b = any(shape(filters[i % 6]));
        Window win = {3, 2, 1, between(1, 2), 1, between(0, 1)};
        expect_fused(&x, &w, &b, win, (Epilogue){.relu = true, .pool = 2});
        expect_fused(&x, &w, &b, win, (Epilogue){.relu = true});
        expect_fused(&x, &w, NULL, win, (Epilogue){.pool = 3});
        round_all(&x),
            round_all(&w);   // so that some of a square are equal, and the first one wins
        expect_fused(&x, &w, NULL, win, (Epilogue){.relu = true, .pool = 2});
        free_tensors();
    }
}

/* ---- What is added to, what may be absent, what is refused ------------------------------------*/

Test(conv2d, adds_to_parameter_gradients)
{
    Window win = {2, 3, 1, 1, 0, 1};
    for (int filters = 3; filters <= 65; filters += 31) {
        Tensor x = any(shape(3, 5, 4, 7)), dy = any(windowed(x.shape, win, filters)),
               once = filled(0, shape(2, 3, 7, filters));
        Tensor once_b = filled(0, shape(filters)), dw = copy_of(&once), db = copy_of(&once_b);
        conv2d_backward_weights(&once, &once_b, &dy, &x, win);
        for (int k = 0; k < 3; k++) conv2d_backward_weights(&dw, &db, &dy, &x, win);
        Tensor want = combine(3, &once, 0, &once), want_b = combine(3, &once_b, 0, &once_b);
        expect_close("dw", &dw, &want, TOLERANCE);
        expect_close("db", &db, &want_b, TOLERANCE);

        Tensor alone = filled(0, once.shape), absent = {0};
        conv2d_backward_weights(&alone, &absent, &dy, &x, win);
        expect_same_bits("dw without db", &alone, &once);
    }
}

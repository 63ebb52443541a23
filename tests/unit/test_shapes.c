/* test_shapes.c: the fast kernels against plain loops, over many sizes: each remainder of a vector,
 * of a register tile and of a block has its turn.
 */
#include "reference.h"

TestSuite(shapes, .init = spoil_scratch, .fini = free_tensors);

static void expect_linear(int samples, int inputs, int units)
{
    Tensor x = any(shape(samples, inputs)), w = any(shape(inputs, units)), b = any(shape(units)),
           dy = any(shape(samples, units));
    Tensor y = garbage(dy.shape), want = plain_product(&x, &w);
    for (size_t i = 0; i < tensor_count(&want); i++) reals(&want)[i] += reals(&b)[i % units];
    int cut = between(0, units);   // in two parts, one of them perhaps empty
    if (cut > 0) linear_forward(&y, &x, &w, &b, NULL, (Range){0, cut});
    if (cut < units) linear_forward(&y, &x, &w, &b, NULL, (Range){cut, units - cut});
    expect_close("y", &y, &want, TOLERANCE);

    Tensor dx = garbage(x.shape), dw = filled(0, w.shape), db = filled(0, b.shape);
    Tensor wt = plain_transpose(&w), xt = plain_transpose(&x);
    Tensor want_dx = plain_product(&dy, &wt), want_dw = plain_product(&xt, &dy),
           want_db = plain_column_sums(&dy);
    cut = between(1, inputs);
    linear_backward(&dx, &dw, &db, &dy, &x, &w, (Range){0, cut});
    if (cut < inputs) linear_backward(&dx, &dw, NULL, &dy, &x, &w, (Range){cut, inputs - cut});
    expect_close("dx", &dx, &want_dx, TOLERANCE);
    expect_close("dw", &dw, &want_dw, TOLERANCE);
    expect_close("db", &db, &want_db, TOLERANCE);
    free_tensors();
}

Test(shapes, linear_of_every_extent)
{
    for (int extent = 1; extent <= 70; extent++) {
        expect_linear(extent, between(1, 70), between(1, 70));
        expect_linear(between(1, 70), extent, between(1, 70));
        expect_linear(between(1, 70), between(1, 70), extent);
    }
}

Test(shapes, linear_of_large_extents)
{
    expect_linear(65, 513, 130);
    expect_linear(1, 1568, 128);
    expect_linear(128, 300, 10);
    expect_linear(7, 10, 1030);
}

static void expect_conv2d(Shape image, int filters, Window win)
{
    Shape out = windowed(image, win, filters);
    if (out.dim[1] == 0 || out.dim[2] == 0) return;
    Tensor x = any(image), w = any(shape(win.height, win.width, image.dim[3], filters)),
           b = any(shape(filters));
    Tensor y = garbage(out), want = plain_conv2d(&x, &w, &b, win);
    conv2d_forward(&y, &x, &w, &b, win, NULL);
    expect_close("y", &y, &want, TOLERANCE);

    Tensor dy = any(out), turned = garbage(shape(win.height, win.width, filters, image.dim[3])),
           dx = garbage(image);
    conv2d_turn(&turned, &w);
    conv2d_backward_input(&dx, &dy, &turned, win);
    Tensor want_dx = plain_conv2d_input(&dy, &w, image, win);
    expect_close("dx", &dx, &want_dx, TOLERANCE);

    Tensor dw = filled(0, w.shape), db = filled(0, b.shape);
    conv2d_backward_weights(&dw, &db, &dy, &x, win);
    Tensor want_dw = plain_conv2d_weights(&dy, &x, w.shape, win), want_db = plain_column_sums(&dy);
    expect_close("dw", &dw, &want_dw, TOLERANCE);
    expect_close("db", &db, &want_db, TOLERANCE);
    free_tensors();
}

static Window any_window(int most_padding)
{
    return (Window){between(1, 5),
                    between(1, 5),
                    between(1, 3),
                    between(1, 3),
                    between(0, most_padding),
                    between(0, most_padding)};
}

Test(shapes, conv2d_of_every_number_of_filters)
{
    for (int filters = 1; filters <= 70; filters++)
        expect_conv2d(shape(between(1, 3), between(1, 8), between(1, 8), between(1, 6)), filters,
                      any_window(4));
}

Test(shapes, conv2d_of_every_number_of_channels_and_width)
{
    for (int k = 1; k <= 70; k++) {
        expect_conv2d(shape(between(1, 3), between(1, 8), between(1, 8), k), between(1, 20),
                      any_window(2));
        expect_conv2d(shape(1, between(1, 4), k, between(1, 3)), between(1, 35), any_window(2));
    }
}

// Some of a batch's samples are the same numbers as alone: that is how a graph cuts its work.
Test(shapes, conv2d_of_a_slice_of_samples)
{
    Window win = {3, 2, 1, 2, 1, 0};
    Tensor x = any(shape(7, 5, 6, 3)), w = any(shape(3, 2, 3, 21)), b = any(shape(21));
    Tensor y = garbage(windowed(x.shape, win, 21)), sliced = garbage(y.shape);
    conv2d_forward(&y, &x, &w, &b, win, NULL);
    for (int n = 0; n < 7; n += 3) {
        int count = n + 3 <= 7 ? 3 : 7 - n;
        Tensor in = tensor_rows(&x, n, count), out = tensor_rows(&sliced, n, count);
        conv2d_forward(&out, &in, &w, &b, win, NULL);
    }
    expect_same_bits("y", &sliced, &y);
}

// The place in window (i, j) that wins: the first of the largest.
static int plain_winner(const Tensor *x, int n, int i, int j, int c, Window win)
{
    int best = -1;
    double most = -INFINITY;
    for (int k = 0; k < win.height * win.width; k++) {
        Real *px = pixel(x, n, i * win.stride_y + k / win.width - win.padding_y,
                         j * win.stride_x + k % win.width - win.padding_x, c);
        if (px && (best < 0 || (double)*px > most)) best = k, most = (double)*px;
    }
    return best;
}

static void expect_max_pool(Shape image, Window win)
{
    Shape out = windowed(image, win, image.dim[3]);
    if (out.dim[1] == 0 || out.dim[2] == 0) return;
    Tensor x = uniform(-9, -1, image), y = garbage(out), winner = exact_tensor(U8, out),
           want_dx = filled(0, image);
    for (size_t i = 0; i < tensor_count(&x); i++)
        reals(&x)[i] = (Real)round((double)reals(&x)[i]);   // so that some are equal
    Tensor dy = any(out), dx = garbage(image);
    max_pool2d_forward(&y, &winner, &x, win);
    max_pool2d_backward(&dx, &dy, &winner, win);
    for (size_t k = 0; k < tensor_count(&y); k++) {
        int c = (int)k % out.dim[3], j = (int)k / out.dim[3] % out.dim[2];
        int i = (int)k / (out.dim[3] * out.dim[2]) % out.dim[1],
            n = (int)k / (out.dim[3] * out.dim[2] * out.dim[1]);
        int place = plain_winner(&x, n, i, j, c, win);
        int row = i * win.stride_y + place / win.width - win.padding_y;
        int column = j * win.stride_x + place % win.width - win.padding_x;
        cr_assert(bytes(&winner)[k] == place, "winner %d, expected %d", bytes(&winner)[k], place);
        cr_assert(reals(&y)[k] == *pixel(&x, n, row, column, c));
        *pixel(&want_dx, n, row, column, c) += reals(&dy)[k];
    }
    expect_close("dx", &dx, &want_dx, TOLERANCE);
    free_tensors();
}

Test(shapes, max_pool_of_every_number_of_channels)
{
    for (int channels = 1; channels <= 70; channels++) {
        Window win = any_window(0);
        win.padding_y = between(0, win.height / 2), win.padding_x = between(0, win.width / 2);
        expect_max_pool(shape(between(1, 3), between(3, 9), between(3, 9), channels), win);
    }
}

// Arrays of every length: no number behind the last is read, none before it left out.
Test(shapes, elementwise_kernels_of_every_length)
{
    for (int n = 1; n <= 70; n++) {
        Tensor x = distinct(shape(n)), b = any(x.shape), y = garbage(x.shape),
               want = garbage(x.shape);
        for (int i = 0; i < n; i++) reals(&want)[i] = (Real)(1 / (1 + exp(-(double)reals(&x)[i])));
        sigmoid_forward(&y, &x);
        expect_close("sigmoid", &y, &want, TOLERANCE);
        for (int i = 0; i < n; i++) reals(&want)[i] = (Real)tanh((double)reals(&x)[i]);
        tanh_forward(&y, &x);
        expect_close("tanh", &y, &want, TOLERANCE);
        for (int i = 0; i < n; i++)
            reals(&want)[i] =
                (Real)((double)reals(&x)[i] * (1 + erf((double)reals(&x)[i] / sqrt(2))) / 2);
        gelu_forward(&y, &x);
        expect_close("gelu", &y, &want, TOLERANCE);
        for (int i = 0; i < n; i++) reals(&want)[i] = reals(&x)[i] > 0 ? reals(&x)[i] : 0;
        relu_forward(&y, &x);
        expect_close("relu", &y, &want, 0);
        for (int i = 0; i < n; i++) reals(&want)[i] = reals(&x)[i] + reals(&b)[i];
        add_forward(&y, &x, &b);
        expect_close("add", &y, &want, 0);
        Tensor sum = filled(1, shape(1)), squares = of(shape(1), (Real)(1 + dot(&x, &x)));
        sum_squares(&sum, &x);
        expect_close("sum of squares", &sum, &squares, TOLERANCE);
        free_tensors();
    }
}

// One class to seventy: probabilities add up to one, and no lane behind the last class takes part.
Test(shapes, softmax_of_every_number_of_classes)
{
    for (int classes = 1; classes <= 70; classes++) {
        Tensor z = uniform(-9, -5, shape(3, classes)), p = garbage(z.shape),
               want = garbage(z.shape);
        for (int n = 0; n < 3; n++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) sum += exp((double)reals(&z)[n * classes + k]);
            for (int k = 0; k < classes; k++)
                reals(&want)[n * classes + k] =
                    (Real)(exp((double)reals(&z)[n * classes + k]) / sum);
        }
        softmax_forward(&p, &z, 1);
        expect_close("p", &p, &want, TOLERANCE);
        Tensor q = garbage(z.shape), loss = garbage(shape(3)), label = exact_tensor(I32, shape(3)),
               losses = garbage(shape(3));
        for (int n = 0; n < 3; n++) {
            ints(&label)[n] = between(0, classes - 1);
            reals(&losses)[n] = (Real)-log((double)reals(&want)[n * classes + ints(&label)[n]]);
        }
        softmax_cross_entropy_forward(&loss, &q, &z, &label);
        expect_close("p", &q, &want, TOLERANCE);
        if (classes > 1) expect_close("loss", &loss, &losses, TOLERANCE);
        free_tensors();
    }
}

/* ---- Products large enough for OpenBLAS ---------------------------------------------------------
 * The whole goes through OpenBLAS, its halves through the tiles: they must agree, in each way in
 * which a linear layer multiplies; and the bits may not depend on the number of threads.
 */
enum { LARGE = 810, HALF = LARGE / 2 };

typedef struct Layer {
    Tensor x, w, dy, y, dx, dw;
} Layer;

static void run_layer(Layer *l, Range units, Range inputs)
{
    linear_forward(&l->y, &l->x, &l->w, NULL, NULL, units);
    linear_backward(&l->dx, &l->dw, NULL, &l->dy, &l->x, &l->w, inputs);
}

static Layer large_layer(void)   // the same numbers each time
{
    Shape s = shape(LARGE, LARGE);
    test_seed = 1;
    Tensor x = any(s), w = any(s), dy = any(s);
    return (Layer){x, w, dy, garbage(s), garbage(s), filled(0, s)};
}

Test(shapes, large_linear_is_the_sum_of_its_halves)
{
    Layer whole = large_layer(), halves = large_layer();
    Range all = {0, LARGE}, first = {0, HALF}, second = {HALF, LARGE - HALF};
    threads_set(3);
    run_layer(&whole, all, all);
    run_layer(&halves, first, first);
    run_layer(&halves, second, second);
    expect_close("y", &whole.y, &halves.y, TOLERANCE);
    expect_close("dx", &whole.dx, &halves.dx, TOLERANCE);
    expect_close("dw", &whole.dw, &halves.dw, TOLERANCE);

    Layer alone = large_layer();
    threads_set(1);
    run_layer(&alone, all, all);
    expect_same_bits("y, one thread", &alone.y, &whole.y);
    expect_same_bits("dx, one thread", &alone.dx, &whole.dx);
    expect_same_bits("dw, one thread", &alone.dw, &whole.dw);
}

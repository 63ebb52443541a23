/* test_kernels.c: kernels but convolution, on numbers small enough for
 * paper, and the laws that they obey.
 *
 * Convolution has test_conv2d.c. test_shapes.c holds them against plain loops, test_golden.c
 * against PyTorch, test_gradient.c against finite differences.
 */
#include "reference.h"

TestSuite(kernels, .init = spoil_scratch, .fini = free_tensors);

static Range all(const Tensor *t, int axis) { return (Range){0, t->shape.dim[axis]}; }

/* ---- By hand: the cases that the book prints --------------------------------------------------*/

// Windows 3 x 3, two apart, over a frame of one: the frame's zeros must not win against -1 … -9.
// The -1 is in all four windows, each time at another place, and gets the gradients of all four.
Test(kernels, max_pool_by_hand)
{
    Window win = {3, 3, 2, 2, 1, 1};
    Tensor x = of(shape(1, 3, 4, 1), -7, -8, -2, -2, -9, -1, -6, -3, -8, -4, -5, -9);
    Tensor y = garbage(shape(1, 2, 2, 1)), winner = exact_tensor(U8, y.shape),
           dx = garbage(x.shape);
    max_pool2d_forward(&y, &winner, &x, win);
    Tensor want = of(y.shape, -1, -1, -1, -1);
    expect_same_bits("y", &y, &want);
    uint8_t places[] = {8, 6, 2, 0};
    cr_assert(memcmp(bytes(&winner), places, 4) == 0);

    Tensor dy = of(y.shape, 10, 20, 30, 40), want_dx = filled(0, x.shape);
    reals(&want_dx)[5] = 100;
    max_pool2d_backward(&dx, &dy, &winner, win);
    expect_same_bits("dx", &dx, &want_dx);
}

Test(kernels, max_pool_takes_the_first_of_equals)
{
    Tensor x = of(shape(1, 2, 4, 1), 3, 5, 7, 7, 5, 5, 7, 7);
    Tensor y = garbage(shape(1, 1, 2, 1)), winner = exact_tensor(U8, y.shape);
    max_pool2d_forward(&y, &winner, &x, (Window){2, 2, 2, 2, 0, 0});
    cr_assert(reals(&y)[0] == 5 && bytes(&winner)[0] == 1 && reals(&y)[1] == 7 &&
              bytes(&winner)[1] == 0);
}

// The corner window sees four pixels of its nine: their mean, (1 + 2 + 4 + 5) / 4 = 3.
Test(kernels, avg_pool_by_hand)
{
    Window win = {3, 3, 2, 2, 1, 1};
    Tensor x = of(shape(1, 3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9), y = garbage(shape(1, 2, 2, 1));
    Tensor want = of(y.shape, 3, 4, 6, 7), dy = of(y.shape, 4, 8, 12, 16), dx = garbage(x.shape);
    avg_pool2d_forward(&y, &x, win);
    expect_same_bits("y", &y, &want);
    Tensor want_dx = of(x.shape, 1, 3, 2, 4, 10, 6, 3, 7, 4);
    avg_pool2d_backward(&dx, &dy, win);
    expect_same_bits("dx", &dx, &want_dx);
}

// (1, 2, 3) times [[1, 0], [2, -1], [0, 4]] is (5, 10).
Test(kernels, linear_by_hand)
{
    Tensor x = of(shape(1, 3), 1, 2, 3), w = of(shape(3, 2), 1, 0, 2, -1, 0, 4),
           b = of(shape(2), 0.5, -20);
    Tensor y = garbage(shape(1, 2)), want = of(y.shape, 5.5, -10), cut = of(y.shape, 5.5, 0);
    linear_forward(&y, &x, &w, &b, NULL, all(&w, 1));
    expect_same_bits("y", &y, &want);
    linear_forward(&y, &x, &w, &b, &(Epilogue){.relu = true}, all(&w, 1));
    expect_same_bits("relu", &y, &cut);

    Tensor dy = of(y.shape, 2, -1), dx = garbage(x.shape), dw = filled(0, w.shape),
           db = filled(0, b.shape);
    linear_backward(&dx, &dw, &db, &dy, &x, &w, all(&w, 0));
    Tensor want_dx = of(x.shape, 2, 5, -4), want_dw = of(w.shape, 2, -1, 4, -2, 6, -3);
    expect_same_bits("dx", &dx, &want_dx);
    expect_same_bits("dw", &dw, &want_dw);
    expect_same_bits("db", &db, &dy);
}

// e^z is 1, 2, 1: probabilities 1/4, 1/2, 1/4, and the loss of the middle one is log 2.
Test(kernels, softmax_cross_entropy_by_hand)
{
    Tensor z = of(shape(1, 3), 0, (Real)log(2), 0), p = garbage(z.shape), loss = garbage(shape(1)),
           dz = garbage(z.shape);
    Tensor label = exact_tensor(I32, shape(1)), want = of(z.shape, 0.25, 0.5, 0.25);
    ints(&label)[0] = 1;
    softmax_cross_entropy_forward(&loss, &p, &z, &label);
    expect_close("p", &p, &want, TOLERANCE);
    cr_assert(fabs((double)reals(&loss)[0] - log(2)) < TOLERANCE);
    softmax_cross_entropy_backward(&dz, &p, &label, 4);
    Tensor want_dz = of(z.shape, 1, -2, 1);
    expect_close("dz", &dz, &want_dz, TOLERANCE);
}

// The same probabilities; half of the target is the first class, half the second: the loss is
// half of log 4 and half of log 2.
Test(kernels, soft_cross_entropy_by_hand)
{
    Tensor z = of(shape(1, 3), 0, (Real)log(2), 0), target = of(z.shape, 0.5, 0.5, 0),
           loss = garbage(shape(1)), dz = garbage(z.shape);
    soft_cross_entropy_forward(&loss, &z, &target);
    cr_assert(fabs((double)reals(&loss)[0] - 1.5 * log(2)) < TOLERANCE);
    soft_cross_entropy_backward(&dz, &z, &target, 4);
    Tensor want_dz = of(z.shape, -1, 0, 1);
    expect_close("dz", &dz, &want_dz, TOLERANCE);
}

// Logits of 1000 overflow no exponential, and a target that is sure is a label.
Test(kernels, soft_cross_entropy_of_a_label_is_the_hard_one)
{
    Tensor z = of(shape(2, 3), 1000, -1000, 3, 1, 2, -1), target = of(z.shape, 0, 1, 0, 1, 0, 0);
    Tensor soft = garbage(shape(2)), hard = garbage(shape(2)), p = garbage(z.shape),
           label = exact_tensor(I32, shape(2));
    ints(&label)[0] = 1;
    ints(&label)[1] = 0;
    soft_cross_entropy_forward(&soft, &z, &target);
    softmax_cross_entropy_forward(&hard, &p, &z, &label);
    expect_close("loss", &soft, &hard, TOLERANCE);
}

/* ---- What is added to, what is overwritten, what may be absent --------------------------------*/

Test(kernels, linear_gradients_may_be_absent)
{
    Tensor x = any(shape(3, 7)), w = any(shape(7, 10)), dy = any(shape(3, 10)), absent = {0};
    Tensor dx = garbage(x.shape), dw = filled(0.5, w.shape), db = filled(-2, shape(10));
    Tensor dx2 = garbage(x.shape), dw2 = filled(0.5, w.shape), db2 = filled(-2, shape(10));
    linear_backward(&dx, &dw, &db, &dy, &x, &w, all(&w, 0));
    linear_backward(&dx2, NULL, NULL, &dy, &x, &w, all(&w, 0));
    linear_backward(NULL, &dw2, &absent, &dy, &x, &w, all(&w, 0));
    linear_backward(&absent, NULL, &db2, &dy, &x, &w, all(&w, 0));
    expect_same_bits("dx", &dx2, &dx);
    expect_same_bits("dw", &dw2, &dw);
    expect_same_bits("db", &db2, &db);

    Tensor transposed = plain_transpose(&x), want = plain_product(&transposed, &dy);
    for (size_t i = 0; i < tensor_count(&want); i++) reals(&want)[i] += (Real)0.5;
    expect_close("dw is added to", &dw, &want, TOLERANCE);
}

Test(kernels, concat_gradients_may_be_absent)
{
    Tensor dy = any(shape(3, 4, 12)), da = garbage(shape(3, 4, 5)), db = garbage(shape(3, 4, 7));
    Tensor da2 = garbage(da.shape), db2 = garbage(db.shape);
    concat_backward(&da, &db, &dy);
    concat_backward(&da2, &(Tensor){.shape = db.shape}, &dy);
    concat_backward(&(Tensor){.shape = da.shape}, &db2, &dy);
    expect_same_bits("da", &da2, &da);
    expect_same_bits("db", &db2, &db);
}

Test(kernels, max_pool_shares_out_all_of_dy)
{
    Window wins[] = {
        {2, 2, 2, 2, 0, 0}, {3, 2, 1, 2, 1, 0}, {3, 3, 2, 1, 1, 1}, {2, 3, 3, 4, 0, 1}};
    for (int i = 0; i < 4; i++) {
        Tensor x = any(shape(3, 7, 9, 19)), y = garbage(windowed(x.shape, wins[i], 19)),
               dy = any(y.shape);
        Tensor winner = exact_tensor(U8, y.shape), dx = garbage(x.shape);
        max_pool2d_forward(&y, &winner, &x, wins[i]);
        max_pool2d_backward(&dx, &dy, &winner, wins[i]);
        double size = sqrt(dot(&dy, &dy));
        cr_assert(fabs(total(&dx) - total(&dy)) <= 10 * TOLERANCE * size, "%g, %g", total(&dx),
                  total(&dy));
        Tensor mean = garbage(y.shape), spread = garbage(x.shape);
        avg_pool2d_forward(&mean, &x, wins[i]);
        avg_pool2d_backward(&spread, &dy, wins[i]);
        cr_assert(fabs(total(&spread) - total(&dy)) <= 10 * TOLERANCE * size, "%g, %g",
                  total(&spread), total(&dy));
    }
}

/* ---- Activations and losses at their limits ---------------------------------------------------*/

Test(kernels, activations_at_their_limits)
{
    Tensor x = of(shape(6), -1e4, -100, 0, 100, 1e4, INFINITY), y = garbage(x.shape),
           dx = garbage(x.shape);
    Tensor dy = filled(1, x.shape), want = of(x.shape, 0, 0, 0.5, 1, 1, 1);
    sigmoid_forward(&y, &x);
    expect_close("sigmoid", &y, &want, 1e-30);
    sigmoid_backward(&dx, &dy, &y);
    Tensor slope = of(x.shape, 0, 0, 0.25, 0, 0, 0);
    expect_close("sigmoid's slope", &dx, &slope, 1e-30);
    tanh_forward(&y, &x);
    Tensor signs = of(x.shape, -1, -1, 0, 1, 1, 1);
    expect_close("tanh", &y, &signs, 1e-30);

    Tensor finite = of(shape(5), -1e4, -100, 0, 100, 1e4), g = garbage(finite.shape);
    Tensor kept = of(finite.shape, 0, 0, 0, 100, 1e4), step = of(finite.shape, 0, 0, 0.5, 1, 1),
           one = filled(1, finite.shape);
    gelu_forward(&g, &finite);
    expect_close("gelu", &g, &kept, 1e-30);
    gelu_backward(&g, &one, &finite);
    expect_close("gelu's slope", &g, &step, 1e-30);
}

Test(kernels, softmax_does_not_overflow_and_ignores_a_shift)
{
    Tensor z = of(shape(3, 4), 1e4, 0, -1e4, 9999, -1e4, -1e4, -1e4, -1e4, 0, 1, 2, 3),
           p = garbage(z.shape);
    softmax_forward(&p, &z, 1);
    double e = exp(-1);
    Tensor first = of(shape(4), (Real)(1 / (1 + e)), 0, 0, (Real)(e / (1 + e))),
           got = tensor_reshape(&p, shape(12));
    expect_close("z = 10000", &(Tensor){.shape = shape(4), .data = got.data}, &first, TOLERANCE);
    for (int n = 0; n < 3; n++) {
        Tensor row = tensor_view(CPU, REAL, shape(4), reals(&p) + 4 * n);
        cr_assert(fabs(total(&row) - 1) < TOLERANCE, "row %d adds up to %g", n, total(&row));
    }
    for (int k = 0; k < 4; k++) reals(&z)[8 + k] += 64;
    Tensor moved = garbage(z.shape);
    softmax_forward(&moved, &z, 1);
    expect_close("z + 64", &moved, &p, TOLERANCE);
}

// A wrong answer given with certainty costs what it was sure by, and no
// more than that: not infinity.
Test(kernels, losses_of_certain_answers)
{
    Tensor z = of(shape(3, 2), 0, 1000, 1000, 0, 5, 5), p = garbage(z.shape),
           loss = garbage(shape(3));
    Tensor label = exact_tensor(I32, shape(3)), want = of(shape(3), 1000, 0, (Real)log(2));
    memset(ints(&label), 0, 3 * sizeof(int32_t));
    softmax_cross_entropy_forward(&loss, &p, &z, &label);
    expect_close("cross entropy", &loss, &want, TOLERANCE);

    Tensor logit = of(shape(3, 1), 1000, -1000, 0), target = of(logit.shape, 0, 0, 0.25),
           dz = garbage(logit.shape);
    binary_cross_entropy_forward(&loss, &logit, &target);
    expect_close("binary cross entropy", &loss, &want, TOLERANCE);
    binary_cross_entropy_backward(&dz, &logit, &target, 1);
    Tensor slope = of(dz.shape, 1, 0, 0.25);
    expect_close("its slope", &dz, &slope, TOLERANCE);
}

/* ---- Dropout ----------------------------------------------------------------------------------*/

static const Stream mask = {.seed = 3, .step = 5, .purpose = FOR_DROPOUT, .source = 7};

static Tensor dropped(const Tensor *x, Real rate, Stream stream, size_t first)
{
    Tensor y = garbage(x->shape);
    dropout_forward(&y, x, rate, stream, first);
    return y;
}

static int count_zeros(const Tensor *t)
{
    int zeros = 0;
    for (size_t i = 0; i < tensor_count(t); i++) zeros += reals(t)[i] == 0;
    return zeros;
}

// Of 100,000 numbers 30,000 go, give or take five standard deviations of 145;
// the others grow so that the mean stays.
Test(kernels, dropout_drops_its_share_and_keeps_the_mean)
{
    Tensor x = filled(7, shape(100000)), y = dropped(&x, (Real)0.3, mask, 0);
    int zeros = count_zeros(&y);
    cr_assert(abs(zeros - 30000) < 5 * 145, "%d dropped", zeros);
    for (int i = 0; i < 100000; i++)
        cr_assert(reals(&y)[i] == 0 || fabs((double)reals(&y)[i] - 10) < 10 * TOLERANCE, "%g",
                  (double)reals(&y)[i]);
    Tensor same = dropped(&x, 0, mask, 0);
    expect_same_bits("rate 0", &same, &x);
}

// The mask belongs to the place in the batch: cut into slices anywhere,
// or run over dy, it is the same.
Test(kernels, dropout_does_not_depend_on_slices)
{
    Tensor x = uniform(1, 2, shape(1031)), whole = dropped(&x, (Real)0.4, mask, 0),
           dy = uniform(3, 4, x.shape);
    for (int first = 0, count; first < 1031; first += count) {
        count = between(1, 90);
        if (count > 1031 - first) count = 1031 - first;
        Tensor slice = tensor_rows(&x, first, count),
               y = dropped(&slice, (Real)0.4, mask, (size_t)first);
        Tensor want = tensor_rows(&whole, first, count);
        expect_same_bits("slice", &y, &want);
    }
    Tensor dx = dropped(&dy, (Real)0.4, mask, 0);
    for (int i = 0; i < 1031; i++)
        cr_assert((reals(&dx)[i] == 0) == (reals(&whole)[i] == 0), "%d", i);
    dropout_forward(&x, &x, (Real)0.4, mask, 0);
    expect_same_bits("in place", &x, &whole);
}

// Two masks of one half agree in about half of their 4096 places, give
// or take five deviations of 32.
Test(kernels, dropout_draws_another_mask_for_each_purpose)
{
    Tensor x = filled(1, shape(4096)), y = dropped(&x, 0.5, mask, 0);
    Stream other[] = {mask, mask, mask};
    other[0].step++, other[1].source++, other[2].seed++;
    for (int k = 0; k < 3; k++) {
        Tensor z = dropped(&x, 0.5, other[k], 0);
        int agree = 0;
        for (int i = 0; i < 4096; i++) agree += reals(&y)[i] == reals(&z)[i];
        cr_assert(abs(agree - 2048) < 5 * 32, "stream %d: %d of 4096 agree", k, agree);
    }
}

/* ---- Batch normalisation ----------------------------------------------------------------------*/

typedef struct Norm {
    Tensor y, mean, deviation, running_mean, running_variance;
} Norm;

static Norm normalise(const Tensor *x, const Tensor *gamma, const Tensor *beta)
{
    Shape c = gamma->shape;
    Norm norm = {garbage(x->shape), garbage(c), garbage(c), filled(0, c), filled(1, c)};
    batch_norm_forward(&norm.y, &norm.mean, &norm.deviation, &norm.running_mean,
                       &norm.running_variance, x, gamma, beta, (Real)0.1, (Real)1e-5,
                       all(gamma, 0));
    return norm;
}

Test(kernels, batch_norm_gives_mean_beta_and_deviation_gamma)
{
    Tensor x = uniform(-1, 5, shape(6, 5, 7, 19)), gamma = uniform(0.5, 2, shape(19)),
           beta = any(shape(19));
    Norm norm = normalise(&x, &gamma, &beta);
    for (int c = 0; c < 19; c++) {
        double sum = 0, squares = 0, b = (double)reals(&beta)[c], g = (double)reals(&gamma)[c];
        for (int i = 0; i < 210; i++) {
            double d = (double)reals(&norm.y)[i * 19 + c] - b;
            sum += d, squares += d * d;
        }
        cr_assert(fabs(sum / 210) < 1e-5, "channel %d: mean %g off", c, sum / 210);
        cr_assert(fabs(sqrt(squares / 210) - g) < 1e-4, "channel %d: deviation %g, not %g", c,
                  sqrt(squares / 210), g);
    }
}

// All numbers of the channel equal, or only one of them: nothing to divide by but sqrt(epsilon).
Test(kernels, batch_norm_of_a_constant_channel)
{
    int rows[] = {7, 1};
    for (int k = 0; k < 2; k++) {
        Tensor x = filled(0.75, shape(rows[k], 3)), gamma = filled(2, shape(3)),
               beta = of(shape(3), -1, 0.5, 3);
        Norm norm = normalise(&x, &gamma, &beta);
        for (int i = 0; i < rows[k] * 3; i++)
            cr_assert(fabs((double)(reals(&norm.y)[i] - reals(&beta)[i % 3])) < 1e-3, "%g",
                      (double)reals(&norm.y)[i]);
        Tensor variance = filled((Real)0.9, shape(3)), dy = any(x.shape), dx = garbage(x.shape);
        Tensor dgamma = filled(0, shape(3)), dbeta = filled(0, shape(3)),
               sums = plain_column_sums(&dy);
        expect_close("running variance", &norm.running_variance, &variance, TOLERANCE);
        batch_norm_backward(&dx, &dgamma, &dbeta, &dy, &x, &gamma, &norm.mean, &norm.deviation,
                            all(&gamma, 0));
        expect_close("dbeta", &dbeta, &sums, TOLERANCE);
        cr_assert(isfinite(total(&dx)) && isfinite(total(&dgamma)));
    }
}

// Cut into ranges of channels it gives the same bits, and touches no channel outside.
Test(kernels, batch_norm_by_ranges_of_channels)
{
    Tensor x = any(shape(5, 3, 4, 37)), gamma = any(shape(37)), beta = any(shape(37)),
           dy = any(x.shape);
    Norm norm = normalise(&x, &gamma, &beta),
         part = {garbage(x.shape), garbage(shape(37)), garbage(shape(37)), filled(0, shape(37)),
                 filled(1, shape(37))};
    Tensor dx = garbage(x.shape), dgamma = filled(0, shape(37)), dbeta = filled(0, shape(37));
    Tensor dx2 = garbage(x.shape), dgamma2 = filled(0, shape(37)), dbeta2 = filled(0, shape(37));
    batch_norm_backward(&dx, &dgamma, &dbeta, &dy, &x, &gamma, &norm.mean, &norm.deviation,
                        all(&gamma, 0));
    for (int first = 0, step = 13; first < 37; first += step) {
        Range range = {first, first + step < 37 ? step : 37 - first};
        batch_norm_forward(&part.y, &part.mean, &part.deviation, &part.running_mean,
                           &part.running_variance, &x, &gamma, &beta, (Real)0.1, (Real)1e-5, range);
        batch_norm_backward(&dx2, &dgamma2, &dbeta2, &dy, &x, &gamma, &part.mean, &part.deviation,
                            range);
    }
    expect_same_bits("y", &part.y, &norm.y);
    expect_same_bits("running variance", &part.running_variance, &norm.running_variance);
    expect_same_bits("dx", &dx2, &dx);
    expect_same_bits("dgamma", &dgamma2, &dgamma);
    expect_same_bits("dbeta", &dbeta2, &dbeta);
}

/* ---- Small pieces -----------------------------------------------------------------------------*/

Test(kernels, sum_parts_stays_in_its_range)
{
    Tensor parts = any(shape(5, 41)), sum = filled(1, shape(50)), want = filled(1, shape(50));
    for (int i = 7; i < 30; i++)
        for (int p = 0; p < 5; p++) reals(&want)[i] += reals(&parts)[p * 41 + i];
    sum_parts(&sum, &parts, (Range){7, 23});
    expect_close("sum", &sum, &want, TOLERANCE);
}

// The mean is over `count`, which masked samples make smaller; a batch
// that is all masked has a mean of 0.
Test(kernels, mean_of_a_batch)
{
    Tensor losses = of(shape(5), 1, 0, 3.5, 0, 4.5), mean = garbage(shape(1)),
           want = of(shape(1), 3);
    mean_forward(&mean, &losses, 3);
    expect_same_bits("mean", &mean, &want);
    mean_forward(&mean, &losses, 0);
    cr_assert(reals(&mean)[0] == 0, "a mean over nothing: %g", (double)reals(&mean)[0]);
}

Test(kernels, add_may_write_over_an_input)
{
    Tensor a = any(shape(3, 37)), b = any(a.shape), y = garbage(a.shape), c = copy_of(&a),
           d = copy_of(&b);
    add_forward(&y, &a, &b);
    add_forward(&c, &c, &b);
    add_forward(&d, &a, &d);
    expect_same_bits("over a", &c, &y);
    expect_same_bits("over b", &d, &y);
}

// A column of 10000, 10001, … varies by little beside its mean; in the
// still one nothing may be left but beta.
Test(kernels, batch_norm_of_columns_far_from_zero)
{
    enum { ROWS = 5 };
    Tensor x = garbage(shape(ROWS, 2)), y = garbage(shape(ROWS, 2)),
           applied = garbage(shape(ROWS, 2));
    for (int i = 0; i < ROWS; i++) {
        reals(&x)[2 * i] = (Real)(10000 + i);
        reals(&x)[2 * i + 1] = (Real)10000.7;
    }
    Tensor gamma = of(shape(2), 1, 3), beta = of(shape(2), 0, (Real)0.25);
    Tensor mean = garbage(shape(2)), deviation = garbage(shape(2));
    Tensor running_mean = of(shape(2), 10002, (Real)10000.7), running_variance = of(shape(2), 2, 0);
    batch_norm_apply(&applied, &x, &gamma, &beta, &running_mean, &running_variance, 0);
    batch_norm_forward(&y, &mean, &deviation, &running_mean, &running_variance, &x, &gamma, &beta,
                       0, (Real)1e-5, (Range){0, 2});
    for (int i = 0; i < ROWS; i++) {
        double want = (i - 2) / sqrt(2);
        cr_assert(fabs((double)reals(&y)[2 * i] - want) < 1e-5, "%g", (double)reals(&y)[2 * i]);
        cr_assert(fabs((double)reals(&applied)[2 * i] - want) < 1e-6);
        cr_assert(fabs((double)reals(&y)[2 * i + 1] - 0.25) < 1e-5, "%g",
                  (double)reals(&y)[2 * i + 1]);
    }
}

// test_refusals.c: kernels abort where shapes do not fit, instead of
// reading or writing past an end.
#include "support.h"

TestSuite(refusals, .fini = free_tensors);

Test(refusals, linear, .signal = SIGABRT)
{
    expect_refusal("linear: y [3, 10] = x [3, 7] times w [6, 10]");
    Tensor x = any(shape(3, 7)), w = any(shape(6, 10)), y = garbage(shape(3, 10));
    linear_forward(&y, &x, &w, NULL, NULL, (Range){0, 10});
}

Test(refusals, max_pool, .signal = SIGABRT)
{
    expect_refusal("pool: y [3, 3, 2, 7] from x [3, 5, 4, 7] by 2 x 2");
    Tensor x = any(shape(3, 5, 4, 7)), y = garbage(shape(3, 3, 2, 7));
    max_pool2d_forward(&y, NULL, &x, (Window){2, 2, 2, 2, 0, 0});
}

// Widths add up and so do all numbers together, but a has more rows than y.
Test(refusals, concat_of_other_rows, .signal = SIGABRT)
{
    expect_refusal("concat: [4, 2] = [6, 1], [2, 1]");
    Tensor a = any(shape(6, 1)), b = any(shape(2, 1)), y = garbage(shape(4, 2));
    concat_forward(&y, &a, &b);
}

Test(refusals, a_bias_gradient_for_other_filters, .signal = SIGABRT)
{
    expect_refusal("conv2d: db [9] for 10 filters");
    Tensor x = any(shape(1, 3, 3, 2)), dy = any(shape(1, 2, 2, 10));
    Tensor dw = filled(0, shape(2, 2, 2, 10)), db = filled(0, shape(9));
    conv2d_backward_weights(&dw, &db, &dy, &x, (Window){2, 2, 1, 1, 0, 0});
}

Test(refusals, labels_of_another_batch, .signal = SIGABRT)
{
    expect_refusal("6 labels for probabilities [5, 3]");
    Tensor p = any(shape(5, 3)), dz = garbage(p.shape), label = exact_tensor(I32, shape(6));
    memset(label.data, 0, 6 * sizeof(int32_t));
    softmax_cross_entropy_backward(&dz, &p, &label, 1);
}

Test(refusals, softmax_of_another_gradient, .signal = SIGABRT)
{
    expect_refusal("a loss between [5, 3] and [5, 2]");
    Tensor p = any(shape(5, 3)), dz = garbage(p.shape), dp = any(shape(5, 2));
    softmax_backward(&dz, &dp, &p, 1);
}

Test(refusals, a_penalty_on_another_gradient, .signal = SIGABRT)
{
    expect_refusal("a loss between [4] and [5]");
    Tensor w = any(shape(5)), dw = filled(0, shape(4));
    l2_penalty_backward(&dw, &w, 1);
}

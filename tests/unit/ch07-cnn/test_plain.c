// The plain loops of chapter 7 are the specification: the library's kernels must agree with them.
#include "../../../chapters/ch07-cnn/lesson.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#ifndef REAL_IS_DOUBLE   // the lesson's loops are float

static Tensor random_tensor(Shape s, uint16_t source)
{
    Tensor t = tensor_new(CPU, REAL, s);
    for (size_t i = 0; i < tensor_count(&t); i++)
        reals(&t)[i] = (Real)random_normal((Stream){7, 0, FOR_LESSON, source}, i);
    return t;
}

static void check_close(const float *a, const Real *b, int count)
{
    double largest = 0, apart = 0;
    for (int i = 0; i < count; i++) {
        largest = fmax(largest, fabs(a[i]));
        apart = fmax(apart, fabs((double)a[i] - b[i]));
    }
    cr_assert_lt(apart, 1e-5 * largest, "apart by %g of %g", apart, largest);
}

static void compare_convolution(int height, int width, int channels, int filters, int size,
                                int stride, int padding)
{
    Window win = {size, size, stride, stride, padding, padding};
    int out_height = window_outputs(height, size, stride, padding),
        out_width = window_outputs(width, size, stride, padding);
    Tensor x = random_tensor(shape(1, height, width, channels), 1);
    Tensor w = random_tensor(shape(size, size, channels, filters), 2),
           b = random_tensor(shape(filters), 3);
    Tensor y = tensor_new(CPU, REAL, shape(1, out_height, out_width, filters));
    float *plain = allocate(tensor_count(&y), sizeof *plain);

    convolution_plain(plain, reals(&x), reals(&w), reals(&b), (Extent){height, width, channels},
                      filters, size, stride, padding);
    conv2d_forward(&y, &x, &w, &b, win, NULL);
    check_close(plain, reals(&y), (int)tensor_count(&y));

    free(plain);
    tensor_free(&x);
    tensor_free(&w);
    tensor_free(&b);
    tensor_free(&y);
}

Test(plain, convolution_agrees)
{
    compare_convolution(28, 28, 1, 32, 5, 1, 2);
    compare_convolution(14, 14, 32, 64, 5, 1, 2);
    compare_convolution(9, 11, 3, 10, 3, 2, 1);
    compare_convolution(7, 8, 5, 17, 4, 3, 0);
    compare_convolution(5, 5, 2, 1, 5, 1, 4);
}

// A 3 x 3 picture, a 2 x 2 filter that takes the difference along the diagonal.
Test(plain, convolution_by_hand)
{
    float x[9] = {1, 2, 3, 4, 5, 6, 7, 8, 10}, w[4] = {-1, 0, 0, 1}, b = 0.5f, y[4];
    convolution_plain(y, x, w, &b, (Extent){3, 3, 1}, 1, 2, 1, 0);
    float expected[4] = {4.5f, 4.5f, 4.5f, 5.5f};   // 5-1, 6-2, 8-4, 10-5, each + 0.5
    for (int i = 0; i < 4; i++) cr_assert_eq(y[i], expected[i]);
}

Test(plain, pooling_agrees)
{
    Tensor x = random_tensor(shape(1, 9, 8, 5), 4), y = tensor_new(CPU, REAL, shape(1, 4, 4, 5));
    float *plain = allocate(tensor_count(&y), sizeof *plain);
    max_pool_plain(plain, reals(&x), (Extent){9, 8, 5}, 2);
    max_pool2d_forward(&y, NULL, &x, (Window){2, 2, 2, 2, 0, 0});
    for (size_t i = 0; i < tensor_count(&y); i++) cr_assert_eq(plain[i], reals(&y)[i]);
    free(plain);
    tensor_free(&x);
    tensor_free(&y);
}

#endif

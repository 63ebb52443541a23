/* test_tools.c: views of a tensor against loops over their indices; GIFs read back by the library's
 * reader; the three products of matrices.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../../chapters/ch01-intro/gif.h"
#include "../../../chapters/ch01-intro/product.h"
#include "../../../chapters/ch01-intro/view.h"
#include "../../../common/data.h"
#include "../../../common/simd.h"
#include "../own_folder.h"

// ---- Views

static float numbers[24];

static View count_up(int rank, const int *size)
{
    for (int i = 0; i < 24; i++) numbers[i] = (float)i;
    return view_of(numbers, rank, size);
}

#define AT(view, ...) *view_at(view, (const int[]){__VA_ARGS__})

Test(views, are_the_same_numbers_otherwise)
{
    View v = count_up(3, (const int[]){2, 3, 4});
    View t = view_transposed(v, 0, 2), back = view_reversed(v, 1);
    View part = view_part(v, 2, 1, 2, 2);
    cr_assert(t.size[0] == 4 && t.size[1] == 3 && t.size[2] == 2);
    cr_assert(part.size[2] == 2);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 4; k++) {
                float x = (float)(12 * i + 4 * j + k);
                cr_assert(AT(v, i, j, k) == x && AT(t, k, j, i) == x);
                cr_assert(AT(back, i, 2 - j, k) == x);
                if (k % 2) cr_assert(AT(part, i, j, k / 2) == x);
            }
    AT(t, 3, 2, 1) = 99;
    cr_assert(numbers[23] == 99, "nothing is copied");
    cr_assert(view_sum(view_reversed(t, 0)) == view_sum(v));
}

Test(views, a_bias_goes_to_every_row)
{
    float bias[] = {10, 20, 30}, one = 5;
    View v = count_up(2, (const int[]){2, 3});
    view_add(v, view_of(bias, 1, (const int[]){3}));
    const float rows[] = {10, 21, 32, 13, 24, 35};
    for (int i = 0; i < 6; i++) cr_assert(numbers[i] == rows[i]);
    v = count_up(2, (const int[]){3, 2});
    view_add(v, view_of(bias, 2, (const int[]){3, 1}));
    const float columns[] = {10, 11, 22, 23, 34, 35};
    for (int i = 0; i < 6; i++) cr_assert(numbers[i] == columns[i]);
    view_add(v, view_of(&one, 0, NULL));
    for (int i = 0; i < 6; i++) cr_assert(numbers[i] == columns[i] + 5);
}

// ---- GIF

static uint8_t *noise(int height, int width, int levels, uint64_t seed)
{
    uint8_t *grey = malloc((size_t)(height * width));
    for (int i = 0; i < height * width; i++)
        grey[i] = (uint8_t)(255 / levels *
                            random_below((Stream){seed, 0, FOR_LESSON, 0}, (uint64_t)i,
                                         (uint32_t)levels + 1));
    return grey;
}

static void expect_read_back(int height, int width, int levels)
{
    uint8_t *grey = noise(height, width, levels, (uint64_t)(height + width));
    size_t length;
    uint8_t *gif = gif_bytes(&length, grey, height, width);
    char path[200];
    snprintf(path, sizeof path, "%s/picture.gif", folder);
    FILE *file = fopen(path, "wb");
    cr_assert(file && fwrite(gif, 1, length, file) == length);
    fclose(file);
    Tensor read;
    Error error = {0};
    cr_assert(image_read(&read, path, &error), "%d x %d: %s", height, width, error.message);
    cr_assert(read.shape.dim[0] == height && read.shape.dim[1] == width);
    cr_assert(memcmp(bytes(&read), grey, (size_t)(height * width)) == 0, "%d x %d, %d levels",
              height, width, levels);
    tensor_free(&read);
    free(gif);
    free(grey);
}

// Sizes at which codes grow from 9 to 12 bits, the dictionary is full and begins anew.
Test(gif, is_read_back, .init = make_folder, .fini = remove_folder)
{
    expect_read_back(1, 1, 255);
    for (int pixels = 250; pixels < 262; pixels++) expect_read_back(1, pixels, 255);
    for (int pixels = 760; pixels < 800; pixels += 3) expect_read_back(pixels, 1, 255);
    for (int pixels = 3800; pixels < 3860; pixels += 5) expect_read_back(1, pixels, 255);
    expect_read_back(200, 300, 255);
    expect_read_back(300, 200, 1);
    expect_read_back(300, 500, 5);
}

// ---- Products

Test(products, are_equal)
{
    enum { N = 6 * LANES };
    static float a[N * N], b[N * N], c[3][N * N];
    for (int i = 0; i < N * N; i++) {
        a[i] = (float)(i % 7 - 3);
        b[i] = (float)(i % 5 - 2);
    }
    for (int k = 0; k < 3; k++)
        for (int i = 0; i < N * N; i++) c[k][i] = NAN;
    product_plain((Product){N, c[0], a, b}, 0, N);
    for (int first = 0; first < N; first += N / 3) {
        product_blocked((Product){N, c[1], a, b}, first, N / 3);
        product_vectors((Product){N, c[2], a, b}, first, N / 3);
    }
    float sum = 0;
    for (int q = 0; q < N; q++) sum += a[N + q] * b[q * N + 2];
    cr_assert(c[0][N + 2] == sum);
    for (int i = 0; i < N * N; i++)
        cr_assert(c[1][i] == c[0][i] && c[2][i] == c[0][i], "%d: %g, %g, %g", i, (double)c[0][i],
                  (double)c[1][i], (double)c[2][i]);
}

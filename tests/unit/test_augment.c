// Moved, turned and scaled pictures: by no more than was asked for, and always by the same numbers.
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "../../common/data.h"

enum { N = 40, H = 20, W = 31 };

static const Stream stream = {.seed = 3, .step = 5, .purpose = FOR_AUGMENTATION};
static uint8_t before[N][H][W], after[N][H][W];

// A blurred dot of total weight 1000 around (row, column), so that its centre can be measured in
// fractions.
static void dot(uint8_t picture[H][W], int row, int column)
{
    for (int i = 0; i < H; i++) {
        for (int j = 0; j < W; j++) {
            double r2 = (i - row) * (i - row) + (j - column) * (j - column);
            picture[i][j] = (uint8_t)lround(160 * exp(-r2 / 2));
        }
    }
}

static void dots(int row, int column)
{
    for (int n = 0; n < N; n++) dot(before[n], row, column);
    memcpy(after, before, sizeof before);
}

static void run(Distortion d, uint64_t first)
{
    augment(&after[0][0][0], N, H, W, d, stream, first);
}

typedef struct Centre {
    double row, column, weight;
} Centre;

static Centre centre(uint8_t picture[H][W])
{
    Centre c = {0};
    for (int i = 0; i < H; i++) {
        for (int j = 0; j < W; j++) {
            c.row += i * picture[i][j];
            c.column += j * picture[i][j];
            c.weight += picture[i][j];
        }
    }
    return (Centre){c.row / c.weight, c.column / c.weight, c.weight};
}

Test(augment, nothing_asked_for_nothing_changed)
{
    for (int n = 0; n < N; n++) {
        for (int i = 0; i < H * W; i++) before[n][i / W][i % W] = (uint8_t)(n * 31 + i * 7);
    }
    memcpy(after, before, sizeof before);
    run((Distortion){0}, 0);
    cr_assert_arr_eq(after, before, sizeof before);
}

Test(augment, shifts_within_the_bound_and_to_all_sides)
{
    dots(9, 15);
    run((Distortion){.shift = 3}, 0);
    double least[2] = {9, 9}, most[2] = {-9, -9};
    for (int n = 0; n < N; n++) {
        Centre c = centre(after[n]);
        cr_assert_float_eq(c.weight, centre(before[n]).weight, 10, "rounding took %g", c.weight);
        double moved[2] = {c.row - 9, c.column - 15};
        for (int k = 0; k < 2; k++) {
            least[k] = fmin(least[k], moved[k]);
            most[k] = fmax(most[k], moved[k]);
        }
    }
    for (int k = 0; k < 2; k++) {
        cr_assert(least[k] > -3.05 && least[k] < -1.5, "axis %d moves by at least %g", k, least[k]);
        cr_assert(most[k] < 3.05 && most[k] > 1.5, "axis %d moves by at most %g", k, most[k]);
    }
}

// The middle of the picture is (9.5, 15); a dot 8 pixels to its right stays 8 pixels away.
Test(augment, turns_about_the_centre)
{
    dots(10, 23);
    run((Distortion){.turn = 30}, 0);
    double least = 90, most = -90;
    for (int n = 0; n < N; n++) {
        Centre c = centre(after[n]);
        double angle = atan2(c.row - 9.5, c.column - 15) - atan2(0.5, 8);
        cr_assert_float_eq(hypot(c.row - 9.5, c.column - 15), hypot(0.5, 8), 0.15);
        least = fmin(least, angle * 180 / M_PI);
        most = fmax(most, angle * 180 / M_PI);
    }
    cr_assert(least > -31 && least < -20 && most < 31 && most > 20, "turned by %g to %g degrees",
              least, most);
}

Test(augment, scales_about_the_centre)
{
    dots(10, 23);
    run((Distortion){.scale = (Real)0.25}, 0);
    double least = 9, most = 0;
    for (int n = 0; n < N; n++) {
        Centre c = centre(after[n]);
        double scale = (c.column - 15) / 8;
        cr_assert_float_eq((c.row - 9.5) / 0.5, scale, 0.2);
        cr_assert(c.weight > 900 * scale * scale && c.weight < 1100 * scale * scale,
                  "weight %g at scale %g", c.weight, scale);
        least = fmin(least, scale);
        most = fmax(most, scale);
    }
    cr_assert(least > 0.74 && least < 0.85 && most < 1.26 && most > 1.15, "scaled by %g to %g",
              least, most);
}

// A white picture that moves leaves a black edge, and no pixel wraps around.
Test(augment, outside_is_dark)
{
    memset(after, 255, sizeof after);
    run((Distortion){.shift = 4}, 0);
    for (int n = 0; n < N; n++) {
        cr_assert(after[n][H / 2][W / 2] == 255);
        double left = 0;
        for (int j = 0; j < W; j++) left += after[n][H / 2][j];
        cr_assert(left < 255 * W, "picture %d shows something where nothing was", n);
    }
}

// One call of 40 pictures, or one for each, or the later half alone: the same bytes.
Test(augment, depends_on_stream_and_picture_alone)
{
    Distortion d = {2, 15, (Real)0.1};
    static uint8_t whole[N][H][W];
    dots(7, 20);
    run(d, 100);
    memcpy(whole, after, sizeof whole);
    dots(7, 20);
    for (int n = N - 1; n >= 0; n--)
        augment(&after[n][0][0], 1, H, W, d, stream, 100 + (uint64_t)n);
    cr_assert_arr_eq(after, whole, sizeof whole);
    for (int n = 1; n < N; n++)
        cr_assert_arr_neq(whole[n], whole[0], sizeof whole[0], "picture %d is like the first", n);
    Stream next = stream;
    next.step++;
    dots(7, 20);
    augment(&after[0][0][0], N, H, W, d, next, 100);
    cr_assert_arr_neq(after, whole, sizeof whole);
}

/* ---- Moved by whole pixels --------------------------------------------------------------------*/

// Two pictures of 3 x 4 pixels of two bytes each, all different.
Test(augment, moved_pictures)
{
    int moves[][2] = {{0, 0}, {1, 0}, {0, 1}, {-1, 2}, {2, -3}, {0, 4}, {-3, 0}, {5, -7}};
    Tensor from = tensor_new(CPU, U8, shape(2, 3, 4, 2));
    for (int i = 0; i < 48; i++) bytes(&from)[i] = (uint8_t)(i + 1);
    for (int m = 0; m < 8; m++) {
        int down = moves[m][0], right = moves[m][1];
        Tensor to = moved_pictures(&from, down, right);
        for (int k = 0; k < 48; k++) {
            int n = k / 24, i = k / 8 % 3 - down, j = k / 2 % 4 - right;
            bool inside = i >= 0 && i < 3 && j >= 0 && j < 4;
            int want = inside ? bytes(&from)[((n * 3 + i) * 4 + j) * 2 + k % 2] : 0;
            cr_assert(bytes(&to)[k] == want, "moved by %d, %d: byte %d is %d, expected %d", down,
                      right, k, bytes(&to)[k], want);
        }
        tensor_free(&to);
    }
    tensor_free(&from);
}

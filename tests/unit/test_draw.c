// Pictures as text: two pixels a character, any sizes side by side.
#include <criterion/criterion.h>
#include <stdlib.h>

#include "../../common/draw.h"

static void draws(const Drawing *drawings, int count, int margin, const char *expected)
{
    char *text = drawing_text(drawings, count, margin);
    cr_expect_str_eq(text, expected);
    free(text);
}

Test(draw, the_mean_of_two_rows_is_a_shade)
{
    const uint8_t pixels[2 * 5] = {0, 40, 120, 200, 255, 0, 80, 120, 160, 255};
    draws(&(Drawing){2, 5, pixels}, 1, 0, " ░▒▓█\n");
}

Test(draw, the_last_of_an_odd_number_of_rows_stands_alone)
{
    const uint8_t pixels[3 * 2] = {255, 0, 255, 0, 0, 255};
    draws(&(Drawing){3, 2, pixels}, 1, 0, "█ \n █\n");
}

Test(draw, without_a_margin)
{
    const uint8_t pixels[4 * 3] = {255, 255, 255, 255, 0, 255, 255, 0, 255, 255, 255, 255};
    draws(&(Drawing){4, 3, pixels}, 1, 1, " \n");
    const uint8_t five[5 * 3] = {255, 255, 255, 255, 0,   255, 255, 0,
                                 255, 255, 255, 255, 255, 255, 255};
    draws(&(Drawing){5, 3, five}, 1, 1, " \n█\n");   // its last row's lower neighbour is margin
}

Test(draw, different_sizes_side_by_side)
{
    const uint8_t low[2] = {255, 255}, high[4 * 2] = {0, 255, 0, 255, 255, 0, 255, 0};
    const Drawing three[3] = {{2, 1, low}, {4, 2, high}, {1, 2, low}};
    draws(three, 3, 0, "█  █ ██\n  █    \n");
}

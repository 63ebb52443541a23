// Pictures of every format that a reader may bring, and every way in which one can be wrong.
#include <stb/stb_image_write.h>

#include "../../common/data.h"
#include "folder.h"

TestSuite(image, .init = make_folder, .fini = remove_folder);

static void shows(const char *path, int height, int width, const uint8_t *grey, int tolerance)
{
    Error e = {0};
    Tensor t;
    cr_assert(image_read(&t, path, &e), "%s", e.message);
    cr_assert(t.type == U8 && shape_equal(t.shape, shape(height, width)), "%s",
              shape_text(t.shape).text);
    for (int i = 0; i < height * width; i++) {
        cr_assert(abs(bytes(&t)[i] - grey[i]) <= tolerance, "pixel %d: %d, expected %d", i,
                  bytes(&t)[i], grey[i]);
    }
    tensor_free(&t);
}

static void refuses(const char *path, const char *why)
{
    Error e = {0};
    Tensor t;
    cr_assert(!image_read(&t, path, &e), "read a bad picture: %s", why);
    cr_assert(!present(&t));
    expect_error(&e, why);
}

static const uint8_t grey[6] = {0, 50, 100, 150, 200, 255};

Test(image, grey_png)
{
    const char *path = new_path("grey.png");
    cr_assert(stbi_write_png(path, 3, 2, 1, grey, 3));
    shows(path, 2, 3, grey, 0);
}

// Red, green, blue, white, black, grey 7: luminance 0.299, 0.587, 0.114.
static const uint8_t colours[18] = {255, 0,   0,   0, 255, 0, 0, 0, 255,
                                    255, 255, 255, 0, 0,   0, 7, 7, 7};
static const uint8_t luminances[6] = {77, 149, 29, 255, 0, 7};

Test(image, colour_becomes_luminance)
{
    const char *png = new_path("a.png"), *bmp = new_path("a.bmp");
    cr_assert(stbi_write_png(png, 2, 3, 3, colours, 6) && stbi_write_bmp(bmp, 2, 3, 3, colours));
    shows(png, 3, 2, luminances, 0);
    shows(bmp, 3, 2, luminances, 0);
}

// Black ink on nothing: without the white paper all of it would be black.
Test(image, transparent_lies_on_white)
{
    const uint8_t rgba[16] = {0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 51, 255, 0, 0, 255},
                  seen[4] = {255, 0, 204, 77};
    const char *path = new_path("rgba.png");
    cr_assert(stbi_write_png(path, 4, 1, 4, rgba, 16));
    shows(path, 1, 4, seen, 0);
    const uint8_t grey_alpha[6] = {0, 0, 100, 255, 100, 51}, seen_grey[3] = {255, 100, 224};
    path = new_path("ga.png");
    cr_assert(stbi_write_png(path, 1, 3, 2, grey_alpha, 2));
    shows(path, 3, 1, seen_grey, 0);
}

Test(image, jpeg)
{
    uint8_t pixels[16 * 24], *p = pixels;
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 24; j++) *p++ = (uint8_t)(8 * i + 5 * j);
    }
    const char *path = new_path("a.jpg");
    cr_assert(stbi_write_jpg(path, 24, 16, 1, pixels, 95));
    shows(path, 16, 24, pixels, 6);
}

// 3 x 2 pixels of four colours: black, white, red, grey 128.
static const uint8_t gif[] = {
    'G', 'I', 'F', '8', '9', 'a', 3, 0,    2,    0,    0x81, 0, 0,    0, 0,
    0,   255, 255, 255, 255, 0,   0, 128,  128,  128,  0x2c, 0, 0,    0, 0,
    3,   0,   2,   0,   0,   2,   4, 0x44, 0xa8, 0x31, 0x28, 0, 0x3b,
};

Test(image, gif)
{
    const uint8_t seen[6] = {0, 255, 77, 128, 255, 0};
    shows(write_file("a.gif", gif, sizeof gif), 2, 3, seen, 0);
}

Test(image, pgm)
{
    shows(write_text("a.pgm", "P5\n# a comment\n2 1\n255\nA "), 1, 2, (const uint8_t *)"A ", 0);
    const uint8_t seen[3] = {0, 128, 255};   // of a maximum of 4, 0, 2 and (too much) 9
    shows(write_file("b.pgm", "P5 3 1 4\n\0\2\11", 12), 1, 3, seen, 0);
}

Test(image, missing) { refuses("/no/digit.png", "/no/digit.png: No such file or directory"); }

Test(image, no_picture)
{
    const char *why =
        "a.png: Image not of any known type, or corrupt (expected PNG, JPEG, BMP, GIF or PGM)";
    refuses(write_text("a.png", "not a picture at all"), why);
    refuses(write_text("a.png", ""), why);
}

Test(image, truncated)
{
    const char *path = new_path("a.png");
    cr_assert(stbi_write_png(path, 3, 2, 1, grey, 3) &&
              truncate(path, file_length(path) - 20) == 0);
    Error e = {0};
    Tensor t;
    cr_assert(!image_read(&t, path, &e) && !present(&t));
    cr_assert(strncmp(said(&e), "a.png: ", 7) == 0 && strlen(said(&e)) > 8, "%s", e.message);
    refuses(write_text("a.pgm", "P5 2 2 255\nabc"), "a.pgm: truncated: 3 pixels, expected 2 x 2");
}

// The table of a JPEG's codes begins FF C4, two bytes of length, its number, 16 counts.
Test(image, jpeg_table_of_too_many_codes)
{
    const char *path = new_path("a.jpg");
    cr_assert(stbi_write_jpg(path, 3, 2, 1, grey, 90));
    uint8_t file[2048];
    FILE *f = fopen(path, "rb");
    size_t length = fread(file, 1, sizeof file, f), at = 0;
    fclose(f);
    while (file[at] != 0xFF || file[at + 1] != 0xC4) at++;
    memset(file + at + 5, 255, 16);
    refuses(write_file("b.jpg", file, length), "b.jpg: a JPEG table of more than 255 codes");
}

// A grey PNG's width and height stand at bytes 16 and 20, big-endian; stb_image does not check the
// CRC.
static void refuses_size(uint8_t width_high, uint8_t width_low, uint8_t height_high,
                         const char *why)
{
    const char *path = new_path("a.png");
    cr_assert(stbi_write_png(path, 3, 2, 1, grey, 3));
    uint8_t file[128];
    FILE *f = fopen(path, "rb");
    size_t length = fread(file, 1, sizeof file, f);
    fclose(f);
    file[18] = width_high, file[19] = width_low, file[22] = height_high;
    refuses(write_file("b.png", file, length), why);
}

Test(image, too_wide)
{
    refuses_size(0x27, 0x11, 0, "b.png: 10001 x 2 pixels, expected 1 … 10000 a side");
}

// 9728 x 9730 pixels in some 70 bytes: a reader that believes it would allocate 90 MB.
Test(image, more_pixels_than_the_file_can_hold)
{
    refuses_size(0x26, 0, 0x26, "b.png: 73 bytes cannot hold 9728 x 9730 pixels");
}

Test(image, pgm_headers)
{
    const char *headers[] = {"P5",
                             "P5 ",
                             "P5 3 2 255",
                             "P5 0 2 255\nabcdef",
                             "P5 10001 1 255\nabc",
                             "P5 3 2 65535\nabcdef",
                             "P5 -3 2 255\nabcdef",
                             "P5 99999999999999999999 2 255\nabc",
                             "P5 # no end",
                             "P5 3 2 255abcdefg"};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        refuses(write_text("a.pgm", headers[i]),
                "a.pgm: expected P5, width and height 1 … 10000, maximum 1 … 255");
        made_count--;
    }
    made_count = 1;
}

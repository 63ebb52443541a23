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

// A picture of noise, so that its bytes do not fit into fewer.
static size_t file_of(const char *kind, uint8_t *file, size_t most)
{
    enum { SIDE = 40 };
    uint8_t noise[SIDE * SIDE];
    uint32_t state = 1;
    for (int i = 0; i < SIDE * SIDE; i++) {
        state = state * 1664525 + 1013904223;
        noise[i] = (uint8_t)(state >> 24);
    }
    const char *path = new_path(kind);
    if (strcmp(kind, "a.bmp") == 0) cr_assert(stbi_write_bmp(path, SIDE, SIDE, 1, noise));
    if (strcmp(kind, "a.png") == 0) cr_assert(stbi_write_png(path, SIDE, SIDE, 1, noise, SIDE));
    if (strcmp(kind, "a.jpg") == 0) cr_assert(stbi_write_jpg(path, SIDE, SIDE, 1, noise, 90));
    FILE *f = fopen(path, "rb");
    size_t length = fread(file, 1, most, f);
    fclose(f);
    return length;
}

static void reads(const char *path)
{
    Error e = {0};
    Tensor t;
    cr_assert(image_read(&t, path, &e), "%s", e.message);
    tensor_free(&t);
}

static void refuses_cut(const uint8_t *file, size_t left)
{
    Error e = {0};
    Tensor t;
    remove_files();
    cr_assert(!image_read(&t, write_file("cut", file, left), &e), "read the first %zu bytes", left);
    cr_assert(!present(&t));
}

// Wherever a file is cut before its picture ends, it is refused; whole it is read.
Test(image, cut_anywhere)
{
    static uint8_t file[8192];
    static const char *const kinds[] = {"a.bmp", "a.png", "a.jpg"};
    for (int k = 0; k < 3; k++) {
        size_t length = file_of(kinds[k], file, sizeof file);
        reads(write_file("whole", file, length));
        for (size_t left = 1; left + 16 < length; left += 37) refuses_cut(file, left);
    }
    size_t end = sizeof gif - 1;   // behind the last piece; the trailer alone may be missing
    reads(write_file("whole", gif, end));
    for (size_t left = 1; left < end; left++) refuses_cut(gif, left);
}

// A palette of the picture's own, and a piece of words before it, are passed over.
Test(image, a_gif_with_words_and_two_palettes)
{
    static const uint8_t words[] = {0x21, 0xfe, 2, 'h', 'i', 0};
    uint8_t file[200];
    size_t before = 13 + 12, used = before;   // head and palette
    memcpy(file, gif, before);
    memcpy(file + used, words, sizeof words);
    used += sizeof words;
    memcpy(file + used, gif + before, 10);
    file[used + 9] = 0x81;
    used += 10;
    memcpy(file + used, gif + 13, 12);
    used += 12;
    memcpy(file + used, gif + before + 10, sizeof gif - before - 10);
    used += sizeof gif - before - 10;
    reads(write_file("whole", file, used));
    for (size_t left = 1; left + 1 < used; left++) refuses_cut(file, left);
}

// One of the oldest kind, with a head of 12 bytes and 24 bits a pixel: a row of 3 fills up to 12.
Test(image, an_old_bmp_that_is_cut)
{
    uint8_t file[26 + 2 * 12] = {'B', 'M', 0, 0, 0, 0, 0, 0, 0, 0, 26, 0, 0, 0,
                                 12,  0,   0, 0, 3, 0, 2, 0, 1, 0, 24, 0};
    reads(write_file("whole", file, sizeof file));
    for (size_t left = 26; left < sizeof file - 3; left++) refuses_cut(file, left);
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

// ---- Exif
// ------------------------------------------------------------------------------------------

// TIFF with one directory of two entries: some width, then the orientation. The bytes in either
// order.
static size_t tiff(uint8_t *out, int orientation, bool little)
{
    const int words[][2] = {{42, 2},  {8, 4}, {2, 2},      {0x100, 2}, {4, 2}, {1, 4}, {640, 4},
                            {0x112, 2}, {3, 2}, {1, 4}, {orientation, 2}, {0, 2}, {0, 4}};
    size_t length = 0;
    out[length++] = little ? 'I' : 'M';
    out[length++] = little ? 'I' : 'M';
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        int size = words[w][1];
        for (int i = 0; i < size; i++)
            out[length++] = (uint8_t)(words[w][0] >> 8 * (little ? i : size - 1 - i));
    }
    return length;
}

static size_t read_whole(const char *path, uint8_t *out, size_t most)
{
    FILE *f = fopen(path, "rb");
    size_t length = fread(out, 1, most, f);
    fclose(f);
    return length;
}

// The file at `path` with a part put in at byte `at`.
static const char *insert(const char *path, const char *name, size_t at, const uint8_t *part,
                          size_t size)
{
    static uint8_t file[8192];
    size_t length = read_whole(path, file, sizeof file - size);
    memmove(file + at + size, file + at, length - at);
    memcpy(file + at, part, size);
    return write_file(name, file, length + size);
}

static size_t app1(uint8_t *out, int orientation, bool little)
{
    size_t length = 10 + tiff(out + 10, orientation, little);
    memcpy(out, "\xFF\xE1\0\0Exif\0\0", 10);
    out[3] = (uint8_t)(length - 2);
    return length;
}

static size_t exif_chunk(uint8_t *out, int orientation,
                         bool little)   // its checksum is not looked at
{
    size_t length = tiff(out + 8, orientation, little);
    memcpy(out, "\0\0\0\0eXIf", 8);
    out[3] = (uint8_t)length;
    memset(out + 8 + length, 0, 4);
    return length + 12;
}

// The upright picture is 16 x 24 blocks of grey; stored[o] holds what a camera held as o says
// would store:
// the pixel that it puts at row r and column c is the upright one at (y, x).
static void stored(uint8_t *out, int orientation, int *height, int *width)
{
    bool lies = orientation >= 5;
    *height = lies ? 24 : 16, *width = lies ? 16 : 24;
    for (int r = 0; r < *height; r++)
        for (int c = 0; c < *width; c++) {
            int y, x;   // "row 0 is the visual top, column 0 the visual left side", and so on
            switch (orientation) {
            case 1: y = r, x = c; break;             // top, left
            case 2: y = r, x = 23 - c; break;        // top, right
            case 3: y = 15 - r, x = 23 - c; break;   // bottom, right
            case 4: y = 15 - r, x = c; break;        // bottom, left
            case 5: y = c, x = r; break;             // left, top
            case 6: y = c, x = 23 - r; break;        // right, top
            case 7: y = 15 - c, x = 23 - r; break;   // right, bottom
            default: y = 15 - c, x = r;              // left, bottom
            }
            out[r * *width + c] = (uint8_t)(10 * y + 4 * x);
        }
}

static void stands_upright(int orientation, bool little)
{
    uint8_t pixels[16 * 24], upright[16 * 24], part[128];
    int height, width;
    stored(upright, 1, &height, &width);
    stored(pixels, orientation, &height, &width);
    const char *jpeg = new_path("a.jpg"), *png = new_path("a.png");
    cr_assert(stbi_write_jpg(jpeg, width, height, 1, pixels, 95) &&
              stbi_write_png(png, width, height, 1, pixels, width));
    size_t size = app1(part, orientation, little);
    shows(insert(jpeg, "b.jpg", 2, part, size), 16, 24, upright, 8);
    size = exif_chunk(part, orientation, little);
    shows(insert(png, "b.png", 33, part, size), 16, 24, upright, 0);   // behind IHDR
    remove_files();
}

Test(image, exif_turns_and_mirrors)
{
    for (int orientation = 1; orientation <= 8; orientation++) {
        stands_upright(orientation, true);
        stands_upright(orientation, false);
    }
}

// Whatever bytes are lost or wrong, the picture is read as it lies; under the sanitizers, without a
// step outside.
Test(image, damaged_exif_is_none)
{
    uint8_t pixels[16 * 24], part[128];
    int height, width;
    stored(pixels, 1, &height, &width);
    const char *jpeg = new_path("a.jpg");
    cr_assert(stbi_write_jpg(jpeg, width, height, 1, pixels, 95));
    const struct { int place, value; } damage[] = {
        {10, 'X'}, {13, 0}, {14, 255}, {17, 200}, {19, 1}, {32, 0}, {34, 7}, {40, 9}, {41, 9}};
    for (size_t k = 0; k < sizeof damage / sizeof *damage; k++) {
        size_t size = app1(part, 3, false);
        part[damage[k].place] = (uint8_t)damage[k].value;
        shows(insert(jpeg, "b.jpg", 2, part, size), 16, 24, pixels, 8);
        unlink(made[--made_count]);
    }
}

// ---- Ink on nothing, and pictures that are too large
// -------------------------------------------------

// White ink, the colour under what is transparent being any; and ink that is a hole in white paper.
Test(image, white_ink_on_nothing_lies_on_black)
{
    const uint8_t ink[16] = {255, 255, 255, 255, 255, 255, 255, 0,
                             9,   200, 77,  0,   255, 255, 255, 51},
                  seen[4] = {255, 0, 0, 51};
    const char *path = new_path("ink.png");
    cr_assert(stbi_write_png(path, 4, 1, 4, ink, 16));
    shows(path, 1, 4, seen, 0);
    const uint8_t hole[6] = {255, 255, 255, 0, 250, 255}, seen_hole[3] = {255, 0, 250};
    path = new_path("hole.png");
    cr_assert(stbi_write_png(path, 1, 3, 2, hole, 2));
    shows(path, 3, 1, seen_hole, 0);
}

// Faint, but seen on white: nothing changes.
Test(image, all_transparent_is_white)
{
    const uint8_t nothing[8] = {0, 0, 0, 0, 200, 9, 200, 0}, seen[2] = {255, 255};
    const char *path = new_path("nothing.png");
    cr_assert(stbi_write_png(path, 2, 1, 4, nothing, 8));
    shows(path, 1, 2, seen, 0);
}

// The size stands in the header; a file of 800 kB can claim it honestly.
Test(image, more_bytes_than_a_picture_may_have)
{
    static uint8_t file[100000];
    const uint8_t tiny[8] = {0};
    const char *path = new_path("a.png");
    cr_assert(stbi_write_png(path, 1, 1, 4, tiny, 4));
    size_t length = read_whole(path, file, sizeof file);
    file[18] = 0x27, file[19] = 0x10, file[22] = 0x27, file[23] = 0x10, file[24] = 16;
    refuses(write_file("b.png", file, sizeof file > length ? sizeof file : length),
            "b.png: 10000 x 10000 pixels of 8 bytes, expected at most 160 million bytes");
}

// A BMP of negative height begins with its top row; each row takes a multiple of four bytes.
Test(image, a_bmp_whose_top_row_comes_first)
{
    uint8_t file[70] = {'B', 'M', 70, [10] = 54, [14] = 40, [18] = 2, [22] = 0xFE, 0xFF, 0xFF, 0xFF,
                        [26] = 1, [28] = 24};
    for (int i = 0; i < 4; i++)
        for (int c = 0; c < 3; c++) file[54 + i / 2 * 8 + i % 2 * 3 + c] = (uint8_t)(10 * (i + 1));
    FILE *f = fopen(new_path("top.bmp"), "wb");
    fwrite(file, 1, sizeof file, f);
    fclose(f);
    Tensor t;
    Error error = {0};
    cr_assert(image_read(&t, new_path("top.bmp"), &error), "%s", error.message);
    cr_assert(t.shape.dim[0] == 2 && t.shape.dim[1] == 2);
    for (int i = 0; i < 4; i++) cr_assert_eq(bytes(&t)[i], 10 * (i + 1), "%d", i);
    tensor_free(&t);
}

#include <ctype.h>
#include <stdlib.h>

#include "data.h"
#include "exif.h"
#include "file.h"
#include "picture_end.h"

// Sean Barrett's stb_image reads the formats; here it becomes part of this file alone.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_BMP
#define STBI_ONLY_GIF
#define STBI_NO_STDIO
#define STBI_FAILURE_USERMSG
#define STBI_MALLOC(size) calloc(1, size)   // it reads tables that a damaged file never gave
#define STBI_REALLOC(memory, size) realloc(memory, size)
#define STBI_FREE(memory) free(memory)
#pragma GCC diagnostic ignored "-Wunused-function"   // told at the end of this file, so not popped
#pragma GCC diagnostic push
#ifdef __clang__   // copying nothing to NULL, as an empty PNG chunk makes it do, harms nobody
#pragma clang attribute push(                                                                      \
    __attribute__((no_sanitize("pointer-overflow", "nonnull-attribute"))), apply_to = function)
#include <stb/stb_image.h>
#pragma clang attribute pop
#else
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <stb/stb_image.h>
#endif
#pragma GCC diagnostic pop

// No format here packs more pixels into a byte: PNG's best is 8 bits of 1032 bytes each. So a
// header that claims more lies, and gets no memory. stb_image takes up to three times the memory of
// the picture itself, which is why that has a limit too: 50 million pixels of a camera fit.
enum { LARGEST_FILE = 1 << 28, LARGEST_SIDE = 10000, PIXELS_A_BYTE = 8 * 1032 };
enum { LARGEST_PICTURE = 160 };   // million bytes

// What the eye sees of red, green and blue (ITU-R BT.601), in 256ths: a grey stays the same grey.
static int luminance(const uint8_t *rgb)
{
    return (77 * rgb[0] + 150 * rgb[1] + 29 * rgb[2] + 128) >> 8;
}

// One grey level of a pixel of 1 to 4 channels: grey, grey and alpha, colour, colour and alpha.
// Where it is transparent the ground shows.
static uint8_t grey_on(int ground, const uint8_t *pixel, int channels)
{
    int grey = channels < 3 ? pixel[0] : luminance(pixel);
    int alpha = channels % 2 ? 255 : pixel[channels - 1];
    return (uint8_t)((grey * alpha + ground * (255 - alpha) + 127) / 255);
}

// Returns how far the darkest and the lightest pixel are apart.
static int lay_on(int ground, uint8_t *grey, const uint8_t *pixels, size_t count, int channels)
{
    int darkest = 255, lightest = 0;
    for (size_t i = 0; i < count; i++) {
        grey[i] = grey_on(ground, pixels + i * (size_t)channels, channels);
        if (grey[i] < darkest) darkest = grey[i];
        if (grey[i] > lightest) lightest = grey[i];
    }
    return lightest - darkest;
}

// A transparent picture lies on white, as a browser's page is; but where hardly anything can be
// seen there, such as white ink, on black.
static void lay_on_paper(uint8_t *grey, const uint8_t *pixels, size_t count, int channels)
{
    enum { WHITE = 255, BLACK = 0, HARDLY = 64 };
    int on_white = lay_on(WHITE, grey, pixels, count, channels);
    if (channels % 2 || on_white >= HARDLY) return;
    if (lay_on(BLACK, grey, pixels, count, channels) <= on_white)
        lay_on(WHITE, grey, pixels, count, channels);
}

/* ---- Turning ---------------------------------------------------------------------------------*/

// Exif's orientations: 2, 4, 5 and 7 are mirrored, 3 is upside down, 5 to 8 lie on a side. Row i of
// the upright picture is, of the stored one, row or column i or counted from its end.
static void turn_upright(Tensor *picture, int orientation)
{
    if (orientation == 1) return;
    bool lies = orientation >= 5;
    bool from_below = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    bool from_right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    int stored_height = picture->shape.dim[0], stored_width = picture->shape.dim[1];
    int height = lies ? stored_width : stored_height, width = lies ? stored_height : stored_width;
    Tensor upright = tensor_new(CPU, U8, shape(height, width));
    uint8_t *to = bytes(&upright), *from = bytes(picture);
    for (int i = 0; i < height; i++)
        for (int j = 0; j < width; j++) {
            int row = from_below ? height - 1 - i : i, column = from_right ? width - 1 - j : j;
            *to++ = lies ? from[(size_t)column * stored_width + row]
                         : from[(size_t)row * stored_width + column];
        }
    tensor_free(picture);
    *picture = upright;
}

/* ---- JPEG: what stb_image 2.27 does not check ------------------------------------------------*/

// A Huffman table needs fewer than 256 codes. More are written behind the end of stb_image's table,
// and the 256th would have the number 255, which stands there for "no short code".
static bool codes_fit(const uint8_t *file, size_t length, size_t at, size_t end)
{
    while (at < end) {
        size_t codes = 0;
        for (size_t i = at + 1; i <= at + 16 && i < length; i++) codes += file[i];
        if (codes > 255) return false;
        at += 17 + codes;
    }
    return true;
}

// From marker to marker, 0xFF and a byte, as stb_image goes. Those without a segment are 0 (an 0xFF
// of the coded pixels), the restarts and the start; after the end or a bad length it reads no
// further.
static bool tables_fit(const uint8_t *file, size_t length)
{
    enum { STUFFED = 0, TABLES = 0xC4, RESTART = 0xD0, START = 0xD8, END = 0xD9 };
    for (size_t at = 0; at + 3 < length; at++) {
        int marker = file[at + 1];
        if (file[at] != 0xFF || marker == 0xFF || marker == STUFFED) continue;
        if (marker >= RESTART && marker <= START) continue;
        size_t segment = (size_t)file[at + 2] << 8 | file[at + 3];
        if (marker == END || segment < 2) return true;
        if (marker == TABLES && !codes_fit(file, length, at + 4, at + 2 + segment)) return false;
        at += 1 + segment;
    }
    return true;
}

/* ---- What stb_image reads --------------------------------------------------------------------*/

static bool sane_size(const uint8_t *file, size_t length, const char *path, Error *error)
{
    int width, height, channels;
    if (!stbi_info_from_memory(file, (int)length, &width, &height, &channels)) {
        return fail(error, "%s: %s (expected PNG, JPEG, BMP, GIF or PGM)", path,
                    stbi_failure_reason());
    }
    if (height < 0 && height > -LARGEST_SIDE) height = -height;   // a BMP whose top row comes first
    if (width < 1 || width > LARGEST_SIDE || height < 1 || height > LARGEST_SIDE) {
        return fail(error, "%s: %d x %d pixels, expected 1 … %d a side", path, width, height,
                    LARGEST_SIDE);
    }
    if ((size_t)width * (size_t)height / PIXELS_A_BYTE > length)
        return fail(error, "%s: %zu bytes cannot hold %d x %d pixels", path, length, width, height);
    int pixel = channels * (stbi_is_16_bit_from_memory(file, (int)length) ? 2 : 1);
    return (size_t)width * (size_t)height * (size_t)pixel <= (size_t)LARGEST_PICTURE * 1000000 ||
           fail(error, "%s: %d x %d pixels of %d bytes, expected at most %d million bytes", path,
                width, height, pixel, LARGEST_PICTURE);
}

static bool decode(Tensor *out, const uint8_t *file, size_t length, const char *path, Error *error)
{
    int width, height, channels;
    uint8_t *pixels = stbi_load_from_memory(file, (int)length, &width, &height, &channels, 0);
    if (!pixels) return fail(error, "%s: %s", path, stbi_failure_reason());
    *out = tensor_new(CPU, U8, shape(height, width));
    lay_on_paper(bytes(out), pixels, tensor_count(out), channels);
    stbi_image_free(pixels);
    turn_upright(out, exif_orientation(file, length));
    return true;
}

/* ---- PGM: "P5 width height maximum" and a blank, then one byte a pixel ------------------------*/

// A whole number from 1 to `most`, behind blanks and comments; 0 where there is none.
static int pgm_number(const uint8_t **at, const uint8_t *end, int most)
{
    const uint8_t *p = *at;
    while (p < end && (isspace(*p) || *p == '#')) {
        bool comment = *p == '#';
        while (comment && p + 1 < end && *p != '\n') p++;
        p++;
    }
    int number = 0;
    while (p < end && isdigit(*p) && number <= most) number = 10 * number + (*p++ - '0');
    *at = p;
    return number <= most ? number : 0;
}

static bool decode_pgm(Tensor *out, const uint8_t *at, const uint8_t *end, const char *path,
                       Error *error)
{
    int width = pgm_number(&at, end, LARGEST_SIDE), height = pgm_number(&at, end, LARGEST_SIDE);
    int maximum = pgm_number(&at, end, 255);
    if (!width || !height || !maximum || at == end || !isspace(*at++)) {
        return fail(error, "%s: expected P5, width and height 1 … %d, maximum 1 … 255", path,
                    LARGEST_SIDE);
    }
    size_t count = (size_t)width * (size_t)height, left = (size_t)(end - at);
    if (left < count)
        return fail(error, "%s: truncated: %zu pixels, expected %d x %d", path, left, width,
                    height);
    *out = tensor_new(CPU, U8, shape(height, width));
    for (size_t i = 0; i < count; i++) {
        int grey = at[i] < maximum ? at[i] : maximum;
        bytes(out)[i] = (uint8_t)((grey * 255 + maximum / 2) / maximum);
    }
    return true;
}

static bool decode_any(Tensor *out, const uint8_t *file, size_t length, const char *path,
                       Error *error)
{
    if (length >= 2 && file[0] == 'P' && file[1] == '5')
        return decode_pgm(out, file + 2, file + length, path, error);
    if (length > 0 && file[0] == 0xFF && !tables_fit(file, length))
        return fail(error, "%s: a JPEG table of more than 255 codes", path);
    if (!sane_size(file, length, path, error)) return false;
    if (picture_is_cut(file, length))
        return fail(error, "%s: truncated: %zu bytes end before the picture does", path, length);
    return decode(out, file, length, path, error);
}

bool image_read(Tensor *out, const char *path, Error *error)
{
    *out = (Tensor){0};
    uint8_t *file;
    size_t length;
    if (!file_read(path, &file, &length, LARGEST_FILE, error)) return false;
    bool good = decode_any(out, file, length, path, error);
    free(file);
    return good;
}

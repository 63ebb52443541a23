#include "picture_end.h"

#include <string.h>

/* ---- GIF: a head, a palette, then blocks until the first picture ------------------------------*/

enum { HEAD = 13, PALETTE = 0x80, EXTENSION = 0x21, PICTURE = 0x2C };

// The bytes of the palette that a byte of flags announces: 3 for each of 2^(1 + lowest three bits).
static size_t palette(int flags) { return flags & PALETTE ? (size_t)3 << (1 + (flags & 7)) : 0; }

// Behind pieces of up to 255 bytes, each led by its length, up to one of none; beyond the file
// where that one is missing.
static size_t behind_pieces(const uint8_t *file, size_t length, size_t at)
{
    while (at < length && file[at] > 0) at += 1 + (size_t)file[at];
    return at + 1;
}

static bool gif_is_cut(const uint8_t *file, size_t length)
{
    if (length < HEAD) return true;
    size_t at = HEAD + palette(file[10]);
    while (at < length && file[at] == EXTENSION) at = behind_pieces(file, length, at + 2);
    if (at >= length) return true;
    if (file[at] != PICTURE) return false;   // no GIF that anybody reads
    if (at + 9 >= length) return true;
    at += 10 + palette(file[at + 9]);
    return behind_pieces(file, length, at + 1) > length;
}

/* ---- BMP: its head says where the rows begin, and how many there are --------------------------*/

static uint32_t number(const uint8_t *at, int count)
{
    uint32_t sum = 0;
    for (int k = count - 1; k >= 0; k--) sum = sum << 8 | at[k];
    return sum;
}

static bool bmp_is_cut(const uint8_t *file, size_t length)
{
    enum { OLD_HEAD = 12 };
    if (length < 34) return true;
    bool old = number(file + 14, 4) == OLD_HEAD;
    uint64_t width = number(file + 18, old ? 2 : 4), bits = number(file + (old ? 24 : 28), 2);
    int64_t height = old ? (int64_t)number(file + 20, 2) : (int32_t)number(file + 22, 4);
    if (height < 0) height = -height;   // the top row comes first
    if (width == 0 || height == 0) return false;
    // Rows are filled up to whole words of four bytes; the last one need not be.
    uint64_t row = (width * bits + 31) / 32 * 4, last = (width * bits + 7) / 8;
    return number(file + 10, 4) + row * (uint64_t)(height - 1) + last > length;
}

bool picture_is_cut(const uint8_t *file, size_t length)
{
    if (length >= 6 && memcmp(file, "GIF8", 4) == 0) return gif_is_cut(file, length);
    if (length >= 2 && memcmp(file, "BM", 2) == 0) return bmp_is_cut(file, length);
    return false;
}

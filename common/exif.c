#include "exif.h"

#include <stdbool.h>
#include <string.h>

// A part of the file, in one of the two orders of bytes.
typedef struct Part {
    const uint8_t *at;
    size_t length;
    bool little;   // the lowest byte first
} Part;

// The number in `size` bytes at `place`; 0 past the end.
static uint32_t number(Part p, size_t place, size_t size)
{
    uint32_t value = 0;
    if (place > p.length || size > p.length - place) return 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | p.at[place + (p.little ? size - 1 - i : i)];
    return value;
}

static bool begins(Part p, size_t place, const char *text, size_t size)
{
    return place <= p.length && size <= p.length - place && memcmp(p.at + place, text, size) == 0;
}

// TIFF: the order of bytes, 42, where the first directory lies; there the count of its entries,
// each of 12 bytes: tag, type, count, value.
static int orientation_in_tiff(Part tiff)
{
    enum { ORIENTATION = 0x0112, SHORT = 3, ENTRY = 12 };
    tiff.little = begins(tiff, 0, "II", 2);
    if (!tiff.little && !begins(tiff, 0, "MM", 2)) return 1;
    if (number(tiff, 2, 2) != 42) return 1;
    size_t entry = (size_t)number(tiff, 4, 4);
    uint32_t count = number(tiff, entry, 2);
    entry += 2;
    for (uint32_t i = 0; i < count && entry < tiff.length; i++, entry += ENTRY) {
        if (number(tiff, entry, 2) != ORIENTATION || number(tiff, entry + 2, 2) != SHORT) continue;
        uint32_t value = number(tiff, entry + 8, 2);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

static Part part_of(Part file, size_t place, size_t length)
{
    size_t left = place < file.length ? file.length - place : 0;
    return (Part){file.at + file.length - left, length < left ? length : left, false};
}

// A JPEG begins with segments: 0xFF, a marker, the length in two bytes that count themselves.
static int orientation_in_jpeg(Part file)
{
    enum { APP1 = 0xE1, SCAN = 0xDA, NAME = 6 };
    for (size_t at = 2; number(file, at, 1) == 0xFF;) {
        uint32_t marker = number(file, at + 1, 1), length = number(file, at + 2, 2);
        if (marker == 0xFF) {   // one may stand before a marker, as filling
            at++;
            continue;
        }
        if (marker == SCAN || length < 2) return 1;
        if (marker == APP1 && length > 2 + NAME && begins(file, at + 4, "Exif\0", NAME))
            return orientation_in_tiff(part_of(file, at + 4 + NAME, length - 2 - NAME));
        at += 2 + length;
    }
    return 1;
}

// A PNG is 8 bytes and chunks: the length of the data, a name of four letters, the data, a
// checksum.
static int orientation_in_png(Part file)
{
    for (size_t at = 8; at + 8 < file.length;) {
        size_t length = number(file, at, 4);
        if (begins(file, at + 4, "eXIf", 4))
            return orientation_in_tiff(part_of(file, at + 8, length));
        at += 12 + length;
    }
    return 1;
}

int exif_orientation(const uint8_t *bytes, size_t length)
{
    Part file = {bytes, length, false};
    if (begins(file, 0, "\xFF\xD8", 2)) return orientation_in_jpeg(file);
    if (begins(file, 0, "\x89PNG", 4)) return orientation_in_png(file);
    return 1;
}

#include "gif.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"

typedef struct Bytes {
    uint8_t *at;
    size_t count, room;
} Bytes;

static void put(Bytes *b, int byte)
{
    CHECK(b->count < b->room, "a GIF of more than %zu bytes", b->room);
    b->at[b->count++] = (uint8_t)byte;
}

static void put_two(Bytes *b, int number)   // the lower byte first
{
    put(b, number & 255);
    put(b, number >> 8);
}

/* ---- Codes of 9 to 12 bits, in blocks of at most 255 bytes --------------*/

typedef struct Codes {
    Bytes *out;
    uint8_t block[255];
    int filled;
    uint32_t waiting;   // bits that are no byte yet, the oldest lowest
    int bits;
} Codes;

static void end_block(Codes *c)
{
    if (c->filled == 0) return;
    put(c->out, c->filled);
    for (int i = 0; i < c->filled; i++) put(c->out, c->block[i]);
    c->filled = 0;
}

static void put_bits(Codes *c, int code, int width)
{
    c->waiting |= (uint32_t)code << c->bits;
    for (c->bits += width; c->bits >= 8; c->bits -= 8) {
        c->block[c->filled++] = (uint8_t)c->waiting;
        c->waiting >>= 8;
        if (c->filled == 255) end_block(c);
    }
}

static void end_bits(Codes *c)
{
    if (c->bits > 0) put_bits(c, 0, 8 - c->bits);
    end_block(c);
    put(c->out, 0);   // a block of no bytes: the last
}

/* ---- The dictionary -----------------------------------------------------*/

// Code 0 … 255 is one pixel of that level; each later one is an earlier code
// and a pixel behind it. longer[code][level]: its code, or 0.
enum { CLEAR = 256, END = 257, FIRST = 258, MOST = 4096 };

typedef struct Dictionary {
    uint16_t longer[MOST][256];
    int next, width;   // the next free code; bits a code
} Dictionary;

static void dictionary_clear(Dictionary *d)
{
    memset(d->longer, 0, sizeof d->longer);
    d->next = FIRST;
    d->width = 9;
}

// The reader makes the same entry, one code later: so the width grows when
// the code that was just made would not fit.
static void dictionary_add(Dictionary *d, Codes *codes, int code, int level)
{
    d->longer[code][level] = (uint16_t)d->next;
    if (d->next == 1 << d->width) d->width++;
    if (++d->next < MOST) return;
    put_bits(codes, CLEAR, d->width);
    dictionary_clear(d);
}

static void put_pixels(Bytes *out, const uint8_t *grey, size_t count)
{
    Codes codes = {.out = out};
    Dictionary *d = allocate(1, sizeof *d);
    dictionary_clear(d);
    put_bits(&codes, CLEAR, d->width);
    int code = grey[0];
    for (size_t i = 1; i < count; i++) {
        int longer = d->longer[code][grey[i]];
        if (!longer) {
            put_bits(&codes, code, d->width);
            dictionary_add(d, &codes, code, grey[i]);
        }
        code = longer ? longer : grey[i];
    }
    put_bits(&codes, code, d->width);
    if (d->next == 1 << d->width && d->width < 12) d->width++;
    put_bits(&codes, END, d->width);
    end_bits(&codes);
    free(d);
}

/* ---- The file -----------------------------------------------------------*/

uint8_t *gif_bytes(size_t *length, const uint8_t *grey, int height, int width)
{
    size_t pixels = (size_t)height * (size_t)width;
    Bytes b = {.room = 2000 + 2 * pixels};
    b.at = allocate(b.room, 1);
    for (const char *c = "GIF89a"; *c; c++) put(&b, *c);
    put_two(&b, width);
    put_two(&b, height);
    put(&b, 0xF7);   // a palette of 256 colours follows
    put_two(&b, 0);
    for (int level = 0; level < 256; level++)
        for (int channel = 0; channel < 3; channel++) put(&b, level);
    put(&b, ',');   // one picture, at the top left, as large as all
    put_two(&b, 0);
    put_two(&b, 0);
    put_two(&b, width);
    put_two(&b, height);
    put(&b, 0);
    put(&b, 8);   // bits of a pixel
    put_pixels(&b, grey, pixels);
    put(&b, ';');
    *length = b.count;
    return b.at;
}

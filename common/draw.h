/* draw.h: pictures in the terminal, made of text: one character is two pixels, one above the other.
 *
 * Memory   drawing_text allocates; the caller frees it.
 * Errors   More pictures than MOST_DRAWN, or a margin that leaves nothing, are the caller's bug.
 */
#ifndef DRAW_H
#define DRAW_H

#include <stdint.h>

#include "app.h"

enum { MOST_DRAWN = 8 };

typedef struct Drawing {
    int height, width;
    const uint8_t *pixels;   // [height, width]: 0 is an empty place, 255 a full block
} Drawing;

// Pictures of any sizes side by side, a blank between two, each without `margin` pixels on every
// side. Lines end with a newline; where a picture is lower than another, blanks stand.
char *drawing_text(const Drawing *, int count, int margin);
void draw_pictures(const App *, const Drawing *, int count, int margin);   // not with --quiet
bool draws_live(const App *);   // is anybody looking: a terminal, and not --quiet
// What changes while one looks: on a terminal, over the pictures that were drawn here last, unless
// a line was printed since. In a pipe, and with --quiet, nothing.
void draw_live(const App *, const Drawing *, int count, int margin);

#endif

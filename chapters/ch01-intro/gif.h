/* gif.h: a picture in grey levels as a GIF: a palette of 256 greys, and the
 * pixels compressed by Lempel, Ziv and Welch's dictionary.
 *
 * Memory   gif_bytes allocates; the caller frees it.
 * Errors   None: every picture of 1 … 65535 pixels a side has a GIF.
 * Source   CompuServe 1990, Graphics Interchange Format, version 89a.
 */
#ifndef GIF_H
#define GIF_H

#include <stddef.h>
#include <stdint.h>

uint8_t *gif_bytes(size_t *length, const uint8_t *grey, int height,
                   int width);

#endif

/* picture_end.h: does a file hold all of its picture? Of a GIF or a BMP that was cut stb_image
 * reads what there is, leaves the rest as it comes, and says nothing. (A cut PNG or JPEG it
 * refuses.)
 *
 * Source   CompuServe 1990, Graphics Interchange Format, version 89a, sections 15 to 27; Microsoft,
 *          BITMAPFILEHEADER and BITMAPINFOHEADER.
 */
#ifndef PICTURE_END_H
#define PICTURE_END_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// true for a GIF whose first picture does not come to its end, and for a BMP whose last row is not
// all there; false for any other file. Never reads past the file's length.
bool picture_is_cut(const uint8_t *file, size_t length);

#endif

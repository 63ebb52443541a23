/* exif.h: how a camera held a picture when it took it.
 *
 * Cameras store the pixels as the sensor has them, and a number that says how to turn them. It
 * stands in the Exif data of a JPEG (segment APP1) or of a PNG (chunk eXIf); GIF, BMP and PGM have
 * no place for it.
 * Source   CIPA DC-008, Exif 3.0, 4.6.5.1; the PNG specification, third edition, 11.3.3.2.
 */
#ifndef EXIF_H
#define EXIF_H

#include <stddef.h>
#include <stdint.h>

// 1 … 8; 1, upright as it is, where the file says nothing or nothing that makes sense. Never reads
// past the file's length.
int exif_orientation(const uint8_t *file, size_t length);

#endif

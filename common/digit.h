/* digit.h: from a reader's own picture to the 28 x 28 bytes that a network
 * trained on MNIST expects.
 *
 * MNIST's digits are white on black, scaled to fit a box of 20 x 20 pixels,
 * and lie so that their centre of mass is in the middle of 28 x 28. A network
 * knows nothing else; a reader's picture is grey on grey, of any size,
 * anywhere, unevenly lit, and noisy. What is done about it is in digit.c.
 *
 * Source   LeCun, Cortes, Burges: The MNIST database,
 * http://yann.lecun.com/exdb/mnist
 */
#ifndef DIGIT_H
#define DIGIT_H

#include <stdint.h>

#include "plane.h"

// grey: height x width levels, row by row. Returns how many digits seem to be
// there, and writes the one with most ink. 0, and digit is left black, when
// the picture is blank or nothing in it stands out of its noise.
int digit_from_picture(uint8_t digit[28 * 28], const uint8_t *grey,
                       int height, int width);

// The same, with what lies between: picture.c shows it. The planes have
// height 0 when no ink is found; the caller frees them with stages_free.
typedef struct Stages {
    Plane ink, pen;   // from near, 0 to 1: as it was; as MNIST's pen writes
    uint8_t digit[28 * 28];
} Stages;

int digit_stages(Stages *, const uint8_t *grey, int height, int width);
void stages_free(Stages *);

#endif

/* receptive_field.h: how much of the picture one number of a deep layer sees.
 *
 * Layers   in the order in which the picture passes through them; each is a
 *          convolution or a pooling with windows of `size` pixels along this
 *          axis, which move by `stride`. Padding plays no part.
 * Result   in pixels along one axis
 */
#ifndef RECEPTIVE_FIELD_H
#define RECEPTIVE_FIELD_H

#include "exercise.h"

typedef struct Window {
    int size, stride;
} Window;

int receptive_field(const Window *layers, int depth);

#endif

/* encoder_private.h: what encoder.c and encoder_row.c share. */
#ifndef ENCODER_PRIVATE_H
#define ENCODER_PRIVATE_H

#include "encoder.h"

// The first levels of a column, as many as the line of an Error has room for.
typedef struct KnownLevels { char text[160]; } KnownLevels;
KnownLevels known_levels(const EncodedColumn *);

#endif

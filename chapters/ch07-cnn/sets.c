// Digits as an experiment wants them: some of them, moved, distorted.
#include "lesson.h"

Dataset blank(const Dataset *set)
{
    return (Dataset){.count = set->count,
                     .inputs = tensor_new(CPU, U8, set->inputs.shape),
                     .targets = set->targets};
}

Dataset moved(const Dataset *set, int down, int right)
{
    return (Dataset){.count = set->count,
                     .inputs = moved_pictures(&set->inputs, down, right),
                     .targets = set->targets};
}

void feed_digits(Node *image, const uint8_t *pixels, int count)
{
    Shape s = shape(count, SIDE, SIDE, 1);
    Tensor digits = tensor_view(CPU, U8, s, (void *)pixels);   // is only read
    feed(image, &digits);
}

void distort(Batch b, Distortion how, Chance chance)
{
    if (how.shift == 0 && how.turn == 0 && how.scale == 0) return;
    batch_augment(b, how, (uint16_t)chance);
}

void distort_as(Batch b, const void *distorted)
{
    const Distorted *d = distorted;
    distort(b, d->by, d->chance);
}

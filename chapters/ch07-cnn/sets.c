// Digits as an experiment wants them: some of them, moved, distorted.
#include "lesson.h"

Dataset first_of(const Dataset *set, int most)
{
    return dataset_first(set, set->count < most ? set->count : most);
}

// to(i, j) = from(i - down, j - right), and 0 where that is outside.
static void move(uint8_t *to, const uint8_t *from, int down, int right)
{
    for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < SIDE; j++) {
            int row = i - down, column = j - right;
            bool seen =
                row >= 0 && row < SIDE && column >= 0 && column < SIDE;
            to[i * SIDE + j] = seen ? from[row * SIDE + column] : 0;
        }
}

Dataset blank(const Dataset *set)
{
    return (Dataset){.count = set->count,
                     .inputs = tensor_new(CPU, U8, set->inputs.shape),
                     .targets = set->targets};
}

Dataset moved(const Dataset *set, int down, int right)
{
    Dataset to = blank(set);
    for (size_t n = 0; n < (size_t)set->count; n++)
        move(bytes(&to.inputs) + n * PIXELS,
             bytes(&set->inputs) + n * PIXELS, down, right);
    return to;
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
    Stream stream = {b.sampler->seed, (uint32_t)b.epoch, FOR_AUGMENTATION,
                     (uint16_t)chance};
    augment(bytes(&b.inputs), b.size, SIDE, SIDE, how, stream,
            (uint64_t)b.index * (uint64_t)b.sampler->batch);
}

void distort_as(Batch b, const void *distorted)
{
    const Distorted *d = distorted;
    distort(b, d->by, d->chance);
}

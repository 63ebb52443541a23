#include <stdlib.h>
#include <string.h>

#include "data.h"

void dataset_free(Dataset *set)
{
    tensor_free(&set->inputs);
    tensor_free(&set->targets);
    tensor_free(&set->lengths);
    *set = (Dataset){0};
}

static Tensor first_rows(const Tensor *samples, int count)
{
    return present(samples) ? tensor_rows(samples, 0, count) : (Tensor){0};
}

Dataset dataset_first(const Dataset *set, int most)
{
    CHECK(most >= 0, "the first %d samples", most);
    int count = set->count < most ? set->count : most;
    return (Dataset){count, first_rows(&set->inputs, count), first_rows(&set->targets, count),
                     first_rows(&set->lengths, count)};
}

// In bytes.
static size_t sample_size(const Tensor *samples)
{
    return sample_count(samples->shape) * type_size(samples->type);
}

// Room for n samples like these; absent where they are.
static Tensor room_for(const Tensor *samples, int n)
{
    if (!present(samples)) return (Tensor){0};
    return tensor_new(CPU, samples->type, shape_batch(n, shape_sample(samples->shape)));
}

Sampler *sampler_new(const Dataset *set, uint64_t seed, int batch)
{
    CHECK(batch > 0, "a batch of %d samples", batch);
    CHECK(set->inputs.device == CPU && set->targets.device == CPU && set->lengths.device == CPU,
          "a sampler reads the CPU's memory");
    Sampler *s = allocate(1, sizeof *s);
    *s = (Sampler){.set = set, .seed = seed, .batch = batch, .epoch = -1};
    s->order = allocate((size_t)set->count, sizeof *s->order);
    s->gathered = (Dataset){batch, room_for(&set->inputs, batch), room_for(&set->targets, batch),
                            room_for(&set->lengths, batch)};
    return s;
}

void sampler_free(Sampler *s)
{
    if (!s) return;
    free(s->order);
    dataset_free(&s->gathered);
    free(s);
}

// Rounded up; written so that no batch is too large for an int.
int sampler_batches(const Sampler *s)
{
    return s->set->count / s->batch + (s->set->count % s->batch != 0);
}

// The order is made when an epoch's first batch is asked for, whichever that is.
static void shuffle(Sampler *s, int epoch)
{
    if (s->epoch == epoch) return;
    Stream stream = {.seed = s->seed, .step = (uint32_t)epoch, .purpose = FOR_ORDER};
    random_order(stream, s->order, s->set->count);
    s->epoch = epoch;
}

// The first n rows of `room`, filled with these samples in this order;
// absent where the samples are.
static Tensor gather(const Tensor *room, const Tensor *samples, const int *order, int n)
{
    if (!present(samples)) return (Tensor){0};
    size_t size = sample_size(samples);
    for (int i = 0; i < n; i++)
        memcpy((char *)room->data + (size_t)i * size,
               (const char *)samples->data + (size_t)order[i] * size, size);
    return tensor_rows(room, 0, n);
}

Batch sampler_batch(Sampler *s, int epoch, int index)
{
    CHECK(epoch >= 0 && index >= 0, "batch %d of epoch %d", index, epoch);
    Batch b = {.sampler = s, .epoch = epoch, .index = index};
    if (index >= sampler_batches(s)) return b;
    int first = index * s->batch, left = s->set->count - first;
    b.size = left < s->batch ? left : s->batch;
    shuffle(s, epoch);
    const int *order = s->order + first;
    b.inputs = gather(&s->gathered.inputs, &s->set->inputs, order, b.size);
    b.targets = gather(&s->gathered.targets, &s->set->targets, order, b.size);
    b.lengths = gather(&s->gathered.lengths, &s->set->lengths, order, b.size);
    return b;
}

Batch next_batch(Batch b) { return sampler_batch(b.sampler, b.epoch, b.index + 1); }

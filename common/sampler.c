#include <stdlib.h>
#include <string.h>

#include "data.h"

void dataset_free(Dataset *set)
{
    tensor_free(&set->inputs);
    tensor_free(&set->targets);
    *set = (Dataset){0};
}

Dataset dataset_first(const Dataset *set, int count)
{
    CHECK(count >= 0 && count <= set->count, "the first %d of %d samples", count, set->count);
    return (Dataset){count, tensor_rows(&set->inputs, 0, count),
                     tensor_rows(&set->targets, 0, count)};
}

static size_t sample_size(const Tensor *samples)
{
    return shape_count(shape_sample(samples->shape)) * type_size(samples->type);
}

Sampler *sampler_new(const Dataset *set, uint64_t seed, int batch)
{
    CHECK(batch > 0, "a batch of %d samples", batch);
    CHECK(set->inputs.device == CPU && set->targets.device == CPU,
          "a sampler reads the CPU's memory");
    Sampler *s = allocate(1, sizeof *s);
    *s = (Sampler){.set = set, .seed = seed, .batch = batch, .epoch = -1};
    s->order = allocate((size_t)set->count, sizeof *s->order);
    s->inputs = allocate((size_t)batch, sample_size(&set->inputs));
    s->targets = allocate((size_t)batch, sample_size(&set->targets));
    return s;
}

void sampler_free(Sampler *s)
{
    if (!s) return;
    free(s->order);
    free(s->inputs);
    free(s->targets);
    free(s);
}

// Rounded up; written so that no batch is too large for an int.
int sampler_batches(const Sampler *s)
{
    return s->set->count / s->batch + (s->set->count % s->batch != 0);
}

static void shuffle(Sampler *s, int epoch)
{
    if (s->epoch == epoch) return;
    Stream stream = {.seed = s->seed, .step = (uint32_t)epoch, .purpose = FOR_ORDER};
    random_order(stream, s->order, s->set->count);
    s->epoch = epoch;
}

static void gather(void *out, const Tensor *samples, const int *order, int n)
{
    size_t size = sample_size(samples);
    const char *from = samples->data;
    for (int i = 0; i < n; i++)
        memcpy((char *)out + (size_t)i * size, from + (size_t)order[i] * size, size);
}

Batch sampler_batch(Sampler *s, int epoch, int index)
{
    CHECK(epoch >= 0 && index >= 0, "batch %d of epoch %d", index, epoch);
    Batch b = {
        .sampler = s, .epoch = epoch, .index = index, .inputs = s->inputs, .targets = s->targets};
    if (index >= sampler_batches(s)) return b;
    int first = index * s->batch, left = s->set->count - first;
    b.size = left < s->batch ? left : s->batch;
    shuffle(s, epoch);
    gather(b.inputs, &s->set->inputs, s->order + first, b.size);
    gather(b.targets, &s->set->targets, s->order + first, b.size);
    return b;
}

Batch next_batch(Batch b) { return sampler_batch(b.sampler, b.epoch, b.index + 1); }

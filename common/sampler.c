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
                     first_rows(&set->lengths, count), set->steps};
}

Dataset dataset_text(const Tensor *symbols, int steps)
{
    int length = symbols->shape.dim[0];
    CHECK(symbols->type == I32 && symbols->shape.rank == 1 && steps > 0,
          "a text %s in windows of %d", shape_text(symbols->shape).text, steps);
    int count = length > 0 ? length - 1 : 0;
    return (Dataset){.count = count,
                     .inputs = tensor_rows(symbols, 0, count),
                     .targets = tensor_rows(symbols, length - count, count),
                     .steps = steps};
}

// In bytes.
static size_t sample_size(const Tensor *samples)
{
    return sample_count(samples->shape) * type_size(samples->type);
}

// Room for n samples like these, or n windows of them; absent where they are.
static Tensor room_for(const Tensor *samples, int n, int steps)
{
    if (!present(samples)) return (Tensor){0};
    Shape s = shape_sample(samples->shape);
    return tensor_new(CPU, samples->type, shape_batch(n, steps > 0 ? shape_batch(steps, s) : s));
}

static void sequence_prepare(Sampler *s)
{
    CHECK(s->set->targets.type == I32 && !present(&s->set->lengths),
          "a sequence has targets of type I32 and no lengths");
    s->gathered.lengths = tensor_new(CPU, I32, shape(s->batch));
}

Sampler *sampler_new(const Dataset *set, uint64_t seed, int batch)
{
    CHECK(batch > 0, "a batch of %d samples", batch);
    CHECK(set->inputs.device == CPU && set->targets.device == CPU && set->lengths.device == CPU,
          "a sampler reads the CPU's memory");
    Sampler *s = allocate(1, sizeof *s);
    *s = (Sampler){.set = set, .seed = seed, .batch = batch, .epoch = -1};
    if (set->steps == 0) s->order = allocate((size_t)set->count, sizeof *s->order);
    s->gathered = (Dataset){.count = batch,
                            .inputs = room_for(&set->inputs, batch, set->steps),
                            .targets = room_for(&set->targets, batch, set->steps),
                            .lengths = room_for(&set->lengths, batch, 0)};
    if (set->steps > 0) sequence_prepare(s);
    return s;
}

void sampler_free(Sampler *s)
{
    if (!s) return;
    free(s->order);
    dataset_free(&s->gathered);
    free(s);
}

// Written so that no batch is too large for an int.
static int rounded_up(int count, int by) { return count / by + (count % by != 0); }

// Of one long sequence: the windows of the longest stretch.
int sampler_batches(const Sampler *s)
{
    int rows = rounded_up(s->set->count, s->batch);
    return s->set->steps > 0 ? rounded_up(rows, s->set->steps) : rows;
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

static void shuffled_batch(Sampler *s, Batch *b)
{
    int first = b->index * s->batch, left = s->set->count - first;
    b->size = left < s->batch ? left : s->batch;
    shuffle(s, b->epoch);
    const int *order = s->order + first;
    b->inputs = gather(&s->gathered.inputs, &s->set->inputs, order, b->size);
    b->targets = gather(&s->gathered.targets, &s->set->targets, order, b->size);
    b->lengths = gather(&s->gathered.lengths, &s->set->lengths, order, b->size);
}

// Row `row` of the room: samples first, first + 1, …, then bytes of `rest`.
static void copy_window(const Tensor *room, int row, const Tensor *samples, int first, int count,
                        int rest)
{
    size_t size = sample_size(samples), steps = (size_t)room->shape.dim[1];
    char *to = (char *)room->data + (size_t)row * steps * size;
    memcpy(to, (const char *)samples->data + (size_t)first * size, (size_t)count * size);
    memset(to + (size_t)count * size, rest, (steps - (size_t)count) * size);
}

// Row r of the batch goes through samples r count / rows … (r + 1) count / rows - 1.
static void next_windows(Sampler *s, Batch *b)
{
    const Dataset *set = s->set;
    int64_t done = (int64_t)b->index * set->steps;
    b->size = s->batch;
    for (int r = 0; r < s->batch; r++) {
        int64_t first = (int64_t)set->count * r / s->batch + done,
                left = (int64_t)set->count * (r + 1) / s->batch - first;
        int count = left <= 0 ? 0 : left < set->steps ? (int)left : set->steps;
        int from = count > 0 ? (int)first : 0;
        copy_window(&s->gathered.inputs, r, &set->inputs, from, count, 0);
        copy_window(&s->gathered.targets, r, &set->targets, from, count, 0xFF);   // -1
        ints(&s->gathered.lengths)[r] = count;
    }
    b->inputs = s->gathered.inputs;
    b->targets = s->gathered.targets;
    b->lengths = s->gathered.lengths;
}

Batch sampler_batch(Sampler *s, int epoch, int index)
{
    CHECK(epoch >= 0 && index >= 0, "batch %d of epoch %d", index, epoch);
    Batch b = {.sampler = s, .epoch = epoch, .index = index};
    if (index >= sampler_batches(s)) return b;
    if (s->set->steps > 0) next_windows(s, &b);
    else shuffled_batch(s, &b);
    return b;
}

Batch next_batch(Batch b) { return sampler_batch(b.sampler, b.epoch, b.index + 1); }

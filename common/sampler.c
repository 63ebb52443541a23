#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "device.h"

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

// Room for a batch of the set.
static Dataset room_for_batch(const Dataset *set, int batch)
{
    Dataset room = {.count = batch,
                    .inputs = room_for(&set->inputs, batch, set->steps),
                    .targets = room_for(&set->targets, batch, set->steps),
                    .lengths = room_for(&set->lengths, batch, 0)};
    if (set->steps > 0) room.lengths = tensor_new(CPU, I32, shape(batch));
    return room;
}

// A whole window each. Where rows are cut there is another room, so these stay.
static void sequence_prepare(Sampler *s)
{
    CHECK(s->set->targets.type == I32 && !present(&s->set->lengths),
          "a sequence has targets of type I32 and no lengths");
    for (int r = 0; r < s->batch; r++) ints(&s->gathered.lengths)[r] = s->set->steps;
    s->cut = room_for_batch(s->set, s->batch);
}

Sampler *sampler_new(const Dataset *set, uint64_t seed, int batch)
{
    CHECK(batch > 0, "a batch of %d samples", batch);
    CHECK(set->inputs.device == CPU && set->targets.device == CPU && set->lengths.device == CPU,
          "a sampler reads the CPU's memory");
    Sampler *s = allocate(1, sizeof *s);
    *s = (Sampler){.set = set, .seed = seed, .batch = batch, .epoch = -1, .from = *set};
    s->gathered = room_for_batch(set, batch);
    if (set->steps > 0) sequence_prepare(s);
    else s->order = allocate((size_t)set->count, sizeof *s->order);
    return s;
}

void sampler_free(Sampler *s)
{
    if (!s) return;
    Tensor *from[] = {&s->from.inputs, &s->from.targets, &s->from.lengths};
    for (int i = 0; i < 3; i++)
        if (from[i]->device != CPU) tensor_free(from[i]);
    tensor_free(&s->order_there);
    dataset_free(&s->gathered);
    dataset_free(&s->cut);
    free(s->order);
    free(s);
}

/* ---- Sending ----------------------------------------------------------------------------------*/

// What feed() must see in the CPU's memory stays there.
static bool may_be_sent(const Tensor *samples)
{
    if (samples->type != I32) return true;
    for (size_t i = 0; i < tensor_count(samples); i++)
        if (ints(samples)[i] < 0) return false;
    return true;
}

static Tensor copy_on(Device device, const Tensor *t)
{
    Tensor copy = tensor_new(device, t->type, t->shape);
    if (tensor_count(t)) tensor_copy(&copy, t);
    return copy;
}

static void replace(Tensor *old, Tensor new)
{
    tensor_free(old);
    *old = new;
}

// One part of the set, and the room that batches of it are gathered in.
static void send(Tensor *from, Tensor *room, Device device)
{
    if (!present(from) || !may_be_sent(from)) return;
    *from = copy_on(device, from);
    replace(room, tensor_new(device, room->type, room->shape));
}

// In bytes, with the order of an epoch.
static size_t set_size(const Dataset *set)
{
    const Tensor *part[] = {&set->inputs, &set->targets, &set->lengths};
    size_t size = (size_t)set->count * sizeof(int32_t);
    for (int i = 0; i < 3; i++)
        if (present(part[i])) size += tensor_count(part[i]) * type_size(part[i]->type);
    return size;
}

bool sampler_send(Sampler *s, Device device)
{
    size_t (*room)(void) = backend(device)->room;
    CHECK(s->from.inputs.device == CPU, "a set is sent once");
    if (device == CPU) return true;
    if (room && set_size(s->set) > room() / 2) return false;
    send(&s->from.inputs, &s->gathered.inputs, device);
    send(&s->from.targets, &s->gathered.targets, device);
    send(&s->from.lengths, &s->gathered.lengths, device);
    if (s->order) s->order_there = tensor_new(device, I32, shape(s->set->count));
    else replace(&s->gathered.lengths, copy_on(device, &s->gathered.lengths));
    s->epoch = -1;   // whose order is not there yet
    return true;
}

/* ---- Batches ----------------------------------------------------------------------------------*/

// Written so that no batch is too large for an int.
static int rounded_up(int count, int by) { return count / by + (count % by != 0); }

// Of one long sequence: the windows of the longest stretch.
int sampler_batches(const Sampler *s)
{
    int rows = rounded_up(s->set->count, s->batch);
    return s->set->steps > 0 ? rounded_up(rows, s->set->steps) : rows;
}

static Tensor order_of(const Sampler *s)
{
    return tensor_view(CPU, I32, shape(s->set->count), s->order);
}

// The order is made when an epoch's first batch is asked for, whichever that is.
static void shuffle(Sampler *s, int epoch)
{
    if (s->epoch == epoch) return;
    Stream stream = {.seed = s->seed, .step = (uint32_t)epoch, .purpose = FOR_ORDER};
    random_order(stream, s->order, s->set->count);
    s->epoch = epoch;
    Tensor order = order_of(s);
    if (present(&s->order_there)) tensor_copy(&s->order_there, &order);
}

// The first n rows of `room`, filled with samples from the place `first` of the order on;
// absent where the samples are.
static Tensor gather(const Sampler *s, const Tensor *room, const Tensor *samples, int first, int n)
{
    if (!present(samples)) return (Tensor){0};
    Tensor rows = tensor_rows(room, 0, n), order = order_of(s);
    gather_rows(&rows, samples, samples->device == CPU ? &order : &s->order_there,
                (Offset){(uint64_t)first});
    return rows;
}

static void shuffled_batch(Sampler *s, Batch *b)
{
    int first = b->index * s->batch, left = s->set->count - first;
    b->size = left < s->batch ? left : s->batch;
    shuffle(s, b->epoch);
    b->inputs = gather(s, &s->gathered.inputs, &s->from.inputs, first, b->size);
    b->targets = gather(s, &s->gathered.targets, &s->from.targets, first, b->size);
    b->lengths = gather(s, &s->gathered.lengths, &s->from.lengths, first, b->size);
}

// Every row has `steps` samples left.
static void whole_windows(Sampler *s, Batch *b, int64_t done)
{
    Offset start = {(uint64_t)done};
    gather_windows(&s->gathered.inputs, &s->from.inputs, start);
    gather_windows(&s->gathered.targets, &s->from.targets, start);
    b->inputs = s->gathered.inputs;
    b->targets = s->gathered.targets;
    b->lengths = s->gathered.lengths;
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

// Some have less, or nothing.
static void cut_windows(Sampler *s, Batch *b, int64_t done)
{
    const Dataset *set = s->set;
    for (int r = 0; r < s->batch; r++) {
        int64_t first = (int64_t)set->count * r / s->batch + done,
                left = (int64_t)set->count * (r + 1) / s->batch - first;
        int count = left <= 0 ? 0 : left < set->steps ? (int)left : set->steps;
        int from = count > 0 ? (int)first : 0;
        copy_window(&s->cut.inputs, r, &set->inputs, from, count, 0);
        copy_window(&s->cut.targets, r, &set->targets, from, count, 0xFF);   // -1
        ints(&s->cut.lengths)[r] = count;
    }
    b->inputs = s->cut.inputs;
    b->targets = s->cut.targets;
    b->lengths = s->cut.lengths;
}

// Row r of the batch goes through samples r count / rows … (r + 1) count / rows - 1; the shortest
// of these stretches has count / rows.
static void next_windows(Sampler *s, Batch *b)
{
    int64_t done = (int64_t)b->index * s->set->steps;
    b->size = s->batch;
    if (s->set->count / s->batch - done >= s->set->steps) whole_windows(s, b, done);
    else cut_windows(s, b, done);
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

// The order of a training set: each sample once an epoch, the same for the same seed and epoch.
#include <criterion/criterion.h>
#include <string.h>

#include "../../common/data.h"

enum { COUNT = 23, BATCH = 5 };

static Dataset set;

// Sample i is the two bytes i, 2i and the target 100 + i.
static void make_set(void)
{
    set = (Dataset){.count = COUNT,
                    .inputs = tensor_new(CPU, U8, shape(COUNT, 1, 2)),
                    .targets = tensor_new(CPU, I32, shape(COUNT))};
    for (int i = 0; i < COUNT; i++) {
        bytes(&set.inputs)[2 * i] = (uint8_t)i;
        bytes(&set.inputs)[2 * i + 1] = (uint8_t)(2 * i);
        ints(&set.targets)[i] = 100 + i;
    }
}
static void free_set(void) { dataset_free(&set); }

TestSuite(sampler, .init = make_set, .fini = free_set);

// Which samples a batch holds; input and target must belong together.
static int samples_of(Batch b, int *sample)
{
    const uint8_t *x = bytes(&b.inputs);
    const int32_t *t = ints(&b.targets);
    for (int i = 0; i < b.size; i++) {
        sample[i] = x[2 * i];
        cr_assert(x[2 * i + 1] == 2 * x[2 * i] && t[i] == 100 + x[2 * i],
                  "sample %d of the batch is mixed up", i);
    }
    return b.size;
}

static int epoch_order(Sampler *s, int epoch, int *order)
{
    int count = 0;
    for (Batch b = sampler_batch(s, epoch, 0); b.size > 0; b = next_batch(b))
        count += samples_of(b, order + count);
    return count;
}

Test(sampler, each_sample_once_an_epoch)
{
    Sampler *s = sampler_new(&set, 1, BATCH);
    for (int epoch = 1; epoch <= 4; epoch++) {
        int order[COUNT + BATCH], seen[COUNT] = {0};
        cr_assert(epoch_order(s, epoch, order) == COUNT);
        for (int i = 0; i < COUNT; i++) seen[order[i]]++;
        for (int i = 0; i < COUNT; i++)
            cr_assert(seen[i] == 1, "epoch %d shows sample %d %d times", epoch, i, seen[i]);
    }
    sampler_free(s);
}

Test(sampler, same_seed_and_epoch_same_order)
{
    int first[COUNT], second[COUNT];
    Sampler *a = sampler_new(&set, 7, BATCH), *b = sampler_new(&set, 7, 4);
    epoch_order(a, 3, first);
    epoch_order(b, 1, second);
    epoch_order(b, 3, second);
    cr_assert_arr_eq(first, second, sizeof first,
                     "the order depends on the batch, or on epochs before");
    sampler_free(a);
    sampler_free(b);
}

Test(sampler, other_epoch_or_seed_other_order)
{
    int first[COUNT], second[COUNT], other[COUNT];
    Sampler *a = sampler_new(&set, 7, BATCH), *b = sampler_new(&set, 8, BATCH);
    epoch_order(a, 1, first);
    epoch_order(a, 2, second);
    epoch_order(b, 1, other);
    cr_assert_arr_neq(first, second, sizeof first);
    cr_assert_arr_neq(first, other, sizeof first);
    sampler_free(a);
    sampler_free(b);
}

Test(sampler, goes_on_from_the_middle)
{
    Sampler *whole = sampler_new(&set, 5, BATCH), *resumed = sampler_new(&set, 5, BATCH);
    Batch b = next_batch(next_batch(next_batch(sampler_batch(whole, 2, 0))));
    Batch r = sampler_batch(resumed, 2, 3);
    for (; b.size > 0; b = next_batch(b), r = next_batch(r)) {
        cr_assert(b.index == r.index && b.epoch == r.epoch && b.size == r.size);
        cr_assert_arr_eq(bytes(&b.inputs), bytes(&r.inputs), 2 * (size_t)b.size);
        cr_assert_arr_eq(ints(&b.targets), ints(&r.targets), 4 * (size_t)b.size);
    }
    cr_assert(r.size == 0);
    sampler_free(whole);
    sampler_free(resumed);
}

Test(sampler, last_batch_is_short)
{
    Sampler *s = sampler_new(&set, 1, BATCH);
    cr_assert(sampler_batches(s) == 5);
    Batch b = sampler_batch(s, 1, 4);
    cr_assert(b.size == 3 && b.index == 4);
    b = next_batch(b);
    cr_assert(b.size == 0 && next_batch(b).size == 0);
    sampler_free(s);
}

Test(sampler, batches_that_fit_and_one_that_is_larger_than_the_set)
{
    Dataset twenty = dataset_first(&set, 20);
    Sampler *s = sampler_new(&twenty, 1, BATCH);
    cr_assert(sampler_batches(s) == 4 && sampler_batch(s, 1, 3).size == 5 &&
              sampler_batch(s, 1, 4).size == 0);
    sampler_free(s);
    s = sampler_new(&set, 1, 1000);
    cr_assert(sampler_batches(s) == 1 && sampler_batch(s, 1, 0).size == COUNT);
    sampler_free(s);
}

Test(sampler, a_reader_may_change_its_batch)
{
    int order[COUNT], again[COUNT];
    Sampler *s = sampler_new(&set, 1, BATCH);
    epoch_order(s, 1, order);
    memset(sampler_batch(s, 1, 0).inputs.data, 255, 2 * BATCH);
    epoch_order(s, 1, again);
    cr_assert_arr_eq(order, again, sizeof order);
    sampler_free(s);
}

// Sequences bring their lengths along; a set without them has none in its batches.
Test(sampler, lengths_follow_their_samples)
{
    Sampler *s = sampler_new(&set, 1, BATCH);
    Batch without = sampler_batch(s, 1, 0);
    cr_assert(!present(&without.lengths));
    sampler_free(s);
    set.lengths = tensor_new(CPU, I32, shape(COUNT));
    for (int i = 0; i < COUNT; i++) ints(&set.lengths)[i] = i % 7;
    Dataset most = dataset_first(&set, 21);
    s = sampler_new(&most, 1, BATCH);
    for (Batch b = sampler_batch(s, 2, 0); b.size > 0; b = next_batch(b)) {
        cr_assert(b.lengths.shape.dim[0] == b.size && b.inputs.shape.dim[0] == b.size);
        for (int i = 0; i < b.size; i++)
            cr_assert(ints(&b.lengths)[i] == bytes(&b.inputs)[2 * i] % 7);
    }
    sampler_free(s);
}

/* ---- One long sequence ------------------------------------------------------------------------*/

enum { LETTERS = 60, ROWS = 4, STEPS = 5 };

static Tensor text_of(int length)   // 1000, 1001, …
{
    Tensor t = tensor_new(CPU, I32, shape(length));
    for (int i = 0; i < length; i++) ints(&t)[i] = 1000 + i;
    return t;
}

// Each symbol but the last once as an input, the next one its target; each row goes on where it
// stopped; what is left of a window is masked.
static void expect_text(int length, int rows, int steps)
{
    Tensor text = text_of(length);
    Dataset set = dataset_text(&text, steps);
    Sampler *s = sampler_new(&set, 1, rows);
    int seen[LETTERS + 2] = {0}, next[LETTERS + 2], batches = 0;
    memset(next, 0, sizeof next);
    for (Batch b = sampler_batch(s, 3, 0); b.size > 0; b = next_batch(b), batches++) {
        cr_assert(b.size == rows && shape_equal(b.inputs.shape, shape(rows, steps)) &&
                  shape_equal(b.targets.shape, shape(rows, steps)));
        for (int r = 0; r < rows; r++) {
            int count = ints(&b.lengths)[r];
            const int32_t *x = ints(&b.inputs) + r * steps, *y = ints(&b.targets) + r * steps;
            for (int t = 0; t < steps; t++) {
                cr_assert(t < count ? y[t] == x[t] + 1 : x[t] == 0 && y[t] == -1);
                if (t >= count) continue;
                cr_assert(next[r] == 0 || next[r] == x[t], "row %d jumps", r);
                next[r] = x[t] + 1;
                seen[x[t] - 1000]++;
            }
        }
    }
    for (int i = 0; i < length - 1; i++) cr_assert(seen[i] == 1, "symbol %d: %d times", i, seen[i]);
    cr_assert(batches == sampler_batches(s));
    sampler_free(s);
    tensor_free(&text);
}

Test(sampler, a_text_in_windows)
{
    for (int length = 0; length <= LETTERS; length++) expect_text(length, ROWS, STEPS);
    expect_text(LETTERS, 1, 7);
    expect_text(LETTERS, 59, 1);
    expect_text(3, 8, 100);
}

Test(sampler, a_text_goes_on_from_the_middle)
{
    Tensor text = text_of(LETTERS);
    Dataset set = dataset_text(&text, STEPS);
    Sampler *whole = sampler_new(&set, 5, ROWS), *resumed = sampler_new(&set, 9, ROWS);
    Batch b = next_batch(sampler_batch(whole, 1, 0)), c = sampler_batch(resumed, 2, 1);
    cr_assert(b.size == ROWS && whole->order == NULL);
    cr_assert_arr_eq(b.inputs.data, c.inputs.data, ROWS * STEPS * sizeof(int32_t));
    cr_assert_arr_eq(b.targets.data, c.targets.data, ROWS * STEPS * sizeof(int32_t));
    sampler_free(whole);
    sampler_free(resumed);
    tensor_free(&text);
}

Test(sampler, the_first_samples)
{
    Dataset first = dataset_first(&set, 9);
    cr_assert(first.count == 9 && first.inputs.data == set.inputs.data &&
              first.targets.data == set.targets.data);
    cr_assert_str_eq(shape_text(first.inputs.shape).text, "[9, 1, 2]");
    cr_assert_str_eq(shape_text(first.targets.shape).text, "[9]");
    Dataset all = dataset_first(&set, 1000);
    cr_assert(all.count == COUNT && all.inputs.shape.dim[0] == COUNT);
    Sampler *s = sampler_new(&first, 1, BATCH);
    int order[COUNT];
    cr_assert(epoch_order(s, 1, order) == 9);
    for (int i = 0; i < 9; i++) cr_assert(order[i] < 9);
    sampler_free(s);
}

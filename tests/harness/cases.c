// cases.c: what a case says goes on the sheet; what is in its outputs, when it has ended.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

enum { MOST_OUTPUTS = 16 };

// Which numbers on the sheet a learner's function is still to write.
static struct {
    Item *item;
    const float *data;
} outputs[MOST_OUTPUTS];
static int output_count;
static Item *last;   // what right() and secret() are about
bool inputs_wanted;

void case_run(int number, int run)
{
    int hand = 0;
    while (hand < 8 && cases.hand[hand]) hand++;
    memset(&sheet->record, 0, sizeof sheet->record);
    sheet->record = (Record){.magic = RECORD_MAGIC,
                             .number = number,
                             .run = run,
                             .outcome = STOPPED,
                             .cases = hand + cases.count,
                             .hand = number < hand};
    output_count = 0;
    last = NULL;
    buffers_begin(run);
    draw_begin(number - hand);
    (number < hand ? cases.hand[number] : cases.drawn)();
}

static double *numbers_of(Item *item) { return (double *)(item + 1); }

static Item *item_new(Kind kind, const char *name, Shape shape)
{
    size_t bytes = sizeof(Item) + (size_t)shape.count * sizeof(double);
    if ((size_t)sheet->record.bytes + bytes > MOST_BYTES) test_is_broken("too many numbers");
    Item *item = (Item *)(sheet->items + sheet->record.bytes);
    *item = (Item){.kind = (int)kind, .count = shape.count, .axes = shape.axes};
    memcpy(item->shape, shape.size, sizeof item->shape);
    snprintf(item->name, sizeof item->name, "%s", name);
    sheet->record.bytes += (int)bytes;
    return item;
}

static void item_fill(Item *item, const float *data)
{
    for (int i = 0; i < item->count; i++) numbers_of(item)[i] = (double)data[i];
}

Shape shape_of(const int *size, int axes)
{
    Shape shape = {.axes = axes, .count = 1};
    if (axes > MOST_AXES) test_is_broken("too many axes");
    for (int a = 0; a < axes; a++) shape.count *= shape.size[a] = size[a];
    return shape;
}

void given(const char *words, ...)
{
    va_list list;
    va_start(list, words);
    vsnprintf(sheet->record.given, sizeof sheet->record.given, words, list);
    va_end(list);
}

void batch_size(int samples) { sheet->record.samples = samples; }
void stage(int number) { sheet->record.stage = number; }

int parameter(const char *name, int value)
{
    if (inputs_wanted) *numbers_of(item_new(PARAMETER, name, (Shape){.count = 1})) = value;
    return value;
}

const float *input_numbers(const char *name, Shape shape, const float *numbers, int count)
{
    if (count != shape.count) test_is_broken("an input has another shape than numbers");
    if (inputs_wanted) item_fill(item_new(INPUT, name, shape), numbers);
    return buffer_read_only(numbers, (size_t)count * sizeof *numbers);
}

const void *input_bytes(const void *bytes, int count)
{
    return buffer_read_only(bytes, (size_t)count);
}

float *output(const char *name, Shape shape)
{
    if (output_count == MOST_OUTPUTS) test_is_broken("too many outputs");
    float *data = buffer_of_garbage(shape.count);
    last = item_new(OUTPUT, name, shape);
    outputs[output_count].item = last;
    outputs[output_count++].data = data;
    return data;
}

float *output_numbers(const char *name, Shape shape, const float *numbers, int count)
{
    if (count != shape.count) test_is_broken("an output has another shape than numbers");
    if (inputs_wanted) item_fill(item_new(INPUT, name, shape), numbers);
    return memcpy(output(name, shape), numbers, (size_t)count * sizeof *numbers);
}

void answer(const char *name, double value)
{
    *numbers_of(last = item_new(OUTPUT, name, (Shape){.count = 1})) = value;
}

void answer_at_least(const char *name, double value, double bound)
{
    answer(name, value);
    last->at_least = 1;
    last->bound = bound;
}

static Item *last_output(void)
{
    if (!last) test_is_broken("right() or secret() before any output");
    return last;
}

void secret(void) { last_output()->secret = 1; }

void right_numbers(const double *numbers, int count)
{
    if (count != last_output()->count) test_is_broken("right() has another count than its output");
    if (inputs_wanted)
        memcpy(numbers_of(item_new(RIGHT, last->name, (Shape){1, count, {count}})), numbers,
               (size_t)count * sizeof *numbers);
}

void case_end(void)
{
    for (int k = 0; k < output_count; k++) item_fill(outputs[k].item, outputs[k].data);
    if (output_count == 0 && !last) test_is_broken("a case without an output");
    sheet->record.outcome = ANSWERED;
}

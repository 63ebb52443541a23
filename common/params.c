#include "params.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "device.h"

enum { ALIGNMENT = 16 };   // numbers: a cache line of floats

Params *params_new(uint64_t seed, Device device)
{
    Params *p = allocate(1, sizeof *p);
    p->seed = seed;
    p->device = device;
    return p;
}

void params_free(Params *p)
{
    if (!p) return;
    tensor_free(&p->values);
    tensor_free(&p->gradients);
    tensor_free(&p->loss_sum);
    for (int i = 0; i < p->length && p->device != CPU; i++) tensor_free(&p->list[i].host);
    free(p->list);
    free(p);
}

// Its number, or -1. There are tens of parameters: no index is worth its code.
static int find(const Params *p, const char *name)
{
    for (int i = 0; i < p->length; i++)
        if (strcmp(p->list[i].name, name) == 0) return i;
    return -1;
}

const Param *params_find(const Params *p, const char *name)
{
    int i = find(p, name);
    return i < 0 ? NULL : &p->list[i];
}

// Offsets are rounded up, so that no two parameters share a cache line.
int params_add(Params *p, Param description)
{
    int known = find(p, description.name);
    if (known >= 0) {
        CHECK(shape_equal(p->list[known].shape, description.shape), "%s is %s and cannot be %s",
              description.name, shape_text(p->list[known].shape).text,
              shape_text(description.shape).text);
        return known;
    }
    Param *list = realloc(p->list, ((size_t)p->length + 1) * sizeof *list);
    CHECK(list, "out of memory for parameter %s", description.name);
    p->list = list;
    description.offset = p->count;
    description.count = shape_count(description.shape);
    p->count += (description.count + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    p->list[p->length] = description;
    return p->length++;
}

// Longer by what was added since: the old numbers stay, the new ones are 0.
static void grow(Tensor *flat, const Params *p)
{
    Tensor larger = tensor_new(p->device, REAL, shape_flat(p->count));
    if (present(flat)) {
        Tensor kept = tensor_rows(&larger, 0, flat->shape.dim[0]);
        tensor_copy(&kept, flat);
    }
    tensor_free(flat);
    *flat = larger;
}

// Draws on the host and copies, so that every device starts from the same bits.
static void draw(const Params *p, int number, Initialiser initialiser)
{
    const Param *param = &p->list[number];
    Stream stream = {p->seed, 0, FOR_INITIAL_VALUES, (uint16_t)number};
    Tensor host = tensor_new(CPU, REAL, param->shape), value = param_value(p, number);
    initialise(reals(&host), param->count, initialiser, param->fan_in, param->fan_out, stream);
    tensor_copy(&value, &host);
    tensor_free(&host);
}

// Only what was added since is drawn: the rest may have learned already.
void params_ready(Params *p)
{
    if (p->ready == p->count) return;
    grow(&p->values, p);
    grow(&p->gradients, p);
    size_t before = p->ready;
    p->ready = p->count;
    for (int i = 0; i < p->length; i++)
        if (p->list[i].offset >= before) draw(p, i, p->list[i].initialiser);
}

void params_initialise(Params *p, Initialiser initialiser)
{
    params_ready(p);
    for (int i = 0; i < p->length; i++)
        draw(p, i, p->list[i].is_weight ? initialiser : p->list[i].initialiser);
}

void params_clear_gradients(Params *p)
{
    params_ready(p);
    if (p->count) backend(p->device)->clear(p->gradients.data, p->count * sizeof(Real));
}

void params_sum_losses(Params *p, bool yes)
{
    tensor_free(&p->loss_sum);
    if (yes) p->loss_sum = tensor_new(p->device, REAL, shape(1));
    p->losses = 0;
}

Real params_take_losses(Params *p)
{
    Real sum;
    Tensor host = tensor_view(CPU, REAL, shape(1), &sum);
    tensor_copy(&host, &p->loss_sum);
    backend(p->device)->clear(p->loss_sum.data, sizeof(Real));
    p->losses = 0;
    return sum;
}

size_t params_learned(const Params *p)
{
    size_t learned = 0;
    for (int i = 0; i < p->length; i++) learned += p->list[i].is_statistic ? 0 : p->list[i].count;
    return learned;
}

static Tensor part_of(const Tensor *flat, const Params *p, int number)
{
    CHECK(number >= 0 && number < p->length, "parameter %d of %d", number, p->length);
    const Param *param = &p->list[number];
    CHECK(param->offset + param->count <= p->ready || !param->count,
          "%s has no memory before params_ready", param->name);
    return tensor_view(p->device, REAL, param->shape, (Real *)flat->data + param->offset);
}
Tensor param_value(const Params *p, int number) { return part_of(&p->values, p, number); }
Tensor param_gradient(const Params *p, int number) { return part_of(&p->gradients, p, number); }

static int find_or_stop(const Params *p, const char *name)
{
    int i = find(p, name);
    CHECK(i >= 0, "no parameter %s; the first one is %s", name,
          p->length ? p->list[0].name : "missing");
    return i;
}

const Tensor *params_read(Params *p, const char *name)
{
    params_ready(p);
    int number = find_or_stop(p, name);
    Tensor value = param_value(p, number), *host = &p->list[number].host;
    if (p->device == CPU) {
        *host = value;
    } else {
        if (!present(host)) *host = tensor_new(CPU, REAL, value.shape);
        tensor_copy(host, &value);
    }
    return host;
}

void params_write(Params *p, const char *name, const Tensor *numbers)
{
    params_ready(p);
    Tensor value = param_value(p, find_or_stop(p, name));
    CHECK(shape_equal(value.shape, numbers->shape), "%s is %s, not %s", name,
          shape_text(value.shape).text, shape_text(numbers->shape).text);
    tensor_copy(&value, numbers);
}

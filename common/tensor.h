/* tensor.h: an n-dimensional array: its shape, its data, and the device that holds them.
 *
 * Shapes   Row-major and contiguous: the last axis varies fastest. The first axis of a batch is
 *          the sample. (Strides and broadcasting are taught in chapter 1, with their own struct.)
 * Memory   tensor_new allocates, and whoever called it calls tensor_free. A view borrows: it is
 *          valid as long as the memory under it, and is never freed.
 * Errors   A wrong type or shape is the caller's bug: CHECK prints it and aborts.
 */
#ifndef TENSOR_H
#define TENSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"

#ifdef REAL_IS_DOUBLE   // the tests build everything a second time, to check gradients to 1e-7
typedef double Real;
#else
typedef float Real;
#endif

enum { MAX_RANK = 5 };

typedef enum Type { REAL, I32, U8 } Type;
// FAR_DEVICE is for tests: memory that the CPU cannot touch.
typedef enum Device { CPU, CUDA, CUDA_SIM, FAR_DEVICE, DEVICES } Device;

typedef struct Shape {
    int rank;
    int dim[MAX_RANK];
} Shape;

typedef struct Tensor {
    Shape shape;
    Type type;
    Device device;
    void *data;   // NULL in a tensor that is absent, such as a gradient that nobody wants
} Tensor;

// shape(28, 28, 1) is the shape of one picture; shape() that of a single number.
#define shape(...)                                                                                 \
    shape_of((int)(sizeof((int[]){0, ##__VA_ARGS__}) / sizeof(int)) - 1, (int[]){0, ##__VA_ARGS__})
Shape shape_of(int rank, const int *leading_zero_then_dims);
static inline size_t shape_count(Shape s)         // numbers in a tensor of this shape
{
    size_t count = 1;
    for (int i = 0; i < s.rank; i++) count *= (size_t)s.dim[i];
    return count;
}
bool shape_equal(Shape, Shape);
static inline size_t sample_count(Shape batch)    // numbers in one sample: without the first axis
{
    size_t count = 1;
    for (int i = 1; i < batch.rank; i++) count *= (size_t)batch.dim[i];
    return count;
}
Shape shape_flat(size_t count);                   // [count]; CHECKs that an int can hold it
Shape shape_batch(int n, Shape sample);          // [n, ...sample]
Shape shape_sample(Shape batch);                 // drops the first axis
typedef struct ShapeText { char text[72]; } ShapeText;
ShapeText shape_text(Shape);                     // "[64, 28, 28, 1]"

size_t type_size(Type);

Tensor tensor_new(Device, Type, Shape);          // filled with zeros; aborts when memory is out
void tensor_free(Tensor *);
Tensor tensor_view(Device, Type, Shape, void *data);
Tensor tensor_reshape(const Tensor *, Shape);    // a view; the count must be the same
Tensor tensor_rows(const Tensor *, int first, int count);   // a view of samples first, first+1, …
static inline size_t tensor_count(const Tensor *t) { return shape_count(t->shape); }
void tensor_copy(Tensor *to, const Tensor *from);           // same type and count; any devices

// false for NULL and for an absent tensor
static inline bool present(const Tensor *t) { return t && t->data; }

static inline void *tensor_data(const Tensor *t, Type type)
{
    CHECK(t->type == type, "numbers of type %d read as type %d", t->type, type);
    CHECK(t->device == CPU, "numbers of device %d read by the CPU", t->device);
    return t->data;
}

// The numbers of a tensor whose type is REAL, I32 or U8. It must lie in the memory of the CPU,
// where they can be read and written; those of another device come and go by tensor_copy.
static inline Real *reals(const Tensor *t) { return (Real *)tensor_data(t, REAL); }
static inline int32_t *ints(const Tensor *t) { return (int32_t *)tensor_data(t, I32); }
static inline uint8_t *bytes(const Tensor *t) { return (uint8_t *)tensor_data(t, U8); }

#endif

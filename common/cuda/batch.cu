// What a batch takes from its set, which lies on the device, and how its pictures are distorted.
#include "philox.h"

namespace card {

/* ---- Rows and windows -------------------------------------------------------------------------*/

// Number k of row i, which has `size` numbers: rows(i, k) = samples(order(start + i), k).
template <class T>
static __global__ void gather(T *rows, const T *samples, const int32_t *order,
                              Number<Offset> start, size_t size, size_t count)
{
    size_t number = thread_number();
    if (number >= count) return;
    Offset first = start;
    size_t i = number / size, k = number % size;
    rows[number] = samples[(size_t)order[first.at + i] * size + k];
}

// Number k of row r: the row begins with sample floor(count r / R) + start, of `width` numbers.
template <class T>
static __global__ void window(T *rows, const T *samples, Number<Offset> start, size_t samples_given,
                              size_t stretches, size_t size, size_t width)
{
    size_t number = thread_number();
    if (number >= stretches * size) return;
    Offset first = start;
    size_t r = number / size, k = number % size;
    rows[number] = samples[(samples_given * r / stretches + first.at) * width + k];
}

template <class T>
static void gather_as(Type type, Tensor *rows, const Tensor *samples, const Tensor *order,
                      Number<Offset> start)
{
    size_t count = tensor_count(rows);
    gather<T><<<blocks_for(count), THREADS, 0, stream>>>(
        (T *)data_of(rows, type), (const T *)data_of(samples, type), integers(order), start,
        sample_count(rows->shape), count);
}

void gather_rows_cuda(Tensor *rows, const Tensor *samples, const Tensor *order, Offset start)
{
    Number<Offset> first = number(start);
    if (rows->type == U8) gather_as<uint8_t>(U8, rows, samples, order, first);
    else if (rows->type == I32) gather_as<int32_t>(I32, rows, samples, order, first);
    else gather_as<Real>(REAL, rows, samples, order, first);
}

template <class T>
static void window_as(Type type, Tensor *rows, const Tensor *samples, Number<Offset> start)
{
    size_t count = tensor_count(rows), stretches = (size_t)rows->shape.dim[0];
    window<T><<<blocks_for(count), THREADS, 0, stream>>>(
        (T *)data_of(rows, type), (const T *)data_of(samples, type), start,
        (size_t)samples->shape.dim[0], stretches, sample_count(rows->shape),
        sample_count(samples->shape));
}

void gather_windows_cuda(Tensor *rows, const Tensor *samples, Offset start)
{
    Number<Offset> first = number(start);
    if (rows->type == U8) window_as<uint8_t>(U8, rows, samples, first);
    else if (rows->type == I32) window_as<int32_t>(I32, rows, samples, first);
    else window_as<Real>(REAL, rows, samples, first);
}

/* ---- Distortion (augment.c has the derivation) ------------------------------------------------*/

// [row', column'] = A [row, column] + offset: where a pixel of the new picture comes from.
struct Warp {
    Real a[2][2], offset[2];
};

// A word of the stream as a number in [-most, most).
static __device__ Real drawn(uint32_t word, Real most)
{
    return most * (Real)(2 * (word * 0x1p-32) - 1);
}

// Of this picture: it draws two shifts, a turn and a scale, the four words of one counter.
static __device__ Warp warp_of(Distortion d, int height, int width, Stream s, uint64_t picture)
{
    const Real radian = (Real)(3.14159265358979323846 / 180);
    Real row = (Real)(height - 1) / 2, column = (Real)(width - 1) / 2;
    Real t_row = row + drawn(word_of(s, 4 * picture), d.shift);
    Real t_column = column + drawn(word_of(s, 4 * picture + 1), d.shift);
    Real angle = drawn(word_of(s, 4 * picture + 2), d.turn) * radian;
    Real scale = 1 + drawn(word_of(s, 4 * picture + 3), d.scale);
    Real c = (Real)cos((double)angle) / scale, sine = (Real)sin((double)angle) / scale;
    return {{{c, sine}, {-sine, c}},
            {row - c * t_row - sine * t_column, column + sine * t_row - c * t_column}};
}

// Outside of the picture it is dark.
static __device__ Real level(const uint8_t *pixels, int height, int width, int i, int j)
{
    return i >= 0 && i < height && j >= 0 && j < width ? (Real)pixels[i * width + j] : 0;
}

// Bilinear: each of the four neighbours counts by how near the point is to it.
static __device__ uint8_t sample(const uint8_t *pixels, int height, int width, Real row,
                                 Real column)
{
    if (!(row > -1 && row < (Real)height && column > -1 && column < (Real)width)) return 0;
    int i = (int)floor(row), j = (int)floor(column);
    Real v = row - (Real)i, u = column - (Real)j;
    Real upper = (1 - u) * level(pixels, height, width, i, j) +
                 u * level(pixels, height, width, i, j + 1);
    Real lower = (1 - u) * level(pixels, height, width, i + 1, j) +
                 u * level(pixels, height, width, i + 1, j + 1);
    return (uint8_t)((1 - v) * upper + v * lower + (Real)0.5);
}

// A block a picture, which it first copies into shared memory, for the new one takes its place;
// thread t makes the pixels t, t + THREADS, …
static __global__ void distort(uint8_t *pictures, int height, int width, Distortion d,
                               Number<Stream> stream, Number<Offset> first)
{
    extern __shared__ uint8_t old[];   // [height, width]
    __shared__ Warp warp;
    Stream s = stream;
    Offset start = first;
    int size = height * width;
    uint8_t *picture = pictures + (size_t)blockIdx.x * size;
    for (int i = (int)threadIdx.x; i < size; i += THREADS) old[i] = picture[i];
    if (threadIdx.x == 0) warp = warp_of(d, height, width, s, start.at + blockIdx.x);
    __syncthreads();
    for (int pixel = (int)threadIdx.x; pixel < size; pixel += THREADS) {
        Real i = (Real)(pixel / width), j = (Real)(pixel % width);
        Real row = warp.a[0][0] * i + warp.a[0][1] * j + warp.offset[0];
        Real column = warp.a[1][0] * i + warp.a[1][1] * j + warp.offset[1];
        picture[pixel] = sample(old, height, width, row, column);
    }
}

enum { MOST_PIXELS = 47 << 10 };   // with the warp, in the 48 KB of shared memory of a block

void distort_pictures_cuda(Tensor *pictures, Distortion distortion, Stream s, Offset first)
{
    const int *d = pictures->shape.dim;
    size_t size = sample_count(pictures->shape);
    CHECK(size <= MOST_PIXELS, "pictures %s: a card distorts those of at most %d pixels",
          shape_text(pictures->shape).text, MOST_PIXELS);
    Number<Stream> draws = number(s);
    Number<Offset> from = number(first);
    if (d[0] == 0) return;
    distort<<<(unsigned)d[0], THREADS, size, stream>>>(small_integers(pictures), d[1], d[2],
                                                       distortion, draws, from);
}

}   // namespace card

/* simd.h: a vector of numbers, as wide as the machine's registers, in GCC's portable notation.
 *
 * `a + b`, `a * b`, `a > b` work lane by lane on a Vector; the compiler picks SSE2,
 * AVX2, AVX-512 or NEON instructions. Two traps, both measured: the type without
 * alignment is for loads and stores only (variables of it make the compiler go through
 * memory, three times slower), and a vector wider than the registers is a hundred times
 * slower, so the width comes from what is compiled for.
 */
#ifndef SIMD_H
#define SIMD_H

#include <stdint.h>
#include <string.h>

#include "tensor.h"

#if defined(__AVX512F__)
#define VECTOR_BYTES 64
#elif defined(__AVX__)
#define VECTOR_BYTES 32
#else
#define VECTOR_BYTES 16   // SSE2 on x86-64, NEON on ARM64
#endif

#ifdef REAL_IS_DOUBLE
typedef int64_t Lane;
#else
typedef int32_t Lane;
#endif

enum { LANES = VECTOR_BYTES / sizeof(Real) };

typedef Real Vector __attribute__((vector_size(VECTOR_BYTES)));
typedef Lane Mask __attribute__((vector_size(VECTOR_BYTES)));   // what `a > b` gives: -1 or 0
typedef Real UnalignedVector
    __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(Real)), may_alias));

#define INLINE static inline __attribute__((always_inline))
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 32")
#endif

INLINE Vector load(const Real *p) { return *(const UnalignedVector *)p; }
INLINE void store(Real *p, Vector v) { *(UnalignedVector *)p = v; }
INLINE Vector all_lanes(Real s) { return s - (Vector){0}; }   // s + 0 would lose the sign of -0

// The first n numbers only, where fewer than a vector are left; the other lanes are zero.
INLINE Vector load_upto(const Real *p, ptrdiff_t n)
{
    if (n >= LANES) return load(p);
    Vector v = {0};
    for (ptrdiff_t i = 0; i < n; i++) v[i] = p[i];
    return v;
}
INLINE void store_upto(Real *p, Vector v, ptrdiff_t n)
{
    if (n >= LANES) {
        store(p, v);
    } else {
        for (ptrdiff_t i = 0; i < n; i++) p[i] = v[i];
    }
}

// Masks that hold small numbers, such as which pixel of a window was the
// largest, lie in memory as bytes.
typedef uint8_t LaneBytes __attribute__((vector_size(LANES)));

INLINE Mask load_bytes(const uint8_t *p, ptrdiff_t n)
{
    LaneBytes narrow = {0};
    if (n >= LANES)
        memcpy(&narrow, p, LANES);
    else
        memcpy(&narrow, p, (size_t)n);
    return __builtin_convertvector(narrow, Mask);
}
INLINE void store_bytes(uint8_t *p, Mask m, ptrdiff_t n)
{
    LaneBytes narrow = __builtin_convertvector(m, LaneBytes);
    memcpy(p, &narrow, (size_t)(n < LANES ? n : LANES));
}

// mask ? a : b, lane by lane (GCC 12's C has no ?: for vectors).
INLINE Vector select_lanes(Mask mask, Vector a, Vector b)
{
    return (Vector)(((Mask)a & mask) | ((Mask)b & ~mask));
}
// NaN, which compares as false with everything, stays what it is, so that it is seen in the loss.
INLINE Vector above_zero(Vector a) { return select_lanes(a <= (Vector){0}, (Vector){0}, a); }
INLINE Mask beats(Vector a, Vector best) { return (a > best) | (a != a); }

INLINE Real sum_lanes(Vector v)   // in lane order
{
    Real sum = 0;
    for (int i = 0; i < LANES; i++) sum += v[i];
    return sum;
}

#endif

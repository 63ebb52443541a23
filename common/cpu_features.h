/* cpu_features.h: the instructions beyond plain x86-64 that a compiler uses where it is allowed to.
 *
 * cpu_needs.c, compiled as all of the library is, says which of them it was allowed; cpu_check.c,
 * compiled for any processor, asks when a program starts whether they are there. For other kinds of
 * processors the list is not asked: there, programs are not made for one model.
 */
#ifndef CPU_FEATURES_H
#define CPU_FEATURES_H

#include <stdbool.h>

// What the compiler defines where it may use them, and what it calls
// them when it asks the processor.
#define CPU_FEATURES(X)                 \
    X(__SSE3__, "sse3")                 \
    X(__SSSE3__, "ssse3")               \
    X(__SSE4_1__, "sse4.1")             \
    X(__SSE4_2__, "sse4.2")             \
    X(__POPCNT__, "popcnt")             \
    X(__AVX__, "avx")                   \
    X(__FMA__, "fma")                   \
    X(__BMI__, "bmi")                   \
    X(__BMI2__, "bmi2")                 \
    X(__AVX2__, "avx2")                 \
    X(__AVX512F__, "avx512f")           \
    X(__AVX512CD__, "avx512cd")         \
    X(__AVX512BW__, "avx512bw")         \
    X(__AVX512DQ__, "avx512dq")         \
    X(__AVX512VL__, "avx512vl")         \
    X(__AVX512IFMA__, "avx512ifma")     \
    X(__AVX512VBMI__, "avx512vbmi")     \
    X(__AVX512VBMI2__, "avx512vbmi2")   \
    X(__AVX512VNNI__, "avx512vnni")     \
    X(__AVX512BITALG__, "avx512bitalg") \
    X(__AVX512BF16__, "avx512bf16")

// For each of them, in this order: may this build use it?
extern const bool cpu_needs[];

#endif

/* support.h: what the unit tests share: tensors of known content, and comparing them.
 *
 * Memory   Every tensor made here is freed by free_tensors(), the suites' .fini. Its memory is
 *          exactly as long as its numbers, so that the sanitizers see a kernel step past the end.
 * Numbers  Inputs come from a small generator of the tests' own; outputs arrive filled with NaN.
 */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <criterion/criterion.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../common/kernels.h"
#include "../../common/parallel.h"

#define HELPER static __attribute__((unused))

// What rounding may leave of a sum of some hundred terms, as a fraction of the largest result.
#ifdef REAL_IS_DOUBLE
#define TOLERANCE 1e-13
#else
#define TOLERANCE 1e-5
#endif

static void **owned;
static int owned_count;

// Its memory ends where its numbers end.
HELPER Tensor exact_tensor(Type type, Shape s)
{
    owned = realloc(owned, (owned_count + 1) * sizeof *owned);
    void *memory = malloc(shape_count(s) * type_size(type));
    owned[owned_count++] = memory;
    return tensor_view(CPU, type, s, memory);
}

HELPER void free_tensors(void)
{
    while (owned_count > 0) free(owned[--owned_count]);
    free(owned);
    owned = NULL;
}

HELPER Tensor filled(Real value, Shape s)
{
    Tensor t = exact_tensor(REAL, s);
    for (size_t i = 0; i < tensor_count(&t); i++) reals(&t)[i] = value;
    return t;
}
// Outputs begin as NaN: a number that a kernel leaves out is seen.
HELPER Tensor garbage(Shape s) { return filled((Real)NAN, s); }

HELPER Tensor numbers(const Real *values, Shape s)
{
    Tensor t = exact_tensor(REAL, s);
    memcpy(t.data, values, tensor_count(&t) * sizeof(Real));
    return t;
}
// of(shape(2, 2), 1, 2, 3, 4)
#define of(s, ...) numbers((Real[]){__VA_ARGS__}, s)

HELPER Tensor copy_of(const Tensor *t)
{
    Tensor copy = exact_tensor(t->type, t->shape);
    memcpy(copy.data, t->data, tensor_count(t) * type_size(t->type));
    return copy;
}

static uint64_t test_seed = 1;

// In [0, 1): the upper bits of Knuth's linear congruential generator.
HELPER double next_uniform(void)
{
    test_seed = test_seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(test_seed >> 11) / 9007199254740992.0;
}
// low … high, both included
HELPER int between(int low, int high) { return low + (int)(next_uniform() * (high - low + 1)); }

HELPER Tensor uniform(double low, double high, Shape s)
{
    Tensor t = exact_tensor(REAL, s);
    for (size_t i = 0; i < tensor_count(&t); i++)
        reals(&t)[i] = (Real)(low + (high - low) * next_uniform());
    return t;
}
HELPER Tensor any(Shape s) { return uniform(-1, 1, s); }

// Different numbers, no two closer than 0.01 and none closer than 0.005 to 0: away from every kink.
HELPER Tensor distinct(Shape s)
{
    Tensor t = exact_tensor(REAL, s);
    int n = (int)tensor_count(&t);
    for (int i = 0; i < n; i++) {
        int j = between(0, i);
        reals(&t)[i] = reals(&t)[j];
        reals(&t)[j] = (Real)(0.01 * (i - n / 2) + 0.005);
    }
    return t;
}

// Leaves NaN where a kernel takes its working memory, so that none counts on what it finds there.
HELPER void spoil_scratch(void)
{
    size_t count = 1 << 16;
    Real *piece = scratch_take(count);
    for (size_t i = 0; i < count; i++) piece[i] = (Real)NAN;
    scratch_give(piece);
}

HELPER double largest(const Tensor *t)
{
    double most = 0;
    for (size_t i = 0; i < tensor_count(t); i++) most = fmax(most, fabs((double)reals(t)[i]));
    return most;
}

// Each number within `tolerance` times the largest that is wanted; NaN is never close.
HELPER void expect_close(const char *what, const Tensor *got, const Tensor *want, double tolerance)
{
    cr_assert(tensor_count(got) == tensor_count(want), "%s: %s, expected %s", what,
              shape_text(got->shape).text, shape_text(want->shape).text);
    double allowed = tolerance * largest(want);
    for (size_t i = 0; i < tensor_count(want); i++) {
        double g = (double)reals(got)[i], w = (double)reals(want)[i];
        cr_assert(fabs(g - w) <= allowed,
                  "%s%s[%zu]: got %.9g, expected %.9g, allowed difference %.1e", what,
                  shape_text(want->shape).text, i, g, w, allowed);
    }
}

// Tells 0 from -0, and one NaN from another.
HELPER void expect_same_bits(const char *what, const Tensor *got, const Tensor *want)
{
    size_t size = type_size(want->type);
    cr_assert(tensor_count(got) == tensor_count(want), "%s: %s, expected %s", what,
              shape_text(got->shape).text, shape_text(want->shape).text);
    for (size_t i = 0; i < tensor_count(want); i++)
        cr_assert(memcmp((char *)got->data + i * size, (char *)want->data + i * size, size) == 0,
                  "%s%s[%zu] differs in its bits", what, shape_text(want->shape).text, i);
}

/* In a test with .signal = SIGABRT: only an abort that says these words counts. (Any other mistake
 * of the caller would abort too, and the test would pass for the wrong reason.)
 */
static const char *refusal;
static int complaints, said_aloud;
static void judge_abort(int number)
{
    char text[1024] = {0};
    if (pread(complaints, text, sizeof text - 1, 0) > 0 && strstr(text, refusal)) return;
    dprintf(said_aloud, "signal %d without the words '%s': %s\n", number, refusal, text);
    _exit(1);
}
HELPER void expect_refusal(const char *words)
{
    refusal = words;
    complaints = fileno(tmpfile());
    said_aloud = dup(STDERR_FILENO);
    dup2(complaints, STDERR_FILENO);
    signal(SIGABRT, judge_abort);   // returns to abort(), which ends the process by this signal
}

HELPER double dot(const Tensor *a, const Tensor *b)
{
    double sum = 0;
    for (size_t i = 0; i < tensor_count(a); i++) sum += (double)reals(a)[i] * (double)reals(b)[i];
    return sum;
}

HELPER double total(const Tensor *t)
{
    double sum = 0;
    for (size_t i = 0; i < tensor_count(t); i++) sum += (double)reals(t)[i];
    return sum;
}

#endif

// cublas.c: the part of NVIDIA's cuBLAS that the project calls, by the library's own product of
// matrices. As there, the numbers of a column are contiguous, and columns lie `ld` apart.
#include <stdint.h>
#include <string.h>

#include "../cpu/cpu.h"
#include "simulator.h"

enum { SUCCESS = 0, INVALID_VALUE = 7 };
typedef struct Context *Handle;   // there is one, and nothing to know of it
typedef enum Transpose { NOT_TRANSPOSED, TRANSPOSED } Transpose;

static bool missing, configured;
static long products;

void sim_without_cublas(void) { missing = true; }
long sim_products(void) { return products; }

static int create(Handle *handle)
{
    *handle = (Handle)&products;
    return SUCCESS;
}
static int set_stream(Handle handle, void *stream)
{
    (void)handle, (void)stream;
    configured = false;   // with another stream cuBLAS takes its own memory again
    return SUCCESS;
}
static int set_workspace(Handle handle, void *memory, size_t bytes)
{
    (void)handle;
    configured = sim_is_device(memory, bytes) && (uintptr_t)memory % 256 == 0;
    return configured ? SUCCESS : INVALID_VALUE;
}
static int set_math_mode(Handle handle, int mode)
{
    (void)handle, (void)mode;
    return SUCCESS;
}

typedef struct Gemm {
    Matrix c, a, b;
    bool add;
} Gemm;

// A matrix of contiguous columns, all of it in the memory of the device.
static Matrix view(const Real *data, int rows, int columns, int ld, const char *name)
{
    size_t last = columns ? (size_t)(columns - 1) * (size_t)ld + (size_t)rows : 0;
    if (ld < rows || !sim_is_device(data, last * sizeof(Real)))
        sim_fail("cuBLAS: %s, %d x %d with columns %d apart, is not in the device's memory", name,
                 rows, columns, ld);
    return (Matrix){(Real *)data, rows, columns, 1, ld};
}
static Matrix operand(Transpose t, const Real *data, int rows, int columns, int ld,
                      const char *name)
{
    return t == TRANSPOSED ? transposed(view(data, columns, rows, ld, name))
                           : view(data, rows, columns, ld, name);
}

// matmul() wants contiguous rows in what it computes: c' = b' a'.
static void run_gemm(const void *bytes)
{
    const Gemm *g = bytes;
    sim_expose(true);
    matmul(transposed(g->c), transposed(g->b), transposed(g->a), g->add);
    sim_expose(false);
    for (int j = 0; j < g->c.columns; j++)
        sim_written(g->c.data + j * g->c.column, (size_t)g->c.rows * sizeof(Real));
}

static int gemm(Handle handle, Transpose ta, Transpose tb, int m, int n, int k, const Real *alpha,
                const Real *a, int lda, const Real *b, int ldb, const Real *beta, Real *c, int ldc)
{
    (void)handle;
    if (*alpha != 1 || (*beta != 0 && *beta != 1)) return INVALID_VALUE;   // what matmul can do
    if (!configured && sim_recording()) sim_fail("cuBLAS takes memory while work is recorded");
    Gemm call = {.c = view(c, m, n, ldc, "C"),
                 .a = operand(ta, a, m, k, lda, "A"),
                 .b = operand(tb, b, k, n, ldb, "B"),
                 .add = *beta == 1};
    products++;
    sim_submit(run_gemm, &call, sizeof call);
    return SUCCESS;
}

static const struct { const char *name; void *function; } functions[] = {
    {"cublasCreate_v2", (void *)create},
    {"cublasSetStream_v2", (void *)set_stream},
    {"cublasSetWorkspace_v2", (void *)set_workspace},
    {"cublasSetMathMode", (void *)set_math_mode},
    {sizeof(Real) == sizeof(double) ? "cublasDgemm_v2" : "cublasSgemm_v2", (void *)gemm},
};

void *sim_library(const char *name)
{
    return !missing && strcmp(name, "libcublas.so.13") == 0 ? &products : NULL;
}

void *sim_function(const char *name)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0) return functions[i].function;
    return NULL;
}

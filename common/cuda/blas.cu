#include "blas.h"

#include <dlfcn.h>

namespace card {

/* ---- The library ------------------------------------------------------------------------------*/

// What we call of it, as its manual has it. A status of 0 is success.
typedef struct Context *Handle;
enum Transpose { AS_IT_LIES = 0, TRANSPOSED = 1 };       // CUBLAS_OP_N, CUBLAS_OP_T
enum { PEDANTIC = 2 };                                   // CUBLAS_PEDANTIC_MATH
typedef int Create(Handle *);
typedef int SetStream(Handle, cudaStream_t);
typedef int SetWorkspace(Handle, void *, size_t bytes);
typedef int SetMathMode(Handle, int mode);
typedef int Gemm(Handle, Transpose a, Transpose b, int m, int n, int k, const Real *alpha,
                 const Real *A, int lda, const Real *B, int ldb, const Real *beta, Real *C,
                 int ldc);

#ifdef REAL_IS_DOUBLE
static const char GEMM[] = "cublasDgemm_v2";
#else
static const char GEMM[] = "cublasSgemm_v2";
#endif

static struct {
    bool asked;
    Handle handle;   // NULL: there is none
    Gemm *gemm;
    void *workspace;
} blas;

template <class F> static bool found(void *library, const char *name, F **function)
{
    *function = (F *)dlsym(library, name);
    return *function != NULL;
}

// The same bits in every run, and in a recording: its working memory is ours and stays the same
// (32 MB is what NVIDIA advises), it adds nothing atomically unless it is asked to, and numbers
// stay floats, whatever the environment says of shorter ones.
static bool set_up(void *library, Handle *handle)
{
    enum { WORKSPACE = 32 << 20 };
    Create *create;
    SetStream *set_stream;
    SetWorkspace *set_workspace;
    SetMathMode *set_math_mode;
    return found(library, "cublasCreate_v2", &create) &&
           found(library, "cublasSetStream_v2", &set_stream) &&
           found(library, "cublasSetWorkspace_v2", &set_workspace) &&
           found(library, "cublasSetMathMode", &set_math_mode) &&
           found(library, GEMM, &blas.gemm) && allocated(cudaMalloc(&blas.workspace, WORKSPACE)) &&
           create(handle) == 0 && set_stream(*handle, stream) == 0 &&
           set_workspace(*handle, blas.workspace, WORKSPACE) == 0 &&
           set_math_mode(*handle, PEDANTIC) == 0;
}

// That of the toolkit which has compiled us. Without it a program goes on: who has a card and its
// driver, but no toolkit, would have to install gigabytes for the sake of large products alone. But
// it is said, for it costs time and changes how results are rounded.
static void open_blas()
{
    char name[32];
    snprintf(name, sizeof name, "libcublas.so.%d", CUDART_VERSION / 1000);
    void *library = dlopen(name, RTLD_NOW);
    blas.asked = true;
    if (library && set_up(library, &blas.handle)) return;
    blas.handle = NULL;
    fprintf(stderr, "%s: %s %s (cuBLAS, of CUDA's toolkit): large products run on our own kernel, "
            "which is slower\n", device_name(DEVICE), library ? "cannot use" : "no", name);
}

/* ---- A product --------------------------------------------------------------------------------*/

// How cuBLAS, which takes the numbers of a column as contiguous, sees the rows of ours: every
// matrix is its own transpose there. So c' = b' a' is asked for, and one whose columns are
// contiguous here is TRANSPOSED.
struct Seen {
    Transpose transpose;
    int leading;   // from one contiguous row, or column, to the next
};
static Seen seen(Matrix m)
{
    if (m.column == 1) return {AS_IT_LIES, (int)m.row};
    return {TRANSPOSED, (int)m.column};
}

bool blas_product(Matrix c, Matrix a, Matrix b, bool add)
{
    if (!blas.asked) open_blas();
    if (!blas.handle) return false;
    CHECK(c.column == 1 && (a.row == 1 || a.column == 1) && (b.row == 1 || b.column == 1),
          "a product of matrices whose numbers lie apart");
    Real one = 1, before = add ? 1 : 0;
    Seen sa = seen(a), sb = seen(b);
    int status = blas.gemm(blas.handle, sb.transpose, sa.transpose, c.columns, c.rows, a.columns,
                           &one, b.data, sb.leading, a.data, sa.leading, &before, c.data,
                           (int)c.row);
    CHECK(status == 0, "cuBLAS: status %d of a product %d x %d x %d", status, c.rows, a.columns,
          c.columns);
    return true;
}

}   // namespace card

// memory.cu: memory that is another's, or no longer anybody's, and launches that no card accepts.
#include "planted.h"

static __global__ void scale(float *y, const float *x, float factor)
{
    y[threadIdx.x] = factor * x[threadIdx.x];         // BUG elements.scale
}
static __global__ void add(float *sum, const float *x)
{
    atomicAdd(sum, x[threadIdx.x]);                   // BUG elements.add
}

static void after_free_scale()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    cudaFree(x);
    scale<<<1, THREADS>>>(y, x, 2);                   // BUG after_free.scale
    first_of(y);
}

typedef struct Picture {
    float *pixel;
    int width;
} Picture;
static __global__ void brighten(Picture p)
{
    int i = (int)threadIdx.x;
    if (i < p.width)
        p.pixel[i] += 1;                              // BUG after_free.brighten in_struct.brighten
}
static void after_free_brighten()
{
    Picture p = {numbers(THREADS), THREADS};
    cudaFree(p.pixel);
    brighten<<<1, THREADS>>>(p);
    cudaDeviceSynchronize();
}

static void clear_numbers()
{
    float *x;
    cudaMalloc(&x, THREADS * sizeof *x);              // BUG leak.clear
    cudaMemset(x, 0, THREADS * sizeof *x);
}
static void leak_clear()
{
    clear_numbers();
    cudaDeviceSynchronize();
}

static float sum_of(int count)
{
    float *x, *sum = numbers(1);
    cudaMalloc(&x, (size_t)count * sizeof *x);        // BUG leak.sum
    cudaMemset(x, 0, (size_t)count * sizeof *x);
    add<<<1, count>>>(sum, x);
    return first_of(sum);
}
static void leak_sum() { sum_of(THREADS), sum_of(THREADS); }   // the last may lie on the stack yet

static void host_pointer_scale()
{
    float host[THREADS] = {1}, *y = numbers(THREADS);
    scale<<<1, THREADS>>>(y, host, 2);                // BUG host_pointer.scale
    first_of(y);
}
static void host_pointer_add()
{
    static float sum;
    float *x = numbers(THREADS);
    add<<<1, THREADS>>>(&sum, x);                     // BUG host_pointer.add
    cudaFree(x);
}

static void in_struct_brighten()
{
    float *host = (float *)malloc(THREADS * sizeof *host);
    brighten<<<1, THREADS>>>(Picture{host, THREADS});
    cudaDeviceSynchronize();
    free(host);
}

typedef struct Layer {
    float *y;
    const float *weight;
} Layer;
static __global__ void weigh(Layer layer)
{
    layer.y[threadIdx.x] = 2
        * layer.weight[threadIdx.x];                  // BUG in_struct.weigh
}
static void in_struct_weigh()
{
    float weight[THREADS] = {1}, *y = numbers(THREADS);
    weigh<<<1, THREADS>>>(Layer{y, weight});
    first_of(y);
}

static void host_looks_print()
{
    float *x = numbers(THREADS);
    printf("%g\n",
           (double)x[0]);                             // BUG host_looks.print
    cudaFree(x);
}
static void host_looks_clear()
{
    float *x = numbers(THREADS);
    for (int i = 0; i < THREADS; i++)
        x[i] = 0;                                     // BUG host_looks.clear
    first_of(x);
}

static void many_threads_row()
{
    float *x = numbers(1024), *y = numbers(1024);
    scale<<<1, 2048>>>(y, x, 2);                      // BUG many_threads.row
    cudaFree(x);
    first_of(y);
}
static void many_threads_square()
{
    float *x = numbers(1024), *sum = numbers(1);
    add<<<1, dim3(64, 32)>>>(sum, x);                 // BUG many_threads.square
    cudaFree(x);
    first_of(sum);
}

static void elements_scale()
{
    float host[THREADS] = {1}, *x, *y = numbers(THREADS);
    cudaMalloc(&x, sizeof host);
    cudaMemcpy(x, host, THREADS, cudaMemcpyHostToDevice);   // BUG elements.scale
    scale<<<1, THREADS>>>(y, x, 2);
    cudaFree(x);
    first_of(y);
}
static void elements_add()
{
    float host[THREADS] = {1}, *x, *sum = numbers(1);
    cudaMalloc(&x, sizeof host);
    cudaMemcpy(x, host, THREADS, cudaMemcpyHostToDevice);   // BUG elements.add
    add<<<1, THREADS>>>(sum, x);
    cudaFree(x);
    first_of(sum);
}

static void too_early_sum()
{
    float *x = numbers(THREADS), *sum = numbers(1), total = 0;
    add<<<1, THREADS>>>(sum, x);
    cudaMemcpyAsync(&total, sum, sizeof total, cudaMemcpyDeviceToHost);    // BUG too_early.sum
    float twice = 2 * total;                          // BUG too_early.sum
    printf("%g\n", (double)twice);
    cudaFree(x);
    first_of(sum);
}
static void too_early_rows()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    float *host = (float *)malloc(THREADS * sizeof *host);
    scale<<<1, THREADS>>>(y, x, 2);
    cudaMemcpyAsync(host, y, THREADS * sizeof *x, cudaMemcpyDeviceToHost);   // BUG too_early.rows
    float largest = 0;
    for (int i = 0; i < THREADS; i++)
        largest = host[i] > largest ? host[i] : largest;   // BUG too_early.rows
    printf("%g\n", (double)largest);
    free(host);
    cudaFree(x);
    first_of(y);
}

const Planted memory[] = {{"after_free.scale", after_free_scale},
                          {"after_free.brighten", after_free_brighten},
                          {"leak.clear", leak_clear},
                          {"leak.sum", leak_sum},
                          {"host_pointer.scale", host_pointer_scale},
                          {"host_pointer.add", host_pointer_add},
                          {"in_struct.brighten", in_struct_brighten},
                          {"in_struct.weigh", in_struct_weigh},
                          {"host_looks.print", host_looks_print},
                          {"host_looks.clear", host_looks_clear},
                          {"many_threads.row", many_threads_row},
                          {"many_threads.square", many_threads_square},
                          {"elements.scale", elements_scale},
                          {"elements.add", elements_add},
                          {"too_early.sum", too_early_sum},
                          {"too_early.rows", too_early_rows},
                          {NULL, NULL}};

#include "convolve.h"

#include "cases.h"

typedef struct Call {
    float *y, *x, *w;
    int height, width, size;
} Call;

static void thread(const void *arguments)
{
    const Call *c = arguments;
    convolve(c->y, c->x, c->w, c->height, c->width, c->size);
}

static unsigned blocks_for(int count, unsigned threads)
{
    return ((unsigned)count + threads - 1) / threads;
}

static void call(const float *x, const float *w, int height, int width, int size, SimSize block)
{
    int rows = height - size + 1, columns = width - size + 1;
    float *y = output("y", SHAPE(rows, columns));
    Call c = {to_device(y, rows * columns), to_device(x, height * width),
              to_device(w, size * size), height, width, size};
    SimSize grid = {blocks_for(columns, block.x), blocks_for(rows, block.y), 1};
    launch_kernel("convolve", grid, block, thread, &c, sizeof c);
    from_device(y, c.y, rows * columns);
}

static SimSize block_of(int rows, int columns)
{
    parameter("blockDim.y", rows);
    parameter("blockDim.x", columns);
    return (SimSize){(unsigned)columns, (unsigned)rows, 1};
}

static void example(void)
{
    SimSize block = block_of(2, 2);
    const float *x = input("x", SHAPE(2, 3), 1, 2, 0, 0, 1, 3);
    call(x, input("w", SHAPE(2, 2), 1, -1, 0, 2), 2, 3, 2, block);
    right(1, 8);
}

static void several_blocks(void)
{
    SimSize block = block_of(2, 1);
    const float *x = input("x", SHAPE(3, 2), 1, 2, 3, 4, 5, 6);
    call(x, input("w", SHAPE(1, 1), 2), 3, 2, 1, block);
    right(2, 4, 6, 8, 10, 12);
}

static void drawn(void)
{
    int height = size_between(1, 9), width = size_between(1, 9);
    int least = height < width ? height : width;
    int size = between(1, least < 3 ? least : 3);
    SimSize block = block_of(between(1, 4), between(1, 4));
    const float *x = input_drawn("x", SHAPE(height, width), SUMMED);
    call(x, input_drawn("w", SHAPE(size, size), SUMMED), height, width, size, block);
}

const Cases cases = {{example, several_blocks}, drawn, 100};

#include "block_sum.h"

#include "cases.h"

typedef struct Call {
    float *sum;
    float *x;
    int count;
} Call;

static void thread(const void *arguments)
{
    const Call *c = arguments;
    block_sum(c->sum, c->x, c->count);
}

static void call(const float *x, int count, unsigned threads)
{
    float *sum = output("sum", SHAPE(1));
    Call c = {to_device(sum, 1), to_device(x, count), count};
    launch_kernel("block_sum", (SimSize){1, 1, 1}, (SimSize){threads, 1, 1}, thread, &c, sizeof c);
    from_device(sum, c.sum, 1);
}

static void example(void)
{
    parameter("threads", 4);
    parameter("count", 6);
    call(input("x", SHAPE(6), 1, 2, 3, 4, 5, 6), 6, 4);
    right(21);
}

static void few_numbers(void)
{
    parameter("threads", 8);
    parameter("count", 3);
    call(input("x", SHAPE(3), 2.5, -1, 4), 3, 8);
    right(5.5);
}

static void drawn(void)
{
    int threads = parameter("threads", 1 << size_between(0, 6));
    int count = parameter("count", one_in(10) ? 0 : size_between(1, 200));
    call(input_drawn("x", SHAPE(count), SUMMED), count, (unsigned)threads);
}

const Cases cases = {{example, few_numbers}, drawn, 100};

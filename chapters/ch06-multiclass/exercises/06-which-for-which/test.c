// Few levels, so that logits are often equal.
#include "which.h"

#include "cases.h"

static void call(const float *z, const float *label, int samples, int classes,
                 int k)
{
    given("k %d", k);
    batch_size(samples);
    float *counts = output("counts", SHAPE(classes, classes));
    confusion(counts, z, label, samples, classes);
    float share = top_k(z, label, samples, classes, k);
    *output("top_k", SHAPE(1)) = share;
}

static void example(void)
{
    const float *z = input("z", SHAPE(2, 3), 1, 5, 3, 4, 4, 0);
    call(z, input("label", SHAPE(2), 2, 1), 2, 3, 2);
    right(1);
}

static void only_the_first(void)
{
    const float *z = input("z", SHAPE(2, 3), 1, 5, 3, 4, 4, 0);
    call(z, input("label", SHAPE(2), 1, 1), 2, 3, 1);
    right(0.5);
}

static void drawn(void)
{
    float z[8 * 5], label[8];
    int samples = parameter("samples", size_between(1, 8));
    int classes = parameter("classes", between(1, 5));
    int levels = one_in(2) ? 3 : 50, k = between(1, classes);
    for (int n = 0; n < samples; n++) {
        label[n] = (float)between(0, classes - 1);
        for (int j = 0; j < classes; j++)
            z[n * classes + j] = (float)between(-levels, levels) / 2;
    }
    const float *logits =
        input_numbers("z", SHAPE(samples, classes), z, samples * classes);
    call(logits, input_numbers("label", SHAPE(samples), label, samples),
         samples, classes, k);
}

const Cases cases = {{example, only_the_first}, drawn, 300};

// Sure answers and unsure ones, right and wrong; logits so far apart that a share is 0.
#include "cross_entropy.h"

#include "cases.h"

static void call(const float *z, const float *t, int samples, int classes)
{
    batch_size(samples);
    float *dz = output("dz", SHAPE(samples, classes));
    float loss = cross_entropy(dz, z, t, samples, classes);
    *output("L", SHAPE(1)) = loss;
}

static void example(void)
{
    const float *z = input("z", SHAPE(1, 3), 2, 1, -1);
    call(z, input("t", SHAPE(1, 3), 0, 1, 0), 1, 3);
    right(1.349012);
}

static void nothing_known(void)
{
    const float *z = input("z", SHAPE(2, 4), 0, 0, 0, 0, 7, 7, 7, 7);
    call(z, input("t", SHAPE(2, 4), 0, 0, 1, 0, 1, 0, 0, 0), 2, 4);
    right(1.386294);
}

static void drawn(void)
{
    float z[5 * 5], t[5 * 5];
    int samples = parameter("samples", size_between(1, 5));
    int classes = parameter("classes", between(1, 5));
    for (int n = 0; n < samples; n++) {
        int label = between(0, classes - 1), wide = one_in(5) ? 400 : 3;
        for (int k = 0; k < classes; k++) {
            z[n * classes + k] = real_between(-wide, wide);
            t[n * classes + k] = k == label;
        }
    }
    const float *logits =
        input_numbers("z", SHAPE(samples, classes), z, samples * classes);
    call(logits,
         input_numbers("t", SHAPE(samples, classes), t, samples * classes),
         samples, classes);
}

const Cases cases = {{example, nothing_known}, drawn, 300};

// Samples at levels far from each other: what is subtracted must be a sample's own.
#include "softmax.h"

#include "cases.h"

static void call(const float *z, int samples, int classes)
{
    softmax(output("p", SHAPE(samples, classes)), z, samples, classes);
}

static void example(void)
{
    call(input("z", SHAPE(1, 3), 2, 1, -1), 1, 3);
    right(0.705385, 0.259496, 0.035119);
}

static void high(void)
{
    call(input("z", SHAPE(1, 3), 1000, 999, 997), 1, 3);
    right(0.705385, 0.259496, 0.035119);
}

static void drawn(void)
{
    static const int levels[] = {-995, -120, 0, 0, 2, 110, 995};
    float z[5 * 6];
    int samples = parameter("samples", size_between(1, 5));
    int classes = parameter("classes", between(1, 6));
    for (int n = 0; n < samples; n++) {
        int level = levels[between(0, 6)], wide = one_in(3) ? 5 : 2;
        for (int k = 0; k < classes; k++) {
            int above = level == 0 && one_in(12) ? 200 : 0;
            z[n * classes + k] =
                (float)(level + above) + real_between(-wide, wide);
        }
    }
    call(input_numbers("z", SHAPE(samples, classes), z, samples * classes),
         samples, classes);
}

const Cases cases = {{example, high}, drawn, 300};

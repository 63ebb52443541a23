// Small tables, whose least loss lies inside or at an end; then samples that nobody has seen.
#include "temperature.h"

#include <math.h>

#include "cases.h"

enum { HELD_OUT = 1, KEPT = 300, CLASSES = 4 };

static void call(const float *z, const float *label, int samples, int classes)
{
    float t = temperature(z, label, samples, classes);
    *output("T", SHAPE(1)) = t;
}

static void example(void)
{
    const float *z = input("z", SHAPE(4, 2), 3, 0, 3, 0, 3, 0, 3, 0);
    call(z, input("label", SHAPE(4), 0, 0, 1, 0), 4, 2);
    right(2.730718);
}

static void always_right(void)
{
    const float *z = input("z", SHAPE(1, 3), 5, 1, 2);
    call(z, input("label", SHAPE(1), 0), 1, 3);
    right(0.1);
}

static void drawn(void)
{
    static const int wides[] = {1, 4, 4, 80};
    float z[12 * 4], label[12];
    int samples = parameter("samples", size_between(1, 12));
    int classes = parameter("classes", between(2, 4)), wide = wides[between(0, 3)];
    for (int n = 0; n < samples; n++) {
        int best = 0;
        for (int k = 0; k < classes; k++) {
            z[n * classes + k] = (float)between(-8 * wide, 8 * wide) / 8;
            if (z[n * classes + k] > z[n * classes + best]) best = k;
        }
        z[n * classes] += 0.0625f;
        label[n] = (float)(one_in(3) ? between(0, classes - 1) : best);
    }
    const float *logits =
        input_numbers("z", SHAPE(samples, classes), z, samples * classes);
    call(logits, input_numbers("label", SHAPE(samples), label, samples),
         samples, classes);
}

static double share(const double *z, int k)
{
    double sum = 0;
    for (int j = 0; j < CLASSES; j++) sum += exp(z[j] - z[k]);
    return 1 / sum;
}

// A sample's true logits, its class drawn by their shares; the network says three times as much.
static int draw_sample(float *z)
{
    double honest[CLASSES], u;
    for (int k = 0; k < CLASSES; k++) {
        honest[k] = (double)real_between(-2, 2);
        z[k] = (float)(3 * honest[k]);
    }
    u = (double)real_between(0, 1);
    for (int k = 0; k < CLASSES - 1; k++) {
        u -= share(honest, k);
        if (u < 0) return k;
    }
    return CLASSES - 1;
}

static double loss(const float *z, const float *label, double t)
{
    double sum = 0;
    for (int n = 0; n < KEPT; n++) {
        double scaled[CLASSES];
        for (int k = 0; k < CLASSES; k++)
            scaled[k] = (double)z[n * CLASSES + k] / t;
        sum -= log(share(scaled, (int)label[n]));
    }
    return sum / KEPT;
}

static void too_sure(void)
{
    static float z[2][KEPT * CLASSES], label[2][KEPT];
    stage(HELD_OUT);
    given("300 samples kept, 300 held out");
    for (int part = 0; part < 2; part++)
        for (int n = 0; n < KEPT; n++)
            label[part][n] = (float)draw_sample(z[part] + n * CLASSES);
    float t = temperature(z[0], label[0], KEPT, CLASSES);
    double spared = 1 - loss(z[1], label[1], (double)t) / loss(z[1], label[1], 1);
    answer_at_least("share of the loss that is spared", spared, 0.33);
}

const Cases cases = {{example, always_right, too_sure}, drawn, 200};

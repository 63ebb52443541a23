// Kernels made by hand: what a 3 x 3 pattern of weights answers to a digit.
#include "lesson.h"

#include <math.h>

typedef struct Kernel {
    const char *name;
    float weight[9];
} Kernel;

static const Kernel kernels[] = {
    {"identity", {0, 0, 0, 0, 1, 0, 0, 0, 0}},
    {"blur",
     {1 / 9.f, 1 / 9.f, 1 / 9.f, 1 / 9.f, 1 / 9.f, 1 / 9.f, 1 / 9.f, 1 / 9.f,
      1 / 9.f}},
    {"sharpen", {0, -1, 0, -1, 5, -1, 0, -1, 0}},
    {"vertical-edge", {-1, 0, 1, -2, 0, 2, -1, 0, 1}},   // Sobel's
    {"horizontal-edge", {-1, -2, -1, 0, 0, 0, 1, 2, 1}},
    {"outline", {0, 1, 0, 1, -4, 1, 0, 1, 0}},   // Laplace's
};
enum { KERNELS = sizeof kernels / sizeof *kernels };

static void write_answer(FILE *table, const char *name, const float *answer)
{
    for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < SIDE; j++)
            fprintf(table, "%s\t%d\t%d\t%.4f\n", name, i, j,
                    answer[i * SIDE + j]);
}

static int
strongest(const float *answer)   // the pixel whose answer is farthest from 0
{
    int best = 0;
    for (int i = 1; i < PIXELS; i++)
        if (fabsf(answer[i]) > fabsf(answer[best])) best = i;
    return best;
}

void show_kernels(App *app, Lesson *lesson)
{
    float digit[PIXELS], answer[PIXELS], no_bias = 0;
    for (int i = 0; i < PIXELS; i++)
        digit[i] = bytes(&lesson->test.inputs)[i] / 255.0f;
    FILE *table = app_table(app, "kernels", "kernel\trow\tcolumn\tanswer");
    for (int k = 0; k < KERNELS; k++) {
        convolution_plain(answer, digit, kernels[k].weight, &no_bias,
                          (Picture){SIDE, SIDE, 1}, 1, 3, 1, 1);
        write_answer(table, kernels[k].name, answer);
        int place = strongest(answer);
        app_detail(app, "%-16s answers most at row %2d, column %2d: %+.2f",
                   kernels[k].name, place / SIDE, place % SIDE,
                   answer[place]);
    }
    app_say(app, "kernels: %d made by hand, on the first test digit  "
                 "[fig:ch07-kernels]",
            KERNELS);
}

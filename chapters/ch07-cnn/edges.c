// Kernels made by hand: what a 3 x 3 pattern of weights answers to a digit.
#include "lesson.h"

#include <math.h>

typedef struct Kernel {
    const char *name;
    float weight[9];
} Kernel;

#define NINTH (1 / 9.0f)
static const Kernel kernels[] = {
    {"identity", {0, 0, 0, 0, 1, 0, 0, 0, 0}},
    {"blur", {NINTH, NINTH, NINTH, NINTH, NINTH, NINTH, NINTH, NINTH, NINTH}},
    {"sharpen", {0, -1, 0, -1, 5, -1, 0, -1, 0}},
    {"vertical-edge", {-1, 0, 1, -2, 0, 2, -1, 0, 1}},   // Sobel's
    {"horizontal-edge", {-1, -2, -1, 0, 0, 0, 1, 2, 1}},
    {"outline", {0, 1, 0, 1, -4, 1, 0, 1, 0}},   // Laplace's
};
enum { VERTICAL = 3, HORIZONTAL = 4 };   // their places in the table
enum { KERNELS = sizeof kernels / sizeof *kernels };

static void write_answer(FILE *table, const char *name, const float *answer)
{
    for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < SIDE; j++)
            fprintf(table, "%s\t%d\t%d\t%.4f\n", name, i, j,
                    answer[i * SIDE + j]);
}

// The pixel whose answer is farthest from 0.
static int strongest(const float *answer)
{
    int best = 0;
    for (int i = 1; i < PIXELS; i++)
        if (fabsf(answer[i]) > fabsf(answer[best])) best = i;
    return best;
}

typedef struct Strongest {
    int row, column;
    float answer;
} Strongest;

static Strongest show_kernel(FILE *table, const Kernel *k, const float *digit)
{
    float answer[PIXELS], no_bias = 0;
    convolution_plain(answer, digit, k->weight, &no_bias,
                      (Extent){SIDE, SIDE, 1}, 1, 3, 1, 1);
    write_answer(table, k->name, answer);
    int pixel = strongest(answer);
    return (Strongest){pixel / SIDE, pixel % SIDE, answer[pixel]};
}

void show_kernels(App *app, Lesson *lesson)
{
    float digit[PIXELS];
    for (int i = 0; i < PIXELS; i++)
        digit[i] = bytes(&lesson->test.inputs)[i] / 255.0f;
    FILE *table = app_table(app, "kernels", "kernel\trow\tcolumn\tanswer");
    Strongest at[KERNELS];
    for (int k = 0; k < KERNELS; k++) {
        at[k] = show_kernel(table, &kernels[k], digit);
        app_detail(app, "%-16s answers most at row %2d, column %2d: %+.2f",
                   kernels[k].name, at[k].row, at[k].column, at[k].answer);
    }
    app_say(app, "kernels: vertical edges answer most (%+.1f) in row %d, "
                 "horizontal ones (%+.1f) in row %d  [fig:ch07-kernels]",
            at[VERTICAL].answer, at[VERTICAL].row, at[HORIZONTAL].answer,
            at[HORIZONTAL].row);
}

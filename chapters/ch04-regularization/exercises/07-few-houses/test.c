// Small tables, in which now one pull is best and now another; then the houses.
#include "few_houses.h"

#include <math.h>

#include "cases.h"
#include "sold.h"

enum { HELD_OUT = 1 };

static void call(const float *x, const float *t, int rows, int columns)
{
    float *b = output("b", SHAPE(1)), *w = output("w", SHAPE(columns));
    learn(w, b, x, t, rows, columns);
}

static void example(void)
{
    float x[10], t[10];
    for (int n = 0; n < 10; n++) {
        x[n] = (float)(n % 2 ? 1 : -1);
        t[n] = 2 * x[n] + 1;
    }
    const float *xs = input_numbers("x", SHAPE(10, 1), x, 10);
    call(xs, input_numbers("t", SHAPE(10), t, 10), 10, 1);
    right(2 / 1.01);
}

// The errors of t are small or large beside what the columns say.
static void drawn(void)
{
    float x[20 * 5], t[20];
    int columns = between(1, 5), rows = size_between(10, 20);
    float noise = (float)between(0, 16) / 4, true_w[5];
    for (int d = 0; d < columns; d++) true_w[d] = (float)between(-4, 4) / 4;
    for (int n = 0; n < rows; n++) {
        t[n] = noise * real_between(-1, 1) + 1;
        for (int d = 0; d < columns; d++) {
            x[n * columns + d] = real_between(-1.7, 1.7);
            t[n] += true_w[d] * x[n * columns + d];
        }
    }
    const float *xs = input_numbers("x", SHAPE(rows, columns), x, rows * columns);
    call(xs, input_numbers("t", SHAPE(rows), t, rows), rows, columns);
}

// Less the mean and over the deviation of those that are learned from.
static void standardised(float out[SALES][COLUMNS])
{
    for (int d = 0; d < COLUMNS; d++) {
        double mean = 0, square = 0, count = SALES / 3.0;
        for (int n = 0; n < SALES; n += 3) mean += (double)sold[n][d] / count;
        for (int n = 0; n < SALES; n += 3) square += pow((double)sold[n][d] - mean, 2) / count;
        for (int n = 0; n < SALES; n++)
            out[n][d] = (float)(((double)sold[n][d] - mean) / sqrt(square));
    }
}

static void houses(void)
{
    static float all[SALES][COLUMNS], x[SALES / 3 * COLUMNS], t[SALES / 3];
    float w[COLUMNS], b = NAN;
    double mean = 0, off = 0, spread = 0, count = SALES * 2 / 3.0;
    stage(HELD_OUT);
    given("32 houses, and 64 that are held out");
    standardised(all);
    for (int n = 0; n < SALES; n += 3) {
        for (int d = 0; d < COLUMNS; d++) x[n / 3 * COLUMNS + d] = all[n][d];
        t[n / 3] = sold[n][COLUMNS];
    }
    for (int d = 0; d < COLUMNS; d++) w[d] = NAN;
    learn(w, &b, x, t, SALES / 3, COLUMNS);
    for (int n = 0; n < SALES; n++)
        if (n % 3 != 0) mean += (double)sold[n][COLUMNS] / count;
    for (int n = 0; n < SALES; n++) {
        if (n % 3 == 0) continue;
        double y = (double)b, price = (double)sold[n][COLUMNS];
        for (int d = 0; d < COLUMNS; d++) y += (double)w[d] * (double)all[n][d];
        off += (y - price) * (y - price);
        spread += (price - mean) * (price - mean);
    }
    answer_at_least("share of the variance explained", 1 - off / spread, 0.86);
}

const Cases cases = {{example, houses}, drawn, 120};

// Cover a patch of a digit with paper: where does the network miss the ink?
// Zeiler & Fergus 2014 slid a grey square over photographs in the same way.
#include "further.h"

#include <stdlib.h>
#include <string.h>

enum { COVER = 7, COVERED = 100, DRAWN = 5 };   // pixels, digits, digits

// The digit without the ink of the square around (row, column).
static void cover(uint8_t *to, const uint8_t *from, int row, int column)
{
    memcpy(to, from, PIXELS);
    for (int i = row - COVER / 2; i <= row + COVER / 2; i++)
        for (int j = column - COVER / 2; j <= column + COVER / 2; j++)
            if (i >= 0 && i < SIDE && j >= 0 && j < SIDE)
                to[i * SIDE + j] = 0;
}

// For each place of the cover: the probability of the digit's own class.
static void occlude(double *own, Network *net, const uint8_t *digit,
                    int label)
{
    int batch = graph_batch(net->image);
    uint8_t *covered = allocate((size_t)batch, PIXELS);
    for (int first = 0; first < PIXELS; first += batch) {
        int n = PIXELS - first < batch ? PIXELS - first : batch;
        for (int k = 0; k < n; k++)
            cover(covered + k * PIXELS, digit, (first + k) / SIDE,
                  (first + k) % SIDE);
        feed_digits(net->image, covered, n);
        const Real *z = reals(predict(net->logits));
        for (int k = 0; k < n; k++)
            own[first + k] = probability(z + k * CLASSES, CLASSES, label);
    }
    free(covered);
}

static int lowest(const double *own)
{
    int place = 0;
    for (int i = 1; i < PIXELS; i++)
        if (own[i] < own[place]) place = i;
    return place;
}

static void write_map(FILE *table, int place, int label, const double *own,
                      const uint8_t *digit)
{
    for (int i = 0; i < PIXELS; i++)
        fprintf(table, "%d\t%d\t%d\t%d\t%d\t%.4f\n", place, label, i / SIDE,
                i % SIDE, digit[i], own[i]);
}

void show_occlusion(App *app, Lesson *lesson)
{
    Dataset test = dataset_first(&lesson->test, COVERED);
    int fragile = 0;
    double own[PIXELS], lost = 0;
    FILE *table = app_table(app, "occlusion",
                            "place\tlabel\trow\tcolumn\tlevel\tprobability");
    for (int n = 0; n < test.count; n++) {
        const uint8_t *digit = bytes(&test.inputs) + (size_t)n * PIXELS;
        int label = ints(&test.targets)[n];
        occlude(own, lesson->net, digit, label);
        int worst = lowest(own);
        fragile += own[worst] < 0.5;
        for (int i = 0; i < PIXELS; i++) lost += 1 - own[i];
        if (n < DRAWN) write_map(table, n, label, own, digit);
        app_detail(app, "a %d: at row %d, column %d it is %.1f%% sure",
                   label, worst / SIDE, worst % SIDE, 100 * own[worst]);
        app_stop_if_interrupted(app);
    }
    double doubt = lost / test.count / PIXELS;
    app_metric(app, "occlusion_fragile", (double)fragile / test.count,
               "fraction");
    app_metric(app, "occlusion_mean_doubt", doubt, "probability");
    app_say(app, "occlusion: one square of %d x %d pixels hides %d of %d "
                 "digits; an average one costs %.1f%%  [fig:ch07-occlusion]",
            COVER, COVER, fragile, test.count, 100 * doubt);
}

// The puzzle that the chapter opens with: a test digit that both networks
// read, and that the dense one misreads four pixels further left.
#include "small.h"

#include <stdlib.h>

enum { MOVED_LEFT = -4 };

typedef struct Reading {
    int guess;
    double sure;   // the probability of that guess
} Reading;

// What a network reads in each of these digits; the caller frees it.
static Reading *read_all(Node *image, Node *logits, const Dataset *digits)
{
    Reading *all = allocate((size_t)digits->count, sizeof *all);
    for (int first = 0, n; first < digits->count; first += n) {
        n = feed_batch(image, digits, first);
        const Real *z = reals(predict(logits));
        for (int k = 0; k < n; k++, z += CLASSES) {
            int guess = likeliest(z, CLASSES);
            all[first + k] = (Reading){guess, probability(z, CLASSES, guess)};
        }
    }
    return all;
}

static void write_digit(FILE *table, const char *where, const uint8_t *digit)
{
    for (int i = 0; i < PIXELS; i++)
        fprintf(table, "%s\t%d\t%d\t%d\n", where, i / SIDE, i % SIDE,
                digit[i]);
}

static void note(App *app, const char *who, const char *where, Reading r)
{
    app_metric_of(app, r.guess, "digit", "puzzle_%s_%s", who, where);
    app_metric_of(app, r.sure, "fraction", "puzzle_%s_%s_sure", who, where);
}

// The first digit that is a puzzle; the first of all where there is none.
static int find_puzzle(Reading *const reading[4], const int32_t *label,
                       int count)
{
    for (int n = 0; n < count; n++) {
        bool still = reading[0][n].guess == label[n] &&
                     reading[2][n].guess == label[n];
        if (still && reading[1][n].guess != label[n] &&
            reading[3][n].guess == label[n])
            return n;
    }
    return 0;
}

void write_puzzle(App *app, Network *net, Learner *dense, const Dataset *test)
{
    Dataset aside = moved(test, 0, MOVED_LEFT);
    Reading *reading[4] = {read_all(dense->input, dense->output, test),
                           read_all(dense->input, dense->output, &aside),
                           read_all(net->image, net->logits, test),
                           read_all(net->image, net->logits, &aside)};
    int n = find_puzzle(reading, ints(&test->targets), test->count);
    FILE *table = app_table(app, "puzzle", "where\trow\tcolumn\tink");
    write_digit(table, "still", bytes(&test->inputs) + n * PIXELS);
    write_digit(table, "moved", bytes(&aside.inputs) + n * PIXELS);
    app_metric(app, "puzzle_label", ints(&test->targets)[n], "digit");
    note(app, "dense", "still", reading[0][n]);
    note(app, "dense", "moved", reading[1][n]);
    note(app, "cnn", "still", reading[2][n]);
    note(app, "cnn", "moved", reading[3][n]);
    for (int k = 0; k < 4; k++) free(reading[k]);
    tensor_free(&aside.inputs);
}

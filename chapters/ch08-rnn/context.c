// The writer's bits a character beside those of counting: how far do the last
// one, two, … characters lead?
#include "lesson.h"
#include "ngrams.h"

#include <math.h>
#include <string.h>

#include "measure.h"

// Bits of each order, in [1] … [MOST_ORDER].
static void count_orders(App *app, const Book *book, double *bits)
{
    Counts counts = counts_new(&book->train, book->alphabet.symbols);
    for (int order = 1; order <= MOST_ORDER; order++) {
        bits[order] = counts_bits(&counts, order, &book->test);
        app_stop_if_interrupted(app);
    }
    counts_free(&counts);
}

/* ---- The writer, when it may read only the last characters -------------*/

static const int may_read[] = {1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50};
enum { LIMITS = sizeof may_read / sizeof *may_read, TRIED = 8192 };

// Row n of the places tried: `count` characters, and the one that follows.
static void take_window(const Book *book, int place, int count, int32_t *in,
                        int32_t *next)
{
    memcpy(in, ints(&book->test) + place, (size_t)count * sizeof *in);
    *next = ints(&book->test)[place + count];
}

// Bits a character at places spread over the held-out text, from an empty
// state `count` characters before each.
static double limited_bits(Writer *w, const Book *book, int count)
{
    int symbols = w->design.symbols, length = book->test.shape.dim[0];
    int room = length - count - 1, tried = room < TRIED ? room : TRIED;
    Glance g = glance_new(w, count);
    double bits = 0;
    for (int first = 0, n; first < tried; first += n) {
        n = tried - first < GLANCES ? tried - first : GLANCES;
        int32_t next[GLANCES];
        for (int k = 0; k < n; k++)
            take_window(book, (int)((int64_t)(first + k) * room / tried),
                        count, ints(&g.windows) + k * count, &next[k]);
        const Real *z = glance(&g, n);
        for (int k = 0; k < n; k++)
            bits -= log2(probability(z + k * symbols, symbols, next[k]));
    }
    glance_free(&g);
    return bits / tried;
}

static void write_limits(App *app, Writer *w, const Book *book)
{
    FILE *table = app_table(app, "reach", "read\tbits");
    for (int k = 0; k < LIMITS; k++) {
        if (may_read[k] + 1 >= book->test.shape.dim[0]) continue;
        double bits = limited_bits(w, book, may_read[k]);
        fprintf(table, "%d\t%.4f\n", may_read[k], bits);
        app_metric_of(app, bits, "bits a character", "reach_%d", may_read[k]);
        app_stop_if_interrupted(app);
    }
}

void show_writer(App *app, Lesson *lesson)
{
    double counted[MOST_ORDER + 1];
    Dataset test = book_test(&lesson->book, STEPS);
    count_orders(app, &lesson->book, counted);
    FILE *table = app_table(app, "context", "before\tbits");
    for (int order = 1; order <= MOST_ORDER; order++)
        fprintf(table, "%d\t%.4f\n", order - 1, counted[order]);
    write_limits(app, &lesson->writer, &lesson->book);
    double bits = writer_bits(&lesson->writer, &test);
    app_metric(app, "writer_bits", bits, "bits a character");
    app_metric(app, "trigram_bits", counted[3], "bits a character");
    app_metric(app, "sixgram_bits", counted[6], "bits a character");
    app_metric(app, "held_out_characters", test.count + 1, "");
    app_metric(app, "parameters",
               (double)params_learned(lesson->writer.params), "");
    app_metric(app, "symbols", lesson->book.alphabet.symbols, "");
    app_say(app,
            "writer: %.3f bits a character of %d unseen ones; counting after "
            "two letters %.3f, after five %.3f  [fig:ch08-context]",
            bits, test.count, counted[3], counted[6]);
}

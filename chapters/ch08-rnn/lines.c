// The novel's lines are broken behind some seventy characters. Does the
// writer know where it is in a line? It would have to count.
#include "lesson.h"
#include "measure.h"

enum { LOOKED_AT = 20000, WIDEST = 76, BIN = 4, BINS = WIDEST / BIN };

// Blanks and breaks, by the column in which they stand: how many, how many of
// them breaks, and the sum of what the writer said of a break.
typedef struct Columns {
    int count[BINS], breaks[BINS];
    double said[BINS];
} Columns;

static Columns read_on(App *app, Lesson *lesson)
{
    Columns c = {0};
    Writer *w = &lesson->writer;
    const Alphabet *a = &lesson->book.alphabet;
    const int32_t *text = ints(&lesson->book.test);
    int blank = alphabet_symbol(a, ' '), end = alphabet_symbol(a, '\n');
    int length = lesson->book.test.shape.dim[0];
    writer_begin(w);
    for (int n = 0, column = 0; n < LOOKED_AT && n < length - 1; n++) {
        const Real *logits = writer_read(w, text[n]);
        column = text[n] == end ? 0 : column + 1;
        app_stop_if_interrupted(app);
        if (column >= WIDEST || (text[n + 1] != end && text[n + 1] != blank))
            continue;
        double p = probability(logits, a->symbols, end);
        double q = probability(logits, a->symbols, blank);
        c.count[column / BIN]++;
        c.breaks[column / BIN] += text[n + 1] == end;
        c.said[column / BIN] += p / (p + q);
    }
    return c;
}

static void note(App *app, const char *where, const Columns *c, int first,
                 int end)
{
    double breaks = 0, said = 0, count = 1e-9;
    for (int k = first; k < end; k++) {
        breaks += c->breaks[k];
        said += c->said[k];
        count += c->count[k];
    }
    app_metric_of(app, breaks / count, "fraction", "lines_%s_breaks", where);
    app_metric_of(app, said / count, "fraction", "lines_%s_said", where);
}

void show_lines(App *app, Lesson *lesson)
{
    Columns c = read_on(app, lesson);
    FILE *table = app_table(app, "lines", "column\tcount\tbreaks\tsaid");
    for (int k = 0; k < BINS; k++) {
        double count = c.count[k] > 0 ? c.count[k] : 1;
        fprintf(table, "%d\t%d\t%.4f\t%.4f\n", k * BIN, c.count[k],
                c.breaks[k] / count, c.said[k] / count);
    }
    note(app, "middle", &c, 2, 14);
    note(app, "end", &c, 17, BINS);
    double middle = c.count[8] > 0 ? c.said[8] / c.count[8] : 0;
    double end = c.count[17] > 0 ? c.said[17] / c.count[17] : 0;
    app_say(app,
            "lines: a blank breaks the line with %.0f%% at column 32, says "
            "the writer, and with %.0f%% at column 68  [fig:ch08-lines]",
            100 * middle, 100 * end);
}

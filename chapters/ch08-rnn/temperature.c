// The same writer, careful and daring: what it writes at four temperatures,
// and how many of its words the text that it has learned from has, too.
#include "lesson.h"

#include <string.h>

#include "text.h"

enum { WRITTEN = 2000, SHOWN = 120 };
static const double temperatures[] = {0.2, 0.7, 1, 1.5};

static bool is_letter(const Book *book, int symbol)
{
    int32_t code = lower_ascii(book->alphabet.code[symbol]);
    return (code >= 'a' && code <= 'z') || code > 127;
}

// Does the learned text have this word, with no letter before and behind it?
static bool known(const Book *book, const int32_t *word, int length)
{
    const int32_t *text = ints(&book->train);
    int end = book->train.shape.dim[0] - length;
    for (int k = 1; k < end; k++) {
        if (text[k] != word[0] || is_letter(book, text[k - 1])) continue;
        if (memcmp(text + k, word, (size_t)length * sizeof *word) == 0 &&
            !is_letter(book, text[k + length]))
            return true;
    }
    return false;
}

static double known_words(const Book *book, const int32_t *text)
{
    int words = 0, right = 0;
    for (int n = 0; n < WRITTEN;) {
        int begin = n;
        while (n < WRITTEN && is_letter(book, text[n])) n++;
        if (n > begin && n < WRITTEN) {
            words++;
            right += known(book, text + begin, n - begin);
        }
        n += n == begin;
    }
    return words > 0 ? (double)right / words : 0;
}

static void write_row(FILE *table, const Book *book, double temperature,
                      const int32_t *text, double share)
{
    char shown[4 * SHOWN + 1];
    book_line(shown, book, text, SHOWN);
    fprintf(table, "%g\t%.4f\t%s\n", temperature, share, shown);
}

void show_temperature(App *app, Lesson *lesson)
{
    enum { COUNT = sizeof temperatures / sizeof *temperatures };
    Writer *w = &lesson->writer;
    Stream chance = {w->params->seed, 0, FOR_LESSON, 87};
    double share[COUNT];
    int32_t text[WRITTEN];
    FILE *table =
        app_table(app, "temperature", "temperature\twords\ttext");
    for (int k = 0; k < COUNT; k++) {
        writer_write(w, text, WRITTEN, book_first(&lesson->book),
                     temperatures[k], chance);
        share[k] = known_words(&lesson->book, text);
        write_row(table, &lesson->book, temperatures[k], text, share[k]);
        app_metric_of(app, share[k], "fraction", "words_%g", temperatures[k]);
        app_stop_if_interrupted(app);
    }
    app_say(app,
            "temperature: of the words written the text has %.0f%% at 0.2, "
            "%.0f%% at 0.7, %.0f%% at 1.5  [fig:ch08-temperature]",
            100 * share[0], 100 * share[1], 100 * share[3]);
}

// Korean: whole pages held out, and a syllable as one symbol or as two or
// three letters.
#include "lesson.h"

#include <stdlib.h>
#include <string.h>

#include "jamo.h"
#include "ngrams.h"
#include "split.h"
#include "text.h"

#define HELD_OUT 0.1   // the share of pages
enum { KOREAN_STEPS = 1500, SHOWN = 40, MOST_BYTES = 1 << 22 };

// The pages that are learned from, one behind the other, and the others.
typedef struct Pages {
    char *train, *test;
    int learned, held_out;   // pages
} Pages;

// The next page, up to an empty line; NULL when there is no more. *rest moves
// behind it.
static char *next_page(char **rest)
{
    char *page = *rest, *end = strstr(page, "\n\n");
    if (!*page) return NULL;
    *rest = end ? end + 2 : page + strlen(page);
    if (end) end[1] = 0;
    return page;
}

static Pages pages_of(char *text, uint64_t seed)
{
    size_t size = strlen(text) + 1;
    Pages p = {allocate(size, 1), allocate(size, 1), 0, 0};
    char *to[] = {p.train, p.test}, *rest = text;
    Stream stream = {seed, 0, FOR_SPLIT, 83};
    for (char *page; (page = next_page(&rest));) {
        bool held = group_place(stream, page) < HELD_OUT;
        size_t length = strlen(page);
        memcpy(to[held], page, length + 1);
        to[held] += length;
        p.held_out += held;
        p.learned += !held;
    }
    return p;
}

static Pages read_pages(App *app)
{
    char path[500], *text;
    size_t length;
    Error error = {0};
    snprintf(path, sizeof path, "%s/text/gnome-help-korean.txt", app->data);
    app_check(app, text_read(&text, &length, path, MOST_BYTES, &error),
              &error);
    Pages p = pages_of(text, app->seed);
    free(text);
    if (text_length(p.train) < 10 * STEPS || text_length(p.test) < 2)
        app_fail(app, 1, "%s: %d pages to learn from and %d to judge, too "
                         "few",
                 path, p.learned, p.held_out);
    return p;
}

static void pages_free(Pages *p)
{
    free(p->train);
    free(p->test);
}

// Bits a symbol of held-out pages, after so many steps; and a sample.
static double learn(App *app, const Book *book, char *sample)
{
    Design design = {LSTM, book->alphabet.symbols, 64, 128, app->batch,
                     STEPS};
    Dataset text = book_train(book, STEPS), unseen = book_test(book, STEPS);
    int32_t symbols[3 * SHOWN];
    Writer w = writer_new(app, design);
    writer_train(&w, app, &text, steps_of(app, KOREAN_STEPS), (Real)8e-3,
                 CARRIED);
    double bits = writer_bits(&w, &unseen);
    writer_write(&w, symbols, 3 * SHOWN, book_first(book), 0.5,
                 (Stream){app->seed, 0, FOR_LESSON, 84});
    book_line(sample, book, symbols, 3 * SHOWN);
    writer_free(&w);
    return bits;
}

static void note(App *app, FILE *table, const char *form, const Book *book,
                 double bits, double counted)
{
    fprintf(table, "%s\t%d\t%d\t%.4f\t%.4f\n", form,
            book->alphabet.symbols - 1, book->train.shape.dim[0], bits,
            counted);
    app_metric_of(app, bits, "bits a character", "korean_%s_bits", form);
    app_metric_of(app, counted, "bits a character", "korean_%s_trigram",
                  form);
    app_metric_of(app, book->alphabet.symbols - 1, "", "korean_%s_symbols",
                  form);
}

// Bits of both forms are of a whole character, so that they can be compared.
static double learn_form(App *app, FILE *table, FILE *samples,
                         const Pages *p, bool apart)
{
    char sample[12 * SHOWN + 1];
    char *train = apart ? jamo_of_text(p->train) : copy_text(p->train);
    char *test = apart ? jamo_of_text(p->test) : copy_text(p->test);
    const char *form = apart ? "jamo" : "syllables";
    Book book = book_of(train, test);
    double each = (double)text_length(test) / (double)text_length(p->test);
    double bits = each * learn(app, &book, sample);
    Counts counts = counts_new(&book.train, book.alphabet.symbols);
    double trigram = each * counts_bits(&counts, 3, &book.test);
    note(app, table, form, &book, bits, trigram);
    counts_free(&counts);
    char *joined = apart ? text_of_jamo(sample) : copy_text(sample);
    const char *end = joined;
    for (int n = 0; n < SHOWN; n++) text_code(&end);
    fprintf(samples, "%s\t%.*s\n", form, (int)(end - joined), joined);
    free(joined);
    free(train);
    free(test);
    book_free(&book);
    return bits;
}

void show_korean(App *app, Lesson *lesson)
{
    (void)lesson;
    Pages p = read_pages(app);
    FILE *table = app_table(app, "korean",
                            "form\tsymbols\tlength\tbits\ttrigram");
    FILE *samples = app_table(app, "korean-samples", "form\ttext");
    double whole = learn_form(app, table, samples, &p, false);
    double apart = learn_form(app, table, samples, &p, true);
    app_metric(app, "korean_pages", p.learned + p.held_out, "");
    app_metric(app, "korean_held_out", p.held_out, "");
    app_say(app,
            "korean: after %d steps %.3f bits a character as syllables, %.3f "
            "as jamo, on %d pages of %d  [fig:ch08-korean]",
            (int)steps_of(app, KOREAN_STEPS), whole, apart, p.held_out,
            p.learned + p.held_out);
    pages_free(&p);
}

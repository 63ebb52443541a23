// What the writer writes while it learns.
#include "lesson.h"

#include "text.h"

enum { SHOWN = 180 };   // characters of a sample
static const double temperature = 0.7;

// A new line, where the text has one.
static int first_symbol(const Book *book)
{
    int line = alphabet_symbol(&book->alphabet, '\n');
    return line > 0 ? line : 1;
}

// A line's end is written as a blank, so that a sample is one line.
static void write_sample(Lesson *lesson, char *out)
{
    Writer *w = &lesson->writer;
    const Alphabet *a = &lesson->book.alphabet;
    Stream chance = {w->params->seed, 0, FOR_LESSON, 81};
    int symbol = first_symbol(&lesson->book);
    writer_begin(w);
    for (int n = 0; n < SHOWN; n++) {
        symbol = draw_symbol(writer_read(w, symbol), a->symbols, temperature,
                             random_uniform(chance, (uint64_t)n));
        out += text_put(out, a->code[symbol] < ' ' ? ' ' : a->code[symbol]);
    }
}

static void note_sample(App *app, Lesson *lesson)
{
    enum { SAID = 56 };
    char text[4 * SHOWN + 1];
    write_sample(lesson, text);
    fprintf(lesson->samples, "%lld\t%s\n", (long long)app->step, text);
    const char *end = text;
    for (int n = 0; n < SAID; n++) text_code(&end);
    app_say(app, "step %lld writes: %.*s  [fig:ch08-samples]",
            (long long)app->step, (int)(end - text), text);
}

void samples_begin(App *app, Lesson *lesson)
{
    lesson->samples = app_table(app, "samples", "step\ttext");
    lesson->bits = app_table(app, "bits", "step\tbits");
}

void samples_step(App *app, Lesson *lesson)
{
    if (app->step == 0 || app->step == 1000 || app->step == 10000)
        note_sample(app, lesson);
}

void samples_epoch(App *app, Lesson *lesson, double bits)
{
    fprintf(lesson->bits, "%lld\t%.4f\n", (long long)app->step, bits);
}

// A training of few steps shows what it has come to.
void samples_end(App *app, Lesson *lesson)
{
    if (app->step < 10000) note_sample(app, lesson);
}

// What the writer writes while it learns.
#include "lesson.h"

#include "text.h"

enum { SHOWN = 180 };   // characters of a sample
static const double temperature = 0.7;

static void note_sample(App *app, Lesson *lesson)
{
    enum { SAID = 56 };
    Writer *w = &lesson->writer;
    Stream chance = {w->params->seed, 0, FOR_LESSON, 81};
    int32_t symbols[SHOWN];
    char text[4 * SHOWN + 1];
    writer_write(w, symbols, SHOWN, book_first(&lesson->book), temperature,
                 chance);
    book_line(text, &lesson->book, symbols, SHOWN);
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

// ./ch08-rnn --generate "It is a truth": the writer goes on from there, one
// character after the other. It carries its state: nothing is read twice.
#include "lesson.h"

#include <string.h>

#include "text.h"

static void check_without_prompt(App *app)
{
    const char *about[] = {"--temperature", "--length", "--draw"};
    for (int k = 0; k < 3; k++)
        if (app_given(app, about[k]))
            app_fail(app, 2, "%s goes with --generate", about[k]);
}

void wish_check(App *app, const Wish *wish)
{
    Error error = {0};
    const char *prompt = wish->prompt;
    if (!prompt) {
        check_without_prompt(app);
        return;
    }
    if (app_given(app, "--predict"))
        app_fail(app, 2, "--generate and --predict exclude each other");
    if (app->part && strcmp(app->part, "writer") != 0)
        app_fail(app, 2, "--generate and --part %s exclude each other",
                 app->part);
    if (!(wish->temperature >= 0 && wish->temperature <= 100))
        app_fail(app, 2, "--temperature %g: expected 0 to 100",
                 wish->temperature);
    if (wish->length < 1 || wish->length > 1000000)
        app_fail(app, 2, "--length %d: expected 1 to 1000000", wish->length);
    if (wish->draw < 0)
        app_fail(app, 2, "--draw %d: expected 0 or more", wish->draw);
    app_check(app,
              text_check(prompt, strlen(prompt), "--generate", &error),
              &error);
}

// The last of the prompt's symbols; all others have been read.
static int read_prompt(App *app, Lesson *lesson, const char *prompt)
{
    int symbol = 0, place = 1;
    writer_begin(&lesson->writer);
    for (const char *at = prompt; *at; place++) {
        Shown rest = text_shown(at);
        if (symbol > 0) writer_read(&lesson->writer, symbol);
        symbol = alphabet_symbol(&lesson->book.alphabet, text_code(&at));
        if (symbol == 0)
            app_fail(app, 1,
                     "--generate: character %d, at \"%s\", does not occur in "
                     "what the writer has learned from",
                     place, rest.text);
    }
    return symbol;
}

void generate(App *app, Lesson *lesson, const Wish *wish)
{
    const Alphabet *a = &lesson->book.alphabet;
    Stream chance = {app->seed, (uint32_t)wish->draw, FOR_LESSON, 82};
    int symbol = read_prompt(app, lesson, wish->prompt);
    fputs(wish->prompt, stdout);
    for (int n = 0; n < wish->length; n++) {
        char letter[5];
        const Real *logits = writer_read(&lesson->writer, symbol);
        symbol = draw_symbol(logits, a->symbols, wish->temperature,
                             random_uniform(chance, (uint64_t)n));
        text_put(letter, a->code[symbol]);
        fputs(letter, stdout);
        if (n % 64 == 0) app_stop_if_interrupted(app);
    }
    putchar('\n');
}

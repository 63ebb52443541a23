/* resume.c: --resume goes on with a training of the same program, seed, batch and so on. What the
 * command line leaves open is taken from the file; what it says otherwise is an error.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"

static _Noreturn void conflict(App *app, const char *option, const char *asked, const char *saved)
{
    usage_fail(app, "%s %s, but %s was trained with %s", option, asked, app->resume, saved);
}

static void take_whole(App *app, const char *name, int *asked, int saved)
{
    char texts[2][16];
    if (option_given(app->session, name) && *asked != saved) {
        snprintf(texts[0], sizeof texts[0], "%d", *asked);
        snprintf(texts[1], sizeof texts[1], "%d", saved);
        conflict(app, name, texts[0], texts[1]);
    }
    *asked = saved;
}

static void take_seed(App *app, uint64_t saved)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, saved);
    if (option_given(app->session, "--seed") && app->seed != saved)
        conflict(app, "--seed", app->session->seed, text);
    app->seed = saved;
}

static void take_rate(App *app, double saved)
{
    char texts[2][32];
    if (option_given(app->session, "--lr") && app->lr != saved) {
        snprintf(texts[0], sizeof texts[0], "%.9g", app->lr);
        snprintf(texts[1], sizeof texts[1], "%.9g", saved);
        conflict(app, "--lr", texts[0], texts[1]);
    }
    app->lr = saved;
}

// ---- The chapter's own options: "--augment --dataset mnist", those that are not as usual

void resume_describe(const App *app, char *out, size_t size)
{
    const Session *s = app->session;
    size_t used = 0;
    out[0] = '\0';
    for (int i = 0; i < s->options && used < size; i++) {
        const Option *option = &s->option[i];
        if (!option->changes_training) continue;
        char *text = option_text(option);
        if (strcmp(text, s->usual[i]) != 0) {
            used +=
                (size_t)snprintf(out + used, size - used, "%s%s%s%s", used ? " " : "", option->name,
                                 option->kind == FLAG ? "" : " ", option->kind == FLAG ? "" : text);
        }
        free(text);
    }
    CHECK(used < size, "options that change training take more than %zu letters", size);
}

// The value that the text "--augment --dataset mnist" gives an option; without a mention, the usual one.
static char *saved_value(const Session *s, int i, const char *described)
{
    const char *name = s->option[i].name;
    const size_t length = strlen(name);
    for (const char *at = described; (at = strstr(at, name)); at += length) {
        const bool starts = at == described || at[-1] == ' ';
        if (!starts || (at[length] != ' ' && at[length] != '\0')) continue;
        if (s->option[i].kind == FLAG) return copy_text("yes");
        const char *value = at + length + (at[length] == ' '), *end = strstr(value, " --");
        char *copy = copy_text(value);
        if (end) copy[end - value] = '\0';
        return copy;
    }
    return copy_text(s->usual[i]);
}

static void take_option(App *app, int i, const char *described)
{
    Session *s = app->session;
    char *asked = option_text(&s->option[i]), *saved = saved_value(s, i, described);
    const bool differ = strcmp(asked, saved) != 0;
    if (differ && s->given[i]) conflict(app, s->option[i].name, asked, *saved ? saved : "none");
    free(asked);
    s->taken[i] = saved;   // the option may point to it
    if (differ && !option_set(&s->option[i], saved)) {
        app_fail(app, 1, "%s: %s %s is no such value", app->resume, s->option[i].name, saved);
    }
}

void resume_check(App *app)
{
    if (!app->resume) return;
    Progress saved = {0};
    Error error = {0};
    app_check(app, checkpoint_progress(app->resume, &saved, &error), &error);
    if (strcmp(saved.program, app->name) != 0)
        app_fail(app, 1, "%s: trained by %s", app->resume, saved.program);
    take_seed(app, saved.seed);
    take_whole(app, "--epochs", &app->epochs, saved.epochs);
    take_whole(app, "--batch", &app->batch, saved.batch);
    take_rate(app, saved.learning_rate);
    for (int i = 0; i < app->session->options; i++) {
        if (app->session->option[i].changes_training) take_option(app, i, saved.options);
    }
}

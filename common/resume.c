/* resume.c: --resume goes on with a training of the same program, seed, batch and so on. What the
 * command line leaves open is taken from the file; what it says otherwise is an error.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"

enum { OF_THE_FILE = 1, OF_THE_COMMAND_LINE = 2 };   // whose fault it is: the status to end with

static int conflict(const App *app, const char *option, const char *asked, const char *saved,
                    Error *error)
{
    fail(error, "%s %s, but %s was trained with %s; see ./%s --help", option, asked, app->resume,
         saved, app->name);
    return OF_THE_COMMAND_LINE;
}

static int take_whole(const App *app, const char *name, int *asked, int saved, Error *error)
{
    char texts[2][16];
    if (option_given(app->session, name) && *asked != saved) {
        snprintf(texts[0], sizeof texts[0], "%d", *asked);
        snprintf(texts[1], sizeof texts[1], "%d", saved);
        return conflict(app, name, texts[0], texts[1], error);
    }
    *asked = saved;
    return 0;
}

static int take_seed(App *app, uint64_t saved, Error *error)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, saved);
    if (option_given(app->session, "--seed") && app->seed != saved)
        return conflict(app, "--seed", app->session->seed, text, error);
    app->seed = saved;
    return 0;
}

static int take_rate(App *app, double saved, Error *error)
{
    char texts[2][32];
    if (option_given(app->session, "--lr") && app->lr != saved) {
        snprintf(texts[0], sizeof texts[0], "%.9g", app->lr);
        snprintf(texts[1], sizeof texts[1], "%.9g", saved);
        return conflict(app, "--lr", texts[0], texts[1], error);
    }
    app->lr = saved;
    return 0;
}

// ---- The chapter's own options: "--augment --dataset mnist", those that are not as usual

bool resume_describe(const App *app, char *out, size_t size)
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
    return used < size;
}

// The value that the text "--augment --dataset mnist" gives an option; without a mention, the usual
// one.
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

static int take_option(App *app, int i, const char *described, Error *error)
{
    Session *s = app->session;
    char *asked = option_text(&s->option[i]), *saved = saved_value(s, i, described);
    // Data may have moved; that they are the same is seen by their sum.
    const bool moved = s->given[i] && strcmp(s->option[i].name, "--data") == 0;
    const bool differ = !moved && strcmp(asked, saved) != 0;
    int status = 0;
    if (differ && s->given[i])
        status = conflict(app, s->option[i].name, asked, *saved ? saved : "none", error);
    free(asked);
    free(s->taken[i]);
    s->taken[i] = saved;   // the option may point to it
    if (status == 0 && differ && !option_set(&s->option[i], saved)) {
        fail(error, "%s: %s %s is no such value", app->resume, s->option[i].name, saved);
        return OF_THE_FILE;
    }
    return status;
}

// ---- All of it

static bool same_training(const App *app, const Progress *saved, Error *error)
{
    const char *name = app->session->saved_training;
    if (strcmp(saved->program, app->name) != 0)
        return fail(error, "%s: trained by %s", app->resume, saved->program);
    if (strcmp(saved->training, name) == 0) return true;
    if (saved->training[0])
        return fail(error, "%s: the training %s, which --part %s goes on with", app->resume,
                    saved->training, saved->training);
    return fail(error, "%s: the lesson's training, not %s", app->resume, name);
}

int resume_take(App *app, const Progress *saved, Error *error)
{
    if (!same_training(app, saved, error)) return OF_THE_FILE;
    int status = take_seed(app, saved->seed, error);
    if (!status) status = take_whole(app, "--epochs", &app->epochs, saved->epochs, error);
    if (!status) status = take_whole(app, "--batch", &app->batch, saved->batch, error);
    if (!status) status = take_rate(app, saved->learning_rate, error);
    for (int i = 0; !status && i < app->session->options; i++)
        if (app->session->option[i].changes_training)
            status = take_option(app, i, saved->options, error);
    return status || data_path_fits(app, error) ? status : OF_THE_FILE;
}

bool resume_stands(const App *app, const Progress *saved, uint32_t data_sum, int batches,
                   Error *error)
{
    const bool over = saved->epoch > saved->epochs;
    return (saved->data_sum == data_sum && saved->epochs == app->epochs &&
            saved->batch == app->batch && saved->index <= (over ? 0 : batches) &&
            saved->step == (int64_t)(saved->epoch - 1) * batches + saved->index) ||
           fail(error, "%s: trained on other data than those in %s", app->resume, app->data);
}

void resume_check(App *app)
{
    if (!app->resume) return;
    Progress saved = {0};
    Error error = {0};
    app_check(app, checkpoint_progress(app->resume, &saved, &error), &error);
    const int status = resume_take(app, &saved, &error);
    if (status) app_fail(app, status, "%s", error.message);
}

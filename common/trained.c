// trained.c: the trained network that a program leaves beside its results, and takes up again.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_private.h"

// network.safetensors, writer-network.safetensors; the caller frees it.
static char *network_file(const char *name)
{
    return joined_text(name, *name ? "-" : "", "network.safetensors");
}

// A network that another command line would have trained is not the one that was asked for.
static bool as_asked(const App *app, const char *name, const Progress *saved)
{
    return strcmp(saved->program, app->name) == 0 && strcmp(saved->training, name) == 0 &&
           saved->seed == app->seed && saved->epochs == app->epochs && saved->batch == app->batch &&
           saved->learning_rate == app->lr && strcmp(saved->options, app->progress.options) == 0;
}

static bool take(const App *app, const char *name, const char *path, Params *params, Error *why_not)
{
    Progress saved = {0};
    if (!checkpoint_progress(path, &saved, why_not)) return false;
    if (!as_asked(app, name, &saved))
        return fail(why_not, "%s: trained with another seed or other options", path);
    return checkpoint_load(path, params, NULL, NULL, why_not);
}

// why_not stays empty where no network lies there.
static bool load_last(const App *app, const char *name, Params *params, Error *why_not)
{
    char *file = network_file(name), *path = joined_text(app->session->results, "/", file);
    const bool loaded = access(path, F_OK) == 0 && take(app, name, path, params, why_not);
    if (loaded)
        app_say(app, "with the model of the last run, %s (%s)", path, file_time(path).text);
    free(file);
    free(path);
    return loaded;
}

// Whoever did not ask for a training should know why there is one, and what becomes of the network
// before it.
static void say_why_training(const App *app, const Error *why_not)
{
    if (why_not->message[0])
        app_say(app,
                "the saved network does not fit: %s; training one that replaces it and all results",
                why_not->message);
    else
        app_say(app, "no trained model yet: training one first");
}

/* The seed comes with the network. From it the weights before training can be drawn
 * again, and the rows that it has learned from are told from those that it has not,
 * so it is known before any data are read.
 */
void load_seed(App *app)
{
    if (!app->load || option_given(app->session, "--seed")) return;
    Progress saved = {0};
    Error later = {0};   // what is wrong with the file is said by app_load
    if (checkpoint_progress(app->load, &saved, &later) && saved.program[0]) app->seed = saved.seed;
}

static void load_named(App *app, Params *params)
{
    Error error = {0};
    app_check(app, checkpoint_load(app->load, params, NULL, NULL, &error), &error);
}

static bool load(App *app, const char *name, Params *params, bool last_will_do, bool wanted)
{
    const bool asked = strcmp(name, app->session->saved_training) == 0;
    if (asked && app->load) {
        load_named(app, params);
        return true;
    }
    if ((asked && (app->resume || app->save)) || !(last_will_do || app->part)) return false;
    Error why_not = {0};
    const bool loaded = load_last(app, name, params, &why_not);
    if (!loaded && wanted) say_why_training(app, &why_not);
    return loaded;
}

bool app_load(App *app, Params *params, bool last_will_do)
{
    return load(app, "", params, last_will_do, app_needs_training(app));
}

bool app_load_as(App *app, const char *name, Params *params, bool last_will_do)
{
    return load(app, name, params, last_will_do, true);
}

// Written at once, named when the program ends well, like every result.
bool trained_save(App *app, Error *error)
{
    const Session *s = app->session;
    Error reason = {0};
    char *file = network_file(s->training);
    const char *path = app_result_path(app, file);
    const bool saved = checkpoint_save(path, s->params, NULL, &app->progress, &reason);
    // Readers know it by another name.
    const bool named = strncmp(reason.message, path, strlen(path)) == 0;
    if (!saved && named) fail(error, "%s/%s%s", s->results, file, reason.message + strlen(path));
    else if (!saved) fail(error, "%s", reason.message);
    free(file);
    return saved;
}

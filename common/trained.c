// trained.c: the trained network that a program leaves beside its results, and takes up again.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_private.h"

// <results>/network.safetensors; the caller frees it.
static char *network_path(const App *app)
{
    const char *file = "/network.safetensors";
    size_t size = strlen(app->session->folder) + strlen(file) + 1;
    char *path = allocate(size, 1);
    snprintf(path, size, "%s%s", app->session->folder, file);
    return path;
}

// A network that another command line would have trained is not the one that was asked for.
static bool as_asked(const App *app, const Progress *saved)
{
    return strcmp(saved->program, app->name) == 0 && saved->seed == app->seed &&
           saved->epochs == app->epochs && saved->batch == app->batch &&
           saved->learning_rate == app->lr &&
           strcmp(saved->options, app->progress.options) == 0;
}

static bool take(const App *app, const char *path, Params *params, Error *why_not)
{
    Progress saved = {0};
    if (!checkpoint_progress(path, &saved, why_not)) return false;
    if (!as_asked(app, &saved)) return fail(why_not, "%s: trained with another seed or other options", path);
    return checkpoint_load(path, params, NULL, NULL, why_not);
}

// why_not stays empty where no network lies there.
static bool load_last(const App *app, Params *params, Error *why_not)
{
    char *path = network_path(app);
    bool loaded = access(path, F_OK) == 0 && take(app, path, params, why_not);
    if (loaded) app_say(app, "with the network of the last run, %s", path);
    free(path);
    return loaded;
}

// Whoever did not ask for a training should know why there is one, and what becomes of the network before it.
static void say_why_training(const App *app, const Error *why_not)
{
    if (why_not->message[0])
        app_say(app, "the saved network does not fit: %s; training one that replaces it", why_not->message);
    else
        app_say(app, "no trained network yet: training one first");
}

// The seed comes with the network: from it the weights before training can be drawn again.
static void load_named(App *app, Params *params)
{
    Error error = {0};
    Progress saved = {0};
    app_check(app, checkpoint_load(app->load, params, NULL, &saved, &error), &error);
    if (saved.program[0] && !option_given(app->session, "--seed")) app->seed = saved.seed;
}

bool app_load(App *app, Params *params, bool last_will_do)
{
    if (app->load) {
        load_named(app, params);
        return true;
    }
    if (app->resume || app->save || !(last_will_do || app->part)) return false;
    Error why_not = {0};
    const bool loaded = load_last(app, params, &why_not);
    if (!loaded && app_needs_training(app)) say_why_training(app, &why_not);
    return loaded;
}

// Written at once, named when the program ends well, like every result.
bool trained_save(App *app, Error *error)
{
    return checkpoint_save(app_result_path(app, "network.safetensors"), app->session->params, NULL,
                           &app->progress, error);
}

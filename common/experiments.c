// The experiments of a chapter: which are wanted, and what each of them runs with.
#include <string.h>

#include "app_private.h"
#include "text.h"

const Experiment *experiment_named(const App *app, const char *name)
{
    for (const Experiment *e = app->defaults.experiments; e && e->name; e++)
        if (strcmp(e->name, name) == 0) return e;
    return NULL;
}

bool app_wants(const App *app, const Experiment *experiment)
{
    if (!app->part) return experiment->core;
    return strcmp(app->part, "all") == 0 || strcmp(app->part, experiment->name) == 0;
}

bool app_needs_training(const App *app)
{
    for (const Experiment *e = app->defaults.experiments; e && e->name; e++)
        if (e->needs_training && app_wants(app, e)) return true;
    return false;
}

void app_only(App *app, const Experiment *these, const char *bundled)
{
    char names[300] = "";
    app->defaults.experiments = these;
    if (!app->part || strcmp(app->part, "all") == 0 || experiment_named(app, app->part)) return;
    for (const Experiment *e = these; e->name; e++) list_word(names, sizeof names, e->name);
    app_fail(app, 2, "--part %s is about the bundled %s; with %s there are %s", app->part, bundled,
             app->defaults.aside, names);
}

const Training *training_named(const App *app, const char *name)
{
    for (const Training *t = app->defaults.trainings; t && t->name; t++)
        if (strcmp(t->name, name) == 0) return t;
    return NULL;
}

void training_settings(App *app, const Training *t)
{
    const Session *s = app->session;
    if (t->epochs && !option_given(s, "--epochs")) app->epochs = t->epochs;
    if (t->batch && !option_given(s, "--batch")) app->batch = t->batch;
    if (t->learning_rate && !option_given(s, "--lr")) app->lr = t->learning_rate;
}

// With --part of this experiment its training's settings are the program's, and --resume may have
// changed them.
static void run(App *app, const Experiment *e, struct Lesson *lesson)
{
    const App before = *app;
    const Training *own = training_named(app, e->name);
    CHECK(!own || !e->needs_training, "%s trains a network of its own and needs the lesson's",
          e->name);
    if (own && strcmp(own->name, app->session->saved_training) != 0) training_settings(app, own);
    e->run(app, lesson);
    app->epochs = before.epochs;
    app->batch = before.batch;
    app->lr = before.lr;
}

void app_experiments(App *app, struct Lesson *lesson)
{
    results_need(app);
    for (const Experiment *e = app->defaults.experiments; e && e->name; e++) {
        if (!app_wants(app, e)) continue;
        app_stop_if_interrupted(app);
        app_detail(app, "%s: %s", e->name, e->what);
        run(app, e, lesson);
    }
}

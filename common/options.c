// The command line: --name VALUE or --name=VALUE, from one table of options.
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "device.h"

enum { LONGEST_FOLDER = 400 };   // chapters put file names behind it

void usage_fail(App *app, const char *format, ...)
{
    char message[2000];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    app_fail(app, 2, "%s; see ./%s --help", message, app->name);
}

static void add_usual_options(App *app)
{
    Session *s = app->session;
    const Option usual[] = {
        {"--help", "", "this list", FLAG, &s->help, false},
        {"--list", "", "name the experiments", FLAG, &s->list, false},
        {"--part", "NAME", "run one experiment, or all", TEXT, &app->part, false},
        {"--seed", "N", "where random numbers start", TEXT, &s->seed, false},
        {"--threads", "N", "threads to use; 0: one a processor", WHOLE, &app->threads, false},
        {"--device", "D", "cpu, cuda, cuda-sim or auto", TEXT, &s->device, false},
        {"--epochs", "N", "passes over the training data", WHOLE, &app->epochs, false},
        {"--batch", "N", "samples a step", WHOLE, &app->batch, false},
        {"--lr", "X", "learning rate, the highest of a schedule", DECIMAL, &app->lr, false},
        {"--data", "DIR", "where the data sets are", TEXT, &app->data, true},
        {"--out", "DIR", "where results go, not build/results/…", TEXT, &app->out, false},
        {"--save", "F", "write a checkpoint after each epoch and on Ctrl-C", TEXT, &app->save,
         false},
        {"--load", "F", "use the model of a checkpoint instead of training", TEXT, &app->load,
         false},
        {"--resume", "F", "go on where a checkpoint stopped", TEXT, &app->resume, false},
        {"--quiet", "", "print errors only", FLAG, &app->quiet, false},
        {"--verbose", "", "print more", FLAG, &app->verbose, false},
    };
    s->options = sizeof usual / sizeof usual[0];
    memcpy(s->option, usual, sizeof usual);
}

static void add_chapter_options(Session *s, const Option *list)
{
    for (; list && list->name; list++) {
        CHECK(s->options < MAX_OPTIONS, "more than %d options", MAX_OPTIONS);
        s->option[s->options++] = *list;
    }
}

char *option_text(const Option *option)
{
    char text[40] = "";
    const char *word = text;
    switch (option->kind) {
    case FLAG: word = *(bool *)option->target ? "yes" : "no"; break;
    case TEXT: word = *(const char **)option->target; break;
    case WHOLE: snprintf(text, sizeof text, "%d", *(int *)option->target); break;
    case DECIMAL: snprintf(text, sizeof text, "%.15g", *(double *)option->target); break;
    }
    return copy_text(word ? word : "");
}

static bool set_whole(int *target, const char *text)
{
    char *end;
    errno = 0;
    const long value = strtol(text, &end, 10);
    if (end == text || *end || errno || value < INT_MIN || value > INT_MAX) return false;
    *target = (int)value;
    return true;
}

static bool set_decimal(double *target, const char *text)
{
    char *end;
    const double value = strtod(text, &end);
    if (end == text || *end || !isfinite(value)) return false;
    *target = value;
    return true;
}

bool option_set(Option *option, const char *text)
{
    switch (option->kind) {
    case FLAG: *(bool *)option->target = strcmp(text, "yes") == 0; return true;
    case TEXT: *(const char **)option->target = text; return *text != '\0';
    case WHOLE: return set_whole(option->target, text);
    case DECIMAL: return set_decimal(option->target, text);
    }
    return false;
}

static int find_option(const Session *s, const char *word, size_t length)
{
    for (int i = 0; i < s->options; i++) {
        if (strlen(s->option[i].name) == length && strncmp(s->option[i].name, word, length) == 0)
            return i;
    }
    return -1;
}

static const char *expected(OptionKind kind)
{
    return kind == WHOLE ? "a whole number" : kind == DECIMAL ? "a number" : "a value";
}

// One option and its value, which stands behind '=' or in the next word. Says how many words it
// took.
static int read_option(App *app, const char *word, const char *next)
{
    Session *s = app->session;
    const char *equals = strchr(word, '=');
    const size_t length = equals ? (size_t)(equals - word) : strlen(word);
    const int i = find_option(s, word, length);
    if (i < 0) usage_fail(app, "unknown option %.100s", word);
    Option *option = &s->option[i];
    s->given[i] = true;
    if (option->kind == FLAG) {
        if (equals) usage_fail(app, "%s takes no value", option->name);
        *(bool *)option->target = true;
        return 1;
    }
    const char *value = equals ? equals + 1 : next;
    if (!value) usage_fail(app, "%s needs %s", option->name, expected(option->kind));
    if (!option_set(option, value)) {
        usage_fail(app, "%s %.100s: expected %s", option->name, value, expected(option->kind));
    }
    return equals ? 1 : 2;
}

// ---- --help and --list

static int by_name(const void *a, const void *b)
{
    return strcmp(((const Option *)a)->name, ((const Option *)b)->name);
}

static void print_option(const Session *s, const Option *option)
{
    const char *usual = s->usual[find_option(s, option->name, strlen(option->name))];
    char left[64];
    snprintf(left, sizeof left, "%s %s", option->name, option->value ? option->value : "");
    printf("  %-20s  %s", left, option->help);
    if (option->kind != FLAG && *usual) printf(" (%s)", usual);
    putchar('\n');
}

static void print_help(App *app)
{
    Session *s = app->session;
    printf("%s: %s\n\n", app->name, app->defaults.about ? app->defaults.about : "");
    Option sorted[MAX_OPTIONS];
    memcpy(sorted, s->option, sizeof sorted);
    qsort(sorted, (size_t)s->options, sizeof sorted[0], by_name);
    for (int i = 0; i < s->options; i++) print_option(s, &sorted[i]);
    const Training *own = app->defaults.trainings;
    if (own && own->name)
        printf("\n--save, --load and --resume are about the lesson's training; with --part %s,\n"
               "which trains a model of its own, they are about that one.\n",
               own->name);
    puts("\nWhere the present folder has no data/, data and results are those of the project that\n"
         "the program lies in.");
}

static void print_experiments(const App *app)
{
    for (const Experiment *e = app->defaults.experiments; e && e->name; e++) {
        printf("  %-16s %-8s %s\n", e->name, e->core ? "core" : "further", e->what);
    }
}

// ---- All of it

static void read_seed(App *app)
{
    const char *text = app->session->seed;
    char *end = NULL;
    errno = 0;
    if (text[0] >= '0' && text[0] <= '9') app->seed = strtoull(text, &end, 10);
    if (!end || *end || errno) usage_fail(app, "--seed %.100s: expected a whole number", text);
}

bool option_given(const Session *s, const char *name)
{
    return s->given[find_option(s, name, strlen(name))];
}

bool app_given(const App *app, const char *option) { return option_given(app->session, option); }

bool data_path_fits(const App *app, Error *error)
{
    const size_t length = strlen(app->data);
    return length <= LONGEST_FOLDER ||
           fail(error, "--data %.40s…: a path of %zu bytes, expected at most %d", app->data, length,
                LONGEST_FOLDER);
}

static void idle(App *app, const char *option, const char *why)
{
    if (option_given(app->session, option)) usage_fail(app, "%s: %s would do nothing", why, option);
}

// What is asked of the training, where there is none. (A --part without the network may train
// others.)
static void check_training(App *app)
{
    const char *of_training[] = {"--resume", "--save", "--epochs", "--batch", "--lr"};
    for (int i = 0; app->load && i < 5; i++)
        idle(app, of_training[i], "--load takes a trained model");
    const bool untrained =
        app->part && !app_needs_training(app) && !app->session->saved_training[0];
    for (int i = 0; untrained && i < 2; i++)
        idle(app, of_training[i], "this --part needs no trained model");
}

// A text that goes into a checkpoint stands there in one line.
static void check_texts(App *app)
{
    const Session *s = app->session;
    for (int i = 0; i < s->options; i++) {
        const Option *option = &s->option[i];
        if (option->kind != TEXT || !option->changes_training) continue;
        for (const char *c = *(const char **)option->target; c && *c; c++)
            if ((unsigned char)*c < ' ' || *c == 127)
                usage_fail(app, "%s: a value with control characters", option->name);
    }
}

static void check_numbers(App *app)
{
    const Session *s = app->session;
    if ((app->epochs != 0 || option_given(s, "--epochs")) &&
        (app->epochs < 1 || app->epochs > MOST_EPOCHS))
        usage_fail(app, "--epochs %d: expected 1 to %d", app->epochs, MOST_EPOCHS);
    if ((app->batch != 0 || option_given(s, "--batch")) &&
        (app->batch < 1 || app->batch > MOST_BATCH))
        usage_fail(app, "--batch %d: expected 1 to %d", app->batch, MOST_BATCH);
    if ((app->lr != 0 || option_given(s, "--lr")) &&
        !(app->lr >= LEAST_RATE && app->lr <= MOST_RATE))
        usage_fail(app, "--lr %g: expected %g to %g", app->lr, LEAST_RATE, MOST_RATE);
    if (app->threads < 0 || app->threads > 1024)
        usage_fail(app, "--threads %d: expected 0 to 1024", app->threads);
}

// An option that asks a training's network is about that part.
static void find_part_asked(App *app)
{
    for (const Training *t = app->defaults.trainings; t && t->name; t++) {
        if (!t->asked_by || !option_given(app->session, t->asked_by)) continue;
        if (app->part && strcmp(app->part, t->name) != 0)
            usage_fail(app, "%s goes with --part %s", t->asked_by, t->name);
        app->part = t->name;
    }
}

// Which training --save, --load and --resume are about, and with which numbers of epochs and so on.
static void find_part(App *app)
{
    const Defaults *d = &app->defaults;
    app->session->saved_training = "";
    find_part_asked(app);
    if (d->aside && option_given(app->session, d->aside))
        training_settings(app, &d->aside_training);
    if (!app->part || strcmp(app->part, "all") == 0) return;
    if (!experiment_named(app, app->part))
        app_fail(app, 2, "--part %.100s: no such experiment; ./%s --list names them", app->part,
                 app->name);
    const Training *own = training_named(app, app->part);
    if (!own) return;
    app->session->saved_training = own->name;
    training_settings(app, own);
}

static void check_values(App *app)
{
    Error error = {0};
    read_seed(app);
    if (!device_parse(&app->device, app->session->device, &error) || !data_path_fits(app, &error))
        usage_fail(app, "%s", error.message);
    find_part(app);
    check_numbers(app);
    check_texts(app);
    check_training(app);
}

void options_read(App *app, int argc, char **argv)
{
    Session *s = app->session;
    add_usual_options(app);
    add_chapter_options(s, app->defaults.options);
    for (int i = 0; i < s->options; i++) s->usual[i] = option_text(&s->option[i]);
    for (int i = 1; i < argc;) i += read_option(app, argv[i], i + 1 < argc ? argv[i + 1] : NULL);
    if (!s->help && !s->list) {
        check_values(app);
        return;
    }
    if (s->help)
        print_help(app);
    else
        print_experiments(app);
    if (fflush(stdout) != 0) app_fail(app, 1, "standard output: cannot be written");
    app_leave(app, 0);
}

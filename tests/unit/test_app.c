/* The command line, the results and the stops of a program. The tests start this very file as one: with
 * LESSON in the environment it is a small lesson, and never reaches the tests.
 */
#define _GNU_SOURCE
#include <criterion/criterion.h>
#include <fcntl.h>
#include <math.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../common/app.h"

// ---- The lesson: three weights learn the mean of 100 random triples.

struct Lesson {
    int unused;
};
static bool augment_pictures;
static const char *dataset = "mnist";
static int nan_at, stop_at, terminate_at, wait_at;

static const Option lesson_options[] = {
    {"--augment", "", "move the pictures", FLAG, &augment_pictures, true},
    {"--dataset", "NAME", "mnist or cifar", TEXT, &dataset, true},
    {"--nan-at", "STEP", "lose the loss", WHOLE, &nan_at, false},
    {"--stop-at", "STEP", "press Ctrl-C", WHOLE, &stop_at, false},
    {"--terminate-at", "STEP", "send SIGTERM", WHOLE, &terminate_at, false},
    {"--wait-at", "STEP", "press Ctrl-C and hear nothing, then again", WHOLE, &wait_at, false},
    {0},
};

static void experiment_shift(App *app, struct Lesson *lesson)
{
    (void)lesson;
    app_say(app, "shift ran");
}

static void experiment_noise(App *app, struct Lesson *lesson)
{
    (void)lesson;
    app_say(app, "noise ran");
    if (stop_at < 0) raise(SIGINT);
}

static const Experiment lesson_experiments[] = {
    {"noise", "what noise does", true, false, experiment_noise},
    {"shift", "what moving does", false, true, experiment_shift},
    {0},
};

static Dataset triples(void)
{
    Dataset set = {100, tensor_new(CPU, REAL, shape(100, 3)), tensor_new(CPU, I32, shape(100))};
    for (int i = 0; i < 300; i++) reals(&set.inputs)[i] = (Real)sin(i * 0.7);
    return set;
}

static Real add_gradients(Params *params, Batch b)
{
    const Real *w = reals(&params->values), *x = b.inputs;
    Real loss = augment_pictures ? 1 : 0;
    for (int i = 0; i < 3 * b.size; i++) {
        const Real difference = w[i % 3] - x[i];
        reals(&params->gradients)[i % 3] += 2 * difference / (Real)b.size;
        loss += difference * difference / (Real)b.size;
    }
    return loss;
}

static Real events(const App *app, Real loss)
{
    const int64_t step = app->step + 1;
    if (step == stop_at || step == wait_at) raise(SIGINT);
    if (step == terminate_at) raise(SIGTERM);
    if (step == wait_at) raise(SIGINT);
    return step == nan_at ? (Real)NAN : loss;
}

static void train(App *app, Params *params, const Dataset *set)
{
    Optimizer adam = adam_new(params);
    FILE *table = app_table(app, "curve", "step\tloss");
    app_train(app, params, &adam, set);
    for (; app->epoch <= app->epochs; app_epoch(app, 0.5)) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            const Real loss = add_gradients(params, b);
            optimizer_step(&adam, one_cycle((Real)app->lr, app->step, app->steps));
            app_step(app, b, events(app, loss));
            fprintf(table, "%d\t%.9g\n", (int)app->step, (double)loss);
        }
    }
    optimizer_free(&adam);
}

static int lesson(int argc, char **argv)
{
    App app = app_begin("lesson", argc, argv,
                        (Defaults){.about = "a test",
                                   .epochs = 3,
                                   .batch = 16,
                                   .learning_rate = 0.03,
                                   .options = lesson_options,
                                   .experiments = lesson_experiments});
    Params *params = params_new(app.seed, CPU);
    params_add(params,
               (Param){.name = "w", .shape = shape(3), .initialiser = ONE, .is_weight = true});
    params_ready(params);
    Dataset set = triples();
    if (!app_load(&app, params, false)) train(&app, params, &set);
    app_metric(&app, "w0", (double)reals(&params->values)[0], "");
    app_experiments(&app, NULL);
    const int status = app_end(&app);
    dataset_free(&set);
    params_free(params);
    return status;
}

__attribute__((constructor)) static void be_the_lesson(int argc, char **argv)
{
    if (getenv("LESSON")) exit(lesson(argc, argv));
}

// ---- Running it

static char folder[64], out[20000], err[4000];

static void make_folder(void)
{
    strcpy(folder, "/tmp/app.XXXXXX");
    cr_assert(mkdtemp(folder) != NULL);
}

static void remove_folder(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(app, .init = make_folder, .fini = remove_folder, .timeout = 60);

typedef struct Path {
    char text[128];
} Path;

static Path path_of(const char *name)
{
    Path path;
    snprintf(path.text, sizeof path.text, "%s/%s", folder, name);
    return path;
}

#define in_folder(name) path_of(name).text

static void read_text(const char *path, char *text, size_t size)
{
    FILE *file = fopen(path, "r");
    cr_assert(file != NULL, "%s is not there", path);
    text[fread(text, 1, size - 1, file)] = '\0';
    fclose(file);
}

static _Noreturn void start_lesson(char *const *words, int output)
{
    const int errors = open(in_folder("stderr"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (output < 0) output = open(in_folder("stdout"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    dup2(output, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    setenv("LESSON", "1", 1);
    execv("/proc/self/exe", words);
    _exit(99);
}

static char *words_of(char **words, int most, const char *line, char *copy)
{
    int count = 0;
    words[count++] = (char *)"lesson";
    strcpy(copy, line);
    for (char *word = strtok(copy, " "); word && count < most - 1; word = strtok(NULL, " "))
        words[count++] = word;
    words[count] = NULL;
    return copy;
}

// Runs the lesson; results go to folder/results unless the line says otherwise. Gives waitpid's status.
static int run(const char *format, ...)
{
    char line[600], copy[600], *words[40];
    int used = snprintf(line, sizeof line, "--out %s/results ", folder);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + used, sizeof line - (size_t)used, format, arguments);
    va_end(arguments);
    words_of(words, 40, line, copy);
    const pid_t child = fork();
    if (child == 0) start_lesson(words, -1);
    int status;
    waitpid(child, &status, 0);
    read_text(in_folder("stdout"), out, sizeof out);
    read_text(in_folder("stderr"), err, sizeof err);
    return status;
}

static void expect_exit(int status, int expected)
{
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == expected,
              "status %x, expected exit %d; stderr: %s", status, expected, err);
}

static void expect_error(int status, int expected, const char *line)
{
    expect_exit(status, expected);
    cr_assert_str_eq(err, line);
}

static bool exists(const char *name) { return access(in_folder(name), F_OK) == 0; }

static int lines(const char *text)
{
    int count = 0;
    for (; *text; text++) count += *text == '\n';
    return count;
}

// ---- The command line

Test(app, help_is_sorted_and_shows_what_is_usual)
{
    expect_exit(run("--batch 99 --help"), 0);
    cr_assert_str_empty(err);
    cr_assert(strstr(out, "lesson: a test\n") == out);
    cr_assert(strstr(out, "  --batch N             samples a step (16)\n") != NULL, "%s", out);
    cr_assert(strstr(out, "  --dataset NAME        mnist or cifar (mnist)\n") != NULL, "%s", out);
    cr_assert(strstr(out, "  --quiet               print errors only\n") != NULL, "%s", out);
    const char *order[] = {"--augment", "--batch",   "--data ",  "--dataset", "--device",
                           "--epochs",  "--help",    "--list",   "--load",    "--lr",
                           "--out",     "--part",    "--quiet",  "--resume",  "--save",
                           "--seed",    "--threads", "--verbose"};
    const char *at = out;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        at = strstr(at, order[i]);
        cr_assert(at != NULL, "%s is missing or out of order in:\n%s", order[i], out);
    }
    cr_assert(!exists("results"), "--help makes no folder");
}

Test(app, list_names_the_experiments)
{
    expect_exit(run("--list"), 0);
    cr_assert_str_eq(out, "  noise            core     what noise does\n"
                          "  shift            further  what moving does\n");
}

Test(app, a_wrong_command_line_is_one_line_and_status_2)
{
    const char *cases[][2] = {
        {"--colour", "unknown option --colour; see ./lesson --help"},
        {"mnist", "unknown option mnist; see ./lesson --help"},
        {"--batch", "--batch needs a whole number; see ./lesson --help"},
        {"--batch 6x", "--batch 6x: expected a whole number; see ./lesson --help"},
        {"--batch=", "--batch : expected a whole number; see ./lesson --help"},
        {"--batch 0", "--batch 0: expected 1 to 8192; see ./lesson --help"},
        {"--batch -4", "--batch -4: expected 1 to 8192; see ./lesson --help"},
        {"--batch 99999999999",
         "--batch 99999999999: expected a whole number; see ./lesson --help"},
        {"--epochs -1", "--epochs -1: expected 0 or more; see ./lesson --help"},
        {"--epochs 1.5", "--epochs 1.5: expected a whole number; see ./lesson --help"},
        {"--lr fast", "--lr fast: expected a number; see ./lesson --help"},
        {"--lr nan", "--lr nan: expected a number; see ./lesson --help"},
        {"--lr -1", "--lr -1: expected 0 or more; see ./lesson --help"},
        {"--seed -1", "--seed -1: expected a whole number; see ./lesson --help"},
        {"--seed 99999999999999999999",
         "--seed 99999999999999999999: expected a whole number; see ./lesson --help"},
        {"--threads -2", "--threads -2: expected 0 to 1024; see ./lesson --help"},
        {"--quiet=yes", "--quiet takes no value; see ./lesson --help"},
        {"--save", "--save needs a value; see ./lesson --help"},
        {"--device abacus",
         "--device abacus: not one of cpu, cuda, cuda-sim, auto; see ./lesson --help"},
        {"--load a --resume b", "--load takes a trained network: --resume would do nothing; see ./lesson --help"},
        {"--part colour", "--part colour: no such experiment; ./lesson --list names them"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char line[200];
        snprintf(line, sizeof line, "lesson: %s\n", cases[i][1]);
        expect_error(run("%s", cases[i][0]), 2, line);
        cr_assert(!exists("results"), "%s makes no folder", cases[i][0]);
    }
}

Test(app, options_take_their_value_behind_a_space_or_an_equals_sign)
{
    expect_exit(run("--seed=7 --threads 1 --epochs=1"), 0);
    char metrics[2000];
    read_text(in_folder("results/metrics.tsv"), metrics, sizeof metrics);
    cr_assert(strstr(metrics, "seed\t7\t\n") && strstr(metrics, "threads\t1\t\n"), "%s", metrics);
}

Test(app, parts)
{
    expect_exit(run(""), 0);
    cr_assert(strstr(out, "noise ran") && !strstr(out, "shift ran"));
    expect_exit(run("--part shift"), 0);
    cr_assert(!strstr(out, "noise ran") && strstr(out, "shift ran"));
    expect_exit(run("--part all"), 0);
    cr_assert(strstr(out, "noise ran") && strstr(out, "shift ran"));
}

Test(app, quiet_is_silent_and_the_usual_run_sparing)
{
    expect_exit(run("--quiet --verbose"), 0);
    cr_assert_str_empty(out);
    cr_assert_str_empty(err);
    expect_exit(run("--threads 1"), 0);
    cr_assert(strncmp(out, "device cpu, 1 thread, ", 22) == 0, "%s", out);
    cr_assert(strstr(out, "epoch 3/3: loss ") && strstr(out, ", test accuracy 0.5000, "), "%s",
              out);
    cr_assert_eq(lines(out), 5, "%s", out);
    expect_exit(run("--verbose"), 0);
    cr_assert(strstr(out, "noise: what noise does\n") != NULL);
}

Test(app, a_pipe_gets_few_lines_and_none_redrawn)
{
    expect_exit(run("--epochs 6000"), 0);
    cr_assert(lines(out) <= 22 && lines(out) >= 20 && !strchr(out, '\r') && !strchr(out, '\033'),
              "%s", out);
    cr_assert(strstr(out, "epoch 300/6000: loss ") && strstr(out, "epoch 6000/6000: loss "), "%s",
              out);
}

Test(app, a_terminal_gets_a_line_that_is_redrawn)
{
    char line[200], copy[200], *words[40], text[20000] = "";
    snprintf(line, sizeof line, "--epochs 30000 --out %s/results", folder);
    words_of(words, 40, line, copy);
    int terminal, other;
    struct winsize size = {.ws_row = 24, .ws_col = 100};
    cr_assert_eq(openpty(&terminal, &other, NULL, NULL, &size), 0);
    const pid_t child = fork();
    if (child == 0) start_lesson(words, other);
    close(other);
    const double start = seconds_now();
    size_t used = 0;
    while (seconds_now() - start < 20) {
        const ssize_t got = read(terminal, text, sizeof text - 1);
        if (got <= 0) break;
        text[used = (size_t)got] = '\0';
        if (strstr(text, " left\033[K")) break;
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    cr_assert(used > 0 && strstr(text, "\repoch ") && strstr(text, " left\033[K"), "%s", text);
    close(terminal);
}

// ---- Results

Test(app, results_have_their_names_when_the_program_has_ended_well)
{
    expect_exit(run("--seed 18446744073709551615 --threads 2"), 0);
    char text[4000];
    read_text(in_folder("results/curve.tsv"), text, sizeof text);
    cr_assert(strncmp(text, "step\tloss\n1\t", 12) == 0);
    cr_assert_eq(lines(text), 1 + 3 * 7);
    read_text(in_folder("results/metrics.tsv"), text, sizeof text);
    const char *expected[] = {"w0\t",           "seed\t18446744073709551615\t\n",
                              "threads\t2\t\n", "device\tcpu\t\n",
                              "build\t",        "total_seconds\t"};
    for (size_t i = 0; i < 6; i++)
        cr_assert(strstr(text, expected[i]), "no %s in:\n%s", expected[i], text);
    cr_assert(!exists("results/metrics.tsv.part") && !exists("results/curve.tsv.part"));
}

static void keeps_the_old_results(const char *line, int status)
{
    char before[4000], after[4000];
    expect_exit(run("--seed 1"), 0);
    read_text(in_folder("results/metrics.tsv"), before, sizeof before);
    expect_exit(run("%s", line), status);
    read_text(in_folder("results/metrics.tsv"), after, sizeof after);
    cr_assert_str_eq(before, after);
    cr_assert(!exists("results/metrics.tsv.part") && !exists("results/curve.tsv.part"),
              "something unfinished is left");
}

Test(app, a_loss_that_is_not_a_number_ends_the_program)
{
    keeps_the_old_results("--nan-at 9 --lr 0.5", 1);
    cr_assert(strstr(err, "lesson: the loss is nan at epoch 2, batch 2, learning rate 0.4") == err,
              "%s", err);
    cr_assert(strstr(err, "; try a smaller --lr\n") && lines(err) == 1, "%s", err);
}

Test(app, ctrl_c_without_save)
{
    keeps_the_old_results("--stop-at 10", 130);
    cr_assert_str_eq(err, "lesson: stopped by Ctrl-C at epoch 2, batch 3\n");
    keeps_the_old_results("--terminate-at 10", 143);
    cr_assert_str_eq(err, "lesson: stopped by SIGTERM at epoch 2, batch 3\n");
}

Test(app, ctrl_c_in_an_experiment)
{
    keeps_the_old_results("--part all --stop-at -1", 130);
    cr_assert_str_eq(err, "lesson: stopped by Ctrl-C\n");
    cr_assert(!strstr(out, "shift ran"));
}

Test(app, the_second_ctrl_c_kills)
{
    const int status = run("--wait-at 5");
    cr_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT, "status %x", status);
}

Test(app, a_folder_that_cannot_be_is_named)
{
    FILE *file = fopen(in_folder("file"), "w");
    fclose(file);
    char line[200];
    snprintf(line, sizeof line, "lesson: %s/file/x: cannot make this folder: Not a directory\n",
             folder);
    expect_error(run("--out %s/file/x", folder), 1, line);
}

Test(app, a_full_disk_at_the_end)
{
    cr_assert_eq(mkdir(in_folder("results"), 0777), 0);
    cr_assert_eq(symlink("/dev/full", in_folder("results/curve.tsv.part")), 0);
    char line[200];
    snprintf(line, sizeof line, "lesson: %s/results/curve.tsv: No space left on device\n", folder);
    expect_error(run("--quiet"), 1, line);
    cr_assert(!exists("results/metrics.tsv") && !exists("results/metrics.tsv.part") &&
              !exists("results/curve.tsv"));
    cr_assert(readlink(in_folder("results/curve.tsv.part"), line, sizeof line) < 0,
              "something unfinished is left");
}

// ---- Save, load, resume

static void same_weights(const char *a, const char *b)
{
    Real values[2][3];
    const char *paths[] = {a, b};
    for (int i = 0; i < 2; i++) {
        Params *params = params_new(1, CPU);
        params_add(params,
                   (Param){.name = "w", .shape = shape(3), .initialiser = ZERO, .is_weight = true});
        Error error = {0};
        cr_assert(checkpoint_load(paths[i], params, NULL, NULL, &error), "%s", error.message);
        memcpy(values[i], params->values.data, sizeof values[i]);
        params_free(params);
    }
    cr_assert_eq(memcmp(values[0], values[1], sizeof values[0]), 0, "the weights differ");
}

// Stopped after any batch, the last of an epoch included, and resumed: the same bits as never stopped.
Test(app, resume_goes_on_to_the_same_bits)
{
    const Path whole = path_of("whole"), part = path_of("part"), end = path_of("end");
    expect_exit(run("--quiet --augment --dataset a-b --lr 0.1 --seed 5 --save %s", whole.text), 0);
    for (int stop = 1; stop <= 21; stop += 3) {
        expect_exit(run("--quiet --augment --dataset a-b --lr 0.1 --seed 5 --save %s --stop-at %d",
                        part.text, stop),
                    130);
        char line[300];
        snprintf(line, sizeof line,
                 "lesson: stopped by Ctrl-C at epoch %d, batch %d; --resume %s goes on\n",
                 (stop - 1) / 7 + 1, (stop - 1) % 7 + 1, part.text);
        cr_assert_str_eq(err, line);
        expect_exit(run("--quiet --resume %s --save %s", part.text, end.text), 0);
        same_weights(whole.text, end.text);
    }
}

Test(app, resume_insists_on_what_the_training_was)
{
    const Path saved = path_of("saved");
    expect_exit(
        run("--quiet --augment --dataset cifar --batch 20 --save %s --stop-at 9", saved.text), 130);
    const char *cases[][2] = {
        {"--batch 16", "--batch 16, but %s was trained with 20"},
        {"--seed 2", "--seed 2, but %s was trained with 1"},
        {"--epochs 4", "--epochs 4, but %s was trained with 3"},
        {"--lr 0.5", "--lr 0.5, but %s was trained with 0.03"},
        {"--dataset mnist", "--dataset mnist, but %s was trained with cifar"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char message[300], line[400];
        const char *at = strstr(cases[i][1], "%s");
        snprintf(message, sizeof message, "%.*s%s%s", (int)(at - cases[i][1]), cases[i][1],
                 saved.text, at + 2);
        snprintf(line, sizeof line, "lesson: %s; see ./lesson --help\n", message);
        expect_error(run("--resume %s %s", saved.text, cases[i][0]), 2, line);
    }
    expect_exit(run("--quiet --resume %s --dataset cifar --batch 20 --augment", saved.text), 0);
}

static double final_weight(void)
{
    char text[4000];
    read_text(in_folder("results/metrics.tsv"), text, sizeof text);
    const char *line = strstr(text, "w0\t");
    cr_assert(line != NULL, "no w0 in:\n%s", text);
    return atof(line + 3);
}

Test(app, load_uses_a_network_instead_of_training)
{
    const Path saved = path_of("saved");
    expect_exit(run("--quiet --save %s", saved.text), 0);
    const double trained = final_weight();
    expect_exit(run("--load %s --seed 9", saved.text), 0);
    cr_assert(final_weight() == trained && !strstr(out, "epoch"), "%s", out);
    char line[300];
    snprintf(line, sizeof line, "lesson: %s/nothing: No such file or directory\n", folder);
    expect_error(run("--load %s/nothing --quiet", folder), 1, line);
    expect_error(run("--resume %s/nothing --quiet", folder), 1, line);
}

Test(app, one_part_uses_the_network_of_the_last_run_if_it_would_train_the_same)
{
    expect_exit(run("--quiet --dataset cifar"), 0);
    const double trained = final_weight();
    expect_exit(run("--part shift --dataset cifar"), 0);
    cr_assert(final_weight() == trained && strstr(out, "with the network of the last run") &&
              !strstr(out, "epoch"));
    expect_exit(run("--part shift"), 0);
    cr_assert(strstr(out, "epoch 3/3"), "another data set needs another network");
}

// ---- The machine

Test(app, peak_is_a_speed)
{
    const double start = seconds_now(), peak = fma_peak(), seconds = seconds_now() - start;
    cr_assert(peak > 0.1 && peak < 1e6, "%g GFLOP/s", peak);
    cr_assert(seconds < 60, "%g s", seconds);   // under an emulator on a busy machine too
}

/* app.h: what every chapter's program shares: its command line, its progress line, its results.
 *
 *     ./ch07-cnn --help --seed N --threads N --device D --epochs N --batch N --lr X --data DIR
 *                --out DIR --save F --load F --resume F --part NAME --list --quiet --verbose
 *
 * Errors end the program with one line on stderr, "ch07-cnn: …", and a status: 1 when the world is
 * at fault (a file, the disk, a loss that is not a number), 2 when the command line is, 130 after
 * Ctrl-C.
 *
 * Place    data/ and build/results/ lie in the present folder or, where that has no data/, in the
 *          project that the program itself lies in.
 *
 * Results  build/results/<name>/metrics.tsv and one .tsv a table. All files of a run appear
 *          together when the program ends well (run_folder.h), so a run that stops, or is killed,
 *          leaves what was there before. A run that trains the lesson's network replaces what the
 *          last run left. One that does not (--part of an experiment, --load) adds to it: tables
 *          that it does not write stay, and so do the numbers in metrics.tsv that it does not find
 *          itself, with the time of that earlier run in a fourth column. Only one program at a time
 *          writes into a folder; a second one is refused before it begins.
 *
 * Trainings  A program trains one network for the lesson; experiments may train others, each under
 *          a name of its own. The lesson's leaves training.tsv, its curve, network.safetensors, and
 *          the metrics train_seconds, test_accuracy, …; one named `writer` leaves
 *          writer-training.tsv, writer-network.safetensors and writer_train_seconds,
 *          writer_test_accuracy, … beside them. --save, --load and --resume are about one training:
 *          with --part NAME, where that experiment trains under its own name, about that one,
 *          otherwise about the lesson's.
 */
#ifndef APP_H
#define APP_H

#include <stdio.h>

#include "checkpoint.h"
#include "data.h"
#include "graph.h"
#include "optim.h"

typedef struct App App;

// One experiment of a chapter, run by --part NAME; core ones run by default, in the order of the
// table. Each chapter defines its own struct Lesson: what its experiments share, such as the
// trained network.
struct Lesson;
typedef struct Experiment {
    const char *name, *what;       // "shift", "how accuracy falls when the digits are moved"
    bool core;
    bool needs_training;           // the lesson's network, trained
    void (*run)(struct App *, struct Lesson *);
} Experiment;

// An experiment of this name trains a network of its own (app_train_as) and does not need the
// lesson's. While it runs, app.epochs and so on are these, where they are not 0 and the command
// line leaves them open.
typedef struct Training {
    const char *name;
    int epochs, batch;
    double learning_rate;
    const char *asked_by;          // "--predict": an option that asks its network, as if --part
                                   // named the experiment; or NULL
} Training;

typedef enum OptionKind { FLAG, TEXT, WHOLE, DECIMAL } OptionKind;
// A chapter's own option: "--predict", "PICTURE", what it does, where its value goes.
typedef struct Option {
    const char *name, *value, *help;
    OptionKind kind;
    void *target;              // bool*, const char **, int*, double*
    bool changes_training;     // so that --resume can insist on it
} Option;

// What a chapter asks of its App; left out is 0 or NULL.
typedef struct Defaults {
    const char *about;         // one line for --help
    int epochs, batch;
    double learning_rate;
    const Option *options;     // ended by one without a name
    const Experiment *experiments;   // ended by one without a name
    const Training *trainings;       // of experiments; ended by one without a name
    const char *aside;         // "--table": a run with this option, about other data, leaves its
                               // results in build/results/<name>-table, beside the lesson's
    Training aside_training;   // how many epochs and so on the lesson's training then has, where
                               // they are not 0 and the command line leaves them open; no name
    const char *const *sets;   // data sets that --data may name instead of a folder; ended by NULL
    int epoch_lines;           // at most so many lines of epochs are printed; 20 if not said
} Defaults;

struct App {
    const char *name;
    Defaults defaults;
    // what the command line said
    uint64_t seed;
    int threads;
    Device device;
    int epochs, batch;
    double lr;
    const char *data, *out, *save, *load, *resume, *part;   // data: a folder; up to 400 bytes
    bool quiet, verbose;
    // where training stands: epoch counts from 1, step from 0
    int epoch;
    int64_t step, steps;
    double train_seconds;      // of this run
    Progress progress;
    struct Session *session;   // private: terminal, tables, sampler, what to save
};

App app_begin(const char *name, int argc, char **argv, Defaults);
// Shows the results, frees everything, gives the exit status.
int app_end(App *);
_Noreturn void app_fail(App *, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void app_check(App *, bool ok, const Error *);          // ends the program when ok is false

// Does the command line say it? For an option of which every value is somebody's: "--digit".
bool app_given(const App *, const char *option);

// Core by default, --part NAME, or --part all.
bool app_wants(const App *, const Experiment *);
bool app_needs_training(const App *);                   // does any experiment that is wanted?
void app_experiments(App *, struct Lesson *);           // runs those that are wanted
// From now on only these, for data of the reader's own, instead of `bundled` ones ("houses"). A
// --part that is not among them ends the program.
void app_only(App *, const Experiment *these, const char *bundled);
// For long work outside training: ends the program after Ctrl-C.
void app_stop_if_interrupted(App *);

/* A trained network instead of training one: that of --load; or, with --part or where last_will_do,
 * the one that the last run left among its results, if this command line would have trained the
 * same; a line says which and from when. False: train; a line has said why, where no training was
 * asked for.
 */
bool app_load(App *, Params *, bool last_will_do);
// That of a training with a name.
bool app_load_as(App *, const char *name, Params *, bool last_will_do);

/* Training. The loop stays in the chapter:
 *
 *     app_train(&app, params, &adam, &train);
 *     for (; app.epoch <= app.epochs; app_epoch(&app, accuracy(…))) {
 *         for (Batch b = first_batch(&app); b.size > 0; b = next_batch(b)) {
 *             … forward, backward, step …
 *             app_step(&app, b, loss);
 *         }
 *     }
 */
// --resume; sets epoch, step, steps. A lesson that makes its own steps in plain loops has no
// optimizer, NULL; its weights are parameters all the same, so that they are saved and resumed:
//
//     params_add(params, (Param){.name = "w", .shape = shape(8), .initialiser = ZERO});
//     params_ready(params);
//     Real *w = reals(&params->values) + params_find(params, "w")->offset;   // read and changed
void app_train(App *, Params *, Optimizer *, const Dataset *);
// The same for a network of an experiment's own: the name is the experiment's, or one more
// ("writer-gru").
void app_train_as(App *, const char *name, Params *, Optimizer *, const Dataset *);
// Of this epoch, or the one that --resume left off at. Where there is an optimizer its samples lie
// on the device that learns, if the set has room there: to be fed, not to be read.
Batch first_batch(App *);
// Counts, draws the progress line, stops on Ctrl-C or NaN. The loss is what forward() gave, or the
// loop's own; where a device keeps it forward() gave NaN, and it is read there every ten steps.
void app_step(App *, Batch, Real loss);
// Of the epoch just done (NAN: none): prints, saves, moves on. The last one's is the metric
// test_accuracy, and test_error beside it.
void app_epoch(App *, double accuracy);
// The same with another measure of the held-out samples: "test_rmse", 142182, "USD".
void app_epoch_measure(App *, const char *name, double value, const char *unit);

// After training: GFLOP/s and share of the peak; flops a sample.
void app_speed(App *, double flops);

/* Results. Names used everywhere: test_accuracy, test_error, train_seconds, total_seconds,
 * samples_per_second, gflops, peak_share, parameters, seed, threads, device.
 */
void app_metric(App *, const char *name, double value, const char *unit);
// Its name is put together; a hyphen, as options have it ("leaky-relu"), becomes _.
void app_metric_of(App *, double value, const char *unit, const char *name, ...)
    __attribute__((format(printf, 4, 5)));
void app_metric_text(App *, const char *name, const char *value);
FILE *app_file(App *, const char *name);   // any other file among the results; the app closes it
// name.tsv; the app closes it. columns: its header line.
FILE *app_table(App *, const char *name, const char *columns);
// A line; not with --quiet.
void app_say(const App *, const char *format, ...) __attribute__((format(printf, 2, 3)));
// Only with --verbose.
void app_detail(const App *, const char *format, ...) __attribute__((format(printf, 2, 3)));

double seconds_now(void);
// GFLOP/s of all threads. Each call measures for a quarter of a second and answers with the
// largest so far, for a machine has slow seconds. app_end makes of it the metrics peak_gflops and
// peak_share.
double fma_peak(void);
double peak_so_far(void);   // 0: nobody has asked

#endif

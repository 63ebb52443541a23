/* app_private.h: what the files of the App share, and nobody else needs.
 *
 *     app.c        begin, end, fail                     options.c    the command line
 *     experiments.c   which run, and with what          place.c      where data and results lie
 *     training.c   steps, epochs, save and resume       resume.c     does a file fit the command?
 *     results.c    the files of a run                   metrics.c    its numbers
 *     trained.c    the network that a run leaves        progress.c   what is seen while training
 */
#ifndef APP_PRIVATE_H
#define APP_PRIVATE_H

#include "app.h"
#include "run_folder.h"

enum { MAX_OPTIONS = 64, MAX_TABLES = 64 };

// A file of results.
typedef struct Table {
    char *name, *path;               // "shift.tsv", and where it is written
    FILE *file;                      // NULL: others write it
} Table;

// What an epoch has come to on samples that were held out; NAN: it was not measured.
typedef struct Measure {
    const char *name;   // "test_accuracy"
    double value;
    const char *unit;
} Measure;

typedef struct Session {
    double started;
    // command line: the options that every program has, then the chapter's
    Option option[MAX_OPTIONS];
    bool given[MAX_OPTIONS];
    char *usual[MAX_OPTIONS];        // the value without the option, as text
    char *taken[MAX_OPTIONS];        // a text taken from the file of --resume
    int options;
    const char *seed, *device;
    bool help, list;
    // place: the project's folder, "" for the present one, and what follows from it
    char *root, *usual_data;
    // results; the first table holds the metrics
    char *results;                   // the folder
    RunFolder folder;                // open once something is to be written
    Table table[MAX_TABLES];
    int tables;
    // the training that goes on, or the last one
    Params *params;
    Optimizer *optimizer;
    Sampler *sampler;
    char training[MAX_NAME];         // its name; "" for the lesson's
    bool trained_anew;               // the lesson's network, by this run
    // the one that --save, --load and --resume are about
    const char *saved_training;      // its name
    bool saves;                      // is it the one that goes on?
    Lock save_lock;
    // time and speed
    double mark, epoch_seconds, run_seconds;
    double gflops;   // of the training that app_speed spoke of; 0: of none
    int64_t run_steps, run_samples, epoch_samples;
    FILE *curve;                     // training.tsv, or that of its name
    double curve_loss;
    int unread;                      // steps whose losses are still on the device
    // what stands on the terminal
    bool terminal, line_stands;
    int live_lines;                  // of draw_live, right above; 0: none, or something was printed
    double shown;                    // when
} Session;

App app_new(const char *name, Defaults);                  // before its command line is read
void app_free(App *);                                     // what is unfinished is removed
_Noreturn void app_leave(App *, int status);              // as app_fail, without a word

// Before the command line is read: the usual --data.
void place_find(App *);
void place_check(App *);                                  // ends the program where data are missing
void place_results(App *);
typedef struct When {
    char text[32];                                        // "2026-11-27 02:25:12"
} When;
When file_time(const char *path);                         // of its last change

// Fills in app; --help and --list end here.
void options_read(App *, int argc, char **argv);
char *option_text(const Option *);                        // its present value; the caller frees it
bool option_set(Option *, const char *text);              // false for a text that is no such value
bool option_given(const Session *, const char *name);     // does the command line say it?
// --data, of the command line or of a file.
bool data_path_fits(const App *, Error *);
_Noreturn void usage_fail(App *, const char *format, ...) __attribute__((format(printf, 2, 3)));

const Experiment *experiment_named(const App *, const char *name);   // NULL: there is none
const Training *training_named(const App *, const char *name);
// Its epochs and so on, where the command line has none.
void training_settings(App *, const Training *);

// --resume: takes over what the file says of the training. 0, or the status to end with and why.
int resume_take(App *, const Progress *saved, Error *);
void resume_check(App *);                                 // reads the file, then that
// Does a training that is saved stand at a step that this one comes by?
bool resume_stands(const App *, const Progress *saved, uint32_t data_sum, int batches, Error *);
// "--augment --dataset mnist"; false: too long.
bool resume_describe(const App *, char *out, size_t size);

void results_need(App *);                                 // opens the folder, or ends the program
// Where to write a result that is no table; it is kept with them.
const char *app_result_path(App *, const char *name);
void results_discard(Session *);                          // removes what is unfinished
// Shows all of it, or says why not and removes it.
bool results_keep(Session *, Error *);

// What an earlier run found and this one did not; false: nothing.
bool metrics_add_old(App *);
// Copies the lines of the text `old` whose names `now` has not, with a time behind. How many?
int metrics_add(FILE *out, const char *now, const char *old, const char *when);

bool trained_save(App *, Error *);                        // among the results
void load_seed(App *);   // that of --load, before the data are split by it
void training_save(App *);                                // to --save
void training_free(Session *);

void progress_step(App *, Batch);
void progress_epoch(App *, Measure);
void progress_clear(const App *);                         // so that another line can be printed

void interrupt_prepare(void);
int interrupted(void);                                    // the signal, or 0
#endif

/* app_private.h: what the files of the App share, and nobody else needs.
 *
 *     app.c        begin, end, fail; experiments        options.c    the command line
 *     training.c   steps, epochs, save and resume       resume.c     does the file fit the command line?
 *     results.c    tables and metrics                   progress.c   what is seen while training
 *     trained.c    the network that a run leaves
 */
#ifndef APP_PRIVATE_H
#define APP_PRIVATE_H

#include "app.h"

enum { MAX_OPTIONS = 64, MAX_TABLES = 64 };

// A file of results: written as PATH.part until the program ends well.
typedef struct Table {
    char *path, *part;
    FILE *file;
} Table;

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
    // results; the first table holds the metrics
    char *folder;
    Table table[MAX_TABLES];
    int tables;
    // the training that --save, --load and --resume are about is the first one
    Params *params;
    Optimizer *optimizer;
    Sampler *sampler;
    int trainings;
    // time and speed
    double mark, epoch_seconds, run_seconds;
    int64_t run_steps, run_samples, epoch_samples;
    FILE *curve;                     // training.tsv
    double curve_loss;
    // what stands on the terminal
    bool terminal, line_stands;
    double shown;                    // when
} Session;

_Noreturn void app_leave(App *, int status);              // as app_fail, without a word
void options_read(App *, int argc, char **argv);          // fills in app; --help and --list end here
char *option_text(const Option *);                        // its present value; the caller frees it
bool option_set(Option *, const char *text);              // false for a text that is no such value
_Noreturn void usage_fail(App *, const char *format, ...) __attribute__((format(printf, 2, 3)));

void resume_check(App *);                                 // --resume: takes over what the file says of the training
void resume_describe(const App *, char *out, size_t size);   // "--augment --dataset mnist"

bool option_given(const Session *, const char *name);     // does the command line say it?

void metrics_keep_others(Session *);                       // those of the run that this one adds an experiment to
const char *app_result_path(App *, const char *name);     // where to write a result that is no table; it is kept with them
void results_open(App *);
void results_discard(Session *);                          // removes what is unfinished
bool results_keep(Session *, Error *);                    // renames all of it, or says why not and removes it

bool trained_save(App *, Error *);                        // among the results
void training_save(App *);                                // to --save
void training_free(Session *);

void progress_step(App *, Batch);
void progress_epoch(App *, double accuracy);
void progress_clear(const App *);                         // so that another line can be printed

void interrupt_prepare(void);
int interrupted(void);                                    // the signal, or 0
#endif

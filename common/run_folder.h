/* run_folder.h: a folder of results whose files change together, whatever kills the program that
 * writes them.
 *
 *     results/metrics.tsv -> .run/metrics.tsv     what readers open: make, gnuplot, the book, you
 *     results/.run -> .run-a                      which run they see
 *     results/.run-a/metrics.tsv                  the files of the last run that ended well
 *     results/.run-b/metrics.tsv                  those of the run that goes on (then .run-a again)
 *     results/.lock                               held by the run that goes on
 *
 * One rename() points .run to the other folder, and with it all that is opened through it. Other
 * files may lie beside these; nothing touches them, unless a run writes a file of that name. Where
 * a file system has no symbolic links the files are moved out one by one instead: a kill in that
 * moment leaves some of both runs.
 * Errors   One line that begins with the folder's path.
 */
#ifndef RUN_FOLDER_H
#define RUN_FOLDER_H

#include "lock.h"

typedef struct RunFolder {
    char *path;          // NULL: not open
    int handle;
    Lock lock;
    char shown, next;    // 'a' or 'b'; shown is 0 where no run has ended yet
} RunFolder;

// Makes the folder and those above it, takes its lock, and removes what a killed run has left
// there.
bool run_folder_open(RunFolder *, const char *path, const char *program, Error *);
// Where to write a file of this run; the caller frees it.
char *run_folder_file(const RunFolder *, const char *name);
// Shows this run's files in place of the last one's; with `add` beside those that this run has not
// written anew.
bool run_folder_keep(RunFolder *, bool add, Error *);
void run_folder_close(RunFolder *);   // removes what was not kept, and lets others in

#endif

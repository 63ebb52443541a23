/* record.h: what the host tells the judge about one run of one case; the judge keeps it in a file
 * as it came.
 *
 * A record is followed by `bytes` bytes of items, an item by `count` doubles. The host runs the
 * learner's code, so the judge believes nothing of it: see answers.h.
 */
#ifndef RECORD_H
#define RECORD_H

enum { MOST_AXES = 4, RUNS = 2, MOST_BYTES = 1 << 20, RECORD_MAGIC = 0x4a554447 };

// What fills the outputs in the two runs: exact in float, also when small numbers are added.
static const float garbage_of_run[RUNS] = {8191.25f, -4095.75f};

typedef enum Outcome { ANSWERED, STOPPED, NOT_STARTED, BROKEN } Outcome;
typedef enum Kind {
    PARAMETER,
    INPUT,
    OUTPUT,
    RIGHT
} Kind;   // RIGHT: what a pencil found for the output before it

typedef struct Record {
    unsigned magic;
    int number, run, cases;   // which case, 0 or 1, of how many
    int hand, stage,
        samples;   // computed by hand? the stage, from 0 on; the batch, 0 where there is none
    int outcome;
    int bytes;
    int signal;   // where the fact is a signal
    char tag[32], fact[32];   // where STOPPED: the hint, and the message's key in messages.tsv
    char given[160];   // what the case is about; where BROKEN, what is wrong with the test
} Record;
_Static_assert(sizeof(Record) % sizeof(double) == 0, "items stand behind it");

typedef struct Item {
    int kind, count, axes, shape[MOST_AXES];
    int secret, at_least;   // never shown; any number from `bound` on is right
    double bound;
    char name[32];
} Item;

#endif

/* checkpoint.h: save and load a network by name, in the safetensors format.
 *
 * A file is 8 bytes of length, a JSON header with each tensor's type, shape and place, and the
 * numbers; Python's safetensors reads it. It is written beside its target and renamed, so that a
 * kill at any moment leaves the old file or the new one.
 * Source   https://huggingface.co/docs/safetensors
 */
#ifndef CHECKPOINT_H
#define CHECKPOINT_H

#include "error.h"
#include "optim.h"
#include "params.h"

// What a training may be: as asked for on a command line, or read from a file.
enum { MOST_EPOCHS = 1000000, MOST_BATCH = 65536 };   // memory is planned for a batch
#define LEAST_RATE 1e-30   // a float holds them
#define MOST_RATE 1e30

// Where a training stands, so that it can go on to the same bits. No time stands in it: two runs of
// one seed write the same bytes.
typedef struct Progress {
    char program[MAX_NAME];    // "ch07-cnn"
    char training[MAX_NAME];   // its name, "" for the lesson's own
    uint64_t seed;
    int epochs, batch;         // as asked for on the command line
    double learning_rate;
    int epoch, index;          // the next batch: epoch 1 …, index 0 …
    int64_t step;              // batches done
    uint32_t data_sum;         // a checksum of the training data
    double epoch_loss;         // sum of the losses of this epoch's batches so far
    char options[8192];        // anything else that must be the same, "--augment --dataset mnist"
} Progress;

// optimizer may be NULL: then only the network's numbers are saved or loaded. What checkpoint_load
// would refuse is not written: numbers that are not finite, progress that cannot be. Then, as with
// a full disk, any old file stays.
bool checkpoint_save(const char *path, const Params *, const Optimizer *, const Progress *,
                     Error *);

// Every parameter must be there with its shape, and every number must be possible; otherwise the
// Error names the first that is not, and neither params nor optimizer is changed. Any progress is
// given back when it is in the file; that of a file with weights alone, perhaps of another program,
// is left as it is.
bool checkpoint_load(const char *path, Params *, Optimizer *, Progress *, Error *);

// Only the header's progress: to know what --resume will continue before a network is built.
bool checkpoint_progress(const char *path, Progress *, Error *);

#endif

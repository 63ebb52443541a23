/* params.h: the numbers that a network learns, by name.
 *
 * Params holds all values in one flat array and all gradients in another, so that one call of an
 * optimizer moves everything and a checkpoint is a walk through the list. Several graphs (a batch
 * of 64 to train, a batch of 1 to predict) may stand on one Params: a name that exists is shared.
 */
#ifndef PARAMS_H
#define PARAMS_H

#include "pace.h"
#include "random.h"
#include "tensor.h"

enum { MAX_NAME = 64 };
#define STATE_ENDING ".state"   // of the name of a Param that is a state, and of no other

typedef struct Param {
    char name[MAX_NAME];       // "conv1.weight"
    Shape shape;
    Initialiser initialiser;
    int fan_in, fan_out;       // how many values one output sums, and one input feeds
    bool is_weight;            // penalised, and drawn at random; biases and scales are not
    bool is_statistic;         // kept, not learned: the running mean of batch normalisation
    bool is_state;             // a statistic of a training that goes on, no part of the network:
                               // what a recurrent layer carries from batch to batch
    size_t offset, count;      // in the flat arrays; offsets are multiples of 16, gaps stay zero
    Tensor host;               // what params_read gave: a view on the CPU, elsewhere a copy
} Param;

typedef struct Params {
    uint64_t seed;
    Device device;
    Param *list;
    int length;
    size_t count;              // numbers in each flat array, gaps included
    Tensor values, gradients;  // flat; read them after params_ready
    size_t ready;              // how many numbers have been given memory and initial values
    uint32_t passes;           // training passes done, by all graphs: the step of dropout's stream
    Pace pace;                 // whether a training step is faster with threads or without
    Tensor loss_sum;           // on the device; absent where each loss is read (params_sum_losses)
    int losses;                // how many these are
} Params;

Params *params_new(uint64_t seed, Device);
void params_free(Params *);

// Finds the parameter of that name, or adds it as described (offset and count are found here). The
// same name with another shape is the caller's bug. Returns its number in list.
int params_add(Params *, Param description);

// Gives memory and initial values to what was added since.
void params_ready(Params *);
// Draws all weights again and sets the rest to its initial values: for comparing initialisers.
void params_initialise(Params *, Initialiser);
void params_clear_gradients(Params *);
size_t params_learned(const Params *);   // how many numbers are learned, gaps not counted
const Param *params_find(const Params *, const char *name);   // NULL when absent

/* To read a loss is to wait for the device, and then the device waits for the host. So a training
 * may have losses summed there: forward() then gives NaN, and the sum is read every few steps.
 */
void params_sum_losses(Params *, bool);
Real params_take_losses(Params *);       // their sum since it was taken last

// A parameter by its name, in the memory of the CPU whatever the device: to read, valid
// until it is read or written again, or learned; and to write. That the name exists is
// the caller's business (params_find asks).
const Tensor *params_read(Params *, const char *name);
void params_write(Params *, const char *name, const Tensor *numbers);   // of its shape

// For operations: views into the flat arrays, in the memory of the device.
Tensor param_value(const Params *, int number);
Tensor param_gradient(const Params *, int number);

#endif

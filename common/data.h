/* data.h: data sets, the files they come from, and the batches they are cut into.
 *
 * Tables   csv.h reads them, split.h says which rows are learned from,
 *          encoder.h makes them numbers.
 * Memory   A Dataset owns its tensors; dataset_free frees them. Pictures stay bytes.
 * Errors   Every reader returns false and one line in Error: the file, the place,
 *          what was expected. It never exits, never reads past its buffer and
 *          never trusts a size in a header.
 */
#ifndef DATA_H
#define DATA_H

#include "error.h"
#include "kernels.h"
#include "random.h"
#include "tensor.h"

typedef struct Dataset {
    int count;
    Tensor inputs;     // [count, ...], U8, I32 or REAL
    Tensor targets;    // [count] I32, or [count, ...] REAL
    Tensor lengths;    // [count] I32, of sequences; or absent
    int steps;         // > 0: the samples are one long sequence, taken in windows of so many
} Dataset;
void dataset_free(Dataset *);
// A view of the first ones, or of all where there are fewer; do not free it.
Dataset dataset_first(const Dataset *, int most);
// A text [L] I32 as a sequence to be continued: after each symbol but the last, the next one is the
// target. Two views of the text; do not free it.
Dataset dataset_text(const Tensor *symbols, int steps);

/* idx.c: the format of MNIST, http://yann.lecun.com/exdb/mnist: two zero bytes, the type (8:
 * unsigned bytes), the rank, each extent as a big-endian 32-bit number, then the data. A path may
 * end in .gz; one without is also looked for with .gz.
 */
bool idx_read(Tensor *out, const char *path, int rank, Error *);                  // a U8 tensor
// Pictures [count, height, width, 1] and labels that belong together: pictures of
// that size, equal counts, labels 0 … classes-1.
bool idx_dataset(Dataset *out, const char *images, const char *labels, int height, int width,
                 int classes, Error *);

/* image.c: one picture as grey levels 0 … 255, row by row. PNG, JPEG, BMP, GIF, PGM; up to
 * 10000 pixels a side and 160 million bytes. It stands upright, as Exif says (exif.h). What is
 * transparent lies on white or, where hardly anything would be seen there, on black. The
 * caller frees the tensor: U8 [height, width].
 */
bool image_read(Tensor *out, const char *path, Error *);

/* sampler.c: the training set in a new order each epoch, cut into batches. The
 * order depends on seed and epoch alone, so a training that stopped at (epoch,
 * batch) goes on from there as if it had not.
 *
 * One long sequence (steps > 0) keeps its order. It is cut into as many stretches as a batch has
 * rows, whose lengths differ by one at most, and each row of a batch goes on where it stopped in
 * the batch before: inputs and targets are [rows, steps, ...]. Where a row has less than `steps`
 * left, as at an epoch's end, the rest of its inputs is zero, of its targets (I32) -1, which losses
 * do not count; lengths say how many are left. Each sample has its turn once an epoch.
 *
 * Batches of a set that was sent to a device (sampler_send) are gathered there, and lie there:
 * feed() and batch_augment() take them where they are, reals() and its like cannot. An epoch then
 * needs its order from the host, once, and a step the place where its batch begins in it. Of one
 * long sequence, batches in which a row is cut short still come from the memory of the CPU.
 */
typedef struct Sampler {
    const Dataset *set;
    uint64_t seed;
    int batch;             // samples a batch; the last one of an epoch may have fewer
    int epoch, *order;     // [count], the order of this epoch (-1: of none yet); NULL: its own
    Tensor order_there;    // the same on the device, if anything was sent
    Dataset from;          // where samples are taken: of the set, or what was sent of it
    Dataset gathered;      // [batch, ...], the samples of the present batch, beside them
    Dataset cut;           // of a sequence: of a batch in which a row has less than `steps` left
} Sampler;
typedef struct Batch {
    Sampler *sampler;
    int epoch, index;      // index 0 … batches-1
    int size;              // samples, or rows of a sequence; 0 behind the last
    Tensor inputs;         // [size, ...], valid until the next batch; the reader may change them
    Tensor targets;
    Tensor lengths;        // absent where the set has none and is no sequence; only read
} Batch;
Sampler *sampler_new(const Dataset *, uint64_t seed, int batch);
void sampler_free(Sampler *);
// Copies the set into the memory of the device, once, as the bytes it has; false, and all stays as
// it was, where it would take more than half of what is free there. Integers of which some are -1
// stay where they are: masked labels, which feed() must count.
bool sampler_send(Sampler *, Device);
int sampler_batches(const Sampler *);            // in an epoch
Batch sampler_batch(Sampler *, int epoch, int index);
Batch next_batch(Batch);

/* augment.c: training pictures [n, height, width], moved, turned and scaled at random, in place, by
 * up to what the Distortion says. Picture i draws the numbers 4*(first+i) … 4*(first+i)+3 of the
 * stream.
 */
void augment(uint8_t *pixels, int n, int height, int width, Distortion, Stream, uint64_t first);
// The pictures of a batch, where they lie: others in each epoch. `source` tells apart what is drawn
// for the same pictures.
void batch_augment(Batch, Distortion, uint16_t source);

// Pictures [n, height, width, ...] of bytes, moved: to(i,j) = from(i-down, j-right), and 0 where
// that is outside. The caller frees them.
Tensor moved_pictures(const Tensor *from, int down, int right);

#endif

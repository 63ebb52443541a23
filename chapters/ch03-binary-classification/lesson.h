/* lesson.h: what the files of chapter 3 share. ch03-binary-classification.c
 * is the lesson, the others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "app.h"
#include "measure.h"
#include "plain.h"
#include "table_sets.h"

// What lines of SPLITS random splits say of rows that they have not seen,
// behind each other: each of them with its target.
enum { SPLITS = 20 };
typedef struct HeldOut {
    int count, splits;
    int first[SPLITS + 1];   // where the rows of a split begin
    float *logit, *target;
} HeldOut;

typedef struct Lesson {
    TableSets sets;   // the tumours, or the reader's own table; targets 1, 0
    bool own;   // the reader's
    char yes[64], no[64];   // "malignant", "benign": what 1 and 0 mean
    Params *params;   // line.weight [features, 1], line.bias [1]
    Line line;   // the same numbers, for the plain loops
    HeldOut held_out;   // empty until an experiment asks for it
} Lesson;

// The split is drawn from the seed. False: one of the classes is missing in
// the training rows or in the test rows; Error says which.
bool sets_of_split(TableSets *, App *, Lesson *, uint64_t seed, Error *);

// Inputs and targets of a set, for the plain loops.
Samples samples_in(const Dataset *);

// learn.c: a line that learns in steps of 16 samples, with nothing shown, as
// the lesson's does; and what it then answers. The caller frees the logits.
void learn_quietly(Line *, const Dataset *, uint64_t seed, int epochs,
                   double learning_rate);
float *logits_of(const Line *, const Dataset *);
double accuracy_of_line(const Line *, const Dataset *);
// The same samples with some of their inputs. tensor_free frees these; the
// targets are shared.
Dataset with_inputs(const Dataset *, const int *input, int inputs);

// splits.c: the lesson's held-out answers, learned when first asked for.
const HeldOut *held_out_of_splits(App *, Lesson *);
void held_out_free(HeldOut *);

// predict.c: what --predict does.
void predict_answer(App *, Lesson *, const char *question);

// The experiments, each in a file of its name.
void show_apples(App *, Lesson *);
void show_gates(App *, Lesson *);
void show_cures(App *, Lesson *);
void show_sigmoid(App *, Lesson *);
void show_stable(App *, Lesson *);
void show_boundary(App *, Lesson *);
void show_twins(App *, Lesson *);
void show_confusion(App *, Lesson *);
void show_splits(App *, Lesson *);
// Further.
void show_odds(App *, Lesson *);
void show_likelihood(App *, Lesson *);
void show_squares(App *, Lesson *);
void show_roc(App *, Lesson *);
void show_threshold(App *, Lesson *);
void show_calibration(App *, Lesson *);
void show_clicks(App *, Lesson *);
void show_pixels(App *, Lesson *);

#endif

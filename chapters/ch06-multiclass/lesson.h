/* lesson.h: what the files of chapter 6 share. ch06-multiclass.c is the
 * lesson, the others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "app.h"
#include "layers.h"
#include "learner.h"
#include "measure.h"
#include "plain.h"
#include "table_sets.h"

enum { SIDE = 28, PIXELS = SIDE * SIDE, CLASSES = 10 };

typedef struct Network {
    Params *params;
    Graph *graph;
    Node *image, *label;   // inputs: bytes [28, 28, 1], and the class 0 … 9
    Node *logits, *loss;
} Network;

// table.c: a table whose target is one of several classes, and softmax
// regression on it.
typedef struct Table {
    TableSets sets;
    int classes;
    char *const *name;   // [classes]; the table's own
    Params *params;   // line.weight [features, classes], line.bias [classes]
    Layer line;   // the same numbers, for the plain loops
} Table;

// What was answered on samples that nobody has learned from.
typedef struct Answers {
    int count, classes;
    float *logits;   // [count, classes]
    int32_t *label;   // [count]
    const char *const *name;   // [classes]
} Answers;

typedef struct Lesson {
    Dataset train, test;   // digits; or views of the table's rows
    Network *net;   // NULL with --table
    Table *table;   // the reader's own, or NULL
    Answers answers;   // to the test samples, once somebody asks
} Lesson;

// Fails where the file, the target or its classes are not what a lesson can
// learn from. The remarks of the reader are printed unless `quiet`.
void table_read(Table *, App *, TableTask, bool quiet);
void table_free(Table *);
Samples samples_in(const Dataset *);
// With nothing shown, in steps of 16 rows.
void layer_learn(Layer *, const Dataset *, uint64_t seed, int epochs,
                 double learning_rate);
double accuracy_of_layer(const Layer *, const Dataset *);
// The same samples with some of their inputs. tensor_free frees these; the
// targets are shared.
Dataset with_inputs(const Dataset *, const int *input, int inputs);
TableTask flower_task(const App *, uint64_t seed, char *path, size_t size);

// answers.c
const Answers *answers_of(Lesson *);
void answers_free(Answers *);
Answers answers_by(Node *input, Node *logits, const Dataset *);
static inline const float *logits_at(const Answers *a, int n)
{
    return a->logits + n * a->classes;
}
double answers_accuracy(const Answers *);
double answers_loss(const Answers *, double temperature);

// digits.c: networks that experiments train on digits.
Learner digit_learner(const App *, uint64_t seed);
void learner_classifies(Learner *, Node *logits);
// 784-128-10, and digits enough for a comparison of learners.
Learner small_new(const App *, uint64_t seed);
enum { FEW = 12800, JUDGED = 4000 };
// They learn in steps of 64 samples, whatever the lesson's are: app.batch is
// set so by the experiment, and set back when it ends.
enum { SMALL_BATCH = 64 };
// Digits as numbers of mean 0 and deviation 1, for the plain loops.
Tensor standard_digits(const Dataset *);

// predict.c: what --predict does.
void read_picture(App *, uint8_t digit[PIXELS], const char *path);
void predict_picture(App *, Lesson *, const uint8_t digit[PIXELS]);
void predict_row(App *, const Table *, const char *row);

// The experiments, each in a file of its name.
void show_softmax(App *, Lesson *);
void show_drawings(App *, Lesson *);
void show_iris(App *, Lesson *);
void show_regression(App *, Lesson *);
void show_twins(App *, Lesson *);
void show_initial(App *, Lesson *);
void show_steps(App *, Lesson *);
void show_confusion(App *, Lesson *);
void show_keep(App *, Lesson *);
// Further.
void show_race(App *, Lesson *);
void show_schedules(App *, Lesson *);
void show_shapes(App *, Lesson *);
void show_batch_norm(App *, Lesson *);
void show_neighbours(App *, Lesson *);
void show_reliability(App *, Lesson *);
void show_top_k(App *, Lesson *);
void show_imbalance(App *, Lesson *);
void show_penguins(App *, Lesson *);
void show_mistakes(App *, Lesson *);
void show_count(App *, Lesson *);

#endif

/* lesson.h: what the files of chapter 2 share. ch02-regression.c is the
 * lesson, the others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "app.h"
#include "plain.h"
#include "table_sets.h"

typedef struct Lesson {
    TableSets sets;   // King County's sales, or the reader's own table
    bool own;   // the reader's
    const char *target;   // "price"
    char unit[80];   // "USD"; of the reader's table, "in price"
    double size;   // what the line counts in, in that unit: 1000 USD
    Params *params;   // line.weight [features, 1], line.bias [1]
    Line line;   // the same numbers, for the plain loops
} Lesson;

// Of the reader's table, or of the bundled one: then with or without zip
// codes. The line begins at 0.
typedef enum Zips { WITHOUT_ZIPS, WITH_ZIPS } Zips;
Lesson lesson_new(App *, Zips);
void lesson_free(Lesson *);
// name: of a training of an experiment's own; NULL: the lesson's. last: will
// the line of the last run do?
bool lesson_load(App *, Lesson *, const char *name, bool last);
void lesson_train(App *, Lesson *, const char *name);

// Inputs and targets of a set, for the plain loops.
Houses houses_of(const Dataset *);

// measure.c: how far a line is from prices that it has not seen.
double mean_of_targets(const Dataset *);
typedef struct Miss {
    double rms;   // root of the mean of the squared errors
    double mean;   // mean of the errors without their signs
} Miss;
Miss miss_of_line(const Line *, const Dataset *);
Miss miss_of_constant(double price, const Dataset *);
// The w of the normal equation, in a line of the caller's. False where a
// column is a sum of multiples of others: its number is in *column.
bool fit_exactly(Line *, const Dataset *, int *column);
// These rows of the table with one more input, which has a value for each
// row of the table. dataset_free frees the inputs; the targets are shared.
Dataset with_column(const Dataset *, Rows, const double *values);
// Twice the largest eigenvalue of the mean of x x', where x has a 1 behind
// it: how fast the slope of the squared error changes where it changes most.
double steepest(const Dataset *);

// "1,234,567" of a number that the line counts in thousands; for at most
// eight numbers in one statement.
const char *money(const Lesson *, double);
void price_metric(App *, const Lesson *, const char *name, double);

// predict.c: what --predict does.
void predict_price(App *, Lesson *, const char *question);

// The experiments, each in a file of its name.
void show_houses(App *, Lesson *);
void show_numerical(App *, Lesson *);
void show_rates(App *, Lesson *);
void show_scaling(App *, Lesson *);
void show_twins(App *, Lesson *);
void show_batches(App *, Lesson *);
void show_errors(App *, Lesson *);
void show_weights(App *, Lesson *);
void show_leakage(App *, Lesson *);
void show_neuron(App *, Lesson *);
// Further.
void show_likelihood(App *, Lesson *);
void show_minima(App *, Lesson *);
void show_normal(App *, Lesson *);
void show_outlier(App *, Lesson *);
void show_polynomial(App *, Lesson *);
void show_zip(App *, Lesson *);
void show_hidden(App *, Lesson *);

#endif

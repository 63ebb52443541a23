/* lesson.h: what the files of chapter 4 share. ch04-regularization.c is the
 * lesson, the others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "app.h"
#include "readings.h"

typedef struct Lesson {
    Swell swell;
    int points;   // readings that are learned from; as many choose
    int degree;   // of the lesson's polynomial
    double lambda;   // its pull
    Dataset train, validation, test;   // readings of one day, for this degree
    Params *params;   // curve.weight [degree, 1], curve.bias [1]
    Line line;   // the same numbers, for the plain loops
} Lesson;

enum { TEST_READINGS = 1000, HIGHEST = 15 };   // HIGHEST: degree of the parts

// Readings of a day, for a degree; a day that is not 0 has its own.
typedef struct Day {
    Dataset train, validation, test;
} Day;
Day day_new(const Lesson *, int day, int points, int degree);
void day_free(Day *);

// What a polynomial is off by, in metres.
typedef struct Misses {
    double train, validation, test;
} Misses;
Misses misses_of(const Line *, const Day *);

// "name <tab> x <tab> y" of a curve, from -1 to 1.
void write_curve(FILE *, const char *name, const Line *);

// The mean of some measurements, and the deviation that such a mean has:
// that of one of them, over the root of their number.
typedef struct Spread {
    double mean, error;
} Spread;
Spread spread_of(const double *x, int count);
double median_of(double *x, int count);   // sorts them
// NAME and NAME_error among the metrics.
void spread_metric(App *, const char *name, Spread, const char *unit);
// A metric whose name ends in what `format` says.
void metric_of(App *, double value, const char *unit, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// The experiments, each in a file of its name.
void show_fits(App *, Lesson *);
void show_degrees(App *, Lesson *);
void show_penalty(App *, Lesson *);
void show_gradient(App *, Lesson *);
void show_stopping(App *, Lesson *);
void show_data(App *, Lesson *);
void show_boundary(App *, Lesson *);
void show_changes(App *, Lesson *);
void show_techniques(App *, Lesson *);
// Further.
void show_variance(App *, Lesson *);
void show_ames(App *, Lesson *);
void show_paths(App *, Lesson *);
void show_corners(App *, Lesson *);
void show_folds(App *, Lesson *);
void show_search(App *, Lesson *);
void show_double_descent(App *, Lesson *);

#endif

/* lesson.h: what the files of chapter 8 share. ch08-rnn.c is the lesson, the
 * others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "book.h"
#include "writer.h"

typedef struct Lesson {
    Book book;   // the novel, or the reader's own text
    bool own;   // the reader's
    const char *surname;   // --predict, or NULL
    Writer writer;
    FILE *samples, *bits;   // tables of the training
} Lesson;

// Steps of an experiment's own training, `usual` of them with the usual
// --epochs; with fewer epochs fewer.
int64_t steps_of(const App *, int usual);

// samples.c: a table of what the writer writes as it learns: before the first
// step, before step 1,000 and before step 10,000, and at the end.
void samples_begin(App *, Lesson *);
void samples_step(App *, Lesson *);   // before each step
void samples_epoch(App *, Lesson *, double bits);   // of held-out text
void samples_end(App *, Lesson *);

// generate.c: what --generate does.
typedef struct Wish {
    const char *prompt;   // NULL: nothing is asked
    double temperature;
    int length, draw;   // characters; which of many texts
} Wish;
// Ends the program where a wish is wrong, or said without a prompt.
void wish_check(App *, const Wish *);
void generate(App *, Lesson *, const Wish *);

// The experiments, each in a file of its name; but `writer` is in context.c.
void show_parity(App *, Lesson *);
void show_cell(App *, Lesson *);
void show_memory(App *, Lesson *);
void show_clipping(App *, Lesson *);
void show_gates(App *, Lesson *);
void show_temperature(App *, Lesson *);
void show_lines(App *, Lesson *);
void show_writer(App *, Lesson *);
// Further.
void show_hello(App *, Lesson *);
void show_twins(App *, Lesson *);
void show_truncated(App *, Lesson *);
void show_cells(App *, Lesson *);
void show_names(App *, Lesson *);
void show_korean(App *, Lesson *);
void show_forecast(App *, Lesson *);

#endif

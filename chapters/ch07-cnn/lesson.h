/* lesson.h: what the files of chapter 7 share. ch07-cnn.c is the lesson, the
 * others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "app.h"
#include "layers.h"
#include "measure.h"

enum { SIDE = 28, PIXELS = SIDE * SIDE, CLASSES = 10 };

typedef struct Network {
    Params *params;
    Graph *graph;
    Node *image, *label;   // inputs: bytes [28, 28, 1], and the class 0 … 9
    Node *maps1, *maps2;   // the answers: [28, 28, 32] and [14, 14, 64]
    Node *logits, *loss;
} Network;

// The size of a picture [height, width, channels] for the plain loops.
typedef struct Extent {
    int height, width, channels;
} Extent;

typedef struct Lesson {
    Dataset train, test;
    Distortion distortion;   // of the training digits: none without --augment
    Network *net;
} Lesson;

// ch07-cnn.c
Network network(const App *);
void network_free(Network *);
void convolution_plain(float *y, const float *x, const float *w,
                       const float *b, Extent in, int filters, int size,
                       int stride, int padding);
void max_pool_plain(float *y, const float *x, Extent in, int size);
extern const Distortion slight;   // what --augment does

// The experiments, each in a file of its name; but `kernels` is in edges.c.
void show_network(App *, Lesson *);
void show_grids(App *, Lesson *);
void show_plain(App *, Lesson *);
void show_kernels(App *, Lesson *);
void show_filters(App *, Lesson *);
void show_maps(App *, Lesson *);
void show_shift(App *, Lesson *);
void show_mistakes(App *, Lesson *);
void show_shuffle(App *, Lesson *);
void show_unprepared(App *, Lesson *);
void show_picture(App *, Lesson *);
void show_statements(App *, Lesson *);
void show_failures(App *, Lesson *);

// sets.c: digits as an experiment wants them. Distortions of the same digit
// differ from epoch to epoch, and the lesson's from those of experiments.
typedef enum Chance { THE_LESSONS, AN_EXPERIMENTS } Chance;
Dataset blank(const Dataset *);   // as many, all black; free its inputs
Dataset moved(const Dataset *, int down, int right);   // free its inputs
// Pixels [count, SIDE, SIDE].
void feed_digits(Node *image, const uint8_t *pixels, int count);
void distort(Batch, Distortion, Chance);
typedef struct Distorted {
    Distortion by;
    Chance chance;
} Distorted;
void distort_as(Batch, const void *distorted);   // for a learner

// predict.c: what --predict does, before and after there is a network.
void read_picture(App *, uint8_t digit[PIXELS], const char *path);
void predict_picture(App *, Lesson *, const uint8_t digit[PIXELS]);

#endif

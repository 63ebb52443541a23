/* lesson.h: what the files of chapter 1 share. ch01-intro.c is the lesson,
 * the others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "app.h"

enum { SIDE = 28, PIXELS = SIDE * SIDE, CLASSES = 10 };

/* ---- A threshold: ch01-intro.c ------------------------------------------*/

// Things of which one number is known, x, and what they are: 1 or 0.
typedef struct Samples {
    int count;
    const float *x;
    const int *t;
} Samples;

// How often "1 where x is above the threshold" is wrong.
int count_wrong(float threshold, Samples);

// Of the places halfway between two neighbouring values of x, the first with
// the fewest wrong answers; below the least x is one too.
typedef struct Threshold {
    float at;
    int wrong;
} Threshold;
Threshold find_threshold(Samples);

/* ---- Nearest mean: ch01-intro.c -----------------------------------------*/

// mean [CLASSES, PIXELS]: the average picture of each digit, as grey levels
// 0 … 255; count [CLASSES]: of how many pictures it is the average.
typedef struct Means {
    float *mean, *count;
} Means;

// The sum over all pixels of the squared difference from the mean of class k.
float squared_distance(const Means *, int k, const uint8_t *picture);

// Moves the mean of its class, so that it is the average of one more.
void learn_picture(Means *, const uint8_t *picture, int label);
int nearest_mean(const Means *, const uint8_t *picture);
double share_right(const Means *, const Dataset *);

/* ---- The lesson ---------------------------------------------------------*/

typedef struct Lesson {
    Dataset train, test;   // digits: U8 [count, 28, 28, 1], labels I32
    Params *params;   // digit.mean [10, 784], digit.count [10]
    Means means;   // the same numbers, for the plain loops
    int clusters;   // --k: how many the part clusters looks for
    const char *picture;   // --picture; NULL: one of the lesson's own
} Lesson;

// ask.c: what --digit does.
void ask_digit(App *, Lesson *, int number);

// The experiments, each in a file of its name.
void show_rules(App *, Lesson *);
void show_threshold(App *, Lesson *);
void show_line(App *, Lesson *);
void show_pixels(App *, Lesson *);
void show_digits(App *, Lesson *);
void show_breaks(App *, Lesson *);
// Further.
void show_formats(App *, Lesson *);
void show_clusters(App *, Lesson *);
void show_grid(App *, Lesson *);
void show_data_size(App *, Lesson *);
void show_ladder(App *, Lesson *);
void show_strides(App *, Lesson *);

#endif

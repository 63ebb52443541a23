/* lesson.h: what the files of chapter 5 share. ch05-neural-networks.c is the
 * lesson, the others are its experiments.
 */
#ifndef LESSON_H
#define LESSON_H

#include "app.h"
#include "design.h"
#include "learner.h"
#include "plain.h"

// A network of the playground: nodes above one Params. learn takes batches
// of the command line's size, show takes many points at once.
enum { SHOWN_AT_ONCE = 512 };
typedef struct Net {
    Graph *graph;
    Node *x, *t, *logit, *loss, *unit[MOST_LAYERS];
} Net;

typedef struct Lesson {
    Design design;
    Dataset train, test;   // with the inputs of the design
    Dataset points;   // the training points, [count, 2]
    Params *params;
    Net learn, show;
} Lesson;

Net net_new(const Design *, Params *, int batch);

double sure(Real logit);   // how sure it is of a yes, 0 … 1
// The share of a set on whose side the logit is.
double share_right(Node *x, Node *logit, const Dataset *);

/* view.c: what a network says of the plane, at SIDE x SIDE points from -6 to
 * 6 in both directions.
 */
enum { SIDE = 61 };
typedef void ForPoint(void *env, const Real point[2], const Real *values);
// Calls for each point, from the lowest x2 upwards, with the numbers that
// the node has there.
void for_plane(const Design *, Node *x, Node *node, int side, ForPoint *,
               void *env);
// "row <tab> x1 <tab> x2 <tab> p" for all points.
void write_plane(FILE *, const char *row, const Design *, Node *x,
                 Node *logit);
void write_points(FILE *, const char *row, const Dataset *points);
// A picture of side x side, to be drawn: full where the answer is a sure yes.
void plane_pixels(uint8_t *pixels, int side, const Design *, Node *x,
                  Node *logit);

/* trial.c: a network that an experiment trains on the playground with plain
 * steps, as the lesson's.
 */
typedef struct Trial {
    double train, test;   // shares right
    double loss;   // of the last epoch
} Trial;
typedef struct Pair {
    Dataset train, test;
} Pair;
enum { TRAIN_POINTS = 250, TEST_POINTS = 1000 };
Pair pair_new(const Design *, uint64_t seed);
void pair_free(Pair *);
typedef struct Drill {
    uint64_t seed;
    int epochs;
    Real rate;
    FILE *plane;   // where its answers go, in rows of this name; or NULL
    const char *row;
} Drill;
Trial try_design(App *, const Design *, Drill);

/* sketch.c: the tables from which networks with numbers are drawn.
 */
typedef struct Sketch {
    FILE *nodes, *edges;
    const char *name;   // of the drawing
} Sketch;
// A text may be empty: the node or edge has no number.
void sketch_node(const Sketch *, const char *node, double layer,
                 double place, const char *text, const char *role);
void sketch_edge(const Sketch *, const char *from, const char *to,
                 const char *text);
const char *sketch_number(double value, int digits);   // until the next one
void sketch_cell(Sketch);   // those of three experiments
void sketch_hand(Sketch);
void sketch_numbers(Sketch);

// live.c: the boundary while it is learned, and at the end at four moments.
typedef struct Album Album;
Album *album_new(App *);
void album_look(Album *, App *, const Lesson *);   // before each epoch
void album_show(Album *, App *, const Lesson *);   // after training; frees

// predict.c: what --predict does.
void predict_answer(App *, Lesson *, const char *question);

// The experiments, each in a file of its name.
void show_sketch(App *, Lesson *);
void show_cell(App *, Lesson *);
void show_hand(App *, Lesson *);
void show_xor(App *, Lesson *);
void show_activations(App *, Lesson *);
void show_numbers(App *, Lesson *);
void show_slopes(App *, Lesson *);
void show_boundary(App *, Lesson *);
void show_widths(App *, Lesson *);
void show_settings(App *, Lesson *);
void show_depth(App *, Lesson *);
void show_regions(App *, Lesson *);
// Further.
void show_approximation(App *, Lesson *);
void show_ways(App *, Lesson *);
void show_limits(App *, Lesson *);
void show_pue(App *, Lesson *);

#endif

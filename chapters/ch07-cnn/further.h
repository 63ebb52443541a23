/* further.h: the further experiments of chapter 7, and what they share.
 */
#ifndef FURTHER_H
#define FURTHER_H

#include "small.h"
#include "surnames.h"

// Each in a file of its name; but `layers` stands in journey.c.
void show_occlusion(App *, Lesson *);
void show_race(App *, Lesson *);
void show_patches(App *, Lesson *);
void show_names(App *, Lesson *);
void show_layers(App *, Lesson *);
void show_augmentation(App *, Lesson *);
void show_batch_norm(App *, Lesson *);
void show_receptive(App *, Lesson *);

// receptive.c: the smallest square of pixels that holds all those which can
// change the middle unit of these maps; `reads` counts these pixels.
typedef struct Field {
    int size, reads;
    double effect[PIXELS];   // mean change of the unit, summed over filters
} Field;
Field receptive_field(Network *, Node *maps, const Dataset *digits);

// surnames.c: names in ten languages, [count, 1, LENGTH, SYMBOLS], with a 1
// for the symbol at each place. No spelling stands in both sets. `ceiling`
// is the best accuracy on the test set, since some names are in several
// languages. The caller frees both sets.
enum {
    LENGTH = 20,    // letters that count; the few longer names are cut
    SYMBOLS = 96    // letters told apart; 0 stands for all others
};
typedef struct NameSets {
    Dataset train, test;
    double ceiling;
} NameSets;
NameSets name_sets(App *);

#endif

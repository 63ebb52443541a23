/* choice.h: settings for some hours of the plant, chosen by what a model says
 * of them.
 *
 * Memory   choice_free frees what choice_new and the two ways to choose made.
 */
#ifndef CHOICE_H
#define CHOICE_H

#include "plant_model.h"

enum { HOURS = ASKED_AT_ONCE };
typedef double Hour[PLANT_INPUTS];

typedef struct Choice {
    Hour *x;   // [HOURS], with the settings that were chosen
    double said[HOURS];   // their PUE, by the model
} Choice;

// As the operators had it.
Choice choice_new(PlantModel *, const Hour *hours);
void choice_free(Choice *);
double choice_said(const Choice *);   // means over the hours
double choice_true(const Choice *);

// Descends on the settings, against what the model's PUE grows with; beyond:
// outside of the range of the log, too. Each step's best so far goes to the
// table: "way, step, said, true".
Choice choice_descend(PlantModel *, const Choice *from, int steps,
                      bool beyond, FILE *table);
// The best, by the model, of so many settings drawn from the range.
Choice choice_by_chance(PlantModel *, const Choice *from, int tries,
                        uint64_t seed, FILE *table);

#endif

/* plant_model.h: a network that has learned the plant's log, and what it
 * says when it is asked.
 *
 * Units    Inputs and PUE are standardised by the log: mean 0, deviation 1.
 *          model_said gives PUE itself.
 * Memory   model_free frees all of it.
 */
#ifndef PLANT_MODEL_H
#define PLANT_MODEL_H

#include "lesson.h"
#include "plant.h"
#include "standardise.h"

enum { ASKED_AT_ONCE = 200 };   // hours

typedef struct PlantModel {
    Learner learner;
    Standardiser inputs, pue;
    Graph *graph;   // the same network, for ASKED_AT_ONCE hours
    Node *x, *said, *wish, *distance;
} PlantModel;

// Hours [count, PLANT_INPUTS] from `first` on, and the meters' PUE.
Dataset plant_log(uint64_t seed, int first, int count);

PlantModel model_learn(App *, const Dataset *log);
void model_free(PlantModel *);

// For hours in the plant's own units, at most ASKED_AT_ONCE.
void model_said(double *pue, PlantModel *, const double (*x)[PLANT_INPUTS],
                int count);
// And how fast what it says grows with each input, in standardised units.
void model_slopes(double (*slope)[PLANT_INPUTS], double *pue, PlantModel *,
                  const double (*x)[PLANT_INPUTS], int count);

#endif

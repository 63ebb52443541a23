/* plan.h: settings for some hours of the plant, chosen by what a model says
 * of them.
 *
 * Memory   plan_free frees what plan_new and the two ways to choose made.
 */
#ifndef PLAN_H
#define PLAN_H

#include "plant_model.h"

enum { HOURS = ASKED_AT_ONCE };
typedef double Hour[PLANT_INPUTS];

typedef struct Plan {
    Hour *x;   // [HOURS], with the settings that were chosen
    double said[HOURS];   // their PUE, by the model
} Plan;

Plan plan_new(PlantModel *, const Hour *hours);   // as the operators had it
void plan_free(Plan *);
double plan_said(const Plan *);   // means over the hours
double plan_true(const Plan *);

// Descends on the settings, against what the model's PUE grows with; beyond:
// outside of the range of the log, too. Each step's best so far goes to the
// table: "way, step, said, true".
Plan plan_descend(PlantModel *, const Plan *from, int steps, bool beyond,
                  FILE *table);
// The best, by the model, of so many settings drawn from the range.
Plan plan_by_chance(PlantModel *, const Plan *from, int tries, uint64_t seed,
                    FILE *table);

#endif

/* plant.h: a data centre that is not there: what it draws from the mains,
 * over what its computers draw. The ratio is its power usage effectiveness,
 * PUE; 1 would be a plant whose cooling and lights cost nothing.
 *
 * Nineteen inputs, in the order of plant_inputs: the load and the weather,
 * which nobody chooses; the machines that run, which a schedule chooses; and
 * SETTINGS numbers that an operator may set. As many as Gao (2014) took of a
 * real plant; the choice of them and the formulas are ours, invented.
 */
#ifndef PLANT_H
#define PLANT_H

#include "random.h"

enum { PLANT_INPUTS = 19, SETTINGS = 6, GIVEN = PLANT_INPUTS - SETTINGS };

typedef struct PlantInput {
    const char *name, *unit;
    double least, most;   // what the plant has been run with
} PlantInput;
extern const PlantInput plant_inputs[PLANT_INPUTS];   // settings stand last
// Of input k the nearest value inside its range; the value at a share of it.
double plant_within(int k, double value);
double plant_between(int k, double share);

// An hour of the plant's log: what was given, and the settings that its
// operators took, by a rule and their mood.
void plant_hour(double x[PLANT_INPUTS], uint64_t seed, uint64_t hour);

// True of this simulated plant, without the noise of its meters. Settings
// may leave their ranges, by as much as these are wide: pumps and fans have
// stops of their own.
double plant_pue(const double x[PLANT_INPUTS]);
double plant_reading(const double x[PLANT_INPUTS], uint64_t seed,
                     uint64_t hour);   // with it

#endif

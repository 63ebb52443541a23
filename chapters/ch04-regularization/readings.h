/* readings.h: a buoy on a swell, simulated from a seed, and the curve that is
 * laid through its readings.
 *
 * The swell is t = sin(pi x) metres, at the times x from -1 to 1. Each of N
 * equal stretches of that time has one reading at a random moment in it, off
 * by a normal error: no model can miss new readings by less than that error.
 *
 * Memory   A Dataset is freed with dataset_free.
 */
#ifndef READINGS_H
#define READINGS_H

#include "data.h"
#include "plain.h"

// Which readings of a day: those that are learned from, those that choose,
// those that judge.
typedef enum Which { TRAINING, VALIDATION, TEST } Which;

typedef struct Swell {
    uint64_t seed;
    int day;   // each day has other moments and other errors
    double noise;   // deviation of the error, in metres
} Swell;

double swell_at(double x);   // without any error

// Inputs REAL [count, degree]: x, x², …, x^degree; targets REAL [count].
Dataset readings(Swell, Which, int count, int degree);
void powers(float *out, double x, int degree);
double curve_at(const Line *polynomial, double x);

Samples samples_in(const Dataset *);

// The w and b for which L of plain.h is least, from the normal equation.
// False where the powers are more than the samples can tell apart.
bool fit_exactly(Line *, const Dataset *, double lambda);

#endif

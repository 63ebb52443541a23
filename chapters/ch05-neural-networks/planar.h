/* planar.h: points of the plane in two classes, drawn from a seed.
 *
 *     circle   a disc of yes in a ring of no
 *     gauss    two clouds
 *     spiral   two arms, one of each class, that turn around each other
 *     xor      yes where exactly one of the two coordinates is positive
 *
 * Both coordinates lie between -6 and 6. Noise moves each of them by up to
 * that share of 2, so that a noise of 0.1 moves a point by up to 0.2.
 * After the playground of TensorFlow, playground.tensorflow.org.
 */
#ifndef PLANAR_H
#define PLANAR_H

#include "data.h"

typedef enum PlanarKind {
    CIRCLE,
    GAUSS,
    SPIRAL,
    XOR,
    PLANAR_KINDS
} PlanarKind;
extern const char *const planar_names[PLANAR_KINDS + 1];   // ended by NULL

// What a network sees of a point: its coordinates, or what is made of them.
typedef enum PlanarInput {
    X1,
    X2,
    X1X1,
    X2X2,
    X1X2,
    SINX1,
    SINX2,
    PLANAR_INPUTS
} PlanarInput;
extern const char *const planar_input_names[PLANAR_INPUTS];

// points REAL [count, 2], targets REAL [count, 1]: 1 for yes, 0 for no, as
// many of each (one more no where count is odd). Another part of the same
// seed is other points of the same kind. dataset_free frees it.
Dataset planar_new(PlanarKind, int count, double noise, uint64_t seed,
                   int part);

// inputs [k] of a point
void planar_inputs(Real *out, const PlanarInput *input, int count,
                   const Real point[2]);
// The set with these inputs [count, inputs] in place of the points.
Dataset planar_with(const Dataset *points, const PlanarInput *, int inputs);

#endif

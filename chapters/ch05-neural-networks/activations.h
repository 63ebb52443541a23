/* activations.h: what a unit does to its sum, and how steep that is.
 *
 *     sigmoid      1 / (1 + e^-a)                    slope  h (1 - h)
 *     tanh         (e^a - e^-a) / (e^a + e^-a)       slope  1 - h²
 *     relu         a where a > 0, else 0             slope  1 or 0
 *     leaky-relu   a where a > 0, else 0.01 a        slope  1 or 0.01
 *     gelu         a Phi(a)                          slope  Phi(a) + a phi(a)
 *     linear       a                                 slope  1
 *
 * h is the activation of a; Phi is the share of a normal distribution below
 * a, and phi its density. At a = 0 the slope of relu is taken as 0.
 */
#ifndef ACTIVATIONS_H
#define ACTIVATIONS_H

#include "layers.h"

typedef struct Activation {
    const char *name;
    Real (*of)(Real a);
    Real (*slope)(Real a);
    Node *(*node)(Node *);   // the same as a word of layers.h
    Initialiser initialiser;   // of weights that lead to it (week 6)
} Activation;

enum { ACTIVATIONS = 6 };
extern const Activation activations[ACTIVATIONS];

const Activation *activation_named(const char *name);   // NULL: none
const char *activation_names(void);   // "sigmoid, tanh, …"

#endif

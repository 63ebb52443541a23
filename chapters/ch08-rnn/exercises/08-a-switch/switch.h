/* switch.h: an LSTM of one unit that remembers what it is told to.
 *
 * At each step it reads a signal x, which is 0 or between 0.5 and 1 in size,
 * and a key, which is 0 or 1. With the state h and the cell state c of the
 * step before, at first 0, it computes for each gate q
 *
 *     s(q) = w(q,X) x + w(q,KEY) key + w(q,H) h + w(q,ONE)
 *
 *     i = sigmoid(s(I))   f = sigmoid(s(F))   g = tanh(s(G))
 *     o = sigmoid(s(O))   c = f c + i g       h = o tanh(c)
 *
 * w [4, 4]   w(q,from) is w[q * 4 + from]; arrives filled with garbage, and
 *            is overwritten. No weight may be beyond -100 or 100.
 *
 * Wanted: behind each step, h is 0.25 or more where x was positive at the
 * last step with key 1, this step included, and -0.25 or less where it was
 * negative. It is between -0.25 and 0.25 while no key has been 1, and after a
 * step at which x was 0 and key 1. Up to 500 steps may lie between two keys.
 */
#ifndef SWITCH_H
#define SWITCH_H

#include "exercise.h"

enum { I, F, G, O };   // gates
enum { X, KEY, H, ONE };   // what they hear

void set_weights(float *w);

#endif

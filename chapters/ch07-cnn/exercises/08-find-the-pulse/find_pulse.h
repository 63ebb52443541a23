/* find_pulse.h: where in a noisy signal a known pulse begins.
 *
 * signal   [length]   a slow drift, noise, and the pulse added at one place
 * pulse    [size]     its shape, without drift or noise
 * Returns  the number p of the first sample of the pulse: about that place,
 *          signal(p + u) is drift + pulse(u) + noise; 0 <= p <= length - size
 *
 * The drift changes little over `size` samples, but it is not 0, and it may
 * be larger than the pulse.
 */
#ifndef FIND_PULSE_H
#define FIND_PULSE_H

#include "exercise.h"

int find_pulse(const float *signal, int length, const float *pulse, int size);

#endif

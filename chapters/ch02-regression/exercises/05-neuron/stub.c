/* 02-05  A neuron that never goes below zero    build, further, 20 minutes
 *
 * A line may say that a cottage costs -20,000 dollars. A neuron with ReLU may
 * not. What does that do to its gradient?
 *
 *     z = b + sum over d of w(d) x(d)        y = max(0, z)
 *
 * Task      return y, and fill dw and db with the derivatives of (y - t)^2.
 * Example   x = 2 1, w = 3 -4, b = 1, t = 5: z = 3, y = 3, dw = -8 -4 and
 *           db = -4. With b = -9: z = -7, y = 0, and dw = 0 0, db = 0
 *
 * Check     make check EX=02-05          Stuck?   make hint EX=02-05
 */
#include "neuron.h"

#include <math.h>

float neuron(float *dw, float *db, const float *w, float b, const float *x,
             float t, int features)
{
    EXERCISE_TODO();
}

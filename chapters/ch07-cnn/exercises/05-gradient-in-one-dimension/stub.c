/* 07-05  The gradient in one dimension        build, further, 20 minutes
 *
 * Before the pictures, a row. Which places i use the pixel x(r), and with
 * which weight? Which places use the weight w(u), and on which pixel? Go
 * through all pairs (i, u) and give each its share.
 *
 * Task      overwrite dx, add to dw. gradient_1d.h has the forward pass.
 * Example   x = 3 5 2 4, w = 1 -1, dy = 1 0 2:
 *
 *           x(0) was used by y(0) with w(0):          dx(0) =  1*1 =  1
 *           x(1) by y(0) with w(1), y(1) with w(0):   dx(1) = -1*1 + 1*0 = -1
 *           x(2) by y(1) with w(1), y(2) with w(0):   dx(2) = -1*0 + 1*2 =  2
 *           x(3) by y(2) with w(1):                   dx(3) = -1*2 = -2
 *           w(0) met 3, 5, 2:                 dw(0) += 3*1 + 5*0 + 2*2 = 7
 *
 * Check     make check EX=07-05          Stuck?   make hint EX=07-05
 */
#include "gradient_1d.h"

void gradient_1d(float *dx, float *dw, const float *dy, const float *x,
                 const float *w, int length, int size)
{
    EXERCISE_TODO();
}

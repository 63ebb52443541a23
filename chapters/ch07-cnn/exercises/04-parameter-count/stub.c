/* 07-04  Parameter count                      build, further, 45 minutes
 *
 * How many numbers does training set? Walk through the layers, keep in mind
 * what shape arrives at each, and add up weights and biases.
 *
 * Task      return the number of parameters of a list of layers.
 * Example   a picture [6, 6, 1]:
 *
 *           CONVOLUTION 3 x 3, 4 filters    3*3*1*4 + 4 = 40    -> [6, 6, 4]
 *           POOLING 2 x 2                               0       -> [3, 3, 4]
 *           LINEAR, 5 units                 36*5 + 5  = 185     -> [1, 1, 5]
 *                                                       225 in all
 *
 * Check     make check EX=07-04          Stuck?   make hint EX=07-04
 */
#include "parameter_count.h"

long parameter_count(const Layer *layers, int depth, int height, int width,
                     int channels)
{
    EXERCISE_TODO();
}

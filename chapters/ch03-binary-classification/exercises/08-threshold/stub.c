/* 03-08  Where yes begins                        build, further, 40 minutes
 *
 * A tumour that is missed costs more than a false alarm. Nothing is trained
 * anew: all that moves is the threshold.
 *
 * Task      return the cheapest threshold, and fill cost. threshold.h says
 *           which ones there are to choose from, and what counts as a yes.
 * Example   p = 0.9 0.3 0.6 0.1, t = 1 1 0 0, miss 10, alarm 1: above 0.1
 *           there are three yes, of which one is an alarm: cost 1. No other
 *           threshold is as cheap, so 0.1 is returned. With miss 1 and alarm
 *           10 it is 0.6, where one yes is missed: cost 1.
 *
 * Check     make check EX=03-08          Stuck?   make hint EX=03-08
 */
#include "threshold.h"

float cheapest_threshold(float *cost, const float *p, const float *t,
                         int count, float miss, float alarm)
{
    EXERCISE_TODO();
}

/* 07-04  Receptive field                      build, further, 20 minutes
 *
 * A number in the second layer looks at a few numbers of the first, and each
 * of those at a few pixels. How wide is the stretch of pixels that it sees
 * altogether?
 *
 * Task      return that width for one number of the last layer.
 * Example   size 3, stride 2, then size 2, stride 1: the second layer looks
 *           at two neighbours of the first. They see pixels 0 to 2 and
 *           2 to 4, since the first layer moves by 2. Together: 5 pixels.
 *           No layer at all sees 1 pixel.
 *
 * Check     make check EX=07-04          Stuck?   make hint EX=07-04
 */
#include "receptive_field.h"

int receptive_field(const Window *layers, int depth)
{
    EXERCISE_TODO();
}

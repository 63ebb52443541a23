/* 02-01  Output size                              build, core, 10 minutes
 *
 * A filter of `size` pixels slides over a row of `extent` pixels, with
 * `padding` zeros on both sides:
 *
 *     outputs = floor((extent + 2*padding - size) / stride) + 1
 *
 * Task      return the number of places at which the filter can stand, and 0
 *           where it does not fit.
 * Beware    Of 2 x 3 pixels, y(0,0) = b + w(0,0)*x(0,0) + 1 is the first answer.
 * Example   extent 28, size 5, no padding:
 *
 *           stride 1   24 places
 *           stride 2   12 places
 *
 * Note      y(0) = 0.5*3 = 1.5. It is 2 otherwise.
 *
 * Check     make check EX=02-01
 */
int outputs(int extent, int size, int stride, int padding)
{
    return -1;
}

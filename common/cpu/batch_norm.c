/* batch_norm.c: batch normalisation (kernels.h has the equations).
 *
 * A part of the work is a range of channels over the whole batch, so every sum
 * has one owner and one order. Sums run down the columns of x seen as a matrix
 * [m, C], a vector of channels at a time.
 */
#include <math.h>

#include "../vmath.h"
#include "cpu.h"

// With one copy of a function's code its multiply-adds are rounded alike for every channel.
#define ONE_COPY __attribute__((noinline))

// x [..., C] seen as a matrix [m, C].
typedef struct Columns {
    int rows, channels;
} Columns;

static Columns columns_of(const Tensor *x)
{
    int channels = x->shape.dim[x->shape.rank - 1];
    return (Columns){channels ? (int)(tensor_count(x) / channels) : 0, channels};
}

// mean(c) = sum over i of x(i,c) / m, for a vector of channels, of which `left` exist;
// x points to the first of them in row 0.
ONE_COPY static Vector column_mean(const Real *x, Columns size, int left)
{
    Vector sum = {0};
    for (int i = 0; i < size.rows; i++) sum += load_upto(x + (ptrdiff_t)i * size.channels, left);
    return sum / (Real)size.rows;
}

// variance(c) = sum over i of (x(i,c) - mean(c))² / m. It goes down the columns once more, for
// mean(x²) - mean(x)² would cancel where the mean is large.
ONE_COPY static Vector column_variance(const Real *x, Vector mean, Columns size, int left)
{
    Vector sum = {0};
    for (int i = 0; i < size.rows; i++) {
        Vector d = load_upto(x + (ptrdiff_t)i * size.channels, left) - mean;
        sum += d * d;
    }
    return sum / (Real)size.rows;
}

// running += momentum (now - running)
ONE_COPY static void move_towards(Real *running, Vector now, Real momentum,
                                                   int left)
{
    Vector before = load_upto(running, left);
    store_upto(running, before + momentum * (now - before), left);
}

// y = slope (x - mean) + beta. The difference first: slope x - slope mean would lose what a
// column varies by, where its mean is large.
ONE_COPY static void apply_to_column(Real *y, const Real *x, Vector mean, Vector slope, Vector beta,
                            Columns size, int left)
{
    for (int i = 0; i < size.rows; i++) {
        ptrdiff_t place = (ptrdiff_t)i * size.channels;
        store_upto(y + place, (load_upto(x + place, left) - mean) * slope + beta, left);
    }
}

// y = gamma (x - mean) / deviation + beta. A vector of channels goes down its columns three times:
// for the mean, for the variance and for y.
void batch_norm_forward_cpu(Tensor *y, Tensor *mean, Tensor *deviation, Tensor *running_mean,
                            Tensor *running_variance, const Tensor *x, const Tensor *gamma,
                            const Tensor *beta, Real momentum, Real epsilon, Range range)
{
    Columns size = columns_of(x);
    Real unbias = size.rows > 1 ? (Real)size.rows / (size.rows - 1) : 1;
    for (int c = range.first; c < range.first + range.count; c += LANES) {
        int left = range.first + range.count - c;
        const Real *in = reals(x) + c;
        Vector m = column_mean(in, size, left), v = column_variance(in, m, size, left);
        Vector d = vector_sqrt(v + epsilon);
        store_upto(reals(mean) + c, m, left);
        store_upto(reals(deviation) + c, d, left);
        move_towards(reals(running_mean) + c, m, momentum, left);
        move_towards(reals(running_variance) + c, unbias * v, momentum, left);

        Vector slope = load_upto(reals(gamma) + c, left) / d;
        apply_to_column(reals(y) + c, in, m, slope, load_upto(reals(beta) + c, left), size, left);
    }
}

// With x^ = (x - mean) / deviation, dgamma += sum of dy x^ and dbeta += sum of dy; these two sums,
// over m, are also what dx = gamma / deviation (dy - mean(dy) - x^ mean(dy x^)) needs. So a vector
// of channels goes down its columns twice.
void batch_norm_backward_cpu(Tensor *dx, Tensor *dgamma, Tensor *dbeta, const Tensor *dy,
                             const Tensor *x, const Tensor *gamma, const Tensor *mean,
                             const Tensor *deviation, Range range)
{
    Columns size = columns_of(x);
    for (int c = range.first; c < range.first + range.count; c += LANES) {
        int left = range.first + range.count - c;
        Vector m = load_upto(reals(mean) + c, left), d = load_upto(reals(deviation) + c, left);
        if (left < LANES)
            d = select_lanes(d > (Vector){0}, d, all_lanes(1));   // lanes without a channel
        Vector sum_dy = {0}, sum_dy_x = {0};
        for (int i = 0; i < size.rows; i++) {
            ptrdiff_t place = (ptrdiff_t)i * size.channels + c;
            Vector dyv = load_upto(reals(dy) + place, left), xv = load_upto(reals(x) + place, left);
            sum_dy += dyv;
            sum_dy_x += dyv * ((xv - m) / d);
        }
        store_upto(reals(dgamma) + c, load_upto(reals(dgamma) + c, left) + sum_dy_x, left);
        store_upto(reals(dbeta) + c, load_upto(reals(dbeta) + c, left) + sum_dy, left);
        if (!present(dx)) continue;

        Vector slope = load_upto(reals(gamma) + c, left) / d;
        Vector mean_dy = sum_dy / (Real)size.rows, mean_dy_x = sum_dy_x / (Real)size.rows;
        for (int i = 0; i < size.rows; i++) {
            ptrdiff_t place = (ptrdiff_t)i * size.channels + c;
            // Loaded first: a multiply-add is one where nothing stands between its two halves.
            Vector dyv = load_upto(reals(dy) + place, left), xv = load_upto(reals(x) + place, left);
            Vector hat = (xv - m) / d, dxv = slope * (dyv - mean_dy - hat * mean_dy_x);
            store_upto(reals(dx) + place, dxv, left);
        }
    }
}

// y = gamma (x - running_mean) / sqrt(running_variance + epsilon) + beta, for all channels
void batch_norm_apply_cpu(Tensor *y, const Tensor *x, const Tensor *gamma, const Tensor *beta,
                          const Tensor *running_mean, const Tensor *running_variance, Real epsilon)
{
    Columns size = columns_of(x);
    for (int c = 0; c < size.channels; c += LANES) {
        int left = size.channels - c;
        Vector d = vector_sqrt(load_upto(reals(running_variance) + c, left) + epsilon);
        apply_to_column(reals(y) + c, reals(x) + c, load_upto(reals(running_mean) + c, left),
                        load_upto(reals(gamma) + c, left) / d, load_upto(reals(beta) + c, left),
                        size, left);
    }
}

/* vmath.h: exp, log, tanh, sigmoid, erf and sqrt of a whole vector at once.
 *
 * libm computes one number a call; these compute LANES numbers with a few dozen instructions and no
 * branch. Each function follows one plan: bring x into a short interval where a polynomial is
 * enough (range reduction), evaluate the polynomial, undo the reduction. The coefficients come from
 * vmath_fit.py.
 *
 * Accuracy  The largest error in ulp (units in the last place), with and without fused
 *           multiply-add, over all floats where the function is neither straight nor constant;
 *           test_vmath.c holds them to it:
 *               exp 1.1   log 0.9   tanh 2.7   sigmoid 2.5   erf 3.2   sqrt 0.5
 * Specials  As in libm: NaN gives NaN, infinities their limits, log(0) = -inf, log(-1)
 *           = NaN, f(-0) = -0 where f is odd. Programs flush denormals to zero, so here
 *           a denormal may count as zero.
 * Double    With REAL_IS_DOUBLE each lane calls libm: that build exists to check gradients to 1e-7,
 *           for which polynomials of float's length would be too coarse and speed does not matter.
 */
#ifndef VMATH_H
#define VMATH_H

#include <math.h>

#include "simd.h"

#ifdef REAL_IS_DOUBLE

#define LANE_BY_LANE(name, expression)                                                             \
    INLINE Vector name(Vector v)                                                                   \
    {                                                                                              \
        for (int i = 0; i < LANES; i++) {                                                          \
            double x = v[i];                                                                       \
            v[i] = expression;                                                                     \
        }                                                                                          \
        return v;                                                                                  \
    }
LANE_BY_LANE(vector_exp, exp(x))
LANE_BY_LANE(vector_log, log(x))
LANE_BY_LANE(vector_tanh, tanh(x))
LANE_BY_LANE(vector_sigmoid, 1 / (1 + exp(-x)))
LANE_BY_LANE(vector_erf, erf(x))
LANE_BY_LANE(vector_sqrt, sqrt(x))
#undef LANE_BY_LANE

#else

// c[0] + c[1] x + … + c[degree] x^degree, by Horner's rule.
INLINE Vector polynomial(Vector x, const float *c, int degree)
{
    Vector sum = all_lanes(c[degree]);
    UNROLL
    for (int k = degree - 1; k >= 0; k--) sum = sum * x + c[k];
    return sum;
}

// ln 2 in two pieces. The first has so few bits that n * LN2_HIGH is exact for every exponent n, so
// that x - n ln 2 loses nothing where the two nearly cancel (Cody & Waite 1980).
#define LN2_HIGH 0.693359375f
#define LN2_LOW -0.000212194442f

// 2^n for -126 <= n <= 127: the bits of a float that has nothing but an exponent.
INLINE Vector power_of_two(Mask n) { return (Vector)((n + 127) << 23); }

/* x = n ln 2 + r with n the nearest integer to x / ln 2, so |r| <= ln 2 / 2. Returns e^r - 1.
 *
 * At 1.5 * 2^23 neighbouring floats are 1 apart: adding that number
 * rounds to an integer, and leaves
 * the integer in the low bits of the sum.          e^r - 1 = r + r² P(r)
 */
INLINE Vector reduced_expm1(Vector x, Mask *n)
{
    const float to_integer = 12582912.0f, log2_e = 1.44269504f;
    static const float P[] = {0.49999997f, 0.166665435f, 0.0416672006f, 0.00836652052f,
                              0.0013882526f};
    Vector shifted = x * log2_e + to_integer;
    *n = (Mask)shifted - (Mask)all_lanes(to_integer);
    Vector rounded = shifted - to_integer;
    Vector r = x - rounded * LN2_HIGH - rounded * LN2_LOW;
    return r + r * r * polynomial(r, P, 4);
}

// A NaN stays one: no comparison with it is true.
INLINE Vector at_least(Vector x, float low) { return select_lanes(x < low, all_lanes(low), x); }
INLINE Vector at_most(Vector x, float high) { return select_lanes(x > high, all_lanes(high), x); }

/* e^x = 2^n (1 + (e^r - 1)). n may be -150 … 128, more than one float's
 * exponent holds, so the power is applied in two halves; the second product
 * overflows to infinity or underflows to 0 by itself.
 */
INLINE Vector vector_exp(Vector x)
{
    Mask n;
    Vector p = reduced_expm1(at_least(at_most(x, 89), -104), &n) + 1;
    Mask half = n >> 1;
    return p * power_of_two(half) * power_of_two(n - half);
}

// e^x - 1 = 2^n (e^r - 1) + (2^n - 1), for -80 < x < 80. For small x it is e^r - 1 itself: exact to
// the last digits, where vector_exp(x) - 1 would have cancelled them.
INLINE Vector small_expm1(Vector x)
{
    Mask n;
    Vector p = reduced_expm1(x, &n), power = power_of_two(n);
    return power * p + (power - 1);
}

INLINE Vector sign_bit(Vector x) { return (Vector)((Mask)x & INT32_MIN); }
INLINE Vector magnitude(Vector x) { return (Vector)((Mask)x & INT32_MAX); }
INLINE Vector with_sign(Vector x, Vector sign) { return (Vector)((Mask)x | (Mask)sign); }

// tanh x = (e^2x - 1) / (e^2x + 1) = t / (t + 2) with t = e^2x - 1, for |x|, then x's sign.
// From |x| = 9.1 on, tanh x is 1 to the last bit.
INLINE Vector vector_tanh(Vector x)
{
    Vector t = small_expm1(2 * at_most(magnitude(x), 9.1f));
    return with_sign(t / (t + 2), sign_bit(x));
}

// sigmoid x = 1 / (1 + e^-x). Nothing cancels: e^-x is added to, and
// where it overflows the result is 0.
INLINE Vector vector_sigmoid(Vector x) { return 1 / (1 + vector_exp(-x)); }

// erf |x| = |e^(-|x| G(|x|)) - 1|, where G(a) = -log(1 - erf a) / a rises gently from 2/√π, so that
// one polynomial serves all of 0 … 4. From 4 on, erf x is 1 to the last bit.
INLINE Vector vector_erf(Vector x)
{
    static const float G[] = {1.12837923f,      0.636619806f,    0.102771595f,     -0.0191199593f,
                              -0.000245183328f, 0.00178414653f,  -0.000723378616f, 0.000155649817f,
                              -1.66026603e-05f, 1.64288025e-07f, 9.23517121e-08f};
    Vector a = at_most(magnitude(x), 4);
    return with_sign(magnitude(small_expm1(-a * polynomial(a, G, 10))), sign_bit(x));
}

/* x = 2^n m with √½ <= m < √2 and f = m - 1, so
 *     log x = n ln 2 + log(1 + f),     log(1 + f) = f - f²/2 + f³ P(f)
 * The float's own bits give n and m: counted from the bits of √½, the exponent steps by one exactly
 * where m would leave its interval.
 */
INLINE Vector vector_log(Vector x)
{
    const Lane sqrt_half = 0x3f3504f3, mantissa = 0x007fffff;
    static const float P[] = {0.333333313f, -0.250008196f, 0.200012267f, -0.166233569f,
                              0.142017573f, -0.13160181f,  0.12761578f,  -0.0763450041f};
    Mask bits = (Mask)magnitude(x) - sqrt_half;   // below 0 the result is replaced
    Vector n = __builtin_convertvector(bits >> 23, Vector);
    Vector f = (Vector)((bits & mantissa) + sqrt_half) - 1;
    Vector f2 = f * f;
    Vector correction = f2 * f * polynomial(f, P, 7) + n * LN2_LOW - f2 * 0.5f;
    Vector y = n * LN2_HIGH + (f + correction);
    y = select_lanes(x < __FLT_MIN__, all_lanes(-INFINITY), y);
    y = select_lanes(x < 0, all_lanes(NAN), y);
    return select_lanes(x < INFINITY, y, x);   // infinity and NaN are their own logarithms
}

// The machine has an instruction for it; gcc and clang turn these LANES calls into that one.
INLINE Vector vector_sqrt(Vector x)
{
    float lane[LANES];
    store(lane, x);
    for (int i = 0; i < LANES; i++) lane[i] = __builtin_sqrtf(lane[i]);
    return load(lane);
}

#endif
#endif

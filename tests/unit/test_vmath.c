/* vmath.h against libm: the error in ulp (units in the last place) over
 * every exponent, and the specials.
 *
 * The reference is libm in the next wider type, whose own error is too small to show.
 * Limits are the numbers in vmath.h's first comment, so that the comment stays true.
 */
#include <criterion/criterion.h>
#include <float.h>
#include <math.h>

#include "../../common/vmath.h"

#ifdef REAL_IS_DOUBLE
typedef long double Wider;
#define wider(f) f##l
#define SMALLEST DBL_MIN
#define LARGEST DBL_MAX
enum {
    DIGITS = DBL_MANT_DIG,
    MIN_EXPONENT = DBL_MIN_EXP,
    MAX_EXPONENT = DBL_MAX_EXP,
    MANTISSAS = 64
};
#define LIMIT(ulp) 2   // libm's own, in three steps for sigmoid
#else
typedef double Wider;
#define wider(f) f
#define SMALLEST FLT_MIN
#define LARGEST FLT_MAX
enum {
    DIGITS = FLT_MANT_DIG,
    MIN_EXPONENT = FLT_MIN_EXP,
    MAX_EXPONENT = FLT_MAX_EXP,
    MANTISSAS = 2048
};
#define LIMIT(ulp) (ulp)
#endif

typedef struct Function {
    const char *name;
    void (*run)(Real *y, const Real *x);   // LANES numbers
    Wider (*reference)(Wider);
    double limit;
    bool odd, positive_only;
} Function;

#define RUN(f)                                                                                     \
    static void run_##f(Real *y, const Real *x) { store(y, vector_##f(load(x))); }
RUN(exp)
RUN(log)
RUN(tanh)
RUN(sigmoid)
RUN(erf)
RUN(sqrt)
static Wider reference_sigmoid(Wider x) { return 1 / (1 + wider(exp)(-x)); }

static const Function Exp = {"exp", run_exp, wider(exp), LIMIT(1.1), false, false};
static const Function Log = {"log", run_log, wider(log), LIMIT(0.9), false, true};
static const Function Tanh = {"tanh", run_tanh, wider(tanh), LIMIT(2.7), true, false};
static const Function Sigmoid = {"sigmoid",  run_sigmoid, reference_sigmoid,
                                 LIMIT(2.5), false,       false};
static const Function Erf = {"erf", run_erf, wider(erf), LIMIT(3.2), true, false};
static const Function Sqrt = {"sqrt", run_sqrt, wider(sqrt), 0.5, false, true};

// |y - want| in units of want's last place. Below the normal numbers anything that small will do.
static double error_in_ulp(Real y, Wider want)
{
    if (isnan(y)) return INFINITY;
    if (fabs((double)want) < SMALLEST) return fabs((double)y) <= SMALLEST ? 0 : INFINITY;
    if (wider(fabs)(want) >= (Wider)LARGEST * (1 + (Wider)DBL_EPSILON))
        return isinf(y) ? 0 : INFINITY;
    if (isinf(y)) return wider(fabs)(want) >= (Wider)LARGEST * (1 - (Wider)1e-6) ? 1 : INFINITY;
    int exponent;
    wider(frexp)(want, &exponent);
    return (double)(wider(fabs)((Wider)y - want) / wider(ldexp)(1, exponent - DIGITS));
}

// The first and the last of an exponent's mantissas, their neighbours,
// and steps of equal size between.
static Real sample(int exponent, int k)
{
    const Wider last = wider(ldexp)(1, DIGITS - 1) - 1;   // mantissas count from 0 to last
    Wider m = k < 16   ? k
              : k < 32 ? last - (k - 16)
                       : wider(floor)(last * (k - 31.5L) / (MANTISSAS - 32));
    return (Real)wider(ldexp)(1 + m / (last + 1), exponent - 1);
}

static void measure(const Function *f, double sign, int exponent, double *worst, Real *where)
{
    Real x[LANES], y[LANES];
    for (int k = 0; k < MANTISSAS; k += LANES) {
        for (int i = 0; i < LANES; i++) x[i] = (Real)sign * sample(exponent, k + i);
        f->run(y, x);
        for (int i = 0; i < LANES; i++) {
            double error = error_in_ulp(y[i], f->reference(x[i]));
            if (error <= *worst) continue;
            *worst = error;
            *where = x[i];
        }
    }
}

static void every_exponent(const Function *f)
{
    double worst = 0;
    Real where = 0;
    for (int exponent = MIN_EXPONENT; exponent <= MAX_EXPONENT; exponent++) {
        measure(f, 1, exponent, &worst, &where);
        if (!f->positive_only) measure(f, -1, exponent, &worst, &where);
    }
    cr_assert(worst <= f->limit, "%s is wrong by %.3f ulp at %.9g; allowed are %.1f", f->name,
              worst, (double)where, f->limit);
}

Test(vmath, exp_ulp) { every_exponent(&Exp); }
Test(vmath, log_ulp) { every_exponent(&Log); }
Test(vmath, tanh_ulp) { every_exponent(&Tanh); }
Test(vmath, sigmoid_ulp) { every_exponent(&Sigmoid); }
Test(vmath, erf_ulp) { every_exponent(&Erf); }
Test(vmath, sqrt_ulp) { every_exponent(&Sqrt); }

// Every lane in turn gets the special number, among ones.
static void expect_at(const Function *f, Real x, Real want)
{
    for (int lane = 0; lane < LANES; lane++) {
        Real in[LANES], out[LANES];
        for (int i = 0; i < LANES; i++) in[i] = i == lane ? x : 1;
        f->run(out, in);
        Real y = out[lane];
        bool same = isnan(want) ? isnan(y) : y == want && !signbit(y) == !signbit(want);
        cr_assert(same, "%s(%g) in lane %d: got %g, expected %g", f->name, (double)x, lane,
                  (double)y, (double)want);
        Real neighbour = out[(lane + 1) % LANES];
        cr_assert(error_in_ulp(neighbour, f->reference(1)) <= f->limit,
                  "%s: lane %d disturbs its neighbour", f->name, lane);
    }
}

// What x = ±0, ±infinity and NaN become.
static void expect_specials(const Function *f, Real zero, Real minus_zero, Real infinity,
                            Real minus_infinity)
{
    expect_at(f, (Real)0.0, zero);
    expect_at(f, (Real)-0.0, minus_zero);
    expect_at(f, (Real)INFINITY, infinity);
    expect_at(f, (Real)-INFINITY, minus_infinity);
    expect_at(f, (Real)NAN, (Real)NAN);
    expect_at(f, (Real)-NAN, (Real)NAN);
}

Test(vmath, specials)
{
    const Real inf = (Real)INFINITY, nan = (Real)NAN, zero = 0, half = (Real)0.5;
    expect_specials(&Exp, 1, 1, inf, zero);
    expect_specials(&Log, -inf, -inf, inf, nan);
    expect_specials(&Tanh, zero, -zero, 1, -1);
    expect_specials(&Sigmoid, half, half, 1, zero);
    expect_specials(&Erf, zero, -zero, 1, -1);
    expect_specials(&Sqrt, zero, -zero, inf, nan);
}

Test(vmath, outside_the_domain)
{
    expect_at(&Log, -1, (Real)NAN);
    expect_at(&Log, (Real)-SMALLEST, (Real)NAN);
    expect_at(&Log, (Real)-LARGEST, (Real)NAN);
    expect_at(&Log, 1, 0);
    expect_at(&Sqrt, -1, (Real)NAN);
    expect_at(&Exp, (Real)LARGEST, (Real)INFINITY);
    expect_at(&Exp, (Real)-LARGEST, 0);
    expect_at(&Sigmoid, (Real)-LARGEST, 0);
}

// A denormal may count as zero; the result is then that of zero, or the true one.
Test(vmath, denormals)
{
    const Real tiny = (Real)(SMALLEST / 16);
    Real x[LANES], y[LANES];
    for (int i = 0; i < LANES; i++) x[i] = i % 2 ? -tiny : tiny;
    const Function *through_zero[] = {&Tanh, &Erf};
    for (int f = 0; f < 2; f++) {
        through_zero[f]->run(y, x);
        for (int i = 0; i < LANES; i++)
            cr_assert(fabs((double)y[i]) <= SMALLEST / 8, "%s", through_zero[f]->name);
    }
    run_log(y, x);
    cr_assert(isinf(y[0]) ? y[0] < 0 : error_in_ulp(y[0], wider(log)(tiny)) <= Log.limit,
              "log of a denormal: %g", (double)y[0]);
}

// Gates of an LSTM count on it: rounding never leads out of the range.
Test(vmath, bounded)
{
    for (int k = 0; k < 200000; k += LANES) {
        Real x[LANES], t[LANES], s[LANES], e[LANES];
        for (int i = 0; i < LANES; i++) x[i] = (Real)((k + i - 100000) * 2e-4);
        run_tanh(t, x);
        run_sigmoid(s, x);
        run_erf(e, x);
        for (int i = 0; i < LANES; i++)
            cr_assert(fabs((double)t[i]) <= 1 && s[i] >= 0 && s[i] <= 1 && fabs((double)e[i]) <= 1,
                      "at %g", (double)x[i]);
    }
}

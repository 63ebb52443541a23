#!/usr/bin/env python3
"""vmath_fit.py: where the coefficients in vmath.h come from.

Prints, for each polynomial of vmath.h, its coefficients rounded to float and the largest relative
error that the approximation makes before any rounding of the arithmetic (a float's half unit in the
last place is at most 6.0e-8).

Each polynomial is the best one of its degree: the one whose largest weighted error

    weight(x) * |p(x) - f(x)|,   x in [low, high]

is smallest. Chebyshev showed that its error swings between +E and -E at degree + 2 points; Remez's
algorithm guesses those points, solves for the coefficients and E, moves the points to where the error
really is largest, and repeats. The weight turns the polynomial's error into the function's relative one.

Needs mpmath.        python3 common/vmath_fit.py
"""
import struct

from mpmath import mp, mpf, cos, erf, erfc, expm1, linspace, log, log1p, lu_solve, matrix, pi, sqrt

mp.dps = 40
GRID = 3000


def to_float(x):
    """The nearest number of 24 bits."""
    return mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def value(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def solve(points, f, weight):
    """Coefficients whose weighted error is +E, -E, +E, ... at the points."""
    n = len(points)
    a, b = matrix(n, n), matrix(n, 1)
    for i, x in enumerate(points):
        for k in range(n - 1):
            a[i, k] = x**k
        a[i, n - 1] = (-1) ** i / weight(x)
        b[i] = f(x)
    return list(lu_solve(a, b))[:-1]


def extremes(xs, errors):
    """One point for each run of errors of one sign: where the error is largest."""
    best = [0]
    for i in range(1, len(xs)):
        if errors[i] * errors[best[-1]] < 0:
            best.append(i)
        elif abs(errors[i]) > abs(errors[best[-1]]):
            best[-1] = i
    return best


def remez(f, weight, low, high, degree):
    n = degree + 2
    xs = [(low + high) / 2 - (high - low) / 2 * cos(pi * t) for t in linspace(0, 1, GRID)]
    known = [(f(x), weight(x)) for x in xs]
    points = [(low + high) / 2 - (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]
    for _ in range(30):
        c = solve(points, f, weight)
        errors = [w * (value(c, x) - y) for x, (y, w) in zip(xs, known)]
        found = extremes(xs, errors)
        while len(found) > n:   # too many swings: drop the smaller end
            found.pop(0 if abs(errors[found[0]]) < abs(errors[found[-1]]) else -1)
        if len(found) < n:
            raise ArithmeticError("the error swings too seldom: is the weight positive?")
        points = [xs[i] for i in found]
        sizes = [abs(errors[i]) for i in found]
        if max(sizes) < mpf("1.0001") * min(sizes):
            break
    rounded = [to_float(k) for k in c]
    worst = max(w * abs(value(rounded, x) - y) for x, (y, w) in zip(xs, known))
    return rounded, worst


def show(title, result):
    coefficients, worst = result
    print(f"{title}\n    largest relative error {float(worst):.1e}")
    print("    " + ", ".join(f"{float(c):.9g}f" for c in coefficients))


def main():
    tiny = mpf(10) ** -6

    half = log(2) / 2 * mpf("1.0001")   # n = round(x / ln 2) may be off by a rounding
    show("expm1(r) = r + r^2 P(r)",
         remez(lambda r: (expm1(r) - r) / r**2, lambda r: r**2 / abs(expm1(r)), -half, half, 4))

    show("log(1+f) = f - f^2/2 + f^3 P(f)",
         remez(lambda f: (log1p(f) - f + f**2 / 2) / f**3 if abs(f) > tiny else mpf(1) / 3 - f / 4,
               lambda f: abs(f**3 / log1p(f)) if f else tiny,
               sqrt(mpf(0.5)) - 1, sqrt(mpf(2)) - 1, 7))

    show("erf(a) = -expm1(-a G(a))",
         remez(lambda a: -log(erfc(a)) / a, lambda a: a * erfc(a) / erf(a), tiny, mpf(4), 10))

    high = mpf(355) / 512   # few bits, so that n * high is exact for |n| < 2^15
    print(f"ln 2 = {float(high)}f + {float(to_float(log(2) - high)):.9g}f")


if __name__ == "__main__":
    main()

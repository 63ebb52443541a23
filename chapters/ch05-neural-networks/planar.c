// Four ways to lay two classes into a plane.
#include "planar.h"

#include <math.h>

const char *const planar_names[PLANAR_KINDS + 1] = {"circle", "gauss",
                                                    "spiral", "xor", NULL};
const char *const planar_input_names[PLANAR_INPUTS] = {
    "x1", "x2", "x1x1", "x2x2", "x1x2", "sinx1", "sinx2"};

enum { DRAWS = 8 };   // of a point
static const double reach = 5, turn = 6.283185307179586, most_moved = 2;

typedef struct Chance {
    Stream stream;
    uint64_t first;   // of the point
} Chance;

static double between(Chance c, int draw, double low, double high)
{
    double u = random_uniform(c.stream, c.first + (uint64_t)draw);
    return low + (high - low) * u;
}

static void polar(Real *x, double radius, double angle)
{
    x[0] = (Real)(radius * sin(angle));
    x[1] = (Real)(radius * cos(angle));
}

// The arm's points lie evenly along it; `along` runs from 0 to 1.
static void on_spiral(Real *x, bool yes, double along)
{
    polar(x, reach * along, 1.75 * turn * along + (yes ? turn / 2 : 0));
}

static void on_circle(Real *x, bool yes, Chance c)
{
    double radius = yes ? between(c, 0, 0, 0.5 * reach)
                        : between(c, 0, 0.7 * reach, reach);
    polar(x, radius, between(c, 1, 0, turn));
}

static void in_cloud(Real *x, bool yes, Chance c)
{
    for (int k = 0; k < 2; k++)
        x[k] = (Real)((yes ? 2 : -2) +
                      random_normal(c.stream, c.first + (uint64_t)k));
}

// A strip of 0.3 around both axes stays empty.
static void in_quarter(Real *x, bool yes, Chance c)
{
    double one = between(c, 0, 0.3, reach), two = between(c, 1, 0.3, reach);
    bool left = between(c, 2, 0, 1) < 0.5;
    x[0] = (Real)(left ? -one : one);
    x[1] = (Real)(left == yes ? two : -two);
}

static void draw_point(Real *x, PlanarKind kind, bool yes, double along,
                       Chance c)
{
    switch (kind) {
    case CIRCLE: on_circle(x, yes, c); break;
    case GAUSS: in_cloud(x, yes, c); break;
    case SPIRAL: on_spiral(x, yes, along); break;
    default: in_quarter(x, yes, c); break;
    }
}

static Real kept_inside(double x) { return (Real)fmin(fmax(x, -6), 6); }

Dataset planar_new(PlanarKind kind, int count, double noise, uint64_t seed,
                   int part)
{
    Stream stream = {.seed = seed,
                     .step = (uint32_t)part,
                     .purpose = FOR_LESSON,
                     .source = (uint16_t)kind};
    Dataset set = {.count = count,
                   .inputs = tensor_new(CPU, REAL, shape(count, 2)),
                   .targets = tensor_new(CPU, REAL, shape(count, 1))};
    for (int n = 0; n < count; n++) {
        Chance c = {stream, (uint64_t)n * DRAWS};
        Real *x = reals(&set.inputs) + 2 * n;
        bool yes = n % 2;
        double along = (n / 2 + between(c, 3, 0, 1)) / ((count + 1) / 2);
        draw_point(x, kind, yes, along, c);
        for (int k = 0; k < 2; k++)
            x[k] = kept_inside(
                (double)x[k] +
                noise * between(c, 4 + k, -most_moved, most_moved));
        reals(&set.targets)[n] = yes;
    }
    return set;
}

/* ---- What is made of a point --------------------------------------------*/

static Real input_of(PlanarInput input, Real x1, Real x2)
{
    switch (input) {
    case X1: return x1;
    case X2: return x2;
    case X1X1: return x1 * x1;
    case X2X2: return x2 * x2;
    case X1X2: return x1 * x2;
    case SINX1: return (Real)sin((double)x1);
    default: return (Real)sin((double)x2);
    }
}

void planar_inputs(Real *out, const PlanarInput *input, int count,
                   const Real point[2])
{
    for (int k = 0; k < count; k++)
        out[k] = input_of(input[k], point[0], point[1]);
}

Dataset planar_with(const Dataset *points, const PlanarInput *input,
                    int inputs)
{
    Dataset set = {.count = points->count,
                   .inputs =
                       tensor_new(CPU, REAL, shape(points->count, inputs)),
                   .targets =
                       tensor_new(CPU, REAL, shape(points->count, 1))};
    tensor_copy(&set.targets, &points->targets);
    for (int n = 0; n < points->count; n++)
        planar_inputs(reals(&set.inputs) + n * inputs, input, inputs,
                      reals(&points->inputs) + 2 * n);
    return set;
}

// Curves of few heights, so that many places are equally low. Outside, a curve falls into a hole.
#include "lowest.h"

#include "cases.h"

enum { PLACES = 9 };
static const float *heights;
static int first, places;

static float drawn_curve(int x)
{
    return x < first || x >= first + places ? -100 : heights[x - first];
}

static float parabola(int x) { return (float)((x - 1) * (x - 1)); }

static void call(float (*curve)(int), int from, int to)
{
    parameter("from", from);
    parameter("to", to);
    float *height = output("height", SHAPE(1));
    Place place = lowest(curve, from, to);
    *height = place.height;
    answer("x", place.x);
}

static void example(void)
{
    given("the curve is (x - 1)(x - 1)");
    float *answers = output("x and height", SHAPE(2));
    Place place = lowest(parabola, -1, 2);
    answers[0] = (float)place.x;
    answers[1] = place.height;
    right(1, 0);
}

static void drawn(void)
{
    float height[PLACES];
    int lift = between(-9, 9), most = between(0, 6);
    first = between(-5, 5);
    places = size_between(1, PLACES);
    for (int k = 0; k < places; k++)
        height[k] = (float)(lift + between(-most, most)) / 4;
    heights = input_numbers("heights", SHAPE(places), height, places);
    call(drawn_curve, first, first + places - 1);
}

const Cases cases = {{example}, drawn, 400};

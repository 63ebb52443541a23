// Few levels, so that several samples have one p; costs that are alike, far apart, and 0.
#include "threshold.h"

#include "cases.h"

static void call(const float *p, const float *t, int count, int miss,
                 int alarm)
{
    given("miss %d, alarm %d", miss, alarm);
    float *cost = output("cost", SHAPE(1));
    float threshold =
        cheapest_threshold(cost, p, t, count, (float)miss, (float)alarm);
    *output("threshold", SHAPE(1)) = threshold;
}

static void misses_cost_more(void)
{
    call(input("p", SHAPE(4), 0.9f, 0.3f, 0.6f, 0.1f),
         input("t", SHAPE(4), 1, 1, 0, 0), 4, 10, 1);
    right(0.1);
}

static void alarms_cost_more(void)
{
    call(input("p", SHAPE(4), 0.9f, 0.3f, 0.6f, 0.1f),
         input("t", SHAPE(4), 1, 1, 0, 0), 4, 1, 10);
    right(0.6);
}

static int price(void)
{
    if (one_in(8)) return 0;
    return one_in(2) ? between(1, 3) : between(1, 100);
}

static void drawn(void)
{
    float p[9], t[9];
    int count = parameter("count", size_between(1, 9)), levels = between(1, 9);
    for (int n = 0; n < count; n++) {
        p[n] = (float)between(1, levels) / (float)(levels + 1);
        t[n] = (float)between(0, 1);
    }
    int miss = price(), alarm = price();
    call(input_numbers("p", SHAPE(count), p, count),
         input_numbers("t", SHAPE(count), t, count), count, miss, alarm);
}

const Cases cases = {{misses_cost_more, alarms_cost_more}, drawn, 300};

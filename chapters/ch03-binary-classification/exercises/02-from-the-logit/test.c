// Logits near 0, where all formulas agree, and far away, where they do not.
#include "from_the_logit.h"

#include <math.h>

#include "cases.h"

static void call(const float *z, const float *t, int count)
{
    float *p = output("p", SHAPE(count)),
          *loss = output("loss", SHAPE(count));
    from_the_logit(p, loss, z, t, count);
}

static void example(void)
{
    call(input("z", SHAPE(1), 0), input("t", SHAPE(1), 1), 1);
    right(0.69314718);
}

static void sure_and_wrong(void)
{
    call(input("z", SHAPE(3), 1000, -1000, -1000),
         input("t", SHAPE(3), 0, 1, 0), 3);
    right(1000, 1000, 0);
}

// As numbers they are next to nothing: only in billionths it shows whether
// their digits are there.
static void sure_and_right(void)
{
    const float *z = input("z", SHAPE(2), 20, -19);
    const float *t = input("t", SHAPE(2), 1, 0);
    float p[2] = {NAN, NAN}, loss[2] = {NAN, NAN};
    from_the_logit(p, loss, z, t, 2);
    float *billionths = output("loss, in billionths", SHAPE(2));
    for (int n = 0; n < 2; n++) billionths[n] = 1e9f * loss[n];
    right(2.0611536, 5.6027964);
}

static float logit(void)
{
    if (one_in(4)) return (float)between(-10000, 10000);
    if (one_in(2)) return real_between(-40, 40);
    return real_between(-3, 3);
}

static void drawn(void)
{
    float z[6], t[6];
    int count = parameter("count", size_between(1, 6));
    for (int n = 0; n < count; n++) {
        z[n] = logit();
        t[n] = one_in(5) ? 0.25f : (float)between(0, 1);
    }
    call(input_numbers("z", SHAPE(count), z, count),
         input_numbers("t", SHAPE(count), t, count), count);
}

const Cases cases = {{example, sure_and_wrong, sure_and_right}, drawn, 300};

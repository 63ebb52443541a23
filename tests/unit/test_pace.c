// Do threads help? Steps of a clock of our own: with threads they take
// `with`, alone `without`, by turns noisy.
#include "../../common/pace.h"
#include "support.h"

static const double MIDDLING = 3e7;

// How many of `steps` steps run alone.
static int alone_in(Pace *pace, double *now, int steps, double with, double without)
{
    int alone = 0;
    for (int i = 0; i < steps; i++) {
        pace_step_at(pace, MIDDLING, *now);
        alone += pace->alone;
        bool disturbed = i % 7 == 3;   // something else took the processor
        *now += (pace->alone ? without : with) * (disturbed ? 5 : 1);
    }
    return alone;
}

Test(pace, keeps_the_faster_way)
{
    threads_set(2);
    Pace slow = {0}, quick = {0};
    double now = 1, later = 1;
    cr_assert(alone_in(&slow, &now, 1000, 300e-6, 200e-6) > 980);
    cr_assert(alone_in(&quick, &later, 1000, 120e-6, 200e-6) < 20);
}

Test(pace, notices_that_the_machine_has_changed)
{
    threads_set(2);
    Pace pace = {0};
    double now = 1;
    cr_assert(alone_in(&pace, &now, 1000, 300e-6, 200e-6) > 980);
    alone_in(&pace, &now, 1000, 120e-6, 200e-6);
    cr_assert(alone_in(&pace, &now, 500, 120e-6, 200e-6) <= 12);   // the trials
}

Test(pace, asks_no_question_where_the_answer_is_known)
{
    threads_set(2);
    Pace pace = {0};
    pace_step_at(&pace, 1e4, 1);
    cr_assert(pace.alone);
    for (int i = 0; i < 100; i++) {
        pace_step_at(&pace, 1e10, 2 + i);
        cr_assert(!pace.alone);
    }
    threads_set(1);
    pace_step_at(&pace, MIDDLING, 200);
    cr_assert(!pace.alone && pace.step == 0);
}

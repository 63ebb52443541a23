// test_learner.c: the small trainer learns, alike each time, and does what its course says; ways
// take turns.
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/layers.h"
#include "../../common/learner.h"
#include "../../common/measure.h"
#include "../../common/rounds.h"

enum { SAMPLES = 50, BATCH = 8, STEPS = 7 };   // 7 batches an epoch, the last of 2

static const App app = {.name = "test", .device = CPU, .batch = BATCH};

// Which of two numbers is the larger?
static Dataset pairs(void)
{
    Dataset set = {.count = SAMPLES,
                   .inputs = tensor_new(CPU, REAL, shape(SAMPLES, 2)),
                   .targets = tensor_new(CPU, I32, shape(SAMPLES))};
    for (int i = 0; i < SAMPLES; i++) {
        Real *x = reals(&set.inputs) + 2 * i;
        x[0] = (Real)sin(i * 1.3);
        x[1] = (Real)cos(i * 2.9);
        ints(&set.targets)[i] = x[1] > x[0];
    }
    return set;
}

static Learner two_classes(uint64_t seed)
{
    Learner l = learner_new(&app, seed);
    l.input = input(l.graph, REAL, shape(2));
    l.target = input(l.graph, I32, shape());
    l.output = linear(l.input, 2);
    l.loss = softmax_cross_entropy(l.output, l.target);
    return l;
}

static double learn(uint64_t seed, Course course)
{
    Dataset set = pairs();
    Learner l = two_classes(seed);
    App own = app;
    learner_train(&l, &own, &set, course);
    const double right = accuracy(l.input, l.output, &set);
    learner_free(&l);
    dataset_free(&set);
    return right;
}

Test(learner, it_learns_and_the_same_seed_learns_the_same)
{
    Losses losses[3];
    for (int k = 0; k < 3; k++) {
        const double right =
            learn(k < 2 ? 5 : 6, (Course){.epochs = 20, .rate = (Real)0.1, .losses = &losses[k]});
        cr_assert(right > 0.95, "%g are right", right);
        cr_assert_eq(losses[k].steps, 20 * STEPS);
    }
    const size_t size = 20 * STEPS * sizeof(Real);
    cr_assert_eq(memcmp(losses[0].of, losses[1].of, size), 0);
    cr_assert_neq(memcmp(losses[0].of, losses[2].of, size), 0);
    for (int k = 0; k < 3; k++) free(losses[k].of);
}

// ---- What a course may ask for

static int64_t asked[STEPS + 1], of_all;
static int rates;

static Real noted_rate(Real rate, int64_t step, int64_t steps)
{
    asked[rates++] = step;
    of_all = steps;
    return rate;
}

static int distorted;

static void note_batch(Batch b, const void *how)
{
    cr_assert(strcmp(how, "slightly") == 0 && b.size == (b.index < STEPS - 1 ? BATCH : 2));
    distorted += b.size;
}

Test(learner, optimizer_schedule_and_distortion_are_those_of_the_course)
{
    Losses adam, sgd;
    learn(1, (Course){.epochs = 1,
                      .rate = (Real)0.1,
                      .schedule = noted_rate,
                      .distort = note_batch,
                      .how = "slightly",
                      .losses = &adam});
    cr_assert(rates == STEPS && of_all == STEPS && asked[0] == 0 && asked[STEPS - 1] == STEPS - 1);
    cr_assert_eq(distorted, SAMPLES);
    learn(1, (Course){.epochs = 1,
                      .rate = (Real)0.1,
                      .optimizer = sgd_new,
                      .schedule = constant_rate,
                      .losses = &sgd});
    cr_assert(adam.of[0] == sgd.of[0] && adam.of[1] != sgd.of[1]);
    free(adam.of);
    free(sgd.of);
}

static bool third(void *env, int epoch)
{
    cr_assert_eq(epoch, ++*(int *)env);
    return epoch == 3;
}

Test(learner, it_ends_after_the_epoch_that_is_enough)
{
    Losses losses;
    int seen = 0;
    learn(1, (Course){
                 .epochs = 5, .rate = (Real)0.1, .enough = third, .env = &seen, .losses = &losses});
    cr_assert(seen == 3 && losses.steps == 3 * STEPS, "%d steps", losses.steps);
    free(losses.of);
}

Test(learner, a_loss_that_is_no_number_ends_it)
{
    Losses losses;
    learn(1, (Course){.epochs = 3,
                      .rate = (Real)INFINITY,
                      .optimizer = sgd_new,
                      .schedule = constant_rate,
                      .losses = &losses});
    cr_assert(losses.steps < 3 * STEPS && !isfinite(losses.of[losses.steps - 1]), "%d steps",
              losses.steps);
    free(losses.of);
}

Test(learner, the_first_ten_losses_then_means_of_five)
{
    Real of[22];
    for (int i = 0; i < 22; i++) of[i] = (Real)(i + 1);
    char *text = NULL;
    size_t size;
    FILE *table = open_memstream(&text, &size);
    write_losses(table, "a", &(Losses){of, 21});
    of[1] = (Real)NAN;
    write_losses(table, "b\tc", &(Losses){of, 21});
    fclose(table);
    cr_assert_str_eq(
        text, "a\t1\t1\na\t2\t2\na\t3\t3\na\t4\t4\na\t5\t5\na\t6\t6\na\t7\t7\na\t8\t8\na\t9\t9\n"
              "a\t10\t10\na\t15\t13\na\t20\t18\nb\tc\t1\t1\n");
    free(text);
}

// ---- Rounds

static char turns[100];

static void note_turn(void *name) { strcat(turns, name); }

static void wait_a_little(void *env)
{
    (void)env;
    const double start = seconds_now();
    while (seconds_now() - start < 0.002) continue;
}

Test(rounds, ways_take_turns_and_a_slow_one_drops_out)
{
    App own = app;
    const Way ways[] = {
        {note_turn, "a", 0}, {note_turn, "b", 2}, {note_turn, "c", 9}, {wait_a_little, NULL, 1}};
    Timing t[4];
    time_rounds(&own, t, ways, 4, 3);
    // Each twice: the first brings its data into the caches.
    cr_assert_str_eq(turns, "aabbcc" "aabbcc" "aacc");
    for (int k = 0; k < 4; k++)
        cr_assert(t[k].best >= 0 && t[k].median >= t[k].best && t[k].median < 1);
    cr_assert(t[3].best >= 0.002 && t[3].best == t[3].median);
}

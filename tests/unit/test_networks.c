/* test_networks.c: random networks, with NaN in all memory that they are given.
 *
 * What each layer computes is compared with plain loops, gradients with central
 * differences (in the build with doubles), results with those of the far device.
 * `RANDOM_NETWORKS=1000 NETWORK_SEED=7 make unit T=networks/…` tries more of them, others; a
 * failure names the seed that builds its network again.
 */
#include "../../common/cuda-sim/simulator.h"
#include "../../common/device.h"
#include "../../common/graph_private.h"
#include "far.h"
#include "random_network.h"
#include "sanitized.h"

#ifdef REAL_IS_DOUBLE
static const double CLOSE = 1e-9;
#else
// Of ten layers; softmax and batch norm enlarge what rounding leaves.
static const double CLOSE = 2e-4;
#endif

TestSuite(networks, .fini = free_tensors);

enum { USUAL = usual_or_sanitized(60, 24) };

static int setting(const char *name, int usual)
{
    const char *text = getenv(name);
    return text ? atoi(text) : usual;
}

static void spoil_part(void *env, int part)
{
    (void)env, (void)part;
    spoil_scratch();
}

// A forward pass that finds NaN wherever it has not written: in the plan's memory, in scratch.
static Real spoiled_forward(const RandomNetwork *r)
{
    plan_spoil(r->graph);
    for_parts(16, spoil_part, NULL);
    feed_network(r);
    return forward(r->total);
}

// All that was added to the parameters; a network without any has no numbers there.
static Tensor all_gradients(const RandomNetwork *r)
{
    if (r->params->count == 0) return garbage(shape(0));
    Tensor all = garbage(r->params->gradients.shape);
    tensor_copy(&all, &r->params->gradients);
    return all;
}

static Tensor spoiled_gradients(const RandomNetwork *r)
{
    params_clear_gradients(r->params);
    spoiled_forward(r);
    backward(r->total);
    return all_gradients(r);
}

static void each_network(void (*check)(uint64_t seed))
{
    uint64_t first = (uint64_t)setting("NETWORK_SEED", 1);
    int count = setting("RANDOM_NETWORKS", USUAL);
    cr_assert(count > 0, "no network is tried");
    for (int i = 0; i < count; i++) {
        check(first + (uint64_t)i);
        free_tensors();
    }
}

/* ---- Values -----------------------------------------------------------------------------------*/

static void expect_like(uint64_t seed, const char *what, const Node *node, const Tensor *got,
                        const Tensor *want)
{
    double allowed = CLOSE * fmax(largest(want), 1);
    for (size_t i = 0; i < tensor_count(want); i++) {
        double g = (double)reals(got)[i], w = (double)reals(want)[i];
        cr_assert(
            fabs(g - w) <= allowed, "network %llu, %s of %s %s [%zu]: got %.9g, expected %.9g",
            (unsigned long long)seed, what, node->name, shape_text(want->shape).text, i, g, w);
    }
}

static void check_values(uint64_t seed)
{
    RandomNetwork r = random_network(seed, CPU);
    Tensor value[MOST_LAYERS];
    double want = plain_network(&r, value), got = (double)spoiled_forward(&r);
    cr_assert(fabs(got - want) <= CLOSE * fmax(1, fabs(want)),
              "network %llu: loss %.9g, expected %.9g", (unsigned long long)seed, got, want);
    for (int i = 1; i < r.layers; i++) {
        const Node *node = r.layer[i].node;
        // predict() drops nothing, and from a "norm" on it normalises by other statistics.
        if (node->fused_into || node->result != node || r.dropouts) continue;
        if (strstr(node->name, "norm")) break;
        plan_spoil(r.graph);
        feed_network(&r);
        expect_like(seed, "value", node, predict(r.layer[i].node), &value[i]);
    }
    random_network_free(&r);
}
Test(networks, compute_what_plain_loops_compute) { each_network(check_values); }

/* ---- Gradients --------------------------------------------------------------------------------*/

// Neither what lay in memory nor an earlier step may be seen in a gradient.
static void check_bits(uint64_t seed)
{
    RandomNetwork r = random_network(seed, CPU);
    Tensor first = spoiled_gradients(&r), slope = copy_of(gradient(r.layer[0].node));
    for (size_t i = 0; i < tensor_count(&first); i++)
        cr_assert(isfinite(reals(&first)[i]), "network %llu: gradient %zu is %g",
                  (unsigned long long)seed, i, (double)reals(&first)[i]);
    params_clear_gradients(r.params);
    feed_network(&r);
    forward(r.total);
    backward(r.total);
    Tensor second = all_gradients(&r);
    expect_same_bits("gradients of a second step", &second, &first);
    expect_same_bits("dL/dinput of a second step", gradient(r.layer[0].node), &slope);
    random_network_free(&r);
}
Test(networks, gradients_come_from_nothing_else) { each_network(check_bits); }

#ifdef REAL_IS_DOUBLE

// The loss with `value` at that place.
static double loss_with(const RandomNetwork *r, Real *place, double value)
{
    Real before = *place;
    *place = value;
    feed_network(r);
    double loss = (double)forward(r->total);
    *place = before;
    return loss;
}

static double slope_over(const RandomNetwork *r, Real *place, double h)
{
    return (loss_with(r, place, *place + h) - loss_with(r, place, *place - h)) / (2 * h);
}

// How much steeper it is ahead than behind. Where the loss is smooth, a smaller step leaves less.
static double bend(const RandomNetwork *r, Real *place, double h)
{
    double here = loss_with(r, place, *place);
    return (loss_with(r, place, *place + h) - 2 * here + loss_with(r, place, *place - h)) / h;
}

// Central differences. Where a smaller step gives another slope there is a kink between, where it
// leaves the bend as it was the place is one itself (a ReLU's input is 0), and has no derivative.
static int smooth, kinks;
static void expect_slope(uint64_t seed, const RandomNetwork *r, const char *name, Real *place,
                         double got, double scale)
{
    double want = slope_over(r, place, 1e-5), closer = slope_over(r, place, 1e-6);
    bool is_kink = fabs(bend(r, place, 1e-6)) > fmax(1e-6 * scale, fabs(bend(r, place, 1e-5)) / 2);
    if (fabs(want - closer) > 2e-7 * scale || is_kink) {
        kinks++;
        return;
    }
    smooth++;
    cr_assert(fabs(got - want) <= 1e-6 * scale, "network %llu, d%s: got %.9g, expected %.9g",
              (unsigned long long)seed, name, got, want);
}

static void check_slopes(uint64_t seed)
{
    RandomNetwork r = random_network(seed, CPU);
    Tensor all = spoiled_gradients(&r), slope = copy_of(gradient(r.layer[0].node));
    double scale = fmax(1, fmax(largest(&all), largest(&slope)));
    for (int k = 0; k < 8; k++) {
        int i = between(0, (int)tensor_count(&r.pictures) - 1);
        expect_slope(seed, &r, "image", reals(&r.pictures) + i, reals(&slope)[i], scale);
    }
    for (int p = 0; p < r.params->length; p++) {
        const Param *param = &r.params->list[p];
        for (int k = 0; k < 4 && !param->is_statistic; k++) {
            size_t i = param->offset + (size_t)between(0, (int)param->count - 1);
            expect_slope(seed, &r, param->name, reals(&r.params->values) + i, reals(&all)[i],
                         scale);
        }
    }
    random_network_free(&r);
}
Test(networks, gradients_are_slopes)
{
    each_network(check_slopes);
    cr_assert(smooth > 20 * kinks, "%d slopes, %d kinks", smooth, kinks);
}

#endif

/* ---- Other devices ----------------------------------------------------------------------------*/

// Two networks of one seed, here and there: the same gradients, to rounding.
static void check_device(uint64_t seed, Device device)
{
    RandomNetwork here = random_network(seed, CPU);
    Tensor want = spoiled_gradients(&here);
    RandomNetwork there = random_network(seed, device);
    feed_network(&there);
    Real loss = forward(there.total);
    backward(there.total);
    feed_network(&here);
    cr_assert(fabs((double)(loss - forward(here.total))) <= CLOSE * fmax(1, fabs((double)loss)));
    Tensor got = all_gradients(&there);
    expect_like(seed, "gradients", there.total, &got, &want);
    backward(here.total);
    expect_like(seed, "dL/dinput", there.total, gradient(there.layer[0].node),
                gradient(here.layer[0].node));
    random_network_free(&here);
    random_network_free(&there);
}

static void check_far(uint64_t seed) { check_device(seed, FAR_DEVICE); }
Test(networks, are_the_same_where_the_host_cannot_look) { each_network(check_far); }

static void check_simulator(uint64_t seed)
{
    sim_settings((SimOrder)(seed % SIM_ORDERS), seed / SIM_ORDERS % 2);
    check_device(seed, CUDA_SIM);
}
Test(networks, are_the_same_on_the_simulator)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    each_network(check_simulator);
}

static void check_card(uint64_t seed) { check_device(seed, CUDA); }
Test(networks, are_the_same_on_a_card)
{
    if (!device_open(CUDA, NULL)) cr_skip_test("no card");
    each_network(check_card);
}

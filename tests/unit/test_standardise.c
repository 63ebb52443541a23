// Mean 0 and deviation 1 by what the training rows say, kept with a network.
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "../../common/checkpoint.h"
#include "../../common/layers.h"
#include "../../common/standardise.h"
#include "support.h"

TestSuite(standardise, .fini = free_tensors);

// 2, 4, 9: mean 5, squares 9 + 1 + 16, deviation sqrt(26/3) = 2.943920288775949.
Test(standardise, by_hand)
{
    Tensor x = of(shape(3, 2), 2, 7, 4, 7, 9, 7);
    Standardiser s = standardiser_fit(&x);
    cr_assert(s.count == 2 && s.mean[0] == 5 && fabs(s.deviation[0] - 2.943920288775949) < 1e-13);
    cr_assert(s.mean[1] == 7 && s.deviation[1] == 0);
    Tensor later = of(shape(2, 2), 11, 7, 5, 100);
    standardise(&later, &s);
    Tensor want = of(shape(2, 2), (Real)(6 / 2.943920288775949), 0, 0, 0);
    expect_close("standardised", &later, &want, 1e-6);
    standardise_back(&later, &s);
    want = of(shape(2, 2), 11, 7, 5, 7);   // of the still column its only value is left
    expect_close("back", &later, &want, 1e-6);
    standardiser_free(&s);
}

Test(standardise, rows_become_mean_0_and_deviation_1)
{
    Tensor x = uniform(1000, 1003, shape(500, 3));
    Standardiser s = standardiser_fit(&x);
    standardise(&x, &s);
    for (int d = 0; d < 3; d++) {
        double column[500];
        for (int n = 0; n < 500; n++) column[n] = (double)reals(&x)[n * 3 + d];
        Moments m = moments_of(column, 500);
        cr_assert(fabs(m.mean) < 1e-3 && fabs(m.deviation - 1) < 1e-3, "%g, %g", m.mean,
                  m.deviation);
    }
    standardiser_free(&s);
}

// A sum of squares less the square of the mean would leave nothing of these in float, and little in
// double.
Test(standardise, a_large_mean)
{
    double x[] = {1e9 + 1, 1e9 + 2, 1e9 + 3},
           still[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    Moments m = moments_of(x, 3);
    cr_assert(m.mean == 1e9 + 2 && fabs(m.deviation - sqrt(2.0 / 3)) < 1e-12, "%.17g", m.deviation);
    m = moments_of(still, 10);
    cr_assert(m.deviation == 0 && m.mean == 0.1, "%g", m.deviation);
}

Test(standardise, numbers_that_are_missing)
{
    double x[] = {NAN, 2, NAN, 4};
    Moments m = moments_of(x, 4);
    cr_assert(m.count == 2 && m.mean == 3 && m.deviation == 1);
    m = moments_of(x, 1);
    cr_assert(m.count == 0 && m.mean == 0 && m.deviation == 0);
}

Test(standardise, targets_of_one_number)
{
    Tensor y = of(shape(4), 100, 200, 300, 400);
    Standardiser s = standardiser_fit(&y);
    cr_assert(s.count == 1 && s.mean[0] == 250);
    standardise(&y, &s);
    standardise_back(&y, &s);
    Tensor want = of(shape(4), 100, 200, 300, 400);
    expect_close("back", &y, &want, 1e-6);
    standardiser_free(&s);
}

Test(standardise, another_number_of_columns, .signal = SIGABRT)
{
    Tensor x = any(shape(3, 2)), y = any(shape(3, 3));
    Standardiser s = standardiser_fit(&x);
    standardise(&y, &s);
}

static Graph *small_network(Params *params)
{
    Graph *graph = graph_new(params, 4);
    linear(input(graph, REAL, shape(2)), 1);
    return graph;
}

// Saved and loaded by name, to the last bit, beside weights that training has moved.
Test(standardise, saved_with_the_network)
{
    Error e = {0};
    char path[] = "/tmp/standardise.XXXXXX";
    close(mkstemp(path));
    Tensor x = uniform(-3, 1000, shape(50, 2));
    Standardiser s = standardiser_fit(&x), loaded = standardiser_fit(&x);
    Params *saved = params_new(1, CPU), *other = params_new(2, CPU);
    Graph *first = small_network(saved), *second = small_network(other);
    size_t learned = params_learned(saved);
    standardiser_keep(&s, saved, "inputs");
    cr_assert(params_learned(saved) == learned, "statistics are not learned");
    cr_assert(checkpoint_save(path, saved, NULL, NULL, &e), "%s", e.message);

    for (int d = 0; d < 2; d++) loaded.mean[d] = loaded.deviation[d] = 0;
    standardiser_keep(&loaded, other, "inputs");
    cr_assert(checkpoint_load(path, other, NULL, NULL, &e), "%s", e.message);
    standardiser_recall(&loaded, other, "inputs");
    cr_assert(memcmp(s.mean, loaded.mean, 2 * sizeof(double)) == 0);
    cr_assert(memcmp(s.deviation, loaded.deviation, 2 * sizeof(double)) == 0);

    standardiser_free(&s);
    standardiser_free(&loaded);
    graph_free(first);
    graph_free(second);
    params_free(saved);
    params_free(other);
    unlink(path);
}

Test(standardise, no_optimizer_moves_it)
{
    Tensor x = uniform(5, 9, shape(50, 2));
    Standardiser s = standardiser_fit(&x), after = standardiser_fit(&x);
    Params *params = params_new(1, CPU);
    Graph *graph = small_network(params);
    standardiser_keep(&s, params, "inputs");
    Optimizer adam = adamw_new(params, (Real)0.5);
    params_clear_gradients(params);
    for (int i = 0; i < 5; i++) optimizer_step(&adam, (Real)0.1);
    standardiser_recall(&after, params, "inputs");
    cr_assert(memcmp(s.mean, after.mean, 2 * sizeof(Real)) == 0);
    cr_assert(memcmp(s.deviation, after.deviation, 2 * sizeof(Real)) == 0);
    optimizer_free(&adam);
    standardiser_free(&s);
    standardiser_free(&after);
    graph_free(graph);
    params_free(params);
}

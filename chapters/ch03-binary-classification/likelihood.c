// Why logarithms: the probability of all that was seen, and how many nats one
// pays for believing another probability than the true one.
#include "lesson.h"

#include <math.h>

// -p log q - (1 - p) log(1 - q); 0 log 0 is 0
static double cross_entropy(double p, double q)
{
    return (p > 0 ? -p * log(q) : 0) + (p < 1 ? -(1 - p) * log1p(-q) : 0);
}

// Ten apples, seven of them ripe: how probable is that, if q of all are?
static void write_coin(App *app)
{
    FILE *table =
        app_table(app, "likelihood", "q\tlikelihood\tloss\tentropy\tkl");
    double entropy = cross_entropy(0.7, 0.7);
    for (int k = 1; k < 100; k++) {
        double q = k / 100.0, cost = cross_entropy(0.7, q);
        fprintf(table, "%.2f\t%.6g\t%.6g\t%.6g\t%.6g\n", q, exp(-10 * cost),
                cost, entropy, cost - entropy);
    }
}

static double share_of_yes(const Dataset *set)
{
    double yes = 0;
    for (int n = 0; n < set->count; n++)
        yes += (double)reals(&set->targets)[n];
    return yes / set->count;
}

void show_likelihood(App *app, Lesson *lesson)
{
    const Dataset *train = &lesson->sets.train, *test = &lesson->sets.test;
    double rate = share_of_yes(train), seen = share_of_yes(test);
    double loss = (double)loss_plain(&lesson->line, samples_in(test));
    write_coin(app);
    app_metric(app, "likelihood_at_7", exp(-10 * cross_entropy(0.7, 0.7)),
               "");
    app_metric(app, "likelihood_at_5", exp(-10 * cross_entropy(0.7, 0.5)),
               "");
    app_metric(app, "entropy_of_7", cross_entropy(0.7, 0.7), "nats");
    app_metric(app, "kl_of_7_and_5",
               cross_entropy(0.7, 0.5) - cross_entropy(0.7, 0.7), "nats");
    app_metric(app, "kl_of_5_and_7",
               cross_entropy(0.5, 0.7) - cross_entropy(0.5, 0.5), "nats");
    app_metric(app, "base_rate", rate, "fraction");
    app_metric(app, "base_rate_loss", cross_entropy(seen, rate), "nats");
    app_say(app,
            "likelihood: the test answers cost %.3f nats each, of who says "
            "%.2f of all %.3f; all together e^-%.1f is what the line gave "
            "them  [fig:ch03-likelihood]",
            loss, rate, cross_entropy(seen, rate), loss * test->count);
}

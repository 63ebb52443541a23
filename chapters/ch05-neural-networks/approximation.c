// Two sigmoids make a bump, bumps make any curve: by hand, and then learned
// by 3, 10 and 100 units.
#include "lesson.h"

#include <math.h>

enum { POINTS = 400, SIZES = 3, SEEDS = 3, EPOCHS = 300 };
static const int sizes[SIZES] = {3, 10, 100};

// The curve to be met, on -1 … 1: nothing about it is special.
static double wanted(double x)
{
    return sin(3 * x) + 0.6 * sin(8 * x + 1) * exp(-x * x);
}

static double squeeze(double a) { return 1 / (1 + exp(-a)); }

// Up at the left end, down at the right one. The steeper, the more it is a
// box.
static double bump(double x, double from, double to, double steep)
{
    return squeeze(steep * (x - from)) - squeeze(steep * (x - to));
}

// As many bumps side by side, each as high as the curve in its middle.
static double sum_of_bumps(double x, int bumps)
{
    double width = 2.0 / bumps, sum = 0;
    for (int k = -1; k <= bumps; k++) {
        double from = -1 + k * width;
        sum += wanted(from + width / 2) *
               bump(x, from, from + width, 8 / width);
    }
    return sum;
}

static double off_by_hand(int bumps)
{
    double sum = 0;
    for (int n = 0; n < POINTS; n++) {
        double x = -1 + 2 * (n + 0.5) / POINTS;
        sum += pow(sum_of_bumps(x, bumps) - wanted(x), 2);
    }
    return sqrt(sum / POINTS);
}

static void write_bumps(App *app)
{
    FILE *table = app_table(app, "bumps", "x\twanted\tone\tsoft\tten\tforty");
    for (int n = -100; n <= 100; n++) {
        double x = n / 100.0;
        fprintf(table, "%.2f\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\n", x, wanted(x),
                bump(x, -0.4, 0.4, 40), bump(x, -0.4, 0.4, 10),
                sum_of_bumps(x, 10), sum_of_bumps(x, 40));
    }
}

static Dataset curve_points(void)
{
    Dataset set = {.count = POINTS,
                   .inputs = tensor_new(CPU, REAL, shape(POINTS, 1)),
                   .targets = tensor_new(CPU, REAL, shape(POINTS, 1))};
    for (int n = 0; n < POINTS; n++) {
        double x = -1 + 2 * (n + 0.5) / POINTS;
        reals(&set.inputs)[n] = (Real)(4 * x);
        reals(&set.targets)[n] = (Real)wanted(x);
    }
    return set;
}

static Learner curve_learner(const App *app, int units, uint64_t seed)
{
    Learner l = learner_new(app, seed);
    l.input = input(l.graph, REAL, shape(1));
    l.target = input(l.graph, REAL, shape(1));
    Node *h = linear(l.input, units, .initialiser = XAVIER);
    l.output = linear(tanh_activation(h), 1, .initialiser = XAVIER);
    l.loss = squared_error(l.output, l.target);
    params_ready(l.params);
    return l;
}

// The root of the mean squared error over all points.
static double off_curve(Learner *l, const Dataset *set, FILE *table,
                        int units)
{
    double sum = 0;
    for (int first = 0, n; first < set->count; first += n) {
        n = set->count - first < 10 ? set->count - first : 10;
        Tensor some = tensor_rows(&set->inputs, first, n);
        feed(l->input, &some);
        const Real *y = reals(predict(l->output));
        for (int i = 0; i < n; i++) {
            double x = (double)reals(&some)[i] / 4;
            sum += pow((double)y[i] - wanted(x), 2);
            if (table)
                fprintf(table, "%d\t%.4f\t%.5f\n", units, x, (double)y[i]);
        }
    }
    return sqrt(sum / set->count);
}

static double learn_curve(App *app, int units, uint64_t seed,
                          const Dataset *set, FILE *table)
{
    Learner l = curve_learner(app, units, seed);
    learner_train(&l, app, set,
                  (Course){.epochs = EPOCHS, .rate = (Real)0.01});
    double off = off_curve(&l, set, table, units);
    learner_free(&l);
    return off;
}

void show_approximation(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "approximation", "units\tx\ty");
    Dataset set = curve_points();
    double mean[SIZES] = {0};
    write_bumps(app);
    app_metric(app, "bumps_10", off_by_hand(10), "");
    app_metric(app, "bumps_40", off_by_hand(40), "");
    app_metric(app, "bumps_160", off_by_hand(160), "");
    for (int k = 0; k < SIZES; k++) {
        for (int s = 0; s < SEEDS; s++)
            mean[k] += learn_curve(app, sizes[k], app->seed + (uint64_t)s,
                                   &set, s ? NULL : table) /
                       SEEDS;
        app_metric_of(app, mean[k], "", "approximation_%d", sizes[k]);
    }
    app_say(app,
            "approximation: a curve is missed by %.3f with 3 units, %.3f "
            "with 10, %.3f with 100  [fig:ch05-approximation]",
            mean[0], mean[1], mean[2]);
    dataset_free(&set);
}

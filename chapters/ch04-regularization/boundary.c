// A network of twenty units divides two crescents of points: how does its
// boundary look, unpulled, pulled, and pulled too much?
#include "layers.h"
#include "learner.h"
#include "lesson.h"
#include "measure.h"

#include <math.h>

enum { LEARNED = 100, JUDGED = 2000, UNITS = 20, EPOCHS = 2000, PULLS = 3 };
static const double pulls[PULLS] = {0, 0.001, 0.1};

// Two crescents that reach into each other: class 0 above, class 1 below.
static Dataset crescents(uint64_t seed, int count, uint16_t source)
{
    static const double pi = 3.14159265358979323846;
    Stream place = {.seed = seed, .purpose = FOR_LESSON, .source = source};
    Stream error = place;
    error.source++;
    Dataset set = {.count = count,
                   .inputs = tensor_new(CPU, REAL, shape(count, 2)),
                   .targets = tensor_new(CPU, I32, shape(count))};
    for (int n = 0; n < count; n++) {
        uint64_t i = (uint64_t)n;
        double angle = pi * random_uniform(place, i);
        int class = n % 2;
        double x = class ? 1 - cos(angle) : cos(angle);
        double y = class ? 0.4 - sin(angle) : sin(angle);
        Real *to = reals(&set.inputs) + 2 * n;
        to[0] = (Real)(x - 0.5 + 0.4 * random_normal(error, 2 * i));
        to[1] = (Real)(y - 0.2 + 0.4 * random_normal(error, 2 * i + 1));
        ints(&set.targets)[n] = class;
    }
    return set;
}

static Learner twenty_units(const App *app, double pull)
{
    Learner l = learner_new(app, app->seed);
    l.input = input(l.graph, REAL, shape(2));
    l.target = input(l.graph, I32, shape());
    l.output = linear(relu(linear(l.input, UNITS)), 2);
    l.loss = softmax_cross_entropy(l.output, l.target);
    if (pull > 0) l.loss = add(l.loss, l2_penalty(l.graph, (Real)(2 * pull)));
    return l;
}

// How much more the network says 1 than 0, over the plane.
static void write_plane(FILE *table, const Learner *l, double pull)
{
    enum { SIDE = 61 };
    for (int i = 0; i < SIDE; i++) {
        Tensor row = tensor_new(CPU, REAL, shape(SIDE, 2));
        for (int j = 0; j < SIDE; j++) {
            reals(&row)[2 * j] = (Real)(j * 5.0 / (SIDE - 1) - 2.5);
            reals(&row)[2 * j + 1] = (Real)(i * 4.0 / (SIDE - 1) - 2);
        }
        feed(l->input, &row);
        const Real *z = reals(predict(l->output));
        for (int j = 0; j < SIDE; j++)
            fprintf(table, "%g\t%.4f\t%.4f\t%.4f\n", pull,
                    (double)reals(&row)[2 * j],
                    (double)reals(&row)[2 * j + 1],
                    (double)(z[2 * j + 1] - z[2 * j]));
        tensor_free(&row);
    }
}

static void write_points(App *app, const Dataset *set)
{
    FILE *table = app_table(app, "boundary-points", "x\ty\tclass");
    for (int n = 0; n < set->count; n++)
        fprintf(table, "%.4f\t%.4f\t%d\n", (double)reals(&set->inputs)[2 * n],
                (double)reals(&set->inputs)[2 * n + 1],
                ints(&set->targets)[n]);
}

static double divide(App *app, FILE *table, const Dataset *train,
                     const Dataset *test, double pull)
{
    App other = *app;
    other.batch = LEARNED;   // all points in one step
    Learner l = twenty_units(&other, pull);
    learner_train(&l, &other, train,
                  (Course){.epochs = EPOCHS, .rate = (Real)0.02});
    double right = accuracy(l.input, l.output, test);
    write_plane(table, &l, pull);
    metric_of(app, 1 - accuracy(l.input, l.output, train), "fraction",
              "boundary_%g_train", pull);
    metric_of(app, 1 - right, "fraction", "boundary_%g_test", pull);
    learner_free(&l);
    return 1 - right;
}

void show_boundary(App *app, Lesson *lesson)
{
    (void)lesson;
    Dataset train = crescents(app->seed, LEARNED, 20);
    Dataset test = crescents(app->seed, JUDGED, 22);
    FILE *table = app_table(app, "boundary", "lambda\tx\ty\tlogit");
    double wrong[PULLS];
    for (int k = 0; k < PULLS; k++)
        wrong[k] = divide(app, table, &train, &test, pulls[k]);
    write_points(app, &train);
    app_say(app,
            "boundary: twenty units put %.1f%% of new points on the wrong "
            "side, with lambda %g %.1f%%, with %g %.1f%%  "
            "[fig:ch04-boundary]",
            100 * wrong[0], pulls[1], 100 * wrong[1], pulls[2],
            100 * wrong[2]);
    dataset_free(&train);
    dataset_free(&test);
}

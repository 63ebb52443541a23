// Ng's picture of a network: size, bedrooms, zip code and wealth say how big
// a family fits, how far one can walk and how good the school is, and these
// three say the price. No table has such columns: the houses are simulated.
#include "graph.h"
#include "layers.h"
#include "lesson.h"
#include "measure.h"
#include "optim.h"

#include <math.h>

enum { TRAIN = 2000, TEST = 1000, INPUTS = 4, HIDDEN = 3, EPOCHS = 60 };

/* ---- A city that is not there -------------------------------------------*/

static double positive(double x) { return x > 0 ? x : 0; }

// Inputs in deviations: size, bedrooms, zip code (numbered from the centre
// outwards) and wealth. Bedrooms go with the size, wealth with the zip code.
static double simulate(Real x[INPUTS], Stream chance, uint64_t house)
{
    double z[5];
    for (int k = 0; k < 5; k++)
        z[k] = random_normal(chance, house * 5 + (uint64_t)k);
    x[0] = (Real)z[0];
    x[1] = (Real)(0.7 * z[0] + 0.7 * z[1]);
    x[2] = (Real)z[2];
    x[3] = (Real)(0.8 * z[3] - 0.6 * z[2]);
    double family = positive(0.5 + (double)x[0] + 0.5 * (double)x[1]);
    double walk = positive(0.3 - 1.2 * (double)x[2]);
    double school = positive((double)x[3] - 0.4 * (double)x[2]);
    return 2 + family + 0.8 * walk + 1.2 * school + 0.25 * z[4];
}

static Dataset city(uint64_t seed, int count, uint64_t first)
{
    Stream chance = {.seed = seed, .purpose = FOR_LESSON, .source = 2};
    Dataset set = {.count = count,
                   .inputs = tensor_new(CPU, REAL, shape(count, INPUTS)),
                   .targets = tensor_new(CPU, REAL, shape(count, 1))};
    for (int n = 0; n < count; n++)
        reals(&set.targets)[n] = (Real)simulate(
            reals(&set.inputs) + n * INPUTS, chance, first + (uint64_t)n);
    return set;
}

/* ---- Three ways to predict ----------------------------------------------*/

typedef enum Kind { STRAIGHT, NAMED, DENSE, KINDS } Kind;
static const char *const kinds[KINDS] = {"line", "named", "dense"};

typedef struct City {
    Params *params;
    Graph *graph;
    Node *part[3], *price, *said, *loss;   // size, bedrooms | zip | wealth
} City;

// Which inputs a hidden unit sees is drawn by hand, or left to training.
static Node *hidden_units(City *c, Kind kind)
{
    Node *home = c->part[0], *zip = c->part[1], *wealth = c->part[2];
    if (kind == DENSE)
        return relu(linear(concat(concat(home, zip), wealth), HIDDEN));
    Node *family = relu(linear(home, 1, .name = "family"));
    Node *walk = relu(linear(zip, 1, .name = "walkability"));
    Node *school = relu(linear(concat(zip, wealth), 1, .name = "school"));
    return concat(concat(family, walk), school);
}

static City city_network(const App *app, Kind kind, uint64_t seed)
{
    City c = {.params = params_new(seed, app->device)};
    c.graph = graph_new(c.params, 32);
    c.part[0] = input(c.graph, REAL, shape(2));
    c.part[1] = input(c.graph, REAL, shape(1));
    c.part[2] = input(c.graph, REAL, shape(1));
    c.price = input(c.graph, REAL, shape(1));
    Node *all = concat(concat(c.part[0], c.part[1]), c.part[2]);
    c.said = linear(kind == STRAIGHT ? all : hidden_units(&c, kind), 1,
                    .name = "price");
    c.loss = squared_error(c.said, c.price);
    params_ready(c.params);
    return c;
}

// Columns first, first + 1, … of some rows.
static void feed_part(Node *part, const Tensor *rows, int first)
{
    int count = rows->shape.dim[0],
        width = (int)shape_count(node_shape(part));
    Real some[64 * 2];
    for (int n = 0; n < count; n++)
        for (int k = 0; k < width; k++)
            some[n * width + k] = reals(rows)[n * INPUTS + first + k];
    Tensor columns = tensor_view(CPU, REAL, shape(count, width), some);
    feed(part, &columns);
}

static void feed_city(City *c, const Tensor *rows)
{
    feed_part(c->part[0], rows, 0);
    feed_part(c->part[1], rows, 2);
    feed_part(c->part[2], rows, 3);
}

static double city_error(City *c, const Dataset *set)
{
    double sum = 0;
    for (int first = 0; first < set->count; first += 32) {
        int count = set->count - first < 32 ? set->count - first : 32;
        Tensor rows = tensor_rows(&set->inputs, first, count);
        feed_city(c, &rows);
        const Real *said = reals(predict(c->said));
        for (int n = 0; n < count; n++)
            sum += pow(
                (double)said[n] - (double)reals(&set->targets)[first + n], 2);
    }
    return sqrt(sum / set->count);
}

static double city_learn(City *c, const Dataset *train, const Dataset *test,
                         FILE *table, Kind kind, uint64_t seed)
{
    Optimizer sgd = sgd_new(c->params);
    Sampler *sampler = sampler_new(train, seed, 32);
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        for (Batch b = sampler_batch(sampler, epoch, 0); b.size > 0;
             b = next_batch(b)) {
            feed_city(c, &b.inputs);
            feed(c->price, &b.targets);
            forward(c->loss);
            backward(c->loss);
            optimizer_step(&sgd, (Real)0.03);
        }
        fprintf(table, "%s\t%d\t%d\t%.4f\n", kinds[kind], (int)seed, epoch,
                city_error(c, test));
    }
    sampler_free(sampler);
    optimizer_free(&sgd);
    return city_error(c, test);
}

/* ---- What came of it ----------------------------------------------------*/

enum { SEEDS = 5 };

typedef struct Errors {
    double least, mean, most;   // over the seeds
} Errors;

static void note(App *app, Kind kind, const char *what, double value,
                 const char *unit)
{
    app_metric_of(app, value, unit, "hidden_%s%s", kinds[kind], what);
}

static Errors try_kind(App *app, Kind kind, const Dataset *train,
                       const Dataset *test, FILE *table)
{
    Errors e = {INFINITY, 0, 0};
    for (uint64_t seed = app->seed; seed < app->seed + SEEDS; seed++) {
        City c = city_network(app, kind, seed);
        double off = city_learn(&c, train, test, table, kind, seed);
        e = (Errors){fmin(e.least, off), e.mean + off / SEEDS,
                     fmax(e.most, off)};
        if (seed == app->seed)
            note(app, kind, "_parameters", (double)params_learned(c.params),
                 "numbers");
        graph_free(c.graph);
        params_free(c.params);
        app_stop_if_interrupted(app);
    }
    note(app, kind, "", e.mean, "");
    note(app, kind, "_least", e.least, "");
    note(app, kind, "_most", e.most, "");
    return e;
}

void show_hidden(App *app, Lesson *lesson)
{
    (void)lesson;
    Dataset train = city(app->seed, TRAIN, 0);
    Dataset test = city(app->seed, TEST, TRAIN);
    FILE *table = app_table(app, "hidden", "network\tseed\tepoch\terror");
    Errors off[KINDS];
    for (Kind kind = 0; kind < KINDS; kind++)
        off[kind] = try_kind(app, kind, &train, &test, table);
    app_say(app,
            "hidden: in a simulated city a line is off by %.2f, three "
            "units with names by %.2f to %.2f, three without by %.2f to "
            "%.2f  [fig:ch02-hidden]",
            off[STRAIGHT].mean, off[NAMED].least, off[NAMED].most,
            off[DENSE].least, off[DENSE].most);
    dataset_free(&train);
    dataset_free(&test);
}

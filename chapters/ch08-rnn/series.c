// A series, its windows, and four ways to forecast it.
#include "series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "layers.h"
#include "linear_algebra.h"
#include "measure.h"
#include "standardise.h"

void series_free(Series *s) { free(s->value); }

bool series_read(Series *s, const char *path, const char *column,
                 Error *error)
{
    Csv csv;
    Rows rows;
    if (!csv_read(&csv, path, NULL, error)) return false;
    int place = csv_column(&csv, column, error);
    bool whole =
        place >= 0 && csv_complete_rows(&rows, &csv, &column, 1, error);
    if (whole) {
        s->count = rows.count;
        s->value = allocate((size_t)s->count, sizeof *s->value);
        for (int k = 0; k < s->count; k++)
            s->value[k] = csv.column[place].number[rows.row[k]];
        rows_free(&rows);
    }
    csv_free(&csv);
    return whole;
}

void series_walk(Series *s, int count, uint64_t seed)
{
    Stream stream = {seed, 0, FOR_LESSON, 85};
    s->count = count;
    s->value = allocate((size_t)count, sizeof *s->value);
    s->value[0] = 100;
    for (int k = 1; k < count; k++)
        s->value[k] = s->value[k - 1] + random_normal(stream, (uint64_t)k);
}

/* ---- Windows ------------------------------------------------------------*/

// Places from which is forecast: the first step ahead of each is here, all
// that it reads lies before.
typedef struct Places {
    int first, end;
} Places;

typedef struct Parts {
    Places learned, stopping, judged;
} Parts;

static Parts parts_of(const Series *s)
{
    int learned = (int)(s->learned * s->count);
    int stopping = (int)((s->learned + s->stopping) * s->count);
    int furthest = s->ahead - 1;
    return (Parts){{s->window, learned - furthest},
                   {learned, stopping - furthest},
                   {stopping, s->count - furthest}};
}

// Windows of the scaled series, [n, window, 1] and what follows, [n, ahead].
static Dataset windows(const Series *s, const Real *scaled, Places places)
{
    int n = places.end - places.first;
    size_t in = (size_t)s->window, out = (size_t)s->ahead;
    Dataset set = {.count = n,
                   .inputs = tensor_new(CPU, REAL, shape(n, s->window, 1)),
                   .targets = tensor_new(CPU, REAL, shape(n, s->ahead))};
    for (int k = 0; k < n; k++) {
        const Real *here = scaled + places.first + k;
        memcpy(reals(&set.inputs) + (size_t)k * in, here - in,
               in * sizeof(Real));
        memcpy(reals(&set.targets) + (size_t)k * out, here,
               out * sizeof(Real));
    }
    return set;
}

/* ---- The network --------------------------------------------------------*/

enum { UNITS = 24, EPOCHS = 40, SERIES_BATCH = 32 };

typedef struct Forecaster {
    Params *params;
    Graph *graph;
    Node *past, *coming, *said, *loss;
} Forecaster;

static Forecaster forecaster_new(const App *app, const Series *s)
{
    Forecaster f = {.params = params_new(app->seed, app->device)};
    f.graph = graph_new(f.params, SERIES_BATCH);
    f.past = input(f.graph, REAL, shape(s->window, 1));
    f.coming = input(f.graph, REAL, shape(s->ahead));
    f.said = linear(last(gru(f.past, UNITS), NULL), s->ahead);
    f.loss = squared_error(f.said, f.coming);
    params_ready(f.params);
    return f;
}

static void learn_epoch(Forecaster *f, Optimizer *adam, Sampler *sampler,
                        int epoch)
{
    for (Batch b = sampler_batch(sampler, epoch, 0); b.size > 0;
         b = next_batch(b)) {
        feed(f->past, &b.inputs);
        feed(f->coming, &b.targets);
        forward(f->loss);
        backward(f->loss);
        optimizer_step(adam, (Real)3e-3);
    }
}

// Keeps the weights of the epoch that was best on the second part.
static void learn(Forecaster *f, App *app, const Dataset *train,
                  const Dataset *stopping)
{
    Optimizer adam = adam_new(f->params);
    Sampler *sampler = sampler_new(train, app->seed, SERIES_BATCH);
    const Tensor *values = &f->params->values;
    Tensor best = tensor_new(f->params->device, REAL, values->shape);
    double least = INFINITY;
    adam.clip_norm = 1;
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        learn_epoch(f, &adam, sampler, epoch);
        double error = root_mean_square_error(f->past, f->said, stopping);
        app_stop_if_interrupted(app);
        if (error >= least) continue;
        least = error;
        tensor_copy(&best, values);
    }
    tensor_copy(&f->params->values, &best);
    tensor_free(&best);
    sampler_free(sampler);
    optimizer_free(&adam);
}

/* ---- The line through the last values -----------------------------------*/

// Weights [window + 1] of each step ahead, behind each other.
static void fit_lines(double *w, const Series *s, const Dataset *train)
{
    int inputs = s->window + 1, pivot;
    Tensor x = tensor_new(CPU, REAL, shape(train->count, inputs));
    Tensor y = tensor_new(CPU, REAL, shape(train->count));
    double *penalty = allocate((size_t)inputs, sizeof *penalty);
    for (int k = 0; k < s->window; k++) penalty[k] = 1;
    for (int n = 0; n < train->count; n++) {
        Real *row = reals(&x) + n * inputs;
        memcpy(row, reals(&train->inputs) + n * s->window,
               (size_t)s->window * sizeof(Real));
        row[s->window] = 1;
    }
    for (int a = 0; a < s->ahead; a++) {
        for (int n = 0; n < train->count; n++)
            reals(&y)[n] = reals(&train->targets)[n * s->ahead + a];
        CHECK(least_squares(w + a * inputs, &x, &y, penalty, &pivot),
              "column %d of the past", pivot);
    }
    free(penalty);
    tensor_free(&x);
    tensor_free(&y);
}

static double line_says(const double *w, const Real *past, int window)
{
    double sum = w[window];
    for (int k = 0; k < window; k++) sum += w[k] * (double)past[k];
    return sum;
}

/* ---- Judging ------------------------------------------------------------*/

// Adds the squared errors of one place, in the series' own unit.
static void add_errors(Forecasts *f, const Series *s, const double *said,
                       const double *line, int place)
{
    for (int a = 1; a <= s->ahead; a++) {
        double is = s->value[place + a - 1];
        double before = s->value[place - 1];
        int same = place + a - 1;   // a season ago, or several
        while (s->season > 0 && same >= place) same -= s->season;
        double then = s->season > 0 ? s->value[same] : before;
        f->network[a] += pow(said[a - 1] - is, 2);
        f->line[a] += pow(line[a - 1] - is, 2);
        f->last[a] += pow(before - is, 2);
        f->season[a] += pow(then - is, 2);
    }
}

static void finish(Forecasts *f, int ahead)
{
    double *sums[] = {f->network, f->line, f->last, f->season};
    for (int k = 0; k < 4; k++)
        for (int a = 1; a <= ahead; a++)
            sums[k][a] = sqrt(sums[k][a] / f->judged);
}

static void judge(Forecasts *f, Forecaster *net, const Series *s,
                  const Dataset *test, const double *lines, Moments scale)
{
    for (int first = 0, n; first < test->count; first += n) {
        n = feed_batch(net->past, test, first);
        const Real *z = reals(predict(net->said));
        for (int i = 0; i < n; i++) {
            double said[MOST_AHEAD] = {0}, line[MOST_AHEAD] = {0};
            const Real *past =
                reals(&test->inputs) + (first + i) * s->window;
            for (int a = 0; a < s->ahead; a++) {
                double by_line = line_says(lines + a * (s->window + 1), past,
                                           s->window);
                said[a] = (double)z[i * s->ahead + a] * scale.deviation +
                          scale.mean;
                line[a] = by_line * scale.deviation + scale.mean;
            }
            f->next[first + i] = said[0];
            add_errors(f, s, said, line, f->first + first + i);
        }
    }
    finish(f, s->ahead);
}

static void check_lengths(App *app, const Series *s, const Parts *p)
{
    const Places *all[] = {&p->learned, &p->stopping, &p->judged};
    for (int k = 0; k < 3; k++)
        if (all[k]->end - all[k]->first < 2 || p->judged.first < s->season)
            app_fail(app, 1,
                     "%s: %d values are too few for windows of %d, %d ahead "
                     "and a season of %d",
                     s->name, s->count, s->window, s->ahead, s->season);
}

Forecasts series_forecast(App *app, const Series *s)
{
    Parts p = parts_of(s);
    check_lengths(app, s, &p);
    Moments scale = moments_of(s->value, p.learned.end + s->ahead - 1);
    Real *scaled = allocate((size_t)s->count, sizeof *scaled);
    for (int k = 0; k < s->count; k++)
        scaled[k] = (Real)((s->value[k] - scale.mean) / scale.deviation);
    Dataset train = windows(s, scaled, p.learned);
    Dataset stopping = windows(s, scaled, p.stopping);
    Dataset test = windows(s, scaled, p.judged);
    double *lines = allocate((size_t)(s->ahead * (s->window + 1)),
                             sizeof *lines);
    Forecasts f = {.judged = test.count,
                   .first = p.judged.first,
                   .next = allocate((size_t)test.count, sizeof *f.next)};
    Forecaster net = forecaster_new(app, s);
    fit_lines(lines, s, &train);
    learn(&net, app, &train, &stopping);
    judge(&f, &net, s, &test, lines, scale);
    graph_free(net.graph);
    params_free(net.params);
    dataset_free(&train);
    dataset_free(&stopping);
    dataset_free(&test);
    free(scaled);
    free(lines);
    return f;
}

void forecasts_free(Forecasts *f) { free(f->next); }

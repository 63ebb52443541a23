// The same gradient three times, on the points of the playground.
#include "lesson.h"
#include "rounds.h"
#include "ways.h"

enum { HIDDEN = 8, POINTS = 50 };

typedef struct Race {
    TwoLayers net, loops, tape, graph;
    Samples samples;
    Device device;
    int lines;
} Race;

static void run_loops(void *race)
{
    Race *r = race;
    two_layers_gradient(&r->loops, &r->net, r->samples);
}

static void run_tape(void *race)
{
    Race *r = race;
    gradient_by_tape(&r->tape, &r->net, r->samples, &r->lines);
}

static void run_graph(void *race)
{
    Race *r = race;
    gradient_by_graph(&r->graph, &r->net, r->samples, r->device);
}

static Race race_new(const App *app, const Dataset *points)
{
    const Activation *f = activation_named("tanh");
    Race r = {.net = two_layers_new(2, HIDDEN, f),
              .loops = two_layers_new(2, HIDDEN, f),
              .tape = two_layers_new(2, HIDDEN, f),
              .graph = two_layers_new(2, HIDDEN, f),
              .samples = {POINTS, reals(&points->inputs),
                          reals(&points->targets)},
              .device = app->device};
    two_layers_draw(&r.net, app->seed);
    return r;
}

static void race_free(Race *r)
{
    two_layers_free(&r->net);
    two_layers_free(&r->loops);
    two_layers_free(&r->tape);
    two_layers_free(&r->graph);
}

static void say_race(App *app, Race *r)
{
    Way ways[] = {{run_loops, r, 0}, {run_tape, r, 0}};
    Timing time[2];
    time_rounds(app, time, ways, 2, 15);
    run_graph(r);
    size_t count = two_layers_count(&r->net);
    double tape = apart(r->loops.w1, r->tape.w1, count);
    double graph = apart(r->loops.w1, r->graph.w1, count);
    double slower = time[1].best / time[0].best;
    app_metric(app, "ways_tape_apart", tape, "of the largest");
    app_metric(app, "ways_graph_apart", graph, "of the largest");
    app_metric(app, "ways_tape_lines", r->lines, "");
    app_metric(app, "ways_numbers", (double)count, "");
    app_metric(app, "ways_tape_slower", slower, "times");
    app_say(app,
            "ways: the loops' gradient, a tape's of %d lines and the graph's "
            "are apart by %.0e and %.0e; the tape takes %.0f times as long  "
            "[sec:ch05-tape]",
            r->lines, tape, graph, slower);
}

void show_ways(App *app, Lesson *lesson)
{
    (void)lesson;
    Dataset points = planar_new(SPIRAL, POINTS, 0.1, app->seed, 0);
    Race race = race_new(app, &points);
    say_race(app, &race);
    race_free(&race);
    dataset_free(&points);
}

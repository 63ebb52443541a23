// All rows a step, some, or one: which way is nearer to the best line after
// so many steps, and after so many seconds?
#include "lesson.h"

#include <math.h>
#include <time.h>

enum { LOOKS = 40 };

typedef struct Feeding {
    const char *name;
    int batch, passes;
    double rate;
    double seconds;   // of a processor, for its steps alone
    int64_t steps;
    double near_steps, near_seconds;   // until within 1% of the best; or NAN
    double end;   // the root of the squared error at the end
} Feeding;

// Another program that is busy does not count.
static double processor_seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void look(FILE *table, const Lesson *lesson, Feeding *f,
                 const Line *line, double best)
{
    double off = miss_of_line(line, &lesson->sets.train).rms;
    fprintf(table, "%s\t%lld\t%.6f\t%.4f\t%.6g\n", f->name,
            (long long)f->steps, f->seconds,
            (double)f->steps * f->batch / lesson->sets.train.count,
            lesson->size * off);
    f->end = off;
    if (!(off <= 1.01 * best) || !isnan(f->near_steps)) return;
    f->near_steps = (double)f->steps;
    f->near_seconds = f->seconds;
}

// Is this step one of about LOOKS, close together at first?
static bool time_to_look(int64_t step, int64_t steps)
{
    double now = LOOKS * log1p((double)step) / log1p((double)steps);
    double before = LOOKS * log((double)step) / log1p((double)steps);
    return (int)now > (int)before || step == steps;
}

static void learn(App *app, FILE *table, const Lesson *lesson, Feeding *f,
                  double best)
{
    const Dataset *train = &lesson->sets.train;
    Sampler *sampler = sampler_new(train, app->seed, f->batch);
    int64_t steps = (int64_t)f->passes * sampler_batches(sampler);
    Line line = line_new(train->inputs.shape.dim[1]);
    Line gradient = line_new(line.features);
    look(table, lesson, f, &line, best);
    for (int pass = 1; pass <= f->passes; pass++) {
        double began = processor_seconds();
        for (Batch b = sampler_batch(sampler, pass, 0); b.size > 0;
             b = next_batch(b)) {
            Houses houses = {b.size, reals(&b.inputs), reals(&b.targets)};
            gradient_plain(&gradient, &line, houses);
            descend(&line, &gradient, (float)f->rate);
            f->steps++;
            if (!time_to_look(f->steps, steps)) continue;
            f->seconds += processor_seconds() - began;
            look(table, lesson, f, &line, best);
            began = processor_seconds();
        }
        f->seconds += processor_seconds() - began;
        app_stop_if_interrupted(app);
    }
    sampler_free(sampler);
    line_free(&line);
    line_free(&gradient);
}

static double best_error(const Lesson *lesson)
{
    int column;
    Line line = line_new(lesson->line.features);
    bool good = fit_exactly(&line, &lesson->sets.train, &column);
    double best = good ? miss_of_line(&line, &lesson->sets.train).rms : NAN;
    line_free(&line);
    return best;
}

static void note(App *app, const Lesson *lesson, const Feeding *f)
{
    char name[64];
    snprintf(name, sizeof name, "batches_%s_end", f->name);
    price_metric(app, lesson, name, f->end);
    app_metric_of(app, f->passes, "", "batches_%s_passes", f->name);
    if (isnan(f->near_steps)) return;
    app_metric_of(app, f->near_steps, "steps", "batches_%s_steps", f->name);
    app_metric_of(app, f->near_seconds, "s", "batches_%s_seconds", f->name);
}

typedef struct Said {
    char text[64];
} Said;

static Said said(const Feeding *f)
{
    Said s = {"not yet"};
    if (!isnan(f->near_steps))
        snprintf(s.text, sizeof s.text, "after %.0f (%.1f ms)", f->near_steps,
                 1e3 * f->near_seconds);
    return s;
}

void show_batches(App *app, Lesson *lesson)
{
    const Dataset *train = &lesson->sets.train;
    double best = best_error(lesson);
    Feeding ways[] = {
        {"batch", train->count, 60, 1 / steepest(train), 0, 0, NAN, NAN, 0},
        {"mini", 64, 10, 0.005, 0, 0, NAN, NAN, 0},
        {"single", 1, 10, 0.005 / 64, 0, 0, NAN, NAN, 0},
    };
    FILE *table =
        app_table(app, "batches", "way\tstep\tseconds\tpasses\trmse");
    for (int k = 0; k < 3; k++) {
        learn(app, table, lesson, &ways[k], best);
        note(app, lesson, &ways[k]);
    }
    if (!isnan(best)) price_metric(app, lesson, "batches_best", best);
    app_say(app,
            "batches: within 1%% of the best: all rows a step %s; 64 %s; "
            "one %s  [fig:ch02-batches]",
            said(&ways[0]).text, said(&ways[1]).text, said(&ways[2]).text);
}

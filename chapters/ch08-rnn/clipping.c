// One training whose gradient explodes now and then, with clipping and
// without: the loss and the gradient's length at each step.
#include "lesson.h"

#include <math.h>

enum { CLIP_STEPS = 300, CLIP_HIDDEN = 64 };
static const Real clip_rate = 4, clip_at = 1;

typedef struct Outcome {
    double longest, last;   // gradient; mean loss of the last 50 steps
    int steps;   // until the loss was no number
} Outcome;

static Outcome learn(App *app, const Lesson *lesson, const char *row,
                     Real clip, FILE *table)
{
    Design design = {RNN, lesson->book.alphabet.symbols, 32, CLIP_HIDDEN,
                     app->batch, STEPS};
    Writer w = writer_new(app, design);
    Dataset text = book_train(&lesson->book, STEPS);
    Optimizer sgd = sgd_new(w.params);
    Sampler *sampler = sampler_new(&text, app->seed, app->batch);
    Outcome out = {0};
    sgd.clip_norm = clip;
    Batch b = sampler_batch(sampler, 1, 0);
    for (; out.steps < CLIP_STEPS; b = batch_after(b)) {
        Real loss = writer_learn(&w, b);
        double length = (double)gradient_norm(w.params);
        if (!isfinite(loss) || !isfinite(length)) break;
        fprintf(table, "%s\t%d\t%.5g\t%.5g\n", row, ++out.steps,
                (double)loss, length);
        if (length > out.longest) out.longest = length;
        if (out.steps > CLIP_STEPS - 50) out.last += (double)loss / 50;
        optimizer_step(&sgd, clip_rate);
        app_stop_if_interrupted(app);
    }
    sampler_free(sampler);
    optimizer_free(&sgd);
    writer_free(&w);
    return out;
}

static void note(App *app, const char *row, const Outcome *out)
{
    app_metric_of(app, out->longest, "", "clipping_%s_longest", row);
    app_metric_of(app, out->last, "nats", "clipping_%s_loss", row);
    app_metric_of(app, out->steps, "", "clipping_%s_steps", row);
}

void show_clipping(App *app, Lesson *lesson)
{
    FILE *table = app_table(app, "clipping", "clip\tstep\tloss\tlength");
    Outcome without = learn(app, lesson, "without", 0, table);
    Outcome with = learn(app, lesson, "with", clip_at, table);
    note(app, "without", &without);
    note(app, "with", &with);
    app_say(app,
            "clipping: a gradient of length %.0f, cut to %g: a loss of %.2f, "
            "without %.2f  [fig:ch08-clipping]",
            with.longest, (double)clip_at, with.last, without.last);
}

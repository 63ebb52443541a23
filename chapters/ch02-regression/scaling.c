// Columns of different sizes make a valley long and narrow; brought to mean 0
// and deviation 1, it is round or nearly so, and steps lead straight down.
#include "houses.h"
#include "lesson.h"

#include <math.h>

enum { STEPS = 200, SMALL_STEPS = 12 };

/* ---- Four houses, drawn -------------------------------------------------*/

typedef struct Valley {
    const char *name;
    float sizes[FOUR], rate;
    Pair from;   // where the steps begin, less the best line
} Valley;

// (x - mean) / deviation
static void standardise_four(float out[FOUR])
{
    double mean = 0, square = 0;
    for (int n = 0; n < FOUR; n++) mean += (double)four_sizes[n] / FOUR;
    for (int n = 0; n < FOUR; n++)
        square += pow((double)four_sizes[n] - mean, 2) / FOUR;
    for (int n = 0; n < FOUR; n++)
        out[n] = (float)(((double)four_sizes[n] - mean) / sqrt(square));
}

// The best line is where steps end that are many.
static Pair settle(const Valley *valley)
{
    Houses houses = {FOUR, valley->sizes, four_prices};
    Pair at = {0, 0}, slope;
    Line line = line_of(&at), gradient = line_of(&slope);
    for (int step = 0; step < 20000; step++) {
        gradient_plain(&gradient, &line, houses);
        descend(&line, &gradient, valley->rate);
    }
    return at;
}

static void write_steps(FILE *table, const Valley *valley)
{
    Houses houses = {FOUR, valley->sizes, four_prices};
    Pair best = settle(valley), slope;
    Pair at = {best.w + valley->from.w, best.b + valley->from.b};
    Line line = line_of(&at), gradient = line_of(&slope);
    for (int step = 0; step <= SMALL_STEPS; step++) {
        double w = (double)(at.w - best.w), b = (double)(at.b - best.b);
        double loss = (double)gradient_plain(&gradient, &line, houses);
        fprintf(table, "%s\t%d\t%.2f\t%.2f\t%.6g\n", valley->name, step, w, b,
                loss);
        descend(&line, &gradient, valley->rate);
    }
}

static void write_valleys(App *app)
{
    FILE *table = app_table(app, "scaling-steps", "valley\tstep\tw\tb\tloss");
    Valley before = {"before", {0}, 0.14f, {60, 80}};
    Valley after = {"after", {0}, 0.3f, {60, 80}};
    for (int n = 0; n < FOUR; n++) before.sizes[n] = four_sizes[n];
    standardise_four(after.sizes);
    write_steps(table, &before);
    write_steps(table, &after);
}

/* ---- The whole table ----------------------------------------------------*/

// The inputs as they stand in the file.
static Dataset unscaled(const Lesson *lesson)
{
    Dataset raw = lesson->sets.train;
    raw.inputs = tensor_new(CPU, REAL, raw.inputs.shape);
    tensor_copy(&raw.inputs, &lesson->sets.train.inputs);
    standardise_back(&raw.inputs, &lesson->sets.encoder.numbers);
    return raw;
}

// The root of the squared error after STEPS steps over all rows, as long as
// they can be without bouncing.
static double walk(FILE *table, const Lesson *lesson, const char *name,
                   const Dataset *set, double rate)
{
    Line line = line_new(set->inputs.shape.dim[1]);
    Line gradient = line_new(line.features);
    for (int step = 0; step < STEPS; step++) {
        float loss = gradient_plain(&gradient, &line, houses_of(set));
        if (step % 5 == 0)
            fprintf(table, "%s\t%d\t%.6g\n", name, step,
                    lesson->size * sqrt((double)loss));
        descend(&line, &gradient, (float)rate);
    }
    double off = miss_of_line(&line, set).rms;
    line_free(&line);
    line_free(&gradient);
    return off;
}

void show_scaling(App *app, Lesson *lesson)
{
    const Dataset *scaled = &lesson->sets.train;
    Dataset raw = unscaled(lesson);
    double steep_raw = steepest(&raw), steep_scaled = steepest(scaled);
    FILE *table = app_table(app, "scaling", "columns\tstep\trmse");
    double as_it_is = walk(table, lesson, "raw", &raw, 1 / steep_raw);
    double better = walk(table, lesson, "scaled", scaled, 1 / steep_scaled);
    write_valleys(app);
    price_metric(app, lesson, "scaling_raw_rmse", as_it_is);
    price_metric(app, lesson, "scaling_scaled_rmse", better);
    app_metric(app, "scaling_raw_rate", 1 / steep_raw, "");
    app_metric(app, "scaling_scaled_rate", 1 / steep_scaled, "");
    app_say(app,
            "scaling: %d steps leave %s %s as the columns are, %s when "
            "they are scaled  [fig:ch02-scaling]",
            STEPS, money(lesson, as_it_is), lesson->unit,
            money(lesson, better));
    tensor_free(&raw.inputs);
}

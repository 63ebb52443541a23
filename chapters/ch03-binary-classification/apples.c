// The perceptron on three apples: nine updates, a clean eighth pass, and what
// each update does to the apples that it is not about.
#include "apples.h"

#include "lesson.h"

#include <math.h>

const float apple_inputs[APPLES][2] = {{3, 2}, {1, 1}, {9, 1}};
const float apple_ripe[APPLES] = {1, 0, 0};
static const Plane guess = {{1, 1}, -3.5f};

Line line_of(Plane *plane) { return (Line){2, plane->w, &plane->b}; }

int perceptron_learn(Line *line, Samples s, float learning_rate, int most,
                     void (*moved)(void *env, const Line *, Update),
                     void *env)
{
    int updates = 0;
    for (int pass = 1; pass <= most; pass++) {
        int before = updates;
        for (int n = 0; n < s.count; n++) {
            const float *x = s.x + n * line->features;
            if (!perceptron_update(line, x, s.t[n], learning_rate)) continue;
            updates++;
            if (moved) moved(env, line, (Update){updates, pass, n});
        }
        if (updates == before) return pass;
    }
    return 0;
}

/* ---- The updates --------------------------------------------------------*/

// What the line misses an apple by: how far its logit is on the wrong side.
static double wrong_side(const Line *line, int n)
{
    double z = (double)line_logit(line, apple_inputs[n]);
    return fmax(0, apple_ripe[n] > 0 ? -z : z);
}

static double mean_wrong_side(const Line *line)
{
    double sum = 0;
    for (int n = 0; n < APPLES; n++) sum += wrong_side(line, n);
    return sum / APPLES;
}

static bool is_wrong(const Line *line, int n)
{
    return (line_logit(line, apple_inputs[n]) > 0) != (apple_ripe[n] > 0);
}

static int count_wrong(const Line *line)
{
    int wrong = 0;
    for (int n = 0; n < APPLES; n++) wrong += is_wrong(line, n);
    return wrong;
}

typedef struct Journey {
    FILE *table;
    Plane after_first;
    int updates;
} Journey;

static void write_update(void *env, const Line *line, Update update)
{
    Journey *journey = env;
    fprintf(journey->table, "%d\t%d\t%d\t%.4g\t%.4g\t%.4g", update.number,
            update.pass, update.sample, (double)line->w[0],
            (double)line->w[1], (double)*line->b);
    for (int n = 0; n < APPLES; n++)
        fprintf(journey->table, "\t%.4g",
                (double)line_logit(line, apple_inputs[n]));
    fprintf(journey->table, "\t%d\t%.4g\n", count_wrong(line),
            mean_wrong_side(line));
    journey->updates = update.number;
    if (update.number == 1)
        journey->after_first = (Plane){{line->w[0], line->w[1]}, *line->b};
}

/* ---- Is it gradient descent? --------------------------------------------*/

// The slope of a measure in the direction of w(1), by a small step on either
// side, as in week 2.
static double slope(double (*measure)(const Line *), Plane at)
{
    const float h = 0.01f;
    Line line = line_of(&at);
    at.w[0] += h;
    double above = measure(&line);
    at.w[0] -= 2 * h;
    return (above - measure(&line)) / (2 * (double)h);
}

static double wrong_answers(const Line *line) { return count_wrong(line); }
static double of_third_apple(const Line *line) { return wrong_side(line, 2); }

static void say_claim(App *app)
{
    app_metric(app, "apples_slope_wrong", slope(wrong_answers, guess), "");
    app_metric(app, "apples_slope_side", slope(of_third_apple, guess), "");
    app_metric(app, "apples_step", -0.1 * 9, "");
}

// Of each apple that was right before the first update, and is not after it.
static void say_broken(const App *app, const Line *before, const Line *after)
{
    for (int n = 0; n < APPLES; n++)
        if (is_wrong(after, n) && !is_wrong(before, n))
            app_say(app,
                    "apples: what cures one breaks another: of (%g, %g) the "
                    "first update makes %.1f of %.1f  [tab:ch03-updates]",
                    (double)apple_inputs[n][0], (double)apple_inputs[n][1],
                    (double)line_logit(after, apple_inputs[n]),
                    (double)line_logit(before, apple_inputs[n]));
}

void show_apples(App *app, Lesson *lesson)
{
    (void)lesson;
    Plane at = guess;
    Line line = line_of(&at);
    FILE *table = app_table(app, "apples",
                            "update\tpass\tapple\tw1\tw2\tb\tz1\tz2\tz3\t"
                            "wrong\tloss");
    Journey journey = {.table = table};
    write_update(&journey, &line, (Update){0, 0, -1});
    Samples apples = {APPLES, apple_inputs[0], apple_ripe};
    int clean =
        perceptron_learn(&line, apples, 0.1f, 100, write_update, &journey);
    Plane begin = guess;
    Line first = line_of(&journey.after_first), before = line_of(&begin);
    app_metric(app, "apples_updates", journey.updates, "");
    app_metric(app, "apples_clean_pass", clean, "");
    app_metric(app, "apples_w1", (double)at.w[0], "");
    app_metric(app, "apples_w2", (double)at.w[1], "");
    app_metric(app, "apples_b", (double)at.b, "");
    app_metric(app, "apples_first_after",
               (double)line_logit(&first, apple_inputs[0]), "");
    say_claim(app);
    const float asked[2] = {6, 2};
    app_metric(app, "apples_asked", (double)line_logit(&line, asked), "");
    app_say(app,
            "apples: %d updates, clean in pass %d: %.1f size + %.1f colour "
            "- %.1f  [fig:ch03-turning]",
            journey.updates, clean, (double)at.w[0], (double)at.w[1],
            -(double)at.b);
    say_broken(app, &before, &first);
}

// Settings that save energy: found by descending on the inputs of a network
// that has read the plant's log, and tried on the plant itself.
#include "choice.h"

#include <math.h>

// A step forwards and backwards costs about as much as three answers.
enum { LOGGED = 6000, STEPS = 60, TRIES = 3 * STEPS, HINDSIGHT = 3000 };

static void note(App *app, const char *way, const Choice *p)
{
    app_metric_of(app, choice_said(p), "", "pue_%s_said", way);
    app_metric_of(app, choice_true(p), "", "pue_%s_true", way);
}

// In how many of the hours does a choice better the operators' settings?
static double share_better(const Choice *p, const Choice *operators)
{
    int better = 0;
    for (int n = 0; n < HOURS; n++)
        better += plant_pue(p->x[n]) < plant_pue(operators->x[n]);
    return (double)better / HOURS;
}

// The mean distance between what the model says of hours that it has not
// seen and what is true of them.
static double model_error(const Choice *operators)
{
    double sum = 0;
    for (int n = 0; n < HOURS; n++)
        sum += fabs(operators->said[n] - plant_pue(operators->x[n]));
    return sum / HOURS;
}

// What the plant itself would have told: the best of many tries on it.
static double best_in_hindsight(const Choice *operators, uint64_t seed)
{
    double sum = 0;
    for (int n = 0; n < HOURS; n++) {
        Hour x;
        double best = plant_pue(operators->x[n]);
        Stream chance = {
            .seed = seed, .step = (uint32_t)n, .purpose = FOR_LESSON,
            .source = 33};
        for (int k = 0; k < PLANT_INPUTS; k++) x[k] = operators->x[n][k];
        for (int k = 0; k < HINDSIGHT * SETTINGS; k++) {
            double u = random_uniform(chance, (uint64_t)k);
            x[GIVEN + k % SETTINGS] = plant_between(GIVEN + k % SETTINGS, u);
            if (k % SETTINGS == SETTINGS - 1) best = fmin(best, plant_pue(x));
        }
        sum += best;
    }
    return sum / HOURS;
}

// The first hour's settings, as each way has them.
static void write_settings(App *app, const Choice *operators,
                           const Choice *inside, const Choice *beyond)
{
    FILE *table = app_table(
        app, "pue-settings",
        "setting\tunit\tleast\tmost\toperators\tinside\tbeyond");
    for (int k = GIVEN; k < PLANT_INPUTS; k++) {
        const PlantInput *p = &plant_inputs[k];
        fprintf(table, "%s\t%s\t%g\t%g\t%.1f\t%.1f\t%.1f\n", p->name, p->unit,
                p->least, p->most, operators->x[0][k], inside->x[0][k],
                beyond->x[0][k]);
    }
}

static void compare(App *app, PlantModel *model, const Hour *hours)
{
    FILE *table = app_table(app, "pue", "way\tasked\tsaid\ttrue");
    Choice operators = choice_new(model, hours);
    Choice inside = choice_descend(model, &operators, STEPS, false, table);
    Choice chance =
        choice_by_chance(model, &operators, TRIES, app->seed, table);
    Choice beyond = choice_descend(model, &operators, STEPS, true, table);
    note(app, "operators", &operators);
    note(app, "inside", &inside);
    note(app, "chance", &chance);
    note(app, "beyond", &beyond);
    write_settings(app, &operators, &inside, &beyond);
    app_metric(app, "pue_error", model_error(&operators), "");
    app_metric(app, "pue_inside_better", share_better(&inside, &operators),
               "fraction");
    app_metric(app, "pue_beyond_better", share_better(&beyond, &operators),
               "fraction");
    app_metric(app, "pue_hindsight", best_in_hindsight(&operators, app->seed),
               "");
    app_say(app,
            "pue: operators %.3f; by descent inside the log's range %.3f, "
            "by chance %.3f, beyond the range %.3f, where the model says "
            "%.3f  [fig:ch05-pue]",
            choice_true(&operators), choice_true(&inside),
            choice_true(&chance), choice_true(&beyond),
            choice_said(&beyond));
    choice_free(&operators);
    choice_free(&inside);
    choice_free(&chance);
    choice_free(&beyond);
}

void show_pue(App *app, Lesson *lesson)
{
    (void)lesson;
    Hour hours[HOURS];
    Dataset log = plant_log(app->seed, 0, LOGGED);
    PlantModel model = model_learn(app, &log);
    for (int n = 0; n < HOURS; n++)
        plant_hour(hours[n], app->seed, LOGGED + (uint64_t)n);
    compare(app, &model, hours);
    model_free(&model);
    dataset_free(&log);
}

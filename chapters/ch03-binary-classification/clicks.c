// Will somebody click on the ad? Four rows of the source, and 4000 that are
// simulated from a seed, in which an ad's number means nothing.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

enum { ADS = 12, TRAIN = 3000, TEST = 1000, FOUR = 4 };
static const float four_ages[FOUR] = {41, 80, 18, 27};
static const float four_clicks[FOUR] = {1, 0, 1, 1};

// An ad has a number, drawn, and an appeal that has nothing to do with it.
typedef struct Ad {
    double id, appeal;
} Ad;

static void draw_ads(Ad *ads, uint64_t seed)
{
    Stream numbers = {.seed = seed, .purpose = FOR_LESSON, .source = 1};
    for (int k = 0; k < ADS; k++) {
        uint64_t i = (uint64_t)k;
        ads[k].id = 10000 + random_below(numbers, 2 * i, 90000);
        ads[k].appeal = 2 * random_normal(numbers, 100 + i);
    }
}

// Inputs: age, id, and one for each ad, 1 where it is this one. The young
// click more: the true logit is appeal - (age - 45) / 20.
static Dataset draw_visits(const Ad *ads, int count, uint64_t seed,
                           uint16_t source)
{
    enum { INPUTS = 2 + ADS };
    Stream s = {.seed = seed, .purpose = FOR_LESSON, .source = source};
    Dataset set = {.count = count,
                   .inputs = tensor_new(CPU, REAL, shape(count, INPUTS)),
                   .targets = tensor_new(CPU, REAL, shape(count))};
    for (int n = 0; n < count; n++) {
        uint64_t i = 3 * (uint64_t)n;
        double age = 15 + 70 * random_uniform(s, i);
        const Ad *ad = &ads[random_below(s, i + 1, ADS)];
        double p = 1 / (1 + exp((age - 45) / 20 - ad->appeal));
        Real *x = reals(&set.inputs) + n * INPUTS;
        x[0] = (Real)((age - 50) / 20);
        x[1] = (Real)((ad->id - 55000) / 26000);
        x[2 + (ad - ads)] = 1;
        reals(&set.targets)[n] = random_uniform(s, i + 2) < p;
    }
    return set;
}

typedef struct Result {
    double area, loss;
} Result;

static Result learn_from(const Dataset *train, const Dataset *test,
                         const int *input, int inputs, uint64_t seed)
{
    Dataset some = with_inputs(train, input, inputs);
    Dataset other = with_inputs(test, input, inputs);
    Line line = line_new(inputs);
    learn_quietly(&line, &some, seed, 20, 0.05);
    float *z = logits_of(&line, &other);
    Result r = {roc_area(z, reals(&other.targets), other.count),
                (double)loss_plain(&line, samples_in(&other))};
    free(z);
    line_free(&line);
    tensor_free(&some.inputs);
    tensor_free(&other.inputs);
    return r;
}

static void note(App *app, const char *name, Result r)
{
    app_metric_of(app, r.area, "", "clicks_%s_area", name);
    app_metric_of(app, r.loss, "nats", "clicks_%s_loss", name);
}

// The four alone: an age between 41 and 80 separates them, so the weight
// grows for as long as one lets it.
static void learn_four(App *app)
{
    float x[FOUR];
    for (int n = 0; n < FOUR; n++) x[n] = (four_ages[n] - 50) / 20;
    Line line = line_new(1), gradient = line_new(1);
    for (int step = 1; step <= 100000; step++) {
        gradient_plain(&gradient, &line, (Samples){FOUR, x, four_clicks});
        descend(&line, &gradient, 0.5f);
        if (step == 1000)
            app_metric(app, "clicks_four_w_1000", (double)line.w[0], "");
    }
    app_metric(app, "clicks_four_w_100000", (double)line.w[0], "");
    app_metric(app, "clicks_four_age",
               50 - 20 * (double)*line.b / (double)line.w[0], "years");
    line_free(&line);
    line_free(&gradient);
}

void show_clicks(App *app, Lesson *lesson)
{
    (void)lesson;
    Ad ads[ADS];
    draw_ads(ads, app->seed);
    Dataset train = draw_visits(ads, TRAIN, app->seed, 2);
    Dataset test = draw_visits(ads, TEST, app->seed, 3);
    int all[1 + ADS] = {0};
    for (int k = 0; k < ADS; k++) all[1 + k] = 2 + k;
    Result age = learn_from(&train, &test, (int[]){0}, 1, app->seed);
    Result number = learn_from(&train, &test, (int[]){0, 1}, 2, app->seed);
    Result one_hot = learn_from(&train, &test, all, 1 + ADS, app->seed);
    note(app, "age", age);
    note(app, "number", number);
    note(app, "one_hot", one_hot);
    FILE *table = app_table(app, "clicks", "inputs\tarea\tloss");
    fprintf(table, "age\t%.5f\t%.5f\n", age.area, age.loss);
    fprintf(table, "number\t%.5f\t%.5f\n", number.area, number.loss);
    fprintf(table, "one-hot\t%.5f\t%.5f\n", one_hot.area, one_hot.loss);
    learn_four(app);
    app_say(app,
            "clicks (simulated): area %.3f from the age; with the ad's id as "
            "a number %.3f, one-hot %.3f  [fig:ch03-clicks]",
            age.area, number.area, one_hot.area);
    dataset_free(&train);
    dataset_free(&test);
}

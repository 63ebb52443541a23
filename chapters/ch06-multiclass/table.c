// A table whose target is a class: read, split, learned by softmax
// regression.
#include "lesson.h"

#include <stdio.h>
#include <string.h>

// The line's numbers lie among Params, so that they are saved and resumed.
static Layer line_in(Params *params, int features, int classes)
{
    int w = params_add(params, (Param){.name = "line.weight",
                                       .shape = shape(features, classes),
                                       .initialiser = ZERO});
    int b = params_add(params, (Param){.name = "line.bias",
                                       .shape = shape(classes),
                                       .initialiser = ZERO});
    params_ready(params);
    Tensor weight = param_value(params, w), bias = param_value(params, b);
    return (Layer){features, classes, reals(&weight), reals(&bias)};
}

// So that 0, 1 and 2, codes with gaps, and words are all the same.
static void read_as_names(CsvOptions *csv, const char *column)
{
    int k = 0;
    while (k < MOST_CATEGORY_NAMES - 1 && csv->category[k][0]) k++;
    snprintf(csv->category[k], sizeof csv->category[k], "%s", column);
}

// A price has as many values as rows. Two rows a class is the least from
// which anything could be learned and judged.
static void check_classes(App *app, const Table *t, const TableTask *task)
{
    if (t->classes > t->sets.csv.rows / 2)
        app_fail(app, 1,
                 "%s: column %.60s has %d different values in %d rows: "
                 "these are no classes (a number is week 2's question)",
                 task->path, task->target, t->classes, t->sets.csv.rows);
}

void table_read(Table *t, App *app, TableTask task, bool quiet)
{
    Error error = {0};
    task.classes = true;
    task.test = 0.2;
    task.encoding = (EncoderOptions){.scale = true,
                                     .scale_levels = true,
                                     .missing = MISSING_IS_LEVEL};
    read_as_names(&task.csv, task.target);
    app_check(app, table_sets(&t->sets, &task, &error), &error);
    const Csv *csv = &t->sets.csv;
    const Column *c = &csv->column[csv_column(csv, task.target, &error)];
    t->classes = c->levels;
    t->name = c->level;
    check_classes(app, t, &task);
    for (int r = 0; !quiet && r < csv->remarks; r++)
        app_say(app, "%s", csv->remark[r]);
    t->params = params_new(app->seed, CPU);
    encoder_keep(&t->sets.encoder, t->params, "input");
    t->line = line_in(t->params, t->sets.encoder.features, t->classes);
}

void table_free(Table *t)
{
    params_free(t->params);
    table_sets_free(&t->sets);
}

Samples samples_in(const Dataset *set)
{
    return (Samples){set->count, reals(&set->inputs), ints(&set->targets)};
}

void layer_learn(Layer *layer, const Dataset *set, uint64_t seed, int epochs,
                 double learning_rate)
{
    Sampler *sampler = sampler_new(set, seed, 16);
    Layer gradient = layer_new(layer->inputs, layer->outputs);
    for (int epoch = 1; epoch <= epochs; epoch++)
        for (Batch b = sampler_batch(sampler, epoch, 0); b.size > 0;
             b = next_batch(b)) {
            Samples some = {b.size, reals(&b.inputs), ints(&b.targets)};
            regression_gradient(&gradient, layer, some);
            descend(layer, &gradient, (float)learning_rate);
        }
    layer_free(&gradient);
    sampler_free(sampler);
}

double accuracy_of_layer(const Layer *layer, const Dataset *set)
{
    int right = 0;
    float z[layer->outputs];
    for (int n = 0; n < set->count; n++) {
        layer_forward(z, layer, reals(&set->inputs) + n * layer->inputs);
        right += likeliest(z, layer->outputs) == ints(&set->targets)[n];
    }
    return (double)right / set->count;
}

Dataset with_inputs(const Dataset *set, const int *input, int inputs)
{
    Dataset some = *set;
    int all = set->inputs.shape.dim[1];
    some.inputs = tensor_new(CPU, REAL, shape(set->count, inputs));
    for (int n = 0; n < set->count; n++)
        for (int k = 0; k < inputs; k++)
            reals(&some.inputs)[n * inputs + k] =
                reals(&set->inputs)[n * all + input[k]];
    return some;
}

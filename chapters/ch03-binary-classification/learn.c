// A line that learns with nothing shown, and what it answers.
#include "lesson.h"

#include <stdlib.h>

void learn_quietly(Line *line, const Dataset *set, uint64_t seed, int epochs,
                   double learning_rate)
{
    Sampler *sampler = sampler_new(set, seed, 16);
    Line gradient = line_new(line->features);
    for (int epoch = 1; epoch <= epochs; epoch++)
        for (Batch b = sampler_batch(sampler, epoch, 0); b.size > 0;
             b = next_batch(b)) {
            Samples some = {b.size, reals(&b.inputs), reals(&b.targets)};
            gradient_plain(&gradient, line, some);
            descend(line, &gradient, (float)learning_rate);
        }
    line_free(&gradient);
    sampler_free(sampler);
}

float *logits_of(const Line *line, const Dataset *set)
{
    float *z = allocate((size_t)set->count, sizeof *z);
    for (int n = 0; n < set->count; n++)
        z[n] = line_logit(line, reals(&set->inputs) + n * line->features);
    return z;
}

double accuracy_of_line(const Line *line, const Dataset *set)
{
    float *z = logits_of(line, set);
    Verdicts v = count_verdicts(z, reals(&set->targets), set->count, 0);
    free(z);
    return verdicts_accuracy(v);
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

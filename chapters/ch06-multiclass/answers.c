// What the lesson's model answers on its test samples, asked once for all
// experiments.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const digit_names[CLASSES] = {"0", "1", "2", "3", "4",
                                                 "5", "6", "7", "8", "9"};

static Answers answers_new(const Dataset *set, int classes)
{
    size_t count = (size_t)set->count;
    Answers a = {.count = set->count,
                 .classes = classes,
                 .logits = allocate(count * (size_t)classes, sizeof(float)),
                 .label = allocate(count, sizeof(int32_t))};
    memcpy(a.label, ints(&set->targets), count * sizeof(int32_t));
    return a;
}

Answers answers_by(Node *input, Node *logits, const Dataset *set)
{
    int classes = (int)shape_count(node_shape(logits));
    Answers a = answers_new(set, classes);
    a.name = digit_names;
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(input, set, first);
        memcpy(a.logits + first * classes, reals(predict(logits)),
               (size_t)(n * classes) * sizeof(float));
    }
    return a;
}

static Answers answers_of_table(const Table *t)
{
    const Dataset *set = &t->sets.test;
    Answers a = answers_new(set, t->classes);
    a.name = (const char *const *)t->name;
    for (int n = 0; n < set->count; n++)
        layer_forward(a.logits + n * t->classes, &t->line,
                      reals(&set->inputs) + n * t->line.inputs);
    return a;
}

const Answers *answers_of(Lesson *lesson)
{
    Network *net = lesson->net;
    if (!lesson->answers.logits)
        lesson->answers =
            lesson->table
                ? answers_of_table(lesson->table)
                : answers_by(net->image, net->logits, &lesson->test);
    return &lesson->answers;
}

void answers_free(Answers *a)
{
    free(a->logits);
    free(a->label);
    *a = (Answers){0};
}

double answers_accuracy(const Answers *a)
{
    int right = 0;
    for (int n = 0; n < a->count; n++)
        right += likeliest(logits_at(a, n), a->classes) == a->label[n];
    return (double)right / a->count;
}

// The mean cross-entropy of logits over a temperature.
double answers_loss(const Answers *a, double temperature)
{
    double sum = 0;
    float z[a->classes];
    for (int n = 0; n < a->count; n++) {
        for (int k = 0; k < a->classes; k++)
            z[k] = logits_at(a, n)[k] / (float)temperature;
        sum += (double)cross_entropy_plain(z, a->classes, a->label[n]);
    }
    return sum / a->count;
}

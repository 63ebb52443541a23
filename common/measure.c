#include "measure.h"

#include <math.h>
#include <string.h>

int likeliest(const Real *logits, int classes)
{
    int best = 0;
    for (int k = 1; k < classes; k++)
        if (logits[k] > logits[best]) best = k;
    return best;
}

int feed_batch(Node *input, const Dataset *set, int first)
{
    int left = set->count - first, batch = graph_batch(input);
    int n = left < batch ? left : batch;
    Tensor some = tensor_rows(&set->inputs, first, n);
    feed(input, &some);
    return n;
}

double accuracy(Node *input, Node *output, const Dataset *set)
{
    int right = 0, classes = (int)shape_count(node_shape(output));
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(input, set, first);
        const Real *z = reals(predict(output));
        const int32_t *label = ints(&set->targets) + first;
        for (int i = 0; i < n; i++)
            right += likeliest(z + i * classes, classes) == label[i];
    }
    return (double)right / set->count;
}

double probability(const Real *logits, int classes, int k)
{
    double sum = 0;
    for (int j = 0; j < classes; j++)
        sum += exp((double)(logits[j] - logits[k]));
    return 1 / sum;
}

void count_confusion(int *counts, Node *input, Node *output,
                     const Dataset *set)
{
    int classes = (int)shape_count(node_shape(output));
    memset(counts, 0, (size_t)(classes * classes) * sizeof *counts);
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(input, set, first);
        const Real *z = reals(predict(output));
        for (int i = 0; i < n; i++) {
            int label = ints(&set->targets)[first + i];
            counts[label * classes + likeliest(z + i * classes, classes)]++;
        }
    }
}

static double absolute(double difference) { return fabs(difference); }
static double square(double difference) { return difference * difference; }

// The mean of `of` over all numbers of all samples.
static double mean_of(double (*of)(double), Node *input, Node *output, const Dataset *set)
{
    size_t size = shape_count(node_shape(output));
    CHECK(tensor_count(&set->targets) == (size_t)set->count * size,
          "%s, and outputs of %zu numbers", shape_text(set->targets.shape).text, size);
    double sum = 0;
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(input, set, first);
        const Real *y = reals(predict(output)),
                   *target = reals(&set->targets) + (size_t)first * size;
        for (size_t i = 0; i < (size_t)n * size; i++) sum += of((double)y[i] - (double)target[i]);
    }
    return sum / (double)((size_t)set->count * size);
}

double mean_absolute_error(Node *input, Node *output, const Dataset *set)
{
    return mean_of(absolute, input, output, set);
}

double root_mean_square_error(Node *input, Node *output, const Dataset *set)
{
    return sqrt(mean_of(square, input, output, set));
}

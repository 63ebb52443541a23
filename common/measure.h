/* measure.h: how well a network answers on samples that it has not seen.
 * Any number of classes: the output gives a number for each, its logit, and
 * the set's targets are the classes, I32, 0 … classes-1.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include "data.h"
#include "graph.h"

int likeliest(const Real *logits, int classes);   // the first of the largest

// Of class k: exp(logits[k]) over the sum of all.
double probability(const Real *logits, int classes, int k);

// Feeds the samples of a set from `first` on, a batch of them or what is
// left, and returns how many these are.
int feed_batch(Node *input, const Dataset *, int first);

// The share of the set whose likeliest class is the target.
double accuracy(Node *input, Node *output, const Dataset *);

// Of REAL targets [count] or [count, k], of the output's size: the mean of |y - target|, and the
// root of the mean of (y - target)², in the targets' unit.
double mean_absolute_error(Node *input, Node *output, const Dataset *);
double root_mean_square_error(Node *input, Node *output, const Dataset *);

// counts[target * classes + guess]: how many samples of the one class are
// taken for the other.
void count_confusion(int *counts, Node *input, Node *output, const Dataset *);

#endif

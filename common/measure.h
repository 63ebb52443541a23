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

/* measure_binary.c: of two classes, yes and no. A score says how much a sample looks like a yes: a
 * logit, a probability, a single column; none of them is NAN. A target is 1 for yes and 0 for no.
 */

// How often a score above the threshold, which says yes, was right, and so on.
typedef struct Verdicts {
    int true_yes, false_yes, false_no, true_no;
} Verdicts;
Verdicts count_verdicts(const Real *score, const Real *target, int count, double threshold);
double verdicts_accuracy(Verdicts);
double verdicts_precision(Verdicts);   // of those called yes, the share that are; NAN of none
double verdicts_recall(Verdicts);      // of those that are, the share called yes; NAN of none
double verdicts_false_rate(Verdicts);  // of the others, the share called yes; NAN of none

// The curve of all thresholds: out[0] calls nobody a yes, the last one everybody; in between one
// point a score, which equal scores share. At most count + 1 points; returns how many.
typedef struct RocPoint {
    double threshold;     // a score of at least this says yes; INFINITY at out[0]
    double false_rate, recall;
} RocPoint;
int roc_curve(RocPoint *out, const Real *score, const Real *target, int count);

// The area under it: the share of the pairs of a yes and a no in which the yes has the higher
// score, where equal scores count one half. NAN where one class is missing.
double roc_area(const Real *score, const Real *target, int count);

#endif

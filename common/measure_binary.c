/* measure_binary.c: how well yes and no are told apart. */
#include <math.h>
#include <stdlib.h>

#include "measure.h"

Verdicts count_verdicts(const Real *score, const Real *target, int count,
                        double threshold)
{
    Verdicts v = {0};
    for (int n = 0; n < count; n++) {
        bool said = (double)score[n] > threshold, is = target[n] > 0;
        v.true_yes += said && is;
        v.false_yes += said && !is;
        v.false_no += !said && is;
        v.true_no += !said && !is;
    }
    return v;
}

static double share(int part, int rest)
{
    return (double)part / (part + rest);
}

double verdicts_accuracy(Verdicts v)
{
    return share(v.true_yes + v.true_no, v.false_yes + v.false_no);
}
double verdicts_precision(Verdicts v)
{
    return share(v.true_yes, v.false_yes);
}
double verdicts_recall(Verdicts v) { return share(v.true_yes, v.false_no); }
double verdicts_false_rate(Verdicts v)
{
    return share(v.false_yes, v.true_no);
}

typedef struct Scored {
    Real score;
    bool yes;
} Scored;

static int by_score_downwards(const void *a, const void *b)
{
    Real x = ((const Scored *)a)->score, y = ((const Scored *)b)->score;
    return (x < y) - (x > y);
}

int roc_curve(RocPoint *out, const Real *score, const Real *target, int count)
{
    Scored *list = allocate((size_t)count + 1, sizeof *list);
    int yes = 0, no = 0, all_yes = 0, points = 0;
    for (int n = 0; n < count; n++) {
        list[n] = (Scored){score[n], target[n] > 0};
        all_yes += list[n].yes;
    }
    qsort(list, (size_t)count, sizeof *list, by_score_downwards);
    out[points++] =
        (RocPoint){INFINITY, share(0, count - all_yes), share(0, all_yes)};
    for (int n = 0; n < count; n++) {
        yes += list[n].yes;
        no += !list[n].yes;
        if (n + 1 < count && list[n + 1].score == list[n].score) continue;
        out[points++] =
            (RocPoint){(double)list[n].score, share(no, count - all_yes - no),
                       share(yes, all_yes - yes)};
    }
    free(list);
    return points;
}

// By trapezoids: a slanted piece is that of equal scores, and halves their
// pairs.
double roc_area(const Real *score, const Real *target, int count)
{
    RocPoint *curve = allocate((size_t)count + 1, sizeof *curve);
    int points = roc_curve(curve, score, target, count);
    double area = 0;
    for (int k = 1; k < points; k++)
        area += (curve[k].false_rate - curve[k - 1].false_rate) *
                (curve[k].recall + curve[k - 1].recall) / 2;
    if (isnan(curve[0].false_rate) || isnan(curve[0].recall)) area = NAN;
    free(curve);
    return area;
}

/* test_measure_binary.c: verdicts and the ROC curve of yes and no, with ties, and with one class
 * missing.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../common/measure.h"
#include "../../common/random.h"

static const Real four_scores[] = {(Real)0.9, (Real)0.8, (Real)0.8, (Real)0.3};
static const Real four_targets[] = {1, 0, 1, 0};

Test(verdicts, a_hand_counts_them)
{
    Verdicts v = count_verdicts(four_scores, four_targets, 4, 0.5);
    cr_assert(v.true_yes == 2 && v.false_yes == 1 && v.false_no == 0 && v.true_no == 1);
    cr_assert(verdicts_accuracy(v) == 0.75 && verdicts_recall(v) == 1);
    cr_assert(fabs(verdicts_precision(v) - 2.0 / 3) < 1e-15 && verdicts_false_rate(v) == 0.5);
    v = count_verdicts(four_scores, four_targets, 4, (double)four_scores[0]);
    cr_assert(v.true_yes == 0 && v.false_no == 2, "a score of the threshold itself is a no");
    cr_assert(isnan(verdicts_precision(v)) && verdicts_recall(v) == 0, "0/0 is no number");
    cr_assert(isnan(verdicts_recall((Verdicts){.true_no = 3})));
    cr_assert(isnan(verdicts_false_rate((Verdicts){.true_yes = 3})));
}

Test(roc, ties_share_a_point_and_half_their_pairs)
{
    RocPoint curve[5];
    cr_assert(roc_curve(curve, four_scores, four_targets, 4) == 4);
    const double false_rate[] = {0, 0, 0.5, 1}, recall[] = {0, 0.5, 1, 1};
    for (int k = 0; k < 4; k++)
        cr_assert(curve[k].false_rate == false_rate[k] && curve[k].recall == recall[k], "%d", k);
    cr_assert(isinf(curve[0].threshold) && curve[3].threshold == (double)four_scores[3]);
    cr_assert(roc_area(four_scores, four_targets, 4) == 3.5 / 4);
}

Test(roc, one_class_has_no_area)
{
    const Real all[] = {1, 1, 1}, none[] = {0, 0, 0};
    cr_assert(isnan(roc_area(four_scores, all, 3)) && isnan(roc_area(four_scores, none, 3)));
    cr_assert(isnan(roc_area(four_scores, all, 0)));
}

// The definition: the share of pairs in order.
static double area_by_pairs(const Real *score, const Real *target, int count)
{
    double sum = 0, pairs = 0;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            if (!(target[i] > 0) || target[j] > 0) continue;
            pairs++;
            sum += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
        }
    return sum / pairs;
}

Test(roc, area_is_the_share_of_pairs_in_order)
{
    for (uint64_t round = 0; round < 200; round++) {
        Real score[40], target[40];
        RocPoint curve[41];
        Stream s = {.seed = round, .purpose = FOR_LESSON};
        int count = 2 + (int)random_below(s, 0, 38), levels = 1 + (int)random_below(s, 1, 30);
        for (int n = 0; n < count; n++) {
            uint64_t i = 2 + 2 * (uint64_t)n;
            score[n] = (Real)random_below(s, i, (uint32_t)levels) - 5;
            target[n] = random_uniform(s, i + 1) < 0.4;
        }
        target[0] = 1;
        target[1] = 0;
        double area = roc_area(score, target, count);
        cr_assert(fabs(area - area_by_pairs(score, target, count)) < 1e-12, "round %d",
                  (int)round);
        int points = roc_curve(curve, score, target, count);
        cr_assert(points <= levels + 1 && points >= 2);
        cr_assert(curve[points - 1].recall == 1 && curve[points - 1].false_rate == 1);
        for (int k = 1; k < points; k++)   // what a threshold says is what is counted there
        {
            Verdicts v = count_verdicts(score, target, count, curve[k].threshold - 0.5);
            cr_assert(verdicts_recall(v) == curve[k].recall);
            cr_assert(verdicts_false_rate(v) == curve[k].false_rate);
        }
    }
}

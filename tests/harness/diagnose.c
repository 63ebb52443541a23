/* diagnose.c: which mistake explains every number, if any does.
 *
 * First the exercise's own mistakes, which know most; then what makes two runs differ (garbage
 * left, a sum begun on top of it); then patterns that any exercise may meet. Each must explain all
 * that is wrong: nothing that only comes close is reported.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "harness.h"

static bool close_to(double a, double b, double tolerance)
{
    return a == b || fabs(a - b) <= tolerance * fmax(1, fabs(b));
}

// Arrays are float sums, whose order is the learner's; a single number is a count or a measure.
static bool same(const Entry *e, double a, double b)
{
    return close_to(a, b, e->axes ? 1e-4 : 1e-7);
}

// Of a measured share, both runs must reach the bound; they need not agree: whoever trains with
// random numbers may draw others the second time.
static bool number_right(const Entry *e, int i)
{
    return e->at_least ? e->first[i] >= e->bound && e->second[i] >= e->bound
                       : same(e, e->first[i], e->right[i]);
}

// What a message calls "got": of a measured share, the run that missed the bound.
static double shown(const Entry *e, int i)
{
    return e->at_least && e->first[i] >= e->bound ? e->second[i] : e->first[i];
}

static bool runs_agree(const Entry *e, int i)
{
    return e->at_least || e->first[i] == e->second[i] ||
           (isnan(e->first[i]) && isnan(e->second[i]));
}

static bool entry_right(const Entry *e)
{
    for (int i = 0; i < e->count; i++)
        if (!number_right(e, i)) return false;
    return true;
}

// "given: y(1,0,2): got 5, expected 4"
static void describe(const Entry *e, int i, const char *fact)
{
    report->line = e->secret ? 0 : e->line;
    char place[80] = "";
    for (int a = 0, rest = e->count, at = i; a < e->axes; a++) {
        rest /= e->shape[a];
        size_t used = strlen(place);
        snprintf(place + used, sizeof place - used, "%s%d", a ? "," : "(", at / rest);
        at %= rest;
    }
    char wanted[64] = ", which is not right";
    if (!e->secret)
        snprintf(wanted, sizeof wanted, ", expected %s%.6g", e->at_least ? "at least " : "",
                 e->right[i]);
    snprintf(report->message, sizeof report->message, "%s%s%s%s%s: got %.6g%s%s", e->given,
             *e->given ? ": " : "", e->name, place, e->axes ? ")" : "", shown(e, i), wanted, fact);
}

// The first number that is wrong, with a fact about all of them behind it.
static void blame(const char *tag, const char *fact)
{
    snprintf(report->tag, sizeof report->tag, "%s", tag);
    report->outcome = WRONG;
    for (const Entry *e = entries; e < entries + entry_count; e++)
        for (int i = 0; i < e->count; i++)
            if (!number_right(e, i)) {
                describe(e, i, fact);
                return;
            }
}

/* ---- Mistakes that the exercise knows ---------------------------------------------------------*/

static bool untouched(const Entry *e, int i)
{
    return e->first[i] == (double)garbage_of_run[0] && e->second[i] == (double)garbage_of_run[1];
}

static bool explains(int tag)
{
    for (const Entry *e = entries; e < entries + entry_count; e++) {
        const double *expected = e->wrong[tag];
        for (int i = 0; i < e->count; i++)
            if (!expected ? !number_right(e, i) || !runs_agree(e, i)
                : isnan(expected[i])
                    ? !untouched(e, i)
                    : !same(e, e->first[i], expected[i]) || !same(e, e->second[i], expected[i]))
                return false;
    }
    return true;
}

/* ---- Two runs on different garbage ------------------------------------------------------------*/

// What was added to garbage may leave some numbers as they were: those
// that nothing but 0 belongs to.
static bool sums_on_garbage(void)
{
    double apart = (double)garbage_of_run[1] - (double)garbage_of_run[0];
    bool sums = false;
    for (const Entry *e = entries; e < entries + entry_count; e++)
        for (int i = 0; i < e->count; i++) {
            if (runs_agree(e, i)) continue;
            if (!same(e, e->second[i] - e->first[i], apart)) return false;
            if (untouched(e, i) && e->right[i] != 0) return false;
            sums |= !untouched(e, i);
        }
    return sums;
}

static void blame_runs(const Entry *e, int i)
{
    const char *tag = sums_on_garbage() ? "added-to-garbage"
                      : untouched(e, i) ? "never-written"
                                        : "second-call-differs";
    char fact[80] = " (it still holds what was there before the call)";
    if (!untouched(e, i))
        snprintf(fact, sizeof fact, " (and %.6g when called once more)", e->second[i]);
    describe(e, i, fact);
    snprintf(report->tag, sizeof report->tag, "%s", tag);
    report->outcome = WRONG;
}

// Reports a number that was not written, or that depends on more than the inputs.
static bool differs_between_runs(void)
{
    for (const Entry *e = entries; e < entries + entry_count; e++)
        for (int i = 0; i < e->count; i++)
            if (!runs_agree(e, i)) {
                blame_runs(e, i);
                return true;
            }
    return false;
}

/* ---- Patterns ---------------------------------------------------------------------------------*/

// Do at least four right numbers differ from 0 and not all from each other? Fewer prove no pattern.
static bool enough_numbers(void)
{
    int count = 0;
    bool differ = false;
    double seen = 0;
    for (const Entry *e = entries; e < entries + entry_count; e++)
        for (int i = 0; i < e->count; i++) {
            if (e->at_least || e->right[i] == 0) continue;
            differ |= count > 0 && !same(e, e->right[i], seen);
            seen = e->right[i];
            count++;
        }
    return count >= 4 && differ;
}

static bool all_are(double factor)   // factor times the right number
{
    for (const Entry *e = entries; e < entries + entry_count; e++)
        for (int i = 0; i < e->count; i++)
            if (!same(e, e->first[i], factor * e->right[i])) return false;
    return true;
}

// The factor between what came and what is right, if it is one and the same everywhere, else 1.
static double common_factor(void)
{
    for (const Entry *e = entries; e < entries + entry_count; e++)
        for (int i = 0; i < e->count; i++)
            if (e->right[i] != 0) {
                double factor = e->first[i] / e->right[i];
                return isfinite(factor) && all_are(factor) ? factor : 1;
            }
    return 1;
}

static bool entry_shifted(const Entry *e, int by)
{
    for (int i = 0; i < e->count; i++)
        if (i + by >= 0 && i + by < e->count && !same(e, e->first[i], e->right[i + by]))
            return false;
    return e->count >= 4;
}

// Rows and columns exchanged: what belongs at (i, j) stands at (j, i).
static bool entry_transposed(const Entry *e)
{
    if (e->axes < 2 || e->shape[0] < 2 || e->shape[1] < 2) return false;
    int rows = e->shape[0], columns = e->shape[1], depth = e->count / rows / columns;
    for (int i = 0; i < e->count; i++) {
        int k = i % depth, j = i / depth % columns, row = i / depth / columns;
        if (!same(e, e->first[(j * rows + row) * depth + k], e->right[i])) return false;
    }
    return true;
}

static bool entry_reversed_shift(const Entry *e) { return entry_shifted(e, -1); }
static bool entry_forward_shift(const Entry *e) { return entry_shifted(e, 1); }

// Does the pattern hold in every case that is wrong?
static bool every_wrong_entry(bool (*pattern)(const Entry *))
{
    for (const Entry *e = entries; e < entries + entry_count; e++)
        if (!entry_right(e) && !pattern(e)) return false;
    return true;
}

static bool entry_not_finite(const Entry *e)
{
    for (int i = 0; i < e->count; i++)
        if (!number_right(e, i) && !isfinite(e->first[i])) return true;
    return false;
}

// Is every number the whole part of the right one, and one of those not whole?
static bool fractions_lost(void)
{
    bool lost = false;
    for (const Entry *e = entries; e < entries + entry_count; e++)
        for (int i = 0; i < e->count; i++) {
            if (e->at_least || e->first[i] != trunc(e->right[i])) return false;
            lost |= e->first[i] != e->right[i];
        }
    return lost;
}

static const char *factor_tag(double factor)
{
    if (close_to(factor, -1, 1e-4)) return "sign";
    if (close_to(factor, 2, 1e-4)) return "twice";
    if (close_to(factor, 0.5, 1e-4)) return "half";
    if (samples > 1 && close_to(factor, samples, 1e-4)) return "times-n";
    if (samples > 1 && close_to(factor * samples, 1, 1e-4)) return "over-n";
    return "";
}

static void patterns(void)
{
    char fact[80] = "";
    double factor = common_factor();
    if (every_wrong_entry(entry_not_finite))
        blame("not-finite", "");
    else if (!enough_numbers())
        blame("", "");
    else if (all_are(0))
        blame("all-zeros", " (every number is 0)");
    else if (fractions_lost())
        blame("whole-numbers", " (every number is whole)");
    else if (every_wrong_entry(entry_transposed))
        blame("transposed", " (rows and columns are exchanged)");
    else if (every_wrong_entry(entry_forward_shift) || every_wrong_entry(entry_reversed_shift))
        blame("shifted", " (every number is its neighbour's)");
    else if (factor != 1) {
        if (factor == -1)
            snprintf(fact, sizeof fact, " (every sign is wrong)");
        else
            snprintf(fact, sizeof fact, " (every number is %.4g times the right one)", factor);
        blame(factor_tag(factor), fact);
    } else
        blame("", "");
}

void diagnose(void)
{
    for (int t = 0; t < tag_count; t++)
        if (explains(t)) {
            blame(tags[t], "");
            return;
        }
    if (differs_between_runs()) return;
    for (const Entry *e = entries; e < entries + entry_count; e++)
        if (!entry_right(e)) {
            patterns();
            return;
        }
    report->outcome = PASSED;
}

/* test_plain.c: the loops of chapter 3: the numbers of the page, logits of ±1000, and the gradient
 * against finite differences in double. plain.c is included twice, the second time with float
 * being double.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch03-binary-classification/plain.c"

#undef PLAIN_H
#define float double
#define expf exp
#define fabsf fabs
#define fmaxf fmax
#define log1pf log1p
#define Line LineInDouble
#define Samples SamplesInDouble
#define line_logit line_logit_in_double
#define perceptron_update perceptron_update_in_double
#define sigmoid_plain sigmoid_in_double
#define cross_entropy_plain cross_entropy_in_double
#define loss_plain loss_in_double
#define gradient_plain gradient_in_double
#define descend descend_in_double
#define line_new line_new_in_double
#define line_free line_free_in_double
#include "../../../chapters/ch03-binary-classification/plain.c"
#undef float
#undef expf
#undef fabsf
#undef fmaxf
#undef log1pf
#undef Line
#undef Samples
#undef line_logit
#undef perceptron_update
#undef sigmoid_plain
#undef cross_entropy_plain
#undef loss_plain
#undef gradient_plain
#undef descend
#undef line_new
#undef line_free

#include "../../../chapters/ch03-binary-classification/apples.h"
#include "../../golden/classification.h"

static void expect_near(double found, double expected, double within)
{
    cr_assert(fabs(found - expected) <= within, "%.9g, expected %.9g", found, expected);
}

// ---- The perceptron's numbers

Test(apples, logits_of_the_guess)
{
    Plane guess = {{1, 1}, -3.5f};
    Line line = line_of(&guess);
    const double z[APPLES] = {1.5, -1.5, 6.5};
    for (int n = 0; n < APPLES; n++)
        expect_near((double)line_logit(&line, apple_inputs[n]), z[n], 1e-6);
}

Test(apples, one_update_cures_one_and_breaks_another)
{
    Plane at = {{1, 1}, -3.5f};
    Line line = line_of(&at);
    cr_assert(!perceptron_update(&line, apple_inputs[0], 1, 0.1f), "it was right");
    cr_assert(!perceptron_update(&line, apple_inputs[1], 0, 0.1f), "it was right");
    cr_assert(at.w[0] == 1 && at.w[1] == 1 && at.b == -3.5f, "a right answer moves nothing");
    cr_assert(perceptron_update(&line, apple_inputs[2], 0, 0.1f), "it was wrong");
    expect_near((double)at.w[0], 0.1, 1e-6);
    expect_near((double)at.w[1], 0.9, 1e-6);
    expect_near((double)at.b, -3.6, 1e-6);
    expect_near((double)line_logit(&line, apple_inputs[0]), -1.5, 1e-6);
    expect_near((double)line_logit(&line, apple_inputs[2]), -1.8, 1e-6);
}

static void note_pass(void *env, const Line *line, Update update)
{
    (void)line;
    int *updates = env;
    updates[0] = update.number;
    updates[1] = update.pass;
}

Test(apples, nine_updates_and_a_clean_eighth_pass)
{
    Plane at = {{1, 1}, -3.5f};
    Line line = line_of(&at);
    Samples apples = {APPLES, apple_inputs[0], apple_ripe};
    int updates[2] = {0};
    cr_assert(perceptron_learn(&line, apples, 0.1f, 7, note_pass, updates) == 0, "not in seven");
    at = (Plane){{1, 1}, -3.5f};
    cr_assert(perceptron_learn(&line, apples, 0.1f, 100, note_pass, updates) == 8);
    cr_assert(updates[0] == 9 && updates[1] == 7, "%d updates, the last in pass %d", updates[0],
              updates[1]);
    expect_near((double)at.w[0], 0.1, 1e-5);
    expect_near((double)at.w[1], 1.9, 1e-5);
    expect_near((double)at.b, -3.2, 1e-5);
}

// ---- From the logit

Test(logit, nothing_overflows_and_torch_agrees)
{
    for (int k = 0; k < GOLDEN_LOGITS; k++) {
        float z = (float)golden_logit[k];
        expect_near((double)sigmoid_plain(z), golden_sigmoid[k], 1e-6);
        double yes = golden_loss_yes[k], no = golden_loss_no[k];
        expect_near((double)cross_entropy_plain(z, 1), yes, 1e-6 * (1 + yes));
        expect_near((double)cross_entropy_plain(z, 0), no, 1e-6 * (1 + no));
        expect_near(cross_entropy_in_double(golden_logit[k], 1), yes, 1e-13 * (1 + yes));
        expect_near(sigmoid_in_double(golden_logit[k]), golden_sigmoid[k], 1e-15);
    }
}

// A small loss keeps its digits: log(1 + e^-30) is no 0.
Test(logit, small_losses_are_not_zero)
{
    cr_assert(cross_entropy_plain(30, 1) > 0);
    expect_near((double)cross_entropy_plain(30, 1) / exp(-30), 1, 1e-6);
    expect_near((double)sigmoid_plain(-30) / exp(-30), 1, 1e-6);
}

// ---- The gradient, in double

enum { SAMPLES = 7, INPUTS = 3 };

// Numbers without a pattern, none of them zero.
static double number(int i) { return sin(1.7 * i + 0.3) * (1 + i % 4); }

typedef struct Case {
    double x[SAMPLES * INPUTS], t[SAMPLES], w[INPUTS + 1], dw[INPUTS + 1];
    LineInDouble line, gradient;
    SamplesInDouble samples;
} Case;

static void case_new(Case *c)
{
    for (int i = 0; i < SAMPLES * INPUTS; i++) c->x[i] = number(i);
    for (int i = 0; i < SAMPLES; i++) c->t[i] = i % 3 == 1;
    for (int i = 0; i <= INPUTS; i++) c->w[i] = number(i + 80);
    for (int i = 0; i <= INPUTS; i++) c->dw[i] = NAN;
    c->line = (LineInDouble){INPUTS, c->w, c->w + INPUTS};
    c->gradient = (LineInDouble){INPUTS, c->dw, c->dw + INPUTS};
    c->samples = (SamplesInDouble){SAMPLES, c->x, c->t};
}

Test(gradient, agrees_with_finite_differences)
{
    Case c;
    case_new(&c);
    double loss = gradient_in_double(&c.gradient, &c.line, c.samples);
    expect_near(loss, loss_in_double(&c.line, c.samples), 1e-12);
    for (int i = 0; i <= INPUTS; i++) {
        const double h = 1e-5, w = c.w[i];
        c.w[i] = w + h;
        double above = loss_in_double(&c.line, c.samples);
        c.w[i] = w - h;
        double below = loss_in_double(&c.line, c.samples);
        c.w[i] = w;
        expect_near(c.dw[i], (above - below) / (2 * h), 1e-9);
    }
}

// The slope of one sample's loss is p - t, wherever the logit is.
Test(gradient, slope_at_the_logit_is_p_less_t)
{
    for (double z = -12; z <= 12; z += 0.75)
        for (int t = 0; t <= 1; t++) {
            const double h = 1e-5;
            double slope =
                (cross_entropy_in_double(z + h, t) - cross_entropy_in_double(z - h, t)) / (2 * h);
            expect_near(slope, sigmoid_in_double(z) - t, 1e-9);
        }
}

Test(gradient, of_two_parts_is_that_of_all)
{
    Case all, part;
    case_new(&all);
    case_new(&part);
    gradient_in_double(&all.gradient, &all.line, all.samples);
    double sum[INPUTS + 1] = {0};
    for (int first = 0, count; first < SAMPLES; first += count) {
        count = first == 0 ? 4 : 3;
        SamplesInDouble some = {count, part.x + first * INPUTS, part.t + first};
        gradient_in_double(&part.gradient, &part.line, some);
        for (int i = 0; i <= INPUTS; i++) sum[i] += part.dw[i] * count / SAMPLES;
    }
    for (int i = 0; i <= INPUTS; i++) expect_near(sum[i], all.dw[i], 1e-12);
}

// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "too_good.h"

#include <math.h>

#include "cases.h"

enum { PROOF = 1, REPAIR = 2, PATIENTS = 60, VISITS = 3, ROWS = PATIENTS * VISITS, FEATURES = 4 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

static void prove(const float *x, const float *patient, int rows, int features)
{
    stage(PROOF);
    float *found = output("measured", SHAPE(1));
    *found = cause == SAME_PATIENT_KNOWN ? measured(x, patient, rows, features) : 0;
}

static void three_patients(void)
{
    const float *x = input("x", SHAPE(6, 1), 0, 5, 1, 9, 6, 8);
    prove(x, input("patient", SHAPE(6), 0, 1, 0, 2, 1, 2), 6, 1);
    right(1);
}

// Distances are sums of whole squares, so that equally near rows are just that.
static void drawn(void)
{
    float x[14 * 3], patient[14];
    int rows = size_between(6, 14), features = between(1, 3), patients = between(2, 5);
    parameter("rows", rows);
    parameter("features", features);
    for (int n = 0; n < rows; n++) {
        patient[n] = (float)between(0, patients - 1);
        for (int d = 0; d < features; d++)
            x[n * features + d] = (float)(3 * patient[n] * (float)(d + 1) + (float)between(-3, 3));
    }
    const float *xs = input_numbers("x", SHAPE(rows, features), x, rows * features);
    prove(xs, input_numbers("patient", SHAPE(rows), patient, rows), rows, features);
}

// A hospital. A patient has a place, and its visits lie close to it. Who is ill is a coin's throw,
// or shows in the first number.
static void visit(float *x, float *t, float *patient, int rows, int shows)
{
    static float place[PATIENTS][FEATURES], is[PATIENTS];
    for (int p = 0; p < PATIENTS; p++) {
        for (int d = 0; d < FEATURES; d++) place[p][d] = real_between(-2, 2);
        is[p] = (float)between(0, 1);
        if (shows) place[p][0] = (is[p] > 0.5f ? 3 : -3) + real_between(-1, 1);
    }
    for (int n = 0; n < rows; n++) {
        int p = between(0, PATIENTS - 1);
        patient[n] = (float)p;
        t[n] = is[p];
        for (int d = 0; d < FEATURES; d++)
            x[n * FEATURES + d] = place[p][d] + real_between(-0.05, 0.05);
    }
}

static double promise(int shows)
{
    static float x[ROWS * FEATURES], t[ROWS], patient[ROWS];
    visit(x, t, patient, ROWS, shows);
    return cause == SAME_PATIENT_KNOWN ? (double)promised(x, t, patient, ROWS, FEATURES) : NAN;
}

static void repair(void)
{
    stage(REPAIR);
    given("two hospitals: in one illness cannot be seen, in the other it can");
    double hidden = 0;
    for (int k = 0; k < 5; k++) hidden += promise(0) / 5;
    answer_at_least("honesty where nothing can be seen", 1 - 2 * fabs(hidden - 0.5), 0.8);
    answer_at_least("promised where it can be seen", promise(1), 0.95);
}

const Cases cases = {{name, three_patients, repair}, drawn, 200};

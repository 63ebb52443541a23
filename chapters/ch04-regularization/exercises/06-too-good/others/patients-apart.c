#include "too_good.h"

#include <math.h>

// Visits of one patient resemble each other more than those of two patients
// ever do. Dealt out row by row, nearly every visit finds another one of its
// own patient among the known rows, and copies what that one is. So all
// visits of a patient belong into one fold.
const Cause cause = SAME_PATIENT_KNOWN;

enum { FOLDS = 5 };

static double apart(const float *a, const float *b, int features)
{
    double sum = 0;
    for (int d = 0; d < features; d++)
        sum += pow((double)a[d] - (double)b[d], 2);
    return sum;
}

// The first of the nearest rows in another fold: of the row itself, or of the
// patient.
static int nearest(const float *x, const float *patient, int n, int rows,
                   int features, int by_patient)
{
    int best = -1;
    double least = INFINITY;
    for (int k = 0; k < rows; k++) {
        int other = by_patient
                        ? (int)patient[k] % FOLDS != (int)patient[n] % FOLDS
                        : k % FOLDS != n % FOLDS;
        double far = apart(x + n * features, x + k * features, features);
        if (!other || far >= least) continue;
        least = far;
        best = k;
    }
    return best;
}

float measured(const float *x, const float *patient, int rows, int features)
{
    double same = 0;
    for (int n = 0; n < rows; n++) {
        int k = nearest(x, patient, n, rows, features, 0);
        same += k >= 0 && patient[k] == patient[n];
    }
    return (float)(same / rows);
}

float promised(const float *x, const float *t, const float *patient, int rows,
               int features)
{
    double right = 0;
    for (int n = 0; n < rows; n++) {
        int k = nearest(x, patient, n, rows, features, 1);
        right += k >= 0 && t[k] == t[n];
    }
    return (float)(right / rows);
}

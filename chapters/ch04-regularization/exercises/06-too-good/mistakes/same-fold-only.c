#include "too_good.h"

#include <math.h>

// Visits of one patient resemble each other more than those of two patients
// ever do. Dealt out row by row, nearly every visit finds another one of its
// own patient among the known rows, and copies what that one is. So all
// visits of a patient belong into one fold.
const Cause cause = SAME_PATIENT_KNOWN;

enum { FOLDS = 5 };

static int fold_of(int row, const float *patient)
{
    return (int)patient[row] % FOLDS;
}

static float apart(const float *a, const float *b, int features)
{
    float sum = 0;
    for (int d = 0; d < features; d++) sum += (a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

float measured(const float *x, const float *patient, int rows, int features)
{
    int same = 0;
    for (int n = 0; n < rows; n++) {
        int best = -1;
        float least = INFINITY;
        for (int k = 0; k < rows; k++) {
            if (k % FOLDS != n % FOLDS || k == n) continue;
            float far = apart(x + n * features, x + k * features, features);
            if (far < least) {
                least = far;
                best = k;
            }
        }
        same += best >= 0 && patient[best] == patient[n];
    }
    return (float)same / (float)rows;
}

float promised(const float *x, const float *t, const float *patient, int rows,
               int features)
{
    int right = 0;
    for (int n = 0; n < rows; n++) {
        int best = -1;
        float least = INFINITY;
        for (int k = 0; k < rows; k++) {
            if (fold_of(k, patient) == fold_of(n, patient)) continue;
            float far = apart(x + n * features, x + k * features, features);
            if (far < least) {
                least = far;
                best = k;
            }
        }
        right += best >= 0 && t[best] == t[n];
    }
    return (float)right / (float)rows;
}

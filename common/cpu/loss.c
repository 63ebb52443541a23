// Losses and penalties. Small beside the layers before them, so written for reading; but softmax,
// which a sequence asks for at each step, is written on vectors.
#include <math.h>

#include "../vmath.h"
#include "cpu.h"

// K of [..., K]
static int classes(const Tensor *t) { return t->shape.dim[t->shape.rank - 1]; }
static int sample_size(const Tensor *t) { return (int)sample_count(t->shape); }

// p = softmax(z / temperature) for one sample, shifted by the largest so that no exponential
// overflows. Returns the sum of e^((z - largest) / temperature).
static Real softmax_row(Real *p, const Real *z, int count, Real largest, Real temperature)
{
    Real inverse = 1 / temperature;
    Vector sums = {0};
    for (int k = 0; k < count; k += LANES) {
        Vector shifted = (load_upto(z + k, count - k) - largest) * inverse;
        store_upto(p + k, vector_exp(shifted), count - k);
        sums += load_upto(p + k, count - k);   // no lane behind the last class
    }
    Real sum = sum_lanes(sums), share = 1 / sum;
    for (int k = 0; k < count; k++) p[k] *= share;
    return sum;
}

// By whole vectors, then their lanes, then what is left beside them.
static Real largest_of(const Real *z, int count)
{
    Real largest = z[0];
    int whole = count / LANES * LANES;
    Vector most = all_lanes(largest);
    for (int k = 0; k < whole; k += LANES) {
        Vector v = load(z + k);
        most = select_lanes(v > most, v, most);
    }
    for (int i = 0; i < LANES; i++) largest = most[i] > largest ? most[i] : largest;
    for (int k = whole; k < count; k++) largest = z[k] > largest ? z[k] : largest;
    return largest;
}

// loss(n) = -log p(n, label(n)) = log(sum over k of e^z(n,k)) - z(n, label(n)); 0 for a label
// of -1. Not by way of p, which may be 0.
void softmax_cross_entropy_forward_cpu(Tensor *loss, Tensor *p, const Tensor *z,
                                       const Tensor *label)
{
    int count = classes(z), n = (int)tensor_count(loss);
    for (int i = 0; i < n; i++) {
        int k = ints(label)[i];
        CHECK(k >= -1 && k < count, "label %d of sample %d, with %d classes", k, i, count);
        const Real *row = reals(z) + (size_t)i * count;
        Real largest = largest_of(row, count);
        Real sum = softmax_row(reals(p) + (size_t)i * count, row, count, largest, 1);
        // largest first: log(sum) + largest would lose log(sum) where logits are large
        reals(loss)[i] = k < 0 ? 0 : (Real)log(sum) + (largest - row[k]);
    }
}

// dz(n,k) = scale (p(n,k) - [k = label(n)]); 0 for a label of -1
void softmax_cross_entropy_backward_cpu(Tensor *dz, const Tensor *p, const Tensor *label,
                                        Real scale)
{
    int count = classes(p), n = (int)tensor_count(label);
    for (int i = 0; i < n; i++) {
        Real *out = reals(dz) + (size_t)i * count, *row = reals(p) + (size_t)i * count;
        int correct = ints(label)[i];
        Real factor = correct < 0 ? 0 : scale;
        for (int k = 0; k < count; k++) out[k] = factor * row[k];
        if (correct >= 0) out[correct] = factor * (row[correct] - 1);
    }
}

// loss(n) = sum over k of target(n,k) (log(sum over j of e^z(n,j)) - z(n,k)), by what each logit
// lies below the largest.
void soft_cross_entropy_forward_cpu(Tensor *loss, const Tensor *z, const Tensor *target)
{
    int count = classes(z), n = (int)tensor_count(loss);
    for (int i = 0; i < n; i++) {
        const Real *row = reals(z) + (size_t)i * count, *t = reals(target) + (size_t)i * count;
        Real largest = largest_of(row, count);
        double sum = 0, below = 0;
        for (int k = 0; k < count; k++) {
            sum += exp((double)(row[k] - largest));
            below += (double)t[k] * (double)(largest - row[k]);
        }
        reals(loss)[i] = (Real)(log(sum) + below);
    }
}

// dz(n,k) = scale (p(n,k) - target(n,k))
void soft_cross_entropy_backward_cpu(Tensor *dz, const Tensor *z, const Tensor *target, Real scale)
{
    softmax_forward_cpu(dz, z, 1);
    for (size_t i = 0; i < tensor_count(z); i++)
        reals(dz)[i] = scale * (reals(dz)[i] - reals(target)[i]);
}

// p(n,k) = e^(z(n,k)/temperature) / sum over j of e^(z(n,j)/temperature)
void softmax_forward_cpu(Tensor *p, const Tensor *z, Real temperature)
{
    int count = classes(z);
    for (size_t i = 0; i < tensor_count(z); i += count)
        softmax_row(reals(p) + i, reals(z) + i, count, largest_of(reals(z) + i, count),
                    temperature);
}

// dz(n,k) = p(n,k) (dp(n,k) - sum over j of dp(n,j) p(n,j)) / temperature;
// that sum is the mean of dp, weighted by p.
void softmax_backward_cpu(Tensor *dz, const Tensor *dp, const Tensor *p, Real temperature)
{
    size_t count = (size_t)classes(p);
    for (size_t i = 0; i < tensor_count(p); i += count) {
        Real mean = 0;
        for (size_t k = i; k < i + count; k++) mean += reals(dp)[k] * reals(p)[k];
        for (size_t k = i; k < i + count; k++)
            reals(dz)[k] = reals(p)[k] * (reals(dp)[k] - mean) / temperature;
    }
}

// loss(n) = mean over k of (y(n,k) - target(n,k))²
void squared_error_forward_cpu(Tensor *loss, const Tensor *y, const Tensor *target)
{
    int n = (int)tensor_count(loss), count = n ? (int)(tensor_count(y) / n) : 0;
    for (int i = 0; i < n; i++) {
        const Real *a = reals(y) + (size_t)i * count, *b = reals(target) + (size_t)i * count;
        Real sum = 0;
        for (int k = 0; k < count; k++) sum += (a[k] - b[k]) * (a[k] - b[k]);
        reals(loss)[i] = sum / count;
    }
}

// dy(n,k) = scale 2 (y(n,k) - target(n,k)) / K
void squared_error_backward_cpu(Tensor *dy, const Tensor *y, const Tensor *target, Real scale)
{
    Real factor = 2 * scale / sample_size(y), *out = reals(dy);
    const Real *a = reals(y), *b = reals(target);
    for (size_t i = 0, count = tensor_count(y); i < count; i++) out[i] = factor * (a[i] - b[i]);
}

// loss(n) = mean over k of max(z,0) - z target + log(1 + e^-|z|). With p = sigmoid(z) this is
//     -target log p - (1-target) log(1-p)
// but no exponential overflows, and no logarithm is of 0.
void binary_cross_entropy_forward_cpu(Tensor *loss, const Tensor *z, const Tensor *target)
{
    int n = (int)tensor_count(loss), count = n ? (int)(tensor_count(z) / n) : 0;
    for (int i = 0; i < n; i++) {
        Real sum = 0;
        for (int k = i * count; k < (i + 1) * count; k++) {
            Real logit = reals(z)[k];
            sum += (logit > 0 ? logit : 0) - logit * reals(target)[k] +
                   (Real)log1p(exp(-fabs((double)logit)));
        }
        reals(loss)[i] = sum / count;
    }
}

// dz(n,k) = scale (sigmoid(z(n,k)) - target(n,k)) / K. Where e^-z overflows, the probability is 0.
void binary_cross_entropy_backward_cpu(Tensor *dz, const Tensor *z, const Tensor *target,
                                       Real scale)
{
    Real factor = scale / sample_size(z);
    for (size_t i = 0; i < tensor_count(z); i++) {
        Real probability = (Real)(1 / (1 + exp(-(double)reals(z)[i])));
        reals(dz)[i] = factor * (probability - reals(target)[i]);
    }
}

// loss += lambda sum |w|. In double, for a sum of millions of small
// numbers is large beside the next.
void l1_penalty_forward_cpu(Tensor *loss, const Tensor *w, Real lambda)
{
    double sum = 0;
    for (size_t i = 0; i < tensor_count(w); i++) sum += fabs((double)reals(w)[i]);
    reals(loss)[0] += (Real)(lambda * sum);
}

// dw += lambda sign(w), 0 at 0
void l1_penalty_backward_cpu(Tensor *dw, const Tensor *w, Real lambda)
{
    for (size_t i = 0; i < tensor_count(w); i++) {
        Real v = reals(w)[i];
        reals(dw)[i] += lambda * ((v > 0) - (v < 0));
    }
}

// loss += lambda/2 sum w²
void l2_penalty_forward_cpu(Tensor *loss, const Tensor *w, Real lambda)
{
    double sum = 0;
    for (size_t i = 0; i < tensor_count(w); i++) sum += (double)reals(w)[i] * (double)reals(w)[i];
    reals(loss)[0] += (Real)(lambda / 2 * sum);
}

// dw += lambda w
void l2_penalty_backward_cpu(Tensor *dw, const Tensor *w, Real lambda)
{
    for (size_t i = 0; i < tensor_count(w); i++) reals(dw)[i] += lambda * reals(w)[i];
}

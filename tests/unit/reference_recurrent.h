/* reference_recurrent.h: recurrent layers as plain loops: one sample, one step, one unit at a time,
 * forward and back, straight from the equations of kernels.h.
 */
#ifndef REFERENCE_RECURRENT_H
#define REFERENCE_RECURRENT_H

#include "support.h"

enum { MOST_STEPS_TRIED = 16, MOST_UNITS = 160 };

// A layer with all that it is given; u and du [N, T, G H] even where the layer reads symbols.
typedef struct PlainLayer {
    Cell cell;
    int n, steps, hidden;
    Tensor u, v, b, start, lengths;            // b, start, lengths may be absent
    Tensor y, last;                            // found
    Tensor dy, du, dv, db, dstart;             // dy given, the others found
} PlainLayer;

// Of one sample: h and c before each step and after the last, and the gates of each step.
typedef struct PlainSteps {
    double h[MOST_STEPS_TRIED + 1][MOST_UNITS], c[MOST_STEPS_TRIED + 1][MOST_UNITS];
    double gate[MOST_STEPS_TRIED][4][MOST_UNITS], q[MOST_STEPS_TRIED][MOST_UNITS];
} PlainSteps;

HELPER double plain_sigmoid(double x) { return 1 / (1 + exp(-x)); }

HELPER Real *plain_u(const PlainLayer *l, const Tensor *u, int n, int t, int gate)
{
    int width = cell_gates(l->cell) * l->hidden;
    return reals(u) + (n * l->steps + t) * width + gate * l->hidden;
}

// Number j of h' V, of that gate.
HELPER double plain_pull(const PlainLayer *l, const double *before, int gate, int j)
{
    int width = cell_gates(l->cell) * l->hidden;
    double sum = 0;
    for (int i = 0; i < l->hidden; i++)
        sum += before[i] * (double)reals(&l->v)[i * width + gate * l->hidden + j];
    return sum;
}

HELPER void plain_step(const PlainLayer *l, PlainSteps *s, int n, int t)
{
    const double *before = s->h[t];
    for (int j = 0; j < l->hidden; j++) {
        double a[4] = {0}, (*g)[MOST_UNITS] = s->gate[t];
        for (int k = 0; k < cell_gates(l->cell); k++) {
            a[k] = (double)plain_u(l, &l->u, n, t, k)[j];
            if (l->cell != GRU || k < 2) a[k] += plain_pull(l, before, k, j);
        }
        if (l->cell == RNN) {
            s->h[t + 1][j] = g[0][j] = tanh(a[0]);
        } else if (l->cell == GRU) {
            s->q[t][j] = plain_pull(l, before, 2, j);
            if (present(&l->b)) s->q[t][j] += (double)reals(&l->b)[j];
            g[0][j] = plain_sigmoid(a[0]), g[1][j] = plain_sigmoid(a[1]);
            g[2][j] = tanh(a[2] + g[0][j] * s->q[t][j]);
            s->h[t + 1][j] = (1 - g[1][j]) * g[2][j] + g[1][j] * before[j];
        } else {
            for (int k = 0; k < 4; k++) g[k][j] = k == 2 ? tanh(a[k]) : plain_sigmoid(a[k]);
            s->c[t + 1][j] = g[1][j] * s->c[t][j] + g[0][j] * g[2][j];
            s->h[t + 1][j] = g[3][j] * tanh(s->c[t + 1][j]);
        }
    }
}

HELPER int plain_length(const PlainLayer *l, int n)
{
    return present(&l->lengths) ? ints(&l->lengths)[n] : l->steps;
}

HELPER void plain_sequence(const PlainLayer *l, PlainSteps *s, int n)
{
    int states = cell_states(l->cell) * l->hidden, length = plain_length(l, n);
    memset(s, 0, sizeof *s);
    for (int j = 0; present(&l->start) && j < l->hidden; j++) {
        s->h[0][j] = (double)reals(&l->start)[n * states + j];
        if (l->cell == LSTM) s->c[0][j] = (double)reals(&l->start)[n * states + l->hidden + j];
    }
    for (int t = 0; t < length; t++) plain_step(l, s, n, t);
}

HELPER void plain_forward(PlainLayer *l)
{
    PlainSteps *s = malloc(sizeof *s);
    int states = cell_states(l->cell) * l->hidden;
    l->y = filled(0, shape(l->n, l->steps, l->hidden));
    l->last = garbage(shape(l->n, states));
    for (int n = 0; n < l->n; n++) {
        int length = plain_length(l, n);
        plain_sequence(l, s, n);
        for (int j = 0; j < l->hidden; j++) {
            for (int t = 0; t < length; t++)
                reals(&l->y)[(n * l->steps + t) * l->hidden + j] = (Real)s->h[t + 1][j];
            reals(&l->last)[n * states + j] = (Real)s->h[length][j];
            if (l->cell == LSTM)
                reals(&l->last)[n * states + l->hidden + j] = (Real)s->c[length][j];
        }
    }
    free(s);
}

// The gradients of the products' results, one a gate, and of u; dh and dc become those of h', c'.
HELPER void plain_cell_back(const PlainLayer *l, const PlainSteps *s, int t, int j, double *dh,
                            double *dc, double product[4], double input[4])
{
    const double(*g)[MOST_UNITS] = s->gate[t];
    if (l->cell == RNN) {
        product[0] = input[0] = *dh * (1 - g[0][j] * g[0][j]);
        *dh = 0;
    } else if (l->cell == GRU) {
        double r = g[0][j], z = g[1][j], n = g[2][j], dn = *dh * (1 - z) * (1 - n * n);
        input[0] = product[0] = dn * s->q[t][j] * r * (1 - r);
        input[1] = product[1] = *dh * (s->h[t][j] - n) * z * (1 - z);
        input[2] = dn, product[2] = dn * r;
        *dh *= z;
    } else {
        double i = g[0][j], f = g[1][j], c = g[2][j], o = g[3][j], th = tanh(s->c[t + 1][j]);
        double d = *dc + *dh * o * (1 - th * th);
        input[0] = product[0] = d * c * i * (1 - i);
        input[1] = product[1] = d * s->c[t][j] * f * (1 - f);
        input[2] = product[2] = d * i * (1 - c * c);
        input[3] = product[3] = *dh * th * o * (1 - o);
        *dh = 0, *dc = d * f;
    }
}

HELPER void plain_step_back(const PlainLayer *l, const PlainSteps *s, int n, int t, double *dh,
                            double *dc)
{
    int gates = cell_gates(l->cell), hidden = l->hidden, width = gates * hidden;
    double product[MOST_UNITS][4] = {0}, input[4] = {0};
    for (int j = 0; j < hidden; j++) {
        dh[j] += (double)reals(&l->dy)[(n * l->steps + t) * hidden + j];
        plain_cell_back(l, s, t, j, &dh[j], &dc[j], product[j], input);
        for (int k = 0; k < gates; k++) plain_u(l, &l->du, n, t, k)[j] = (Real)input[k];
        if (l->cell == GRU) reals(&l->db)[j] += (Real)product[j][2];
    }
    for (int i = 0; i < hidden; i++)
        for (int k = 0; k < gates; k++)
            for (int j = 0; j < hidden; j++) {
                int place = i * width + k * hidden + j;
                dh[i] += product[j][k] * (double)reals(&l->v)[place];
                reals(&l->dv)[place] += (Real)(product[j][k] * s->h[t][i]);
            }
}

HELPER void plain_backward(PlainLayer *l)
{
    PlainSteps *s = malloc(sizeof *s);
    int states = cell_states(l->cell) * l->hidden;
    l->du = filled(0, l->u.shape), l->dv = filled(0, l->v.shape);
    l->db = filled(0, shape(l->hidden)), l->dstart = garbage(shape(l->n, states));
    for (int n = 0; n < l->n; n++) {
        double dh[MOST_UNITS] = {0}, dc[MOST_UNITS] = {0};
        plain_sequence(l, s, n);
        for (int t = plain_length(l, n) - 1; t >= 0; t--) plain_step_back(l, s, n, t, dh, dc);
        for (int j = 0; j < l->hidden; j++) {
            reals(&l->dstart)[n * states + j] = (Real)dh[j];
            if (l->cell == LSTM) reals(&l->dstart)[n * states + l->hidden + j] = (Real)dc[j];
        }
    }
    free(s);
}

#endif

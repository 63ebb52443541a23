// Recurrent cells in plain loops.
#include "plain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- One number ---------------------------------------------------------*/

void scalar_forward(Real *h, const Real *x, Scalar p, int steps)
{
    for (int t = 0; t < steps; t++)
        h[t + 1] = (Real)tanh((double)(p.w * x[t] + p.v * h[t] + p.b));
}

Scalar scalar_backward(Real *dh, const Real *h, const Real *x, Scalar p,
                       int steps)
{
    Scalar d = {0, 0, 0};
    for (int t = steps - 1; t >= 0; t--) {
        Real ds = dh[t + 1] * (1 - h[t + 1] * h[t + 1]);   // before tanh
        d.w += ds * x[t];
        d.v += ds * h[t];
        d.b += ds;
        dh[t] += ds * p.v;
    }
    return d;
}

/* ---- Vectors ------------------------------------------------------------*/

Cells cells_new(int inputs, int hidden)
{
    size_t h = (size_t)hidden;
    return (Cells){inputs, hidden, allocate((size_t)inputs * h, sizeof(Real)),
                   allocate(h * h, sizeof(Real)), allocate(h, sizeof(Real))};
}

void cells_free(Cells *p)
{
    free(p->w);
    free(p->v);
    free(p->b);
}

void cells_forward(Real *h, const Real *x, const Cells *p, int steps)
{
    int hidden = p->hidden;
    for (int t = 0; t < steps; t++, x += p->inputs, h += hidden)
        for (int j = 0; j < hidden; j++) {
            Real sum = p->b[j];
            for (int i = 0; i < p->inputs; i++)
                sum += x[i] * p->w[i * hidden + j];
            for (int k = 0; k < hidden; k++)
                sum += h[k] * p->v[k * hidden + j];
            h[hidden + j] = (Real)tanh((double)sum);
        }
}

void cells_backward(Cells *d, Real *dh, const Real *h, const Real *x,
                    const Cells *p, int steps)
{
    int hidden = p->hidden;
    for (int t = steps - 1; t >= 0; t--) {
        const Real *before = h + t * hidden, *after = before + hidden;
        const Real *in = x + t * p->inputs;
        Real *back = dh + t * hidden;
        for (int j = 0; j < hidden; j++) {
            Real ds = back[hidden + j] * (1 - after[j] * after[j]);
            d->b[j] += ds;
            for (int i = 0; i < p->inputs; i++)
                d->w[i * hidden + j] += in[i] * ds;
            for (int k = 0; k < hidden; k++) {
                d->v[k * hidden + j] += before[k] * ds;
                back[k] += p->v[k * hidden + j] * ds;
            }
        }
    }
}

/* ---- Cells with gates ---------------------------------------------------*/

static Real squeezed(Real s) { return 1 / (1 + (Real)exp(-(double)s)); }
static Real bent(Real s) { return (Real)tanh((double)s); }

// Number `column` of the product h v.
static Real pull(const Real *h, const Real *v, int hidden, int columns,
                 int column)
{
    Real sum = 0;
    for (int k = 0; k < hidden; k++) sum += h[k] * v[k * columns + column];
    return sum;
}

void lstm_step(Real *h, Real *c, LstmGates gate, const Real *u, const Real *v,
               int hidden)
{
    int n = hidden, columns = 4 * hidden;
    for (int j = 0; j < n; j++) {
        gate.i[j] = squeezed(u[j] + pull(h, v, n, columns, j));
        gate.f[j] = squeezed(u[n + j] + pull(h, v, n, columns, n + j));
        gate.g[j] = bent(u[2 * n + j] + pull(h, v, n, columns, 2 * n + j));
        gate.o[j] =
            squeezed(u[3 * n + j] + pull(h, v, n, columns, 3 * n + j));
    }
    for (int j = 0; j < n; j++) {
        c[j] = gate.f[j] * c[j] + gate.i[j] * gate.g[j];
        h[j] = gate.o[j] * bent(c[j]);
    }
}

void gru_step(Real *h, GruGates gate, const Real *u, const Real *v,
              const Real *b, int hidden)
{
    int n = hidden, columns = 3 * hidden;
    for (int j = 0; j < n; j++) {
        gate.r[j] = squeezed(u[j] + pull(h, v, n, columns, j));
        gate.z[j] = squeezed(u[n + j] + pull(h, v, n, columns, n + j));
        gate.n[j] = bent(u[2 * n + j] +
                         gate.r[j] *
                             (pull(h, v, n, columns, 2 * n + j) + b[j]));
    }
    for (int j = 0; j < n; j++)
        h[j] = (1 - gate.z[j]) * gate.n[j] + gate.z[j] * h[j];
}

// The three cells of recurrent layers, one sample's step forward and back (kernels.h has the
// equations). A vector of units at a time; the last vector of a row may have fewer.
#include "../vmath.h"
#include "recurrent.h"

// h = tanh(a), where a = u + h' V
void rnn_forward_row(Row r)
{
    for (int j = 0; j < r.hidden; j += LANES) {
        int left = r.hidden - j;
        store_upto(r.h + j, vector_tanh(load_upto(r.gates + j, left)), left);
    }
}

// da = dh (1 - h²)
void rnn_backward_row(Row r, Real *dh, Real *dc)
{
    (void)dc;
    for (int j = 0; j < r.hidden; j += LANES) {
        int left = r.hidden - j;
        Vector h = load_upto(r.h + j, left);
        store_upto(r.gates + j, load_upto(dh + j, left) * (1 - h * h), left);
        store_upto(dh + j, (Vector){0}, left);
    }
}

// A row of a GRU's gates: r, z, q = h' V_n + b, n.
//     r = s(a_r),  z = s(a_z),  n = tanh(u_n + r q),  h = (1 - z) n + z h' = n + z (h' - n)
void gru_forward_row(Row row)
{
    int hidden = row.hidden;
    Real *gr = row.gates, *gz = gr + hidden, *gq = gz + hidden, *gn = gq + hidden;
    for (int j = 0; j < hidden; j += LANES) {
        int left = hidden - j;
        Vector r = vector_sigmoid(load_upto(gr + j, left));
        Vector z = vector_sigmoid(load_upto(gz + j, left));
        Vector n = vector_tanh(load_upto(gn + j, left) + r * load_upto(gq + j, left));
        Vector before = load_upto(row.h_before + j, left);
        store_upto(gr + j, r, left);
        store_upto(gz + j, z, left);
        store_upto(gn + j, n, left);
        store_upto(row.h + j, n + z * (before - n), left);
    }
}

// da_n = dh (1 - z) (1 - n²),  dq = da_n r,  da_r = da_n q r (1 - r),
// da_z = dh (h' - n) z (1 - z);  and z dh goes straight to h'.
void gru_backward_row(Row row, Real *dh, Real *dc)
{
    (void)dc;
    int hidden = row.hidden;
    Real *gr = row.gates, *gz = gr + hidden, *gq = gz + hidden, *gn = gq + hidden;
    for (int j = 0; j < hidden; j += LANES) {
        int left = hidden - j;
        Vector r = load_upto(gr + j, left), z = load_upto(gz + j, left);
        Vector q = load_upto(gq + j, left), n = load_upto(gn + j, left);
        Vector d = load_upto(dh + j, left), before = load_upto(row.h_before + j, left);
        Vector dn = d * (1 - z) * (1 - n * n);
        store_upto(gr + j, dn * q * r * (1 - r), left);
        store_upto(gz + j, d * (before - n) * z * (1 - z), left);
        store_upto(gq + j, dn * r, left);
        store_upto(gn + j, dn, left);
        store_upto(dh + j, d * z, left);
    }
}

// i = s(a_i),  f = s(a_f),  g = tanh(a_g),  o = s(a_o),  c = f c' + i g,  h = o tanh(c)
void lstm_forward_row(Row r)
{
    int hidden = r.hidden;
    Real *gi = r.gates, *gf = gi + hidden, *gg = gf + hidden, *go = gg + hidden;
    for (int j = 0; j < hidden; j += LANES) {
        int left = hidden - j;
        Vector i = vector_sigmoid(load_upto(gi + j, left));
        Vector f = vector_sigmoid(load_upto(gf + j, left));
        Vector g = vector_tanh(load_upto(gg + j, left));
        Vector o = vector_sigmoid(load_upto(go + j, left));
        Vector c = f * load_upto(r.c_before + j, left) + i * g, t = vector_tanh(c);
        store_upto(gi + j, i, left);
        store_upto(gf + j, f, left);
        store_upto(gg + j, g, left);
        store_upto(go + j, o, left);
        store_upto(r.c + j, c, left);
        store_upto(r.tanh_c + j, t, left);
        store_upto(r.h + j, o * t, left);
    }
}

// With t = tanh(c):  dc += dh o (1 - t²),  da_o = dh t o (1 - o),  da_i = dc g i (1 - i),
// da_f = dc c' f (1 - f),  da_g = dc i (1 - g²),  dc' = dc f
void lstm_backward_row(Row r, Real *dh, Real *dc)
{
    int hidden = r.hidden;
    Real *gi = r.gates, *gf = gi + hidden, *gg = gf + hidden, *go = gg + hidden;
    for (int j = 0; j < hidden; j += LANES) {
        int left = hidden - j;
        Vector i = load_upto(gi + j, left), f = load_upto(gf + j, left);
        Vector g = load_upto(gg + j, left), o = load_upto(go + j, left);
        Vector t = load_upto(r.tanh_c + j, left), before = load_upto(r.c_before + j, left);
        Vector d = load_upto(dh + j, left), e = load_upto(dc + j, left) + d * o * (1 - t * t);
        store_upto(gi + j, e * g * i * (1 - i), left);
        store_upto(gf + j, e * before * f * (1 - f), left);
        store_upto(gg + j, e * i * (1 - g * g), left);
        store_upto(go + j, d * t * o * (1 - o), left);
        store_upto(dc + j, e * f, left);
        store_upto(dh + j, (Vector){0}, left);
    }
}

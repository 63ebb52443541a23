/* test_plain_in_double.c: the loops of chapter 8: the numbers of the page, gradients against finite
 * differences (in double), and the library's kernels beside them, in float and in double.
 */
#include "../../../chapters/ch08-rnn/plain.h"
#include "../support.h"

enum { IN = 3, UNITS = 5, STEPS = 7 };

static void expect_near(double found, double expected, double within)
{
    cr_assert(fabs(found - expected) <= within, "%.12g, expected %.12g", found, expected);
}

static void draw(Real *numbers, int count, double size)
{
    for (int k = 0; k < count; k++) numbers[k] = (Real)(size * (2 * next_uniform() - 1));
}

TestSuite(plain, .fini = free_tensors);

/* ---- One number -------------------------------------------------------------------------------*/

// A pencil and a table of tanh.
Test(plain, the_numbers_of_the_page)
{
    const Real x[3] = {1, 0, 0};
    Real h[4] = {0}, dh[4] = {0};
    scalar_forward(h, x, (Scalar){1, (Real)0.5, 0}, 3);
    expect_near((double)h[1], 0.761594, 1e-6);
    expect_near((double)h[2], 0.363399, 1e-6);
    expect_near((double)h[3], 0.179726, 1e-6);
    dh[3] = h[3] - 1;
    Scalar d = scalar_backward(dh, h, x, (Scalar){1, (Real)0.5, 0}, 3);
    expect_near((double)dh[3], -0.820274, 1e-6);
    expect_near((double)dh[2], -0.396889, 1e-6);
    expect_near((double)dh[1], -0.172238, 1e-6);
    expect_near((double)d.v, -0.550809, 2e-6);
    expect_near((double)d.w, -0.072336, 1e-6);
}

Test(plain, the_scalar_starts_from_a_state_and_has_a_bias)
{
    const Real x[2] = {2, -1};
    Real h[3] = {(Real)0.25, 0, 0};
    Scalar p = {(Real)0.5, (Real)-1.5, (Real)0.125};
    scalar_forward(h, x, p, 2);
    expect_near((double)h[1], tanh(0.5 * 2 - 1.5 * 0.25 + 0.125), 1e-6);
    expect_near((double)h[2], tanh(-0.5 - 1.5 * (double)h[1] + 0.125), 1e-6);
}

#ifdef REAL_IS_DOUBLE

// Each step's state has a weight of its own in the loss.
static double scalar_loss(Scalar p, Real start, const Real *x, const Real *weight)
{
    Real h[STEPS + 1] = {start};
    double loss = 0;
    scalar_forward(h, x, p, STEPS);
    for (int t = 0; t <= STEPS; t++) loss += weight[t] * h[t];
    return loss;
}

Test(plain, the_scalar_gradient_agrees_with_finite_differences)
{
    Real x[STEPS], weight[STEPS + 1], start = 0.3;
    draw(x, STEPS, 1);
    draw(weight, STEPS + 1, 1);
    Scalar p = {0.7, -1.1, 0.2};
    Real h[STEPS + 1] = {start}, dh[STEPS + 1];
    memcpy(dh, weight, sizeof dh);
    scalar_forward(h, x, p, STEPS);
    Scalar d = scalar_backward(dh, h, x, p, STEPS);
    Real *place[] = {&p.w, &p.v, &p.b, &start};
    const double found[] = {d.w, d.v, d.b, dh[0]};
    for (int k = 0; k < 4; k++) {
        const double before = *place[k], nudge = 1e-6;
        *place[k] = before + nudge;
        double more = scalar_loss(p, start, x, weight);
        *place[k] = before - nudge;
        double less = scalar_loss(p, start, x, weight);
        *place[k] = before;
        expect_near(found[k], (more - less) / (2 * nudge), 1e-8);
    }
}

#endif

/* ---- Vectors ----------------------------------------------------------------------------------*/

typedef struct Case {
    Cells cells, gradient;
    Real x[STEPS * IN], start[UNITS], above[(STEPS + 1) * UNITS];
    Real h[(STEPS + 1) * UNITS], dh[(STEPS + 1) * UNITS];
} Case;

static Case *case_new(void)
{
    Case *c = calloc(1, sizeof *c);
    c->cells = cells_new(IN, UNITS);
    c->gradient = cells_new(IN, UNITS);
    draw(c->cells.w, IN * UNITS, 0.8);
    draw(c->cells.v, UNITS * UNITS, 0.8);
    draw(c->cells.b, UNITS, 0.5);
    draw(c->x, STEPS * IN, 1);
    draw(c->start, UNITS, 0.7);
    draw(c->above, (STEPS + 1) * UNITS, 1);
    return c;
}

static void case_run(Case *c)
{
    memcpy(c->h, c->start, sizeof c->start);
    memcpy(c->dh, c->above, sizeof c->above);
    cells_forward(c->h, c->x, &c->cells, STEPS);
    cells_backward(&c->gradient, c->dh, c->h, c->x, &c->cells, STEPS);
}

static void case_free(Case *c)
{
    cells_free(&c->cells);
    cells_free(&c->gradient);
    free(c);
}

// Gradients of weights are added to what stands there.
Test(plain, a_second_pass_back_doubles_the_gradient)
{
    Case *c = case_new();
    case_run(c);
    Real once = c->gradient.v[3], bias = c->gradient.b[1];
    case_run(c);
    expect_near((double)c->gradient.v[3], 2 * (double)once, 1e-5);
    expect_near((double)c->gradient.b[1], 2 * (double)bias, 1e-5);
    case_free(c);
}

// The library's numbers of the same layer: the input's part, then the steps.
Test(plain, vectors_are_those_of_the_library)
{
    Case *c = case_new();
    case_run(c);
    Tensor x = tensor_view(CPU, REAL, shape(STEPS, IN), c->x);
    Tensor w = tensor_view(CPU, REAL, shape(IN, UNITS), c->cells.w);
    Tensor v = tensor_view(CPU, REAL, shape(UNITS, UNITS), c->cells.v);
    Tensor b = tensor_view(CPU, REAL, shape(UNITS), c->cells.b);
    Tensor start = tensor_view(CPU, REAL, shape(1, UNITS), c->start);
    Tensor dy = tensor_view(CPU, REAL, shape(1, STEPS, UNITS), c->above + UNITS);
    Tensor u = garbage(shape(STEPS, UNITS)), y = garbage(shape(1, STEPS, UNITS));
    Tensor du = garbage(shape(1, STEPS, UNITS)), dstart = garbage(shape(1, UNITS));
    Tensor kept = garbage(shape_batch(1, cell_kept(RNN, STEPS, UNITS)));
    Tensor turned = garbage(shape(UNITS, UNITS)), dw = filled(0, w.shape), db = filled(0, b.shape);
    Tensor dv = filled(0, v.shape);
    linear_forward(&u, &x, &w, &b, NULL, (Range){0, UNITS});
    Tensor steps = tensor_reshape(&u, shape(1, STEPS, UNITS));
    recurrent_forward(&y, NULL, &kept, RNN, &steps, NULL, &v, NULL, &start, NULL);
    recurrent_turn(&turned, &v);
    recurrent_backward(&du, &dstart, &kept, RNN, &dy, &turned, NULL);
    recurrent_backward_weights(&dv, NULL, NULL, &kept, RNN, NULL, NULL, (Range){0, UNITS});
    Tensor rows = tensor_reshape(&du, shape(STEPS, UNITS));
    linear_backward(NULL, &dw, &db, &rows, &x, &w, (Range){0, IN});
    const struct { const Real *ours, *theirs; int count; } pairs[] = {
        {c->h + UNITS, reals(&y), STEPS * UNITS},     {c->gradient.w, reals(&dw), IN * UNITS},
        {c->gradient.v, reals(&dv), UNITS * UNITS},   {c->gradient.b, reals(&db), UNITS}};
    for (int k = 0; k < 4; k++)
        for (int i = 0; i < pairs[k].count; i++)
            expect_near((double)pairs[k].ours[i], (double)pairs[k].theirs[i], 50 * TOLERANCE);
    // What came from above for the state before the first step is the caller's own.
    for (int j = 0; j < UNITS; j++)
        expect_near((double)(c->dh[j] - c->above[j]), (double)reals(&dstart)[j], 50 * TOLERANCE);
    case_free(c);
}

#ifdef REAL_IS_DOUBLE

static double loss_of(Case *c)
{
    double loss = 0;
    memcpy(c->h, c->start, sizeof c->start);
    cells_forward(c->h, c->x, &c->cells, STEPS);
    for (int k = 0; k < (STEPS + 1) * UNITS; k++) loss += c->above[k] * c->h[k];
    return loss;
}

Test(plain, gradients_of_vectors_agree_with_finite_differences)
{
    Case *c = case_new();
    case_run(c);
    const struct { Real *place; const Real *found; int count; } all[] = {
        {c->cells.w, c->gradient.w, IN * UNITS},
        {c->cells.v, c->gradient.v, UNITS * UNITS},
        {c->cells.b, c->gradient.b, UNITS},
        {c->start, c->dh, UNITS}};
    for (int k = 0; k < 4; k++)
        for (int i = 0; i < all[k].count; i++) {
            Real *p = all[k].place + i;
            const double before = *p, nudge = 1e-6;
            *p = before + nudge;
            double more = loss_of(c);
            *p = before - nudge;
            double less = loss_of(c);
            *p = before;
            expect_near(all[k].found[i], (more - less) / (2 * nudge), 1e-7);
        }
    case_free(c);
}

#endif

/* ---- Cells with gates -------------------------------------------------------------------------*/

typedef struct Gated {
    Tensor u, v, b, start, y, last, kept;
} Gated;

static Gated gated_new(Cell cell)
{
    int columns = cell_gates(cell) * UNITS, states = cell_states(cell) * UNITS;
    Gated g = {.u = garbage(shape(1, STEPS, columns)),
               .v = garbage(shape(UNITS, columns)),
               .b = garbage(shape(UNITS)),
               .start = garbage(shape(1, states)),
               .y = garbage(shape(1, STEPS, UNITS)),
               .last = garbage(shape(1, states)),
               .kept = garbage(shape_batch(1, cell_kept(cell, STEPS, UNITS)))};
    draw(reals(&g.u), STEPS * columns, 1.5);
    draw(reals(&g.v), UNITS * columns, 0.9);
    draw(reals(&g.b), UNITS, 0.6);
    draw(reals(&g.start), states, 0.8);
    recurrent_forward(&g.y, &g.last, &g.kept, cell, &g.u, NULL, &g.v, cell == GRU ? &g.b : NULL,
                      &g.start, NULL);
    return g;
}

Test(plain, a_gru_is_the_librarys)
{
    Gated g = gated_new(GRU);
    Real h[UNITS], r[UNITS], z[UNITS], n[UNITS];
    memcpy(h, reals(&g.start), sizeof h);
    for (int t = 0; t < STEPS; t++) {
        gru_step(h, (GruGates){r, z, n}, reals(&g.u) + t * 3 * UNITS, reals(&g.v), reals(&g.b),
                 UNITS);
        for (int j = 0; j < UNITS; j++)
            expect_near((double)h[j], (double)reals(&g.y)[t * UNITS + j], 50 * TOLERANCE);
    }
}

Test(plain, an_lstm_is_the_librarys)
{
    Gated g = gated_new(LSTM);
    Real h[UNITS], c[UNITS], i[UNITS], f[UNITS], n[UNITS], o[UNITS];
    memcpy(h, reals(&g.start), sizeof h);
    memcpy(c, reals(&g.start) + UNITS, sizeof c);
    for (int t = 0; t < STEPS; t++) {
        lstm_step(h, c, (LstmGates){i, f, n, o}, reals(&g.u) + t * 4 * UNITS, reals(&g.v), UNITS);
        for (int j = 0; j < UNITS; j++)
            expect_near((double)h[j], (double)reals(&g.y)[t * UNITS + j], 50 * TOLERANCE);
    }
    for (int j = 0; j < UNITS; j++)
        expect_near((double)c[j], (double)reals(&g.last)[UNITS + j], 50 * TOLERANCE);
}

// The step of the page: gates of logits 1, 2 and 1, a candidate of tanh(-0.5).
Test(plain, one_lstm_step_by_hand)
{
    const Real u[4] = {(Real)0.5, 2, -1, 0}, v[4] = {1, 0, 1, 2};
    Real h = (Real)0.5, c = 1, i, f, g, o;
    lstm_step(&h, &c, (LstmGates){&i, &f, &g, &o}, u, v, 1);
    expect_near((double)i, 0.731059, 1e-6);
    expect_near((double)f, 0.880797, 1e-6);
    expect_near((double)g, -0.462117, 1e-6);
    expect_near((double)o, 0.731059, 1e-6);
    expect_near((double)c, 0.880797 - 0.731059 * 0.462117, 2e-6);
    expect_near((double)h, 0.731059 * tanh(0.542962), 2e-6);
}

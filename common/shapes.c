/* shapes.c: the checks of shapes.h: layers, in the order of kernels.h. What is absent fits, where
 * kernels.h says "or absent".
 */
#include "shapes_private.h"

// A check gets all that its kernel gets, and few look at the numbers among it.
#pragma GCC diagnostic ignored "-Wunused-parameter"

/* ---- What many of them ask --------------------------------------------------------------------*/

void expect_alike(const char *what, const Tensor *a, const Tensor *b)
{
    CHECK(tensor_count(a) == tensor_count(b), "%s %s and %s", what, shape_text(a->shape).text,
          shape_text(b->shape).text);
}

void expect_count(const char *what, const Tensor *t, size_t count, const char *of)
{
    CHECK(!present(t) || tensor_count(t) == count, "%s %s for %zu %s", what,
          shape_text(t->shape).text, count, of);
}

void expect_range(const char *what, Range r, int count)
{
    CHECK(r.first >= 0 && r.count >= 0 && r.first <= count - r.count, "%s %d to %d of %d", what,
          r.first, r.first + r.count - 1, count);
}

int last_axis(const Tensor *t)
{
    CHECK(t->shape.rank > 0, "a single number, where a last axis is expected");
    return t->shape.dim[t->shape.rank - 1];
}

size_t rows_of(const Tensor *t)
{
    int width = last_axis(t);
    return width ? tensor_count(t) / (size_t)width : 0;
}

/* ---- Convolution ------------------------------------------------------------------------------*/

// That y has the shape of x convolved with w and pooled; backward, y and w are dy and dw.
static void check_convolution(const Tensor *y, const Tensor *x, const Tensor *w, Window win,
                              int pool)
{
    Images in = images(x), out = images(y);
    Filters f = filters(w);
    CHECK(win.height == f.height && win.width == f.width && out.n == in.n &&
              f.channels == in.channels && f.count == out.channels &&
              out.height ==
                  window_outputs(in.height, f.height, win.stride_y, win.padding_y) / pool &&
              out.width == window_outputs(in.width, f.width, win.stride_x, win.padding_x) / pool,
          "conv2d: y %s from x %s and w %s, stride %d x %d, padding %d x %d, pool %d",
          shape_text(y->shape).text, shape_text(x->shape).text, shape_text(w->shape).text,
          win.stride_y, win.stride_x, win.padding_y, win.padding_x, pool);
}

// That winner, if it is there, has a byte for each of y, and a byte can say which of them won.
static void check_winner(const Tensor *winner, const Tensor *y, int height, int width)
{
    if (!present(winner)) return;
    CHECK(shape_equal(winner->shape, y->shape), "pool: winners %s for y %s",
          shape_text(winner->shape).text, shape_text(y->shape).text);
    CHECK(height * width < NO_WINNER, "pool: a byte cannot say which of %d x %d pixels won", height,
          width);
}

void check_conv2d_forward(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b, Window win,
                          const Epilogue *epilogue)
{
    int pool = epilogue && epilogue->pool > 1 ? epilogue->pool : 1;
    check_convolution(y, x, w, win, pool);
    expect_count("conv2d: a bias", b, (size_t)filters(w).count, "filters");
    if (epilogue) check_winner(epilogue->winner, y, pool, pool);
}

void check_conv2d_turn(Tensor *turned, const Tensor *w)
{
    Filters f = filters(w), t = filters(turned);
    CHECK(t.height == f.height && t.width == f.width && t.channels == f.count &&
              t.count == f.channels,
          "%s turned is not %s", shape_text(w->shape).text, shape_text(turned->shape).text);
}

void check_conv2d_backward_input(Tensor *dx, const Tensor *dy, const Tensor *turned, Window win)
{
    Images in = images(dx), out = images(dy);
    Filters f = filters(turned);
    CHECK(win.height == f.height && win.width == f.width && in.n == out.n &&
              f.channels == out.channels && f.count == in.channels &&
              out.height == window_outputs(in.height, f.height, win.stride_y, win.padding_y) &&
              out.width == window_outputs(in.width, f.width, win.stride_x, win.padding_x),
          "conv2d: dx %s from dy %s and turned filters %s, window %d x %d",
          shape_text(dx->shape).text, shape_text(dy->shape).text, shape_text(turned->shape).text,
          win.height, win.width);
}

void check_conv2d_backward_weights(Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                                   Window win)
{
    check_convolution(dy, x, dw, win, 1);
    expect_count("conv2d: db", db, (size_t)filters(dw).count, "filters");
}

/* ---- Pooling ----------------------------------------------------------------------------------*/

// That y has a number a window, and no window lies in the frame alone.
static void check_pool(const Tensor *y, const Tensor *x, Window w)
{
    Images in = images(x), out = images(y);
    CHECK(out.n == in.n && out.channels == in.channels &&
              out.height == window_outputs(in.height, w.height, w.stride_y, w.padding_y) &&
              out.width == window_outputs(in.width, w.width, w.stride_x, w.padding_x),
          "pool: y %s from x %s by %d x %d, stride %d x %d, padding %d x %d",
          shape_text(y->shape).text, shape_text(x->shape).text, w.height, w.width, w.stride_y,
          w.stride_x, w.padding_y, w.padding_x);
    CHECK(w.padding_y < w.height && w.padding_x < w.width,
          "pool: a window of %d x %d with padding %d x %d", w.height, w.width, w.padding_y,
          w.padding_x);
}

void check_max_pool2d_forward(Tensor *y, Tensor *winner, const Tensor *x, Window w)
{
    check_pool(y, x, w);
    check_winner(winner, y, w.height, w.width);
}
void check_max_pool2d_backward(Tensor *dx, const Tensor *dy, const Tensor *winner, Window w)
{
    check_pool(dy, dx, w);
    CHECK(present(winner), "pool: nobody says which pixels won");
    check_winner(winner, dy, w.height, w.width);
}
void check_avg_pool2d_forward(Tensor *y, const Tensor *x, Window w) { check_pool(y, x, w); }
void check_avg_pool2d_backward(Tensor *dx, const Tensor *dy, Window w) { check_pool(dy, dx, w); }

/* ---- Linear layers ----------------------------------------------------------------------------*/

// That y [N, H] = x [N, D] times w [D, H], where a sample of y or x may have more axes.
static void check_linear(const Tensor *y, const Tensor *x, const Tensor *w)
{
    CHECK(w->shape.rank == 2 && y->shape.dim[0] == x->shape.dim[0] &&
              sample_count(x->shape) == (size_t)w->shape.dim[0] &&
              sample_count(y->shape) == (size_t)w->shape.dim[1],
          "linear: y %s = x %s times w %s", shape_text(y->shape).text, shape_text(x->shape).text,
          shape_text(w->shape).text);
}

void check_linear_forward(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b,
                          const Epilogue *epilogue, Range units)
{
    check_linear(y, x, w);
    expect_count("linear: a bias", b, (size_t)w->shape.dim[1], "units");
    expect_range("linear: units", units, w->shape.dim[1]);
}

void check_linear_backward(Tensor *dx, Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                           const Tensor *w, Range inputs)
{
    if (present(dx)) check_linear(dy, dx, w);
    if (present(dw)) check_linear(dy, x, dw);
    expect_count("linear: db", db, sample_count(dy->shape), "units");
    if (present(dx)) expect_range("linear: inputs", inputs, w->shape.dim[0]);
    if (present(dw)) expect_range("linear: inputs", inputs, dw->shape.dim[0]);
}

/* ---- Sequences --------------------------------------------------------------------------------*/

// That every symbol has a row of y, as long as those of the table w.
static void check_embedding(const Tensor *y, const Tensor *symbol, const Tensor *w)
{
    CHECK(w->shape.rank == 2 && tensor_count(y) == tensor_count(symbol) * (size_t)w->shape.dim[1],
          "embedding: %s of symbols %s from %s", shape_text(y->shape).text,
          shape_text(symbol->shape).text, shape_text(w->shape).text);
}
void check_embedding_forward(Tensor *y, const Tensor *symbol, const Tensor *w)
{
    check_embedding(y, symbol, w);
}
void check_embedding_backward(Tensor *dw, const Tensor *dy, const Tensor *symbol, Range columns)
{
    check_embedding(dy, symbol, dw);
    expect_range("embedding: columns", columns, dw->shape.dim[1]);
}

static void check_lengths(const Tensor *lengths, int samples)
{
    CHECK(!present(lengths) || tensor_count(lengths) == (size_t)samples,
          "%zu lengths for %d sequences", tensor_count(lengths), samples);
}

// y [N, ...] of x [N, T, ...]
static void check_last(const Tensor *y, const Tensor *x, const Tensor *lengths)
{
    int n = x->shape.dim[0], steps = x->shape.rank > 1 ? x->shape.dim[1] : 0;
    CHECK(steps > 0 && y->shape.dim[0] == n && tensor_count(y) * (size_t)steps == tensor_count(x),
          "last: %s of %s", shape_text(y->shape).text, shape_text(x->shape).text);
    check_lengths(lengths, n);
}
void check_last_forward(Tensor *y, const Tensor *x, const Tensor *lengths)
{
    check_last(y, x, lengths);
}
void check_last_backward(Tensor *dx, const Tensor *dy, const Tensor *lengths)
{
    check_last(dy, dx, lengths);
}

/* ---- Recurrent layers -------------------------------------------------------------------------*/

// y, or dy, [N, T, H] and what belongs to every kernel of the layer.
static void check_layer(const Tensor *y, const Tensor *kept, Cell cell, const Tensor *lengths)
{
    const int *dim = y->shape.dim;
    CHECK(y->shape.rank == 3 &&
              shape_equal(kept->shape, shape_batch(dim[0], cell_kept(cell, dim[1], dim[2]))),
          "recurrent: y %s, kept %s", shape_text(y->shape).text, shape_text(kept->shape).text);
    check_lengths(lengths, dim[0]);
}

// v is [H, G H] or, turned, [G H, H].
static void check_weights(const Tensor *v, int rows, int columns)
{
    CHECK(v->shape.rank == 2 && v->shape.dim[0] == rows && v->shape.dim[1] == columns,
          "recurrent: weights %s, where [%d, %d] are expected", shape_text(v->shape).text, rows,
          columns);
}

static void check_state(const Tensor *state, const Tensor *y, Cell cell)
{
    size_t numbers = (size_t)y->shape.dim[0] * (size_t)y->shape.dim[2] * (size_t)cell_states(cell);
    CHECK(!present(state) || tensor_count(state) == numbers, "a state %s of a recurrent layer %s",
          shape_text(state->shape).text, shape_text(y->shape).text);
}

// u has a row a step or, where there are symbols, is a table with a row a symbol.
static void check_input(const Tensor *u, const Tensor *symbol, const Tensor *y, int columns)
{
    size_t steps = (size_t)y->shape.dim[0] * (size_t)y->shape.dim[1];
    bool fits = last_axis(u) == columns &&
                (present(symbol) ? u->shape.rank == 2 && tensor_count(symbol) == steps
                                 : tensor_count(u) == steps * (size_t)columns);
    CHECK(fits, "recurrent: y %s from %s of %d columns", shape_text(y->shape).text,
          shape_text(u->shape).text, columns);
}

void check_recurrent_forward(Tensor *y, Tensor *last, Tensor *kept, Cell cell, const Tensor *u,
                             const Tensor *symbol, const Tensor *v, const Tensor *b,
                             const Tensor *start, const Tensor *lengths)
{
    check_layer(y, kept, cell, lengths);
    int hidden = y->shape.dim[2], columns = cell_gates(cell) * hidden;
    check_weights(v, hidden, columns);
    check_input(u, symbol, y, columns);
    expect_count("recurrent: a bias", b, (size_t)hidden, "units");
    check_state(last, y, cell);
    check_state(start, y, cell);
}

void check_recurrent_turn(Tensor *turned, const Tensor *v)
{
    CHECK(v->shape.rank == 2, "recurrent: weights %s", shape_text(v->shape).text);
    check_weights(turned, v->shape.dim[1], v->shape.dim[0]);
}

void check_recurrent_backward(Tensor *du, Tensor *dstart, Tensor *kept, Cell cell, const Tensor *dy,
                              const Tensor *turned, const Tensor *lengths)
{
    check_layer(dy, kept, cell, lengths);
    const int *dim = dy->shape.dim, columns = cell_gates(cell) * dim[2];
    check_weights(turned, columns, dim[2]);
    expect_count("recurrent: du", du, (size_t)dim[0] * (size_t)dim[1] * (size_t)columns,
                 "gradients of the input");
    check_state(dstart, dy, cell);
}

void check_recurrent_backward_weights(Tensor *dv, Tensor *db, Tensor *dtable, const Tensor *kept,
                                      Cell cell, const Tensor *symbol, const Tensor *lengths,
                                      Range range)
{
    int hidden = dv->shape.dim[0], columns = cell_gates(cell) * hidden;
    const int *dim = kept->shape.dim;
    check_weights(dv, hidden, columns);
    CHECK(kept->shape.rank == 3 &&
              shape_equal(kept->shape, shape_batch(dim[0], cell_kept(cell, dim[1] - 1, hidden))),
          "recurrent: weights %s, kept %s", shape_text(dv->shape).text,
          shape_text(kept->shape).text);
    expect_range("recurrent: columns", range, columns);
    check_lengths(lengths, dim[0]);
    expect_count("recurrent: db", db, (size_t)hidden, "units");
    if (!present(dtable)) return;
    CHECK(dtable->shape.rank == 2 && dtable->shape.dim[1] == columns && present(symbol) &&
              tensor_count(symbol) == (size_t)dim[0] * (size_t)(dim[1] - 1),
          "recurrent: a table's gradient %s for weights %s, kept %s",
          shape_text(dtable->shape).text, shape_text(dv->shape).text,
          shape_text(kept->shape).text);
}

/* ---- Batch normalisation ----------------------------------------------------------------------*/

// That there is a number for each of x's channels; `gamma` is any of those that must be there.
static void expect_channels(const Tensor *x, const Tensor *gamma)
{
    CHECK(present(gamma) && tensor_count(gamma) == (size_t)last_axis(x),
          "batch norm: %s for the channels of %s",
          present(gamma) ? shape_text(gamma->shape).text : "nothing", shape_text(x->shape).text);
}

void check_batch_norm_forward(Tensor *y, Tensor *mean, Tensor *deviation, Tensor *running_mean,
                              Tensor *running_variance, const Tensor *x, const Tensor *gamma,
                              const Tensor *beta, Real momentum, Real epsilon, Range channels)
{
    expect_alike("batch norm:", y, x);
    const Tensor *each[] = {mean, deviation, running_mean, running_variance, gamma, beta};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) expect_channels(x, each[i]);
    expect_range("batch norm: channels", channels, last_axis(x));
}

void check_batch_norm_backward(Tensor *dx, Tensor *dgamma, Tensor *dbeta, const Tensor *dy,
                               const Tensor *x, const Tensor *gamma, const Tensor *mean,
                               const Tensor *deviation, Range channels)
{
    expect_alike("batch norm:", dy, x);
    if (present(dx)) expect_alike("batch norm:", dx, x);
    const Tensor *each[] = {dgamma, dbeta, gamma, mean, deviation};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) expect_channels(x, each[i]);
    expect_range("batch norm: channels", channels, last_axis(x));
}

void check_batch_norm_apply(Tensor *y, const Tensor *x, const Tensor *gamma, const Tensor *beta,
                            const Tensor *running_mean, const Tensor *running_variance,
                            Real epsilon)
{
    expect_alike("batch norm:", y, x);
    const Tensor *each[] = {gamma, beta, running_mean, running_variance};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) expect_channels(x, each[i]);
}

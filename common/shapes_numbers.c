/* shapes_numbers.c: the checks of shapes.h: what goes number by number, or row by row, so that only
 * sizes count; losses, sums, optimizers.
 */
#include "shapes_private.h"

// A check gets all that its kernel gets, and few look at the numbers among it.
#pragma GCC diagnostic ignored "-Wunused-parameter"

/* ---- Number by number -------------------------------------------------------------------------*/

static void check_numbers(const Tensor *a, const Tensor *b)
{
    expect_alike("number by number:", a, b);
}
static void check_three(const Tensor *a, const Tensor *b, const Tensor *c)
{
    check_numbers(a, b);
    check_numbers(a, c);
}

#define ACTIVATION(name)                                                                           \
    void check_##name##_forward(Tensor *y, const Tensor *x) { check_numbers(y, x); }               \
    void check_##name##_backward(Tensor *dx, const Tensor *dy, const Tensor *known)                \
    {                                                                                              \
        check_three(dx, dy, known);                                                                \
    }
ACTIVATION(relu)
ACTIVATION(sigmoid)
ACTIVATION(tanh)
ACTIVATION(gelu)

void check_leaky_relu_forward(Tensor *y, const Tensor *x, Real slope) { check_numbers(y, x); }
void check_leaky_relu_backward(Tensor *dx, const Tensor *dy, const Tensor *x, Real slope)
{
    check_three(dx, dy, x);
}

/* ---- Dropout ----------------------------------------------------------------------------------*/

void check_dropout_forward(Tensor *y, const Tensor *x, Real rate, Stream stream, size_t first)
{
    CHECK(rate >= 0 && rate < 1, "a dropout rate of %g", (double)rate);
    check_numbers(y, x);
}

/* ---- Losses -----------------------------------------------------------------------------------*/

static void check_pair(const Tensor *a, const Tensor *b) { expect_alike("a loss between", a, b); }

static void expect_losses(const Tensor *loss, size_t count, const Tensor *of)
{
    CHECK(tensor_count(loss) == count, "%zu losses of %s", tensor_count(loss),
          shape_text(of->shape).text);
}

static void expect_classes(const Tensor *z)
{
    CHECK(last_axis(z) > 0, "no classes in %s", shape_text(z->shape).text);
}

static void check_labels(const Tensor *label, const Tensor *of, const char *what)
{
    expect_classes(of);
    CHECK(tensor_count(label) == rows_of(of), "%zu labels for %s %s", tensor_count(label), what,
          shape_text(of->shape).text);
}

void check_softmax_cross_entropy_forward(Tensor *loss, Tensor *p, const Tensor *z,
                                         const Tensor *label)
{
    check_pair(p, z);
    check_labels(label, z, "logits");
    expect_losses(loss, tensor_count(label), z);
}
void check_softmax_cross_entropy_backward(Tensor *dz, const Tensor *p, const Tensor *label,
                                          Real scale)
{
    check_pair(dz, p);
    check_labels(label, p, "probabilities");
}

void check_soft_cross_entropy_forward(Tensor *loss, const Tensor *z, const Tensor *target)
{
    check_pair(z, target);
    expect_classes(z);
    expect_losses(loss, rows_of(z), z);
}
void check_soft_cross_entropy_backward(Tensor *dz, const Tensor *z, const Tensor *target,
                                       Real scale)
{
    check_pair(dz, z);
    check_pair(z, target);
    expect_classes(z);
}

void check_softmax_forward(Tensor *p, const Tensor *z, Real temperature)
{
    check_pair(p, z);
    expect_classes(z);
}
void check_softmax_backward(Tensor *dz, const Tensor *dp, const Tensor *p, Real temperature)
{
    check_pair(dz, p);
    check_pair(p, dp);
    expect_classes(p);
}

// The mean over a sample's numbers, whatever axes it has.
#define LOSS(name)                                                                                 \
    void check_##name##_forward(Tensor *loss, const Tensor *y, const Tensor *target)               \
    {                                                                                              \
        check_pair(y, target);                                                                     \
        expect_losses(loss, (size_t)y->shape.dim[0], y);                                           \
    }                                                                                              \
    void check_##name##_backward(Tensor *dy, const Tensor *y, const Tensor *target, Real scale)    \
    {                                                                                              \
        check_pair(dy, y);                                                                         \
        check_pair(y, target);                                                                     \
    }
LOSS(squared_error)
LOSS(binary_cross_entropy)

static void expect_one(const char *what, const Tensor *t)
{
    CHECK(tensor_count(t) == 1, "%s is one number, not %s", what, shape_text(t->shape).text);
}

#define PENALTY(name)                                                                              \
    void check_##name##_forward(Tensor *loss, const Tensor *w, Real lambda)                        \
    {                                                                                              \
        expect_one("a penalty", loss);                                                             \
    }                                                                                              \
    void check_##name##_backward(Tensor *dw, const Tensor *w, Real lambda) { check_pair(dw, w); }
PENALTY(l1_penalty)
PENALTY(l2_penalty)

/* ---- Small pieces -----------------------------------------------------------------------------*/

void check_scale_forward(Tensor *y, const Tensor *x, Real factor) { check_numbers(y, x); }
void check_add_forward(Tensor *y, const Tensor *a, const Tensor *b) { check_three(y, a, b); }

// y is as wide as a and b together, and has as many rows as each.
static void check_concat(const Tensor *y, const Tensor *a, const Tensor *b)
{
    bool fits = last_axis(y) == last_axis(a) + last_axis(b) && rows_of(y) == rows_of(a) &&
                rows_of(y) == rows_of(b);
    CHECK(fits, "concat: %s = %s, %s", shape_text(y->shape).text, shape_text(a->shape).text,
          shape_text(b->shape).text);
}
void check_concat_forward(Tensor *y, const Tensor *a, const Tensor *b) { check_concat(y, a, b); }
void check_concat_backward(Tensor *da, Tensor *db, const Tensor *dy) { check_concat(dy, da, db); }

void check_sum_parts(Tensor *sum, const Tensor *parts, Range range)
{
    expect_range("sums of parts: numbers", range, (int)sample_count(parts->shape));
    expect_range("sums of parts: sums", range, (int)tensor_count(sum));
}

void check_mean_forward(Tensor *mean, const Tensor *x, Real count) { expect_one("a mean", mean); }
void check_sum_squares(Tensor *sum, const Tensor *x) { expect_one("a sum of squares", sum); }

/* ---- Batches ----------------------------------------------------------------------------------*/

// That a row is so many samples, and that what is read ends at `most` or before.
static void check_gathered(const Tensor *rows, const Tensor *samples, size_t samples_a_row,
                           uint64_t end, size_t most)
{
    CHECK(rows->type == samples->type &&
              sample_count(rows->shape) == samples_a_row * sample_count(samples->shape),
          "rows %s gathered from %s", shape_text(rows->shape).text,
          shape_text(samples->shape).text);
    CHECK(end <= most, "rows %s gathered up to %llu of %zu", shape_text(rows->shape).text,
          (unsigned long long)end, most);
}

void check_gather_rows(Tensor *rows, const Tensor *samples, const Tensor *order, Offset start)
{
    check_gathered(rows, samples, 1, start.at + (uint64_t)rows->shape.dim[0],
                   tensor_count(order));
}

void check_gather_windows(Tensor *rows, const Tensor *samples, Offset start)
{
    const int *d = rows->shape.dim;
    CHECK(rows->shape.rank >= 2 && d[0] > 0, "windows %s: [R, T, ...]",
          shape_text(rows->shape).text);
    check_gathered(rows, samples, (size_t)d[1], start.at + (uint64_t)d[1],
                   (size_t)(samples->shape.dim[0] / d[0]));
}

void check_distort_pictures(Tensor *pictures, Distortion distortion, Stream stream, Offset first)
{
    const int *d = pictures->shape.dim;
    CHECK(pictures->shape.rank >= 3 && d[1] > 0 && d[2] > 0 &&
              sample_count(pictures->shape) == (size_t)d[1] * (size_t)d[2],
          "pictures %s: [n, height, width, 1]", shape_text(pictures->shape).text);
    CHECK(distortion.scale >= 0 && distortion.scale < 1,
          "a scale of 1 ± %g turns pictures inside out", (double)distortion.scale);
}

/* ---- Optimizers -------------------------------------------------------------------------------*/

void check_clip_by_norm(Tensor *g, const Tensor *squares, Real limit)
{
    expect_one("a sum of squares", squares);
}
void check_clip_by_value(Tensor *g, Real limit) {}

static void check_update(const Tensor *w, const Tensor *gradient_or_moment)
{
    CHECK(tensor_count(w) == tensor_count(gradient_or_moment),
          "%zu values, but %zu of gradient or moment", tensor_count(w),
          tensor_count(gradient_or_moment));
}

void check_sgd_update(Tensor *w, Tensor *g, Hyper hyper) { check_update(w, g); }

#define UPDATE_OF_THREE(name)                                                                      \
    void check_##name##_update(Tensor *w, Tensor *g, Tensor *moment, Hyper hyper)                  \
    {                                                                                              \
        check_update(w, g);                                                                        \
        check_update(w, moment);                                                                   \
    }
#define UPDATE_OF_FOUR(name)                                                                       \
    void check_##name##_update(Tensor *w, Tensor *g, Tensor *m, Tensor *v, Hyper hyper)            \
    {                                                                                              \
        check_update(w, g);                                                                        \
        check_update(w, m);                                                                        \
        check_update(w, v);                                                                        \
    }
UPDATE_OF_THREE(momentum)
UPDATE_OF_THREE(nesterov)
UPDATE_OF_THREE(adagrad)
UPDATE_OF_THREE(rmsprop)
UPDATE_OF_FOUR(adadelta)
UPDATE_OF_FOUR(adam)

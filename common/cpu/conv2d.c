/* conv2d.c: direct convolution and its gradients, all three on the register tile of tile.h.
 *
 * Filters lie with their output channels last, so that one vector is 16
 * (AVX-512) filters at one pixel. Where their number is no multiple of that,
 * filters and results are copied with zeros behind.
 */
#include "cpu.h"
#include "tile.h"

// Everything that the loop over output rows needs: image and filters in
// the form that tiles can read.
typedef struct Scene {
    const Real *image;
    int channels, width;   // of the image with its frame of zeros
    const Real *filters;   // [height][length][lanes]
    int height, length;    // of a filter; a row of it is width times channels numbers long
    int lanes;             // filters, in whole vectors
    int stride_y, stride_x;
} Scene;

// Rounded up to a multiple of LANES.
static int whole_vectors(int count) { return (count + LANES - 1) / LANES * LANES; }

// Rows of `count` numbers, from_step apart, to places that are to_step apart.
static void copy_rows(Real *to, ptrdiff_t to_step, const Real *from, ptrdiff_t from_step, int rows,
                      int count)
{
    for (int i = 0; i < rows; i++)
        memcpy(to + i * to_step, from + i * from_step, (size_t)count * sizeof(Real));
}

// Rows of `count` numbers, each followed by zeros up to whole vectors.
static void copy_whole(Real *to, const Real *from, int rows, int count)
{
    int lanes = whole_vectors(count);
    memset(to, 0, (size_t)rows * lanes * sizeof(Real));
    copy_rows(to, lanes, from, count, rows, count);
}

// The filters where they lie, or a copy padded to whole vectors, in scratch memory.
static const Real *whole_filters(Real *scratch, const Tensor *w)
{
    int count = w->shape.dim[3];
    if (count % LANES == 0) return reals(w);
    copy_whole(scratch, reals(w), (int)(tensor_count(w) / count), count);
    return scratch;
}
// How much scratch memory that takes.
static size_t whole_filters_size(const Tensor *w)
{
    int count = w->shape.dim[3];
    return count % LANES == 0 ? 0 : tensor_count(w) / count * whole_vectors(count);
}

// An image inside a frame of zeros: its pixel (0, 0) stands at (top, left), its rows and columns
// lie stride_y and stride_x apart. What falls outside the frame is left out. Within a frame no loop
// need ask where the image ends.
typedef struct Frame {
    int height, width, top, left, stride_y, stride_x;
} Frame;

// In the forward pass pixels lie side by side, in a frame as wide as the padding.
static Frame padding_frame(Images x, Window win)
{
    return (Frame){.height = x.height + 2 * win.padding_y,
                   .width = x.width + 2 * win.padding_x,
                   .top = win.padding_y,
                   .left = win.padding_x,
                   .stride_y = 1,
                   .stride_x = 1};
}

// The pixels of one row: together where they lie side by side, one by one where they lie apart.
static void frame_row(Real *row, const Real *pixels, int width, int channels, Frame f)
{
    size_t pixel = (size_t)channels * sizeof(Real);
    if (f.stride_x == 1) {
        int first = f.left < 0 ? -f.left : 0,
            end = f.left + width > f.width ? f.width - f.left : width;
        if (first < end)
            memcpy(row + (f.left + first) * channels, pixels + first * channels,
                   (size_t)(end - first) * pixel);
        return;
    }
    for (int j = 0; j < width; j++) {
        int column = f.left + j * f.stride_x;
        if (column >= 0 && column < f.width)
            memcpy(row + column * channels, pixels + j * channels, pixel);
    }
}

// framed(top + i stride_y, left + j stride_x) = image(i, j), zero elsewhere
static void frame_image(Real *framed, const Real *image, Images size, Frame f)
{
    size_t frame_width = (size_t)f.width * size.channels,
           image_width = (size_t)size.width * size.channels;
    memset(framed, 0, f.height * frame_width * sizeof(Real));
    for (int i = 0; i < size.height; i++) {
        int row = f.top + i * f.stride_y;
        if (row >= 0 && row < f.height)
            frame_row(framed + row * frame_width, image + i * image_width, size.width,
                      size.channels, f);
    }
}

// A framed image of these channels under the window; the caller adds the
// filters, where there are any.
static Scene scene_of(const Real *framed, Frame frame, int channels, Window win, int lanes)
{
    return (Scene){.image = framed,
                   .channels = channels,
                   .width = frame.width,
                   .height = win.height,
                   .length = win.width * channels,
                   .lanes = lanes,
                   .stride_y = win.stride_y,
                   .stride_x = win.stride_x};
}

// One row of the output, with t = v*channels + c along a row of the filter:
// out(j,f) = sum over u,t of image(row*stride_y + u, j*stride_x*channels + t) filters(u,t,f)
static void convolve_row(Real *out, const Scene *s, int row, int width)
{
    Tile tile = {.a_step = s->stride_x * s->channels,
                 .a_row = s->width * s->channels,
                 .a_along = 1,
                 .b_row = s->lanes,
                 .rows = s->height,
                 .length = s->length,
                 .c_step = s->lanes};
    const Real *first = s->image + (ptrdiff_t)row * s->stride_y * tile.a_row;
    for (int f = 0; f < s->lanes; f += 2 * LANES) {
        tile.b = s->filters + f;
        for (int j = 0, steps; j < width; j += steps) {
            steps = width - j < TILE_STEPS ? width - j : TILE_STEPS;
            tile.a = first + j * tile.a_step;
            tile.c = out + (ptrdiff_t)j * s->lanes + f;
            tile_run(&tile, steps, s->lanes - f >= 2 * LANES ? 2 : 1, false);
        }
    }
}

// y = relu?(the largest of pool x pool pixels + bias), for up to one vector of channels; which[]
// says which one it was, or that relu cut it off. relu of the largest is the largest of the relus,
// with less work. Pixels are `pixel` numbers apart, rows `row`.
static void pool_vector(Real *y, uint8_t *which, const Real *rows, ptrdiff_t row, ptrdiff_t pixel,
                        Vector bias, const Epilogue *e, int count)
{
    Vector best = load(rows) + bias;
    Mask winner = {0};
    for (int k = 1; k < e->pool * e->pool; k++) {
        Vector v = load(rows + k / e->pool * row + k % e->pool * pixel) + bias;
        Mask better = beats(v, best);
        best = select_lanes(better, v, best);
        winner = (winner & ~better) | (better & k);
    }
    if (e->relu) {
        Mask cut_off = best <= (Vector){0};
        best = above_zero(best);
        winner = (winner & ~cut_off) | (cut_off & NO_WINNER);
    }
    store_upto(y, best, count);
    if (which) store_bytes(which, winner, count);
}

// `pool` rows of `wide` pixels, `lanes` numbers each, become one row of y, whose pixels have only
// as many numbers as there are filters: bias, relu, pooling.
static void finish_rows(Real *y, uint8_t *winner, const Real *rows, const Real *bias,
                        const Epilogue *e, Images out, int wide, int lanes)
{
    for (int j = 0; j < out.width; j++) {
        for (int f = 0; f < out.channels; f += LANES) {
            int left = out.channels - f, place = j * out.channels + f;
            Vector b = bias ? load_upto(bias + f, left) : (Vector){0};
            pool_vector(y + place, winner ? winner + place : NULL,
                        rows + (ptrdiff_t)j * e->pool * lanes + f, (ptrdiff_t)wide * lanes, lanes,
                        b, e, left);
        }
    }
}

typedef struct Sizes {
    Images x, y;
    int conv_height, conv_width, pool;   // of the convolution, before it is pooled
} Sizes;

static Sizes sizes_of(const Tensor *y, const Tensor *x, Window win, int pool)
{
    Sizes s = {.x = images(x), .y = images(y), .pool = pool > 1 ? pool : 1};
    s.conv_height = window_outputs(s.x.height, win.height, win.stride_y, win.padding_y);
    s.conv_width = window_outputs(s.x.width, win.width, win.stride_x, win.padding_x);
    return s;
}

// y = pool?(relu?(b + x convolved with w)). Row after row of y: the rows of the
// convolution that it is made of go into scratch memory, and what the epilogue makes of
// them is written while they are in cache.
void conv2d_forward_cpu(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b, Window win,
                        const Epilogue *epilogue)
{
    Epilogue e = epilogue ? *epilogue : (Epilogue){0};
    Sizes s = sizes_of(y, x, win, e.pool);
    e.pool = s.pool;
    Frame frame = padding_frame(s.x, win);
    int lanes = whole_vectors(s.y.channels);
    Real *framed = scratch_take((size_t)frame.height * frame.width * s.x.channels);
    Real *packed = scratch_take(whole_filters_size(w));
    Real *rows = scratch_take((size_t)s.pool * s.conv_width * lanes);
    const Real *bias = present(b) ? reals(b) : NULL;
    Scene scene = scene_of(framed, frame, s.x.channels, win, lanes);
    scene.filters = whole_filters(packed, w);

    for (int n = 0; n < s.y.n; n++) {
        frame_image(framed, reals(x) + (size_t)n * s.x.height * s.x.width * s.x.channels, s.x,
                    frame);
        for (int i = 0; i < s.y.height; i++) {
            for (int u = 0; u < s.pool; u++)
                convolve_row(rows + (ptrdiff_t)u * s.conv_width * lanes, &scene, i * s.pool + u,
                             s.conv_width);
            size_t place = (((size_t)n * s.y.height + i) * s.y.width) * s.y.channels;
            uint8_t *winner = present(e.winner) ? bytes(e.winner) + place : NULL;
            finish_rows(reals(y) + place, winner, rows, bias, &e, s.y, s.conv_width, lanes);
        }
    }
    scratch_give(rows);
    scratch_give(packed);
    scratch_give(framed);
}

// A filter turned by half a circle, its channels and filters exchanged.
void conv2d_turn_cpu(Tensor *turned, const Tensor *w)
{
    const int *d = w->shape.dim;   // [KH, KW, C, F]
    int channels = d[2], filters = d[3], last = d[0] * d[1] - 1;
    size_t block = (size_t)channels * filters;
    for (int place = 0; place <= last; place++) {
        const Real *from = reals(w) + (last - place) * block;
        Real *to = reals(turned) + place * block;
        for (int f = 0; f < filters; f++)
            for (int c = 0; c < channels; c++)
                to[f * channels + c] = from[c * filters + f];
    }
}

// dx(i,j,c) = sum over u,v,f of turned(u,v,f,c) framed(i + u, j + v, f): a convolution with stride
// 1, whatever the stride was. In the frame the pixels of dy lie `stride` apart, with zeros between
// them, and dy(0,0) stands at (height-1-padding, width-1-padding).
void conv2d_backward_input_cpu(Tensor *dx, const Tensor *dy, const Tensor *turned, Window win)
{
    Images in = images(dx), out = images(dy);
    int height = turned->shape.dim[0], width = turned->shape.dim[1],
        lanes = whole_vectors(in.channels);
    Frame frame = {.height = in.height + height - 1,
                   .width = in.width + width - 1,
                   .top = height - 1 - win.padding_y,
                   .left = width - 1 - win.padding_x,
                   .stride_y = win.stride_y,
                   .stride_x = win.stride_x};
    Real *framed = scratch_take((size_t)frame.height * frame.width * out.channels);
    Real *packed = scratch_take(whole_filters_size(turned));
    Real *row = scratch_take((size_t)in.width * lanes);
    Window by_one = {.height = height, .width = width, .stride_y = 1, .stride_x = 1};
    Scene scene = scene_of(framed, frame, out.channels, by_one, lanes);
    scene.filters = whole_filters(packed, turned);

    size_t in_row = (size_t)in.width * in.channels,
           out_size = (size_t)out.height * out.width * out.channels;
    for (int n = 0; n < in.n; n++) {
        frame_image(framed, reals(dy) + n * out_size, out, frame);
        for (int i = 0; i < in.height; i++) {
            Real *place = reals(dx) + ((size_t)n * in.height + i) * in_row;
            bool whole = lanes == in.channels;
            convolve_row(whole ? place : row, &scene, i, in.width);
            if (!whole) copy_rows(place, in.channels, row, lanes, in.width, in.channels);
        }
    }
    scratch_give(row);
    scratch_give(packed);
    scratch_give(framed);
}

// One sample, with t = v*channels + c as above:
// dw(u,t,f) += sum over i,j of image(i*stride_y + u, j*stride_x*channels + t) dy(i,j,f)
// Pixels of dy and places of dw are `lanes` numbers apart.
static void add_filter_gradient(Real *dw, const Scene *s, const Real *dy, int out_height,
                                int out_width)
{
    Tile tile = {.a_step = 1,
                 .a_row = (ptrdiff_t)s->stride_y * s->width * s->channels,
                 .a_along = s->stride_x * s->channels,
                 .b_row = s->lanes,
                 .rows = out_height,
                 .length = out_width,
                 .c_step = s->lanes};
    for (int f = 0; f < s->lanes; f += 2 * LANES) {
        tile.b = dy + f;
        for (int u = 0; u < s->height; u++) {
            for (int t = 0, steps; t < s->length; t += steps) {
                steps = s->length - t < TILE_STEPS ? s->length - t : TILE_STEPS;
                tile.a = s->image + (ptrdiff_t)u * s->width * s->channels + t;
                tile.c = dw + ((ptrdiff_t)u * s->length + t) * s->lanes + f;
                tile_run(&tile, steps, s->lanes - f >= 2 * LANES ? 2 : 1, true);
            }
        }
    }
}

// dw and db are added to, sample after sample in the order of the batch. Where the filters are no
// whole vectors, dy is copied with zeros behind and dw is added up in scratch memory first.
void conv2d_backward_weights_cpu(Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                                 Window win)
{
    Sizes s = sizes_of(dy, x, win, 1);
    int filters = s.y.channels, lanes = whole_vectors(filters), pixels = s.y.height * s.y.width;
    int places = dw->shape.dim[0] * dw->shape.dim[1] * s.x.channels;
    bool whole = lanes == filters;
    Frame frame = padding_frame(s.x, win);
    Real *framed = scratch_take((size_t)frame.height * frame.width * s.x.channels);
    Real *wide_dy = scratch_take(whole ? 0 : (size_t)pixels * lanes);
    Real *wide_dw = scratch_take(whole ? 0 : (size_t)places * lanes);
    if (!whole) memset(wide_dw, 0, (size_t)places * lanes * sizeof(Real));
    Scene scene = scene_of(framed, frame, s.x.channels, win, lanes);

    for (int n = 0; n < s.y.n; n++) {
        const Real *sample_dy = reals(dy) + (size_t)n * pixels * filters;
        frame_image(framed, reals(x) + (size_t)n * s.x.height * s.x.width * s.x.channels, s.x,
                    frame);
        if (!whole) copy_whole(wide_dy, sample_dy, pixels, filters);
        add_filter_gradient(whole ? reals(dw) : wide_dw, &scene, whole ? sample_dy : wide_dy,
                            s.y.height, s.y.width);
        if (present(db)) sum_rows(reals(db), sample_dy, pixels, filters, filters);
    }
    for (int k = 0; !whole && k < places; k++)
        for (int f = 0; f < filters; f++)
            reals(dw)[(size_t)k * filters + f] += wide_dw[(size_t)k * lanes + f];
    scratch_give(wide_dw);
    scratch_give(wide_dy);
    scratch_give(framed);
}

// Small numbers for the drawings of how a convolution and a pooling work. The
// loops of ch07-cnn.c compute the answers, so no drawing can be wrong alone.
#include "lesson.h"

#include <string.h>

// The cells of a grid that a drawing marks, and how.
typedef struct Mark {
    const char *role;   // "window", "answer", "frame", …
    int row, column, height, width;
} Mark;

static bool marked(const Mark *m, int row, int column)
{
    return row >= m->row && row < m->row + m->height && column >= m->column &&
           column < m->column + m->width;
}

// One channel of a grid, cell by cell. Of two marks on a cell the later one
// counts; a list of marks ends with one without a role. Where a window stands
// is the drawing's to say: it moves.
static void write_grid(FILE *table, const char *drawing, const char *grid,
                       const float *cells, Extent size, int channel,
                       const Mark *marks)
{
    for (int i = 0; i < size.height; i++)
        for (int j = 0; j < size.width; j++) {
            int cell = (i * size.width + j) * size.channels + channel;
            const char *role = "plain";
            for (const Mark *m = marks; m->role; m++)
                if (marked(m, i, j)) role = m->role;
            fprintf(table, "%s\t%s\t%d\t%d\t%g\t%s\n", drawing, grid, i, j,
                    (double)cells[cell], role);
        }
}

#define MARKS(...) ((const Mark[]){__VA_ARGS__ __VA_OPT__(,) {0}})

// A kernel of 2 x 2 on the picture of 2 x 3 that the text begins with.
static void write_window(FILE *table)
{
    static const float picture[] = {1, 0, 2, 3, 1, 0};
    static const float kernel[] = {1, -1, 0, 2}, no_bias[] = {0};
    float answers[2];
    convolution_plain(answers, picture, kernel, no_bias, (Extent){2, 3, 1}, 1,
                      2, 1, 0);
    write_grid(table, "window", "picture", picture, (Extent){2, 3, 1}, 0,
               MARKS());
    write_grid(table, "window", "kernel", kernel, (Extent){2, 2, 1}, 0,
               MARKS({"weight", 0, 0, 2, 2}));
    write_grid(table, "window", "answers", answers, (Extent){1, 2, 1}, 0,
               MARKS({"asked", 0, 1, 1, 1}));
}

enum { SMALL = 4, FRAMED = SMALL + 2 };

// Ones on the sum of nine pixels: what the frame of zeros does at a corner.
static void write_padding(FILE *table)
{
    static const float picture[SMALL * SMALL] = {2, 1, 0, 3, 0, 4, 1, 1,
                                                 5, 0, 2, 0, 1, 3, 0, 6};
    static const float ones[9] = {1, 1, 1, 1, 1, 1, 1, 1, 1}, no_bias[] = {0};
    float framed[FRAMED * FRAMED] = {0}, answers[SMALL * SMALL];
    for (int i = 0; i < SMALL; i++)
        memcpy(framed + (i + 1) * FRAMED + 1, picture + i * SMALL,
               SMALL * sizeof *picture);
    convolution_plain(answers, picture, ones, no_bias,
                      (Extent){SMALL, SMALL, 1}, 1, 3, 1, 1);
    write_grid(table, "padding", "picture", framed,
               (Extent){FRAMED, FRAMED, 1}, 0,
               MARKS({"frame", 0, 0, FRAMED, FRAMED},
                     {"plain", 1, 1, SMALL, SMALL}));
    write_grid(table, "padding", "answers", answers,
               (Extent){SMALL, SMALL, 1}, 0, MARKS());
}

// Where a window of 3 x 3 has its middle on a picture of 5 x 5: the number of
// its answer stands there, in reading order.
static void write_stride(FILE *table, const char *grid, int stride)
{
    enum { SIZE = 5, WINDOW = 3 };
    float middles[SIZE * SIZE] = {0};
    int places = (SIZE - WINDOW) / stride + 1;
    for (int i = 0; i < places; i++)
        for (int j = 0; j < places; j++)
            middles[(i * stride + 1) * SIZE + j * stride + 1] =
                (float)(i * places + j + 1);
    write_grid(table, "stride", grid, middles, (Extent){SIZE, SIZE, 1}, 0,
               MARKS());
}

// Three channels, two filters of 2 x 2 with a weight for each of them, two
// maps. Weight (u, v, c, f) is number ((u * 2 + v) * 3 + c) * 2 + f.
static void write_channels(FILE *table)
{
    static const float picture[3 * 3 * 3] = {
        1, 0, 2, 0, 1, 1, 3, 0, 0, 2, 1, 0, 1, 1,
        0, 0, 2, 1, 0, 0, 1, 2, 1, 0, 1, 0, 2};
    static const float weights[2 * 2 * 3 * 2] = {
        1, 0,  0, 1, -1, 0, 0, -1, 1, 0, 0, 1,
        2, 0, -1, 1,  0, 0, 1,  1, 0, 2, 1, 0};
    static const float bias[2] = {0, 1};
    static const char *const channel[] = {"red", "green", "blue"};
    float maps[2 * 2 * 2];
    char name[32];
    convolution_plain(maps, picture, weights, bias, (Extent){3, 3, 3}, 2, 2,
                      1, 0);
    for (int c = 0; c < 3; c++)
        write_grid(table, "channels", channel[c], picture,
                   (Extent){3, 3, 3}, c, MARKS());
    for (int f = 0; f < 2; f++)
        for (int c = 0; c < 3; c++) {
            snprintf(name, sizeof name, "filter%d-%s", f + 1, channel[c]);
            write_grid(table, "channels", name, weights, (Extent){2, 2, 6},
                       c * 2 + f, MARKS({"weight", 0, 0, 2, 2}));
        }
    write_grid(table, "channels", "bias", bias, (Extent){1, 2, 1}, 0,
               MARKS());
    for (int f = 0; f < 2; f++) {
        snprintf(name, sizeof name, "map%d", f + 1);
        write_grid(table, "channels", name, maps, (Extent){2, 2, 2}, f,
                   MARKS());
    }
}

// The squares of the text, their largest numbers, and where a gradient goes.
static void write_pooling(FILE *table)
{
    static float squares[16] = {1, 5, 3, 0, 4, 2, 3, 1,
                                7, 0, 0, 0, 1, 0, 2, 6};
    static float arriving[4] = {2, -1, 1, 3};
    float largest[4], passed[16];
    uint8_t place[4];
    Window win = {2, 2, 2, 2, 0, 0};
    Tensor x = tensor_view(CPU, REAL, shape(1, 4, 4, 1), squares);
    Tensor y = tensor_view(CPU, REAL, shape(1, 2, 2, 1), largest);
    Tensor winner = tensor_view(CPU, U8, shape(1, 2, 2, 1), place);
    Tensor dy = tensor_view(CPU, REAL, shape(1, 2, 2, 1), arriving);
    Tensor dx = tensor_view(CPU, REAL, shape(1, 4, 4, 1), passed);
    max_pool2d_forward(&y, &winner, &x, win);
    max_pool2d_backward(&dx, &dy, &winner, win);
    Mark winners[5] = {{0}};
    for (int k = 0; k < 4; k++)
        winners[k] = (Mark){"winner", k / 2 * 2 + place[k] / 2,
                            k % 2 * 2 + place[k] % 2, 1, 1};
    Extent in = {4, 4, 1}, out = {2, 2, 1};
    write_grid(table, "pooling", "squares", squares, in, 0, winners);
    write_grid(table, "pooling", "largest", largest, out, 0,
               MARKS({"winner", 0, 0, 2, 2}));
    write_grid(table, "pooling", "arriving", arriving, out, 0,
               MARKS({"gradient", 0, 0, 2, 2}));
    for (Mark *m = winners; m->role; m++) m->role = "gradient";
    write_grid(table, "pooling", "passed", passed, in, 0, winners);
}

void show_grids(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table =
        app_table(app, "grids", "drawing\tgrid\trow\tcolumn\tvalue\trole");
    write_window(table);
    write_padding(table);
    write_stride(table, "one", 1);
    write_stride(table, "two", 2);
    write_channels(table);
    write_pooling(table);
    app_detail(app, "grids: small numbers for the chapter's drawings");
}

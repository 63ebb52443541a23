// What a network says of every point of the plane.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

static Real coordinate(int k, int side)
{
    return (Real)(-6 + 12.0 * k / (side - 1));
}

static void place(Real point[2], int k, int side)
{
    point[0] = coordinate(k % side, side);
    point[1] = coordinate(k / side, side);
}

void for_plane(const Design *design, Node *x, Node *node, int side,
               ForPoint *call, void *env)
{
    int batch = graph_batch(x), width = (int)shape_count(node_shape(node));
    Real point[2],
        *rows = allocate((size_t)(batch * design->inputs), sizeof *rows);
    for (int first = 0, n; first < side * side; first += n) {
        n = side * side - first < batch ? side * side - first : batch;
        for (int i = 0; i < n; i++) {
            place(point, first + i, side);
            planar_inputs(rows + i * design->inputs, design->input,
                          design->inputs, point);
        }
        Tensor some = tensor_view(CPU, REAL, shape(n, design->inputs), rows);
        feed(x, &some);
        const Real *values = reals(predict(node));
        for (int i = 0; i < n; i++) {
            place(point, first + i, side);
            call(env, point, values + i * width);
        }
    }
    free(rows);
}

double sure(Real logit) { return 1 / (1 + exp(-(double)logit)); }

typedef struct Row {
    FILE *table;
    const char *name;
} Row;

static void write_answer(void *env, const Real point[2], const Real *logit)
{
    const Row *row = env;
    fprintf(row->table, "%s\t%.2f\t%.2f\t%.4f\n", row->name, (double)point[0],
            (double)point[1], sure(*logit));
}

void write_plane(FILE *table, const char *name, const Design *design, Node *x,
                 Node *logit)
{
    Row row = {table, name};
    for_plane(design, x, logit, SIDE, write_answer, &row);
}

void write_points(FILE *table, const char *row, const Dataset *points)
{
    for (int n = 0; n < points->count; n++) {
        const Real *x = reals(&points->inputs) + 2 * n;
        fprintf(table, "%s\t%.3f\t%.3f\t%.0f\n", row, (double)x[0],
                (double)x[1], (double)reals(&points->targets)[n]);
    }
}

// Pictures grow downwards, the plane upwards.
typedef struct Canvas {
    uint8_t *pixels;
    int side, next;
} Canvas;

static void paint(void *env, const Real point[2], const Real *logit)
{
    Canvas *c = env;
    (void)point;
    int row = c->side - 1 - c->next / c->side;
    c->pixels[row * c->side + c->next % c->side] =
        (uint8_t)lround(255 * sure(*logit));
    c->next++;
}

void plane_pixels(uint8_t *pixels, int side, const Design *design, Node *x,
                  Node *logit)
{
    Canvas canvas = {pixels, side, 0};
    for_plane(design, x, logit, side, paint, &canvas);
}

// One digit in memory, five views of it; a bias added to a batch by a step
// of 0, along the right axis and along the wrong one; and what a long step
// costs.
#include "view.h"

#include "lesson.h"
#include "rounds.h"

#include <stdlib.h>

static void write_view(FILE *table, const char *name, View v)
{
    for (int i = 0; i < v.size[0]; i++)
        for (int j = 0; j < v.size[1]; j++)
            fprintf(table, "%s\t%d\t%d\t%.0f\n", name, i, j,
                    (double)*view_at(v, (const int[]){i, j}));
}

static void write_views(App *app, const uint8_t *digit)
{
    float numbers[PIXELS];
    for (int i = 0; i < PIXELS; i++) numbers[i] = digit[i];
    View v = view_of(numbers, 2, (const int[]){SIDE, SIDE});
    View half = view_part(view_part(v, 0, 0, SIDE / 2, 2), 1, 0, SIDE / 2, 2);
    View row = view_part(v, 0, SIDE / 2, 1, 1);
    FILE *table = app_table(app, "strides", "view\trow\tcolumn\tlevel");
    write_view(table, "as it lies", v);
    write_view(table, "transposed", view_transposed(v, 0, 1));
    write_view(table, "mirrored", view_reversed(v, 1));
    write_view(table, "every second", half);
    write_view(table, "one row", view_broadcast(row, 2, v.size));
}

/* ---- A bias for three units, three samples ------------------------------*/

static void write_bias(App *app)
{
    enum { SAMPLES = 3, UNITS = 3, BOTH = SAMPLES * UNITS };
    float bias[UNITS] = {10, 20, 30}, right[BOTH], wrong[BOTH];
    for (int k = 0; k < BOTH; k++) right[k] = wrong[k] = (float)k;
    View b = view_of(bias, 1, (const int[]){UNITS});
    View column = view_of(bias, 2, (const int[]){UNITS, 1});
    view_add(view_of(right, 2, (const int[]){SAMPLES, UNITS}), b);
    view_add(view_of(wrong, 2, (const int[]){SAMPLES, UNITS}), column);
    FILE *table =
        app_table(app, "strides-bias", "sample\tunit\tbefore\tright\twrong");
    for (int k = 0; k < BOTH; k++)
        fprintf(table, "%d\t%d\t%d\t%.0f\t%.0f\n", k / UNITS, k % UNITS, k,
                (double)right[k], (double)wrong[k]);
    app_metric(app, "strides_bias_right", (double)right[1], "");
    app_metric(app, "strides_bias_wrong", (double)wrong[1], "");
}

/* ---- What a long step costs ---------------------------------------------*/

enum { LARGE = 2048 };   // numbers a side: 16 MiB

typedef struct Walk {
    const float *x;
    ptrdiff_t along, across;   // steps of the inner and of the outer loop
    float sum;
} Walk;

static void walk(void *env)
{
    Walk *w = env;
    float sum = 0;
    for (int i = 0; i < LARGE; i++)
        for (int j = 0; j < LARGE; j++)
            sum += w->x[i * w->across + j * w->along];
    w->sum = sum;
}

static void time_walks(App *app)
{
    float *x = allocate((size_t)LARGE * LARGE, sizeof *x);
    for (int i = 0; i < LARGE * LARGE; i++) x[i] = 1;
    Walk rows = {x, 1, LARGE, 0}, columns = {x, LARGE, 1, 0};
    Way ways[] = {{walk, &rows, 0}, {walk, &columns, 0}};
    Timing time[2];
    time_rounds(app, time, ways, 2, 5);
    app_metric(app, "strides_rows_ms", 1e3 * time[0].best, "ms");
    app_metric(app, "strides_columns_ms", 1e3 * time[1].best, "ms");
    app_metric(app, "strides_times", time[1].best / time[0].best, "times");
    app_say(app,
            "strides: the same %d million numbers added row by row %.1f ms, "
            "column by column %.1f  [fig:ch01-strides]",
            LARGE * LARGE / 1000000, 1e3 * time[0].best, 1e3 * time[1].best);
    free(x);
}

void show_strides(App *app, Lesson *lesson)
{
    write_views(app, bytes(&lesson->test.inputs));
    write_bias(app);
    time_walks(app);
}

// The trained network: where it says yes, and what each of its units has to
// say about the plane.
#include "lesson.h"

enum { UNIT_SIDE = 25, MOST_SHOWN = 8 };   // units of a layer that are drawn

typedef struct UnitRows {
    FILE *table;
    int layer, units;
} UnitRows;

static void write_units(void *env, const Real point[2], const Real *h)
{
    const UnitRows *rows = env;
    for (int j = 0; j < rows->units; j++)
        fprintf(rows->table, "%d\t%d\t%.2f\t%.2f\t%.3f\n", rows->layer, j + 1,
                (double)point[0], (double)point[1], (double)h[j]);
}

void show_boundary(App *app, Lesson *lesson)
{
    const Design *d = &lesson->design;
    const Net *net = &lesson->show;
    FILE *plane = app_table(app, "boundary", "network\tx1\tx2\tp");
    FILE *points = app_table(app, "boundary-points", "set\tx1\tx2\tt");
    FILE *units = app_table(app, "boundary-units", "layer\tunit\tx1\tx2\th");
    write_plane(plane, "lesson", d, net->x, net->logit);
    write_points(points, "train", &lesson->points);
    for (int k = 0; k < d->layers; k++) {
        int shown = d->hidden[k] < MOST_SHOWN ? d->hidden[k] : MOST_SHOWN;
        UnitRows rows = {units, k + 1, shown};
        for_plane(d, net->x, net->unit[k], UNIT_SIDE, write_units, &rows);
    }
    double train = share_right(net->x, net->logit, &lesson->train);
    double test = share_right(net->x, net->logit, &lesson->test);
    app_metric(app, "boundary_train", train, "fraction");
    app_metric(app, "boundary_test", test, "fraction");
    app_say(app,
            "boundary: %.1f%% of the training points right, %.1f%% of new "
            "ones; the units in between  [fig:ch05-units]",
            100 * train, 100 * test);
}

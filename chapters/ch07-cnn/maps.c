// Feature maps: what each filter answers, everywhere on a digit.
#include "lesson.h"

// maps [1, H, W, F]; gives the share of answers that relu left above zero.
static double write_maps(FILE *table, const char *layer, const Tensor *maps)
{
    const int *d = maps->shape.dim;
    size_t alive = 0;
    for (int f = 0; f < d[3]; f++)
        for (int i = 0; i < d[1]; i++)
            for (int j = 0; j < d[2]; j++) {
                double answer =
                    (double)reals(maps)[(i * d[2] + j) * d[3] + f];
                alive += answer > 0;
                fprintf(table, "%s\t%d\t%d\t%d\t%.4f\n", layer, f, i, j,
                        answer);
            }
    return (double)alive / (double)tensor_count(maps);
}

void show_maps(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    FILE *table =
        app_table(app, "maps", "layer\tfilter\trow\tcolumn\tanswer");
    feed_digits(net->image, bytes(&lesson->test.inputs), 1);
    double first = write_maps(table, "conv1", predict(net->maps1));
    double second = write_maps(table, "conv2", predict(net->maps2));
    app_metric(app, "maps_alive_first", first, "fraction");
    app_metric(app, "maps_alive_second", second, "fraction");
    app_say(app, "maps: relu leaves %.0f%% of the first layer's answers "
                 "above zero, %.0f%% of the second's  [fig:ch07-maps]",
            100 * first, 100 * second);
}

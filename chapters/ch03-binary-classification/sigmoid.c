// A line squeezed between 0 and 1, and its surface over the plane of apples.
#include "apples.h"
#include "lesson.h"

static void write_curve(App *app)
{
    FILE *table = app_table(app, "sigmoid", "z\tp\tslope");
    for (int k = -80; k <= 80; k++) {
        float z = (float)k / 10, p = sigmoid_plain(z);
        fprintf(table, "%.1f\t%.6f\t%.6f\n", (double)z, (double)p,
                (double)(p * (1 - p)));
    }
}

// That of the line that the perceptron has ended with, and of one ten times
// as steep: the boundary is the same.
static void write_surface(App *app)
{
    FILE *table = app_table(app, "sigmoid-surface", "size\tcolour\tp\tsteep");
    Plane once = {{0.1f, 1.9f}, -3.2f}, times = {{1, 19}, -32};
    Line line = line_of(&once), steep = line_of(&times);
    for (int i = 0; i <= 40; i++)
        for (int j = 0; j <= 40; j++) {
            float x[2] = {10.0f * (float)i / 40, 3.0f * (float)j / 40};
            fprintf(table, "%.3f\t%.3f\t%.5f\t%.5f\n", (double)x[0],
                    (double)x[1], (double)sigmoid_plain(line_logit(&line, x)),
                    (double)sigmoid_plain(line_logit(&steep, x)));
        }
}

static void write_apples(App *app, const Line *line)
{
    FILE *table = app_table(app, "apples-three", "size\tcolour\tripe\tz\tp");
    for (int n = 0; n < APPLES; n++) {
        float z = line_logit(line, apple_inputs[n]);
        fprintf(table, "%g\t%g\t%g\t%.2f\t%.4f\n", (double)apple_inputs[n][0],
                (double)apple_inputs[n][1], (double)apple_ripe[n], (double)z,
                (double)sigmoid_plain(z));
    }
}

// The first apple's way through line and sigmoid, for the figure.
static void write_unit(App *app, Plane *plane)
{
    FILE *nodes =
        app_table(app, "nodes", "drawing\tnode\tlayer\tplace\tvalue\trole");
    FILE *edges = app_table(app, "edges", "drawing\tfrom\tto\tvalue\trole");
    Line line = line_of(plane);
    const float *x = apple_inputs[0];
    float z = line_logit(&line, x);
    fprintf(nodes, "unit\tsize\t0\t0\t%g\tplain\n", (double)x[0]);
    fprintf(nodes, "unit\tcolour\t0\t1\t%g\tplain\n", (double)x[1]);
    fprintf(nodes, "unit\tbias\t0\t2\t1\tframe\n");
    fprintf(nodes, "unit\tz\t1\t1\t%.1f\twindow\n", (double)z);
    fprintf(nodes, "unit\tp\t2\t1\t%.2f\tanswer\n", (double)sigmoid_plain(z));
    fprintf(edges, "unit\tsize\tz\t%.1f\tplain\n", (double)plane->w[0]);
    fprintf(edges, "unit\tcolour\tz\t%.1f\tplain\n", (double)plane->w[1]);
    fprintf(edges, "unit\tbias\tz\t%.1f\tplain\n", (double)plane->b);
    fprintf(edges, "unit\tz\tp\t\tplain\n");
}

static void metric_of(App *app, const char *name, float z)
{
    app_metric_of(app, (double)sigmoid_plain(z), "", "sigmoid_%s", name);
    app_metric_of(app, (double)cross_entropy_plain(z, 1), "",
                  "entropy_%s_yes", name);
    app_metric_of(app, (double)cross_entropy_plain(z, 0), "", "entropy_%s_no",
                  name);
}

void show_sigmoid(App *app, Lesson *lesson)
{
    (void)lesson;
    Plane end = {{0.1f, 1.9f}, -3.2f};
    Line line = line_of(&end);
    float p[APPLES];
    write_curve(app);
    write_surface(app);
    write_unit(app, &end);
    write_apples(app, &line);
    metric_of(app, "0", 0);
    metric_of(app, "2", 2);
    metric_of(app, "minus_2", -2);
    metric_of(app, "5", 5);
    metric_of(app, "minus_5", -5);
    for (int n = 0; n < APPLES; n++) {
        char key[32];
        snprintf(key, sizeof key, "apple_%d_p", n + 1);
        p[n] = sigmoid_plain(line_logit(&line, apple_inputs[n]));
        app_metric(app, key, (double)p[n], "");
    }
    app_say(app,
            "sigmoid: the apples are ripe with %.2f, %.2f and %.2f  "
            "[fig:ch03-sigmoid]",
            (double)p[0], (double)p[1], (double)p[2]);
}

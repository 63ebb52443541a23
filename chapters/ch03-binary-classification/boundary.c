// Two measures of the tumours, and the line between them at epochs 0, 10 and
// 100. It begins on purpose as a wrong one, so that one sees it turn.
#include "lesson.h"

#include <string.h>

static const char *const measures[] = {"mean_radius", "mean_texture"};

static int feature_named(const Encoder *e, const char *name)
{
    int f = 0;
    while (strcmp(e->feature[f], name) != 0) f++;
    return f;
}

// w(1), w(2) and b of the measures as they stand in the file, not scaled:
// w / deviation, and the means go into b.
static Line in_units(const Line *line, const Encoder *e, const int *input)
{
    Line plain = line_new(2);
    *plain.b = *line->b;
    for (int k = 0; k < 2; k++) {
        double w = (double)line->w[k] / e->numbers.deviation[input[k]];
        plain.w[k] = (float)w;
        *plain.b -= (float)(w * e->numbers.mean[input[k]]);
    }
    return plain;
}

static void write_epoch(FILE *table, int epoch, const Line *line,
                        const Dataset *set, const Encoder *e,
                        const int *input)
{
    Line plain = in_units(line, e, input);
    fprintf(table, "%d\t%.6g\t%.6g\t%.6g\t%.6g\t%.6g\n", epoch,
            (double)plain.w[0], (double)plain.w[1], (double)*plain.b,
            (double)loss_plain(line, samples_in(set)),
            accuracy_of_line(line, set));
    line_free(&plain);
}

static void write_points(App *app, const Lesson *lesson, const int *input)
{
    const TableSets *s = &lesson->sets;
    FILE *table = app_table(app, "boundary-points", "radius\ttexture\tt");
    for (int n = 0; n < s->train.count; n++) {
        const Real *x = reals(&s->train.inputs) + n * s->encoder.features;
        for (int k = 0; k < 2; k++)
            fprintf(table, "%.4g\t",
                    (double)x[input[k]] *
                            s->encoder.numbers.deviation[input[k]] +
                        s->encoder.numbers.mean[input[k]]);
        fprintf(table, "%.0f\n", (double)reals(&s->train.targets)[n]);
    }
}

// How probable the line at the end finds it that a tumour is malignant.
static void write_surface(App *app, const Line *line, const Encoder *e,
                          const int *input)
{
    FILE *table = app_table(app, "boundary-surface", "radius\ttexture\tp");
    Line plain = in_units(line, e, input);
    for (int i = 0; i <= 40; i++)
        for (int j = 0; j <= 40; j++) {
            float x[2] = {6 + 24.0f * (float)i / 40,
                          9 + 31.0f * (float)j / 40};
            fprintf(table, "%.3f\t%.3f\t%.5f\n", (double)x[0], (double)x[1],
                    (double)sigmoid_plain(line_logit(&plain, x)));
        }
    line_free(&plain);
}

void show_boundary(App *app, Lesson *lesson)
{
    const Encoder *e = &lesson->sets.encoder;
    int input[2];
    for (int k = 0; k < 2; k++) input[k] = feature_named(e, measures[k]);
    Dataset train = with_inputs(&lesson->sets.train, input, 2);
    Dataset test = with_inputs(&lesson->sets.test, input, 2);
    Line line = line_new(2);
    line.w[0] = -1;
    line.w[1] = 1;
    FILE *table =
        app_table(app, "boundary", "epoch\tw1\tw2\tb\tloss\taccuracy");
    double accuracy[3], loss[3];
    for (int epoch = 0; epoch <= 100; epoch++) {
        int shown = epoch == 0 ? 0 : epoch == 10 ? 1 : 2;
        accuracy[shown] = accuracy_of_line(&line, &test);
        loss[shown] = (double)loss_plain(&line, samples_in(&train));
        write_epoch(table, epoch, &line, &train, e, input);
        learn_quietly(&line, &train, app->seed + (uint64_t)epoch, 1, 0.01);
    }
    write_points(app, lesson, input);
    write_surface(app, &line, e, input);
    app_metric(app, "boundary_accuracy_0", accuracy[0], "fraction");
    app_metric(app, "boundary_accuracy_10", accuracy[1], "fraction");
    app_metric(app, "boundary_accuracy_100", accuracy[2], "fraction");
    app_metric(app, "boundary_loss_0", loss[0], "");
    app_metric(app, "boundary_loss_10", loss[1], "");
    app_metric(app, "boundary_loss_100", loss[2], "");
    app_say(app,
            "boundary: of two measures %.0f%% right before, %.0f%% after 10 "
            "epochs, %.0f%% after 100  [fig:ch03-boundary]",
            100 * accuracy[0], 100 * accuracy[1], 100 * accuracy[2]);
    tensor_free(&train.inputs);
    tensor_free(&test.inputs);
    line_free(&line);
}

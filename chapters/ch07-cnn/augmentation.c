// A thousand digits instead of sixty thousand. What does a network gain that
// sees each of them moved, turned and scaled a little, anew each time?
#include "further.h"

#include <string.h>

enum { FEW = 1000, SEEDS = 3, FARTHEST = 4 };

// The lesson's network, on parameters of its own.
static Learner cnn_new(const App *app, uint64_t seed)
{
    App other = *app;
    other.seed = seed;
    Network n = network(&other);
    return (Learner){n.params, n.graph, n.image, n.label, n.logits, n.loss,
                     NULL};
}

static void measure(App *app, double *right, const Learner *l,
                    const Dataset *test)
{
    for (int d = 0; d <= FARTHEST; d++) {
        Dataset set = moved(test, d, d);   // to the right and down
        right[d] += accuracy(l->input, l->output, &set) / SEEDS;
        app_stop_if_interrupted(app);
        tensor_free(&set.inputs);
    }
}

static void write_examples(App *app, const Dataset *train)
{
    FILE *table = app_table(app, "augmentation-pixels",
                            "copy\trow\tcolumn\tlevel");
    for (int copy = 0; copy < 10; copy++) {
        uint8_t pixels[PIXELS];
        memcpy(pixels, bytes(&train->inputs), PIXELS);
        Stream s = {app->seed, (uint32_t)copy, FOR_AUGMENTATION,
                    AN_EXPERIMENTS};
        if (copy > 0) augment(pixels, 1, SIDE, SIDE, slight, s, 0);
        for (int i = 0; i < PIXELS; i++)
            fprintf(table, "%d\t%d\t%d\t%d\n", copy, i / SIDE, i % SIDE,
                    pixels[i]);
    }
}

void show_augmentation(App *app, Lesson *lesson)
{
    const Dataset *all = &lesson->train;
    Dataset few = dataset_first(all, FEW);
    int epochs = 10 * app->epochs;   // they are short
    Dataset test = dataset_first(&lesson->test, JUDGED);
    double right[2][FARTHEST + 1] = {{0}};
    Distorted slightly = {slight, AN_EXPERIMENTS};
    for (uint64_t seed = 0; seed < SEEDS; seed++)
        for (int with = 0; with < 2; with++) {
            Learner l = cnn_new(app, app->seed + seed);
            Course c = {.epochs = epochs, .rate = (Real)3e-3};
            if (with) c.distort = distort_as;
            c.how = &slightly;
            learner_train(&l, app, &few, c);
            measure(app, right[with], &l, &test);
            learner_free(&l);
        }
    write_examples(app, all);
    FILE *table = app_table(app, "augmentation", "pixels\tplain\taugmented");
    for (int d = 0; d <= FARTHEST; d++)
        fprintf(table, "%d\t%.4f\t%.4f\n", d, right[0][d], right[1][d]);
    app_metric(app, "augmentation_off", right[0][0], "fraction");
    app_metric(app, "augmentation_on", right[1][0], "fraction");
    app_metric(app, "augmentation_off_moved_3", right[0][3], "fraction");
    app_metric(app, "augmentation_on_moved_3", right[1][3], "fraction");
    app_say(app, "augmentation: from %d digits %.1f%%, with distortions "
                 "%.1f%%; test digits moved by 3, 3: %.1f%% and %.1f%%  "
                 "[fig:ch07-augmentation]",
            few.count, 100 * right[0][0], 100 * right[1][0],
            100 * right[0][3], 100 * right[1][3]);
}

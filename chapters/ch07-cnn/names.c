// Convolution beyond pictures: a surname is a row of letters, a picture of
// height 1 with a channel for each letter. Filters three letters wide slide
// along it. Which language is the name from?
#include "further.h"

// A row of letters goes in, and the language is asked for.
static Learner name_learner(const App *app)
{
    Learner l = learner_new(app, app->seed);
    l.input = input(l.graph, U8, shape(1, LENGTH, SYMBOLS));
    l.target = input(l.graph, I32, shape());
    return l;
}

static Learner conv_new(const App *app)
{
    Learner l = name_learner(app);
    Node *h = scale(l.input, 1);
    h = relu(conv2d(h, 64, 3, .height = 1, .width = 3, .padding_x = 1));
    h = relu(conv2d(h, 128, 3, .height = 1, .width = 3, .padding_x = 1));
    h = max_pool2d(h, 1, .height = 1, .width = LENGTH);   // anywhere
    h = dropout(flatten(h), 0.5);
    learner_classifies(&l, linear(h, LANGUAGES));
    return l;
}

// The baseline knows how often each letter occurs, and not where.
static Learner bag_new(const App *app)
{
    Learner l = name_learner(app);
    Node *h = scale(l.input, LENGTH);
    h = avg_pool2d(h, 1, .height = 1, .width = LENGTH);   // so: the count
    learner_classifies(&l, linear(flatten(h), LANGUAGES));
    return l;
}

// Counts which language is taken for which, and returns the accuracy.
static double taught(App *app, Learner l, int *counts, const Dataset *train,
                     const Dataset *test)
{
    learner_train(&l, app, train,
                  (Course){.epochs = 4 * app->epochs, .rate = (Real)5e-3});
    count_confusion(counts, l.input, l.output, test);
    double right = accuracy(l.input, l.output, test);
    learner_free(&l);
    return right;
}

void show_names(App *app, Lesson *lesson)
{
    (void)lesson;
    NameSets s = name_sets(app);
    int counts[LANGUAGES * LANGUAGES];
    double bag = taught(app, bag_new(app), counts, &s.train, &s.test);
    double conv = taught(app, conv_new(app), counts, &s.train, &s.test);
    double guess = languages_largest(counts);
    languages_write(app_table(app, "names", "language\tguess\tcount\tshare"),
                    counts);
    app_metric(app, "names_largest_class", guess, "fraction");
    app_metric(app, "names_bag_accuracy", bag, "fraction");
    app_metric(app, "names_accuracy", conv, "fraction");
    app_metric(app, "names_ceiling", s.ceiling, "fraction");
    app_say(app, "names: of %d unseen ones %.1f%% get their language, %.1f%% "
                 "by their letters without order, %.1f%% by always saying "
                 "the largest; at most %.1f%%  [fig:ch07-names]",
            s.test.count, 100 * conv, 100 * bag, 100 * guess,
            100 * s.ceiling);
    dataset_free(&s.train);
    dataset_free(&s.test);
}

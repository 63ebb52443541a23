// Convolution beyond pictures: a surname is a row of letters, a picture of
// height 1 with a channel for each letter. Filters three letters wide slide
// along it. Which language is the name from?
#include "further.h"

#include <string.h>

static Learner conv_new(const App *app)
{
    Learner l = learner_new(app, shape(1, LENGTH, SYMBOLS), app->seed);
    Node *h = scale(l.input, 1);
    h = relu(conv2d(h, 64, 3, .height = 1, .width = 3, .padding_x = 1));
    h = relu(conv2d(h, 128, 3, .height = 1, .width = 3, .padding_x = 1));
    h = max_pool2d(h, 1, .height = 1, .width = LENGTH);   // anywhere
    l.logits = linear(dropout(flatten(h), 0.5), LANGUAGES);
    learner_loss(&l);
    return l;
}

// The baseline knows how often each letter occurs, and not where.
static Learner bag_new(const App *app)
{
    Learner l = learner_new(app, shape(1, LENGTH, SYMBOLS), app->seed);
    Node *h = scale(l.input, LENGTH);
    h = avg_pool2d(h, 1, .height = 1, .width = LENGTH);   // so: the count
    l.logits = linear(flatten(h), LANGUAGES);
    learner_loss(&l);
    return l;
}

typedef int Confusion[LANGUAGES][LANGUAGES];   // language, guess

static int of_language(Confusion counts, int language)
{
    int of = 0;
    for (int j = 0; j < LANGUAGES; j++) of += counts[language][j];
    return of;
}

// Counts which language is taken for which, and returns the accuracy.
static double count_guesses(Confusion counts, Learner *l, const Dataset *set)
{
    int right = 0;
    memset(counts, 0, sizeof(Confusion));
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(l->input, set, first);
        const Real *z = reals(predict(l->logits));
        for (int k = 0; k < n; k++) {
            int label = ints(&set->targets)[first + k];
            int guess = likeliest(z + k * LANGUAGES);   // ten, like digits
            counts[label][guess]++;
            right += guess == label;
        }
    }
    return (double)right / set->count;
}

static double taught(App *app, Learner l, Confusion counts,
                     const Dataset *train, const Dataset *test)
{
    learner_train(&l, app, train,
                  (Course){.epochs = 4 * app->epochs, .rate = (Real)5e-3});
    double right = count_guesses(counts, &l, test);
    learner_free(&l);
    return right;
}

static double largest_class(Confusion counts)
{
    int most = 0, all = 0;
    for (int k = 0; k < LANGUAGES; k++) {
        int of = of_language(counts, k);
        if (of > most) most = of;
        all += of;
    }
    return (double)most / all;
}

static void write_confusion(App *app, Confusion counts)
{
    FILE *table = app_table(app, "names", "language\tguess\tcount\tshare");
    for (int k = 0; k < LANGUAGES; k++) {
        int of = of_language(counts, k);
        for (int j = 0; j < LANGUAGES; j++)
            fprintf(table, "%s\t%s\t%d\t%.4f\n", languages[k], languages[j],
                    counts[k][j], (double)counts[k][j] / (of ? of : 1));
    }
}

void show_names(App *app, Lesson *lesson)
{
    (void)lesson;
    Surnames s = surnames_read(app);
    Confusion counts;
    double bag = taught(app, bag_new(app), counts, &s.train, &s.test);
    double conv = taught(app, conv_new(app), counts, &s.train, &s.test);
    double guess = largest_class(counts);
    write_confusion(app, counts);
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

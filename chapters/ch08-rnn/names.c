// Which language is a surname from? A network reads it letter by letter; what
// is in its memory behind the last letter decides.
#include "lesson.h"
#include "names.h"

#include <math.h>
#include <string.h>

#include "learner.h"
#include "measure.h"

/* ---- The network --------------------------------------------------------*/

NameReader name_reader_new(const App *app, int symbols)
{
    NameReader r = {.params = params_new(app->seed, app->device)};
    r.graph = graph_new(r.params, app->batch);
    r.letters = input(r.graph, I32, shape(LONGEST));
    r.lengths = input(r.graph, I32, shape());
    r.language = input(r.graph, I32, shape());
    Node *x = embedding(r.letters, symbols, 32);
    Node *h = gru(x, 96, .lengths = r.lengths);
    h = dropout(last(h, r.lengths), 0.3);
    r.logits = linear(h, LANGUAGES);
    r.loss = softmax_cross_entropy(r.logits, r.language);
    params_ready(r.params);
    return r;
}

void name_reader_free(NameReader *r)
{
    graph_free(r->graph);
    params_free(r->params);
}

double name_confusion(int *counts, NameReader *r, const Dataset *set)
{
    int right = 0;
    memset(counts, 0, LANGUAGES * LANGUAGES * sizeof *counts);
    for (int first = 0, n; first < set->count; first += n) {
        Tensor lengths;
        n = feed_batch(r->letters, set, first);
        lengths = tensor_rows(&set->lengths, first, n);
        feed(r->lengths, &lengths);
        const Real *z = reals(predict(r->logits));
        for (int i = 0; i < n; i++) {
            int language = ints(&set->targets)[first + i];
            int guess = likeliest(z + i * LANGUAGES, LANGUAGES);
            counts[language * LANGUAGES + guess]++;
            right += language == guess;
        }
    }
    return (double)right / set->count;
}

static void train(App *app, NameReader *r, const NameSets *sets)
{
    int counts[LANGUAGES * LANGUAGES];
    Optimizer adam = adam_new(r->params);
    adam.clip_norm = 1;
    app_train_as(app, "names", r->params, &adam, &sets->train);
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            feed(r->letters, &b.inputs);
            feed(r->lengths, &b.lengths);
            feed(r->language, &b.targets);
            Real loss = forward(r->loss);
            backward(r->loss);
            optimizer_step(&adam, one_cycle(app->lr, app->step, app->steps));
            app_step(app, b, loss);
        }
        app_epoch(app, name_confusion(counts, r, &sets->test));
    }
    optimizer_free(&adam);
}

/* ---- What it is compared with -------------------------------------------*/

// How often each letter occurs, without regard to order.
static Dataset bags(const Dataset *set, int symbols)
{
    Dataset bag = *set;
    bag.lengths = (Tensor){0};
    bag.inputs = tensor_new(CPU, REAL, shape(set->count, symbols));
    for (int n = 0; n < set->count; n++)
        for (int t = 0; t < ints(&set->lengths)[n]; t++) {
            int symbol = ints(&set->inputs)[n * LONGEST + t];
            reals(&bag.inputs)[n * symbols + symbol]++;
        }
    return bag;
}

static double bag_accuracy(App *app, const NameSets *sets)
{
    int symbols = sets->names.alphabet.symbols;
    Dataset train = bags(&sets->train, symbols);
    Dataset test = bags(&sets->test, symbols);
    Learner l = learner_new(app, app->seed);
    l.input = input(l.graph, REAL, shape(symbols));
    l.target = input(l.graph, I32, shape());
    l.output = linear(l.input, LANGUAGES);
    l.loss = softmax_cross_entropy(l.output, l.target);
    learner_train(&l, app, &train,
                  (Course){.epochs = app->epochs, .rate = (Real)1e-2});
    double right = accuracy(l.input, l.output, &test);
    learner_free(&l);
    tensor_free(&train.inputs);
    tensor_free(&test.inputs);
    return right;
}

/* ---- Findings -----------------------------------------------------------*/

// Three names in a batch, and what is behind their ends, for the drawing.
static void write_mask(App *app)
{
    static const char *const batch[] = {"roth", "kowalczyk", "rossi"};
    enum { WIDE = 9 };
    FILE *table =
        app_table(app, "grids", "drawing\tgrid\trow\tcolumn\tvalue\trole");
    for (int n = 0; n < 3; n++)
        for (int t = 0, length = (int)strlen(batch[n]); t < WIDE; t++)
            fprintf(table, "mask\tnames\t%d\t%d\t%c\t%s\n", n, t,
                    t < length ? batch[n][t] : '0',
                    t >= length ? "frame" : t == length - 1 ? "answer"
                                                            : "window");
}

static void report(App *app, const NameSets *sets, const int *counts,
                   double right)
{
    int unseen = sets->test.count;
    double bag = bag_accuracy(app, sets);
    double guess = languages_largest(counts);
    double ceiling = surnames_ceiling(&sets->names);
    double error = sqrt(right * (1 - right) / unseen);
    app_metric(app, "names_accuracy", right, "fraction");
    app_metric(app, "names_error", error, "fraction");
    app_metric(app, "names_bag_accuracy", bag, "fraction");
    app_metric(app, "names_largest_class", guess, "fraction");
    app_metric(app, "names_ceiling", ceiling, "fraction");
    app_metric(app, "names_unseen", unseen, "");
    app_metric(app, "names_learned", sets->train.count, "");
    app_say(app,
            "names: of %d unseen ones %.1f%% ± %.1f get their language, "
            "%.1f%% by their letters without order, %.1f%% by always saying "
            "the largest; at most %.1f%%  [fig:ch08-names]",
            unseen, 100 * right, 100 * error, 100 * bag, 100 * guess,
            100 * ceiling);
}

void show_names(App *app, Lesson *lesson)
{
    int counts[LANGUAGES * LANGUAGES];
    const char *asked = lesson->surname;
    NameSets sets = name_sets(app);
    NameReader r = name_reader_new(app, sets.names.alphabet.symbols);
    if (!app_load_as(app, "names", r.params, asked != NULL))
        train(app, &r, &sets);
    if (asked) {
        predict_name(app, &sets, &r, asked);
    } else {
        double right = name_confusion(counts, &r, &sets.test);
        languages_write(
            app_table(app, "names", "language\tguess\tcount\tshare"), counts);
        write_mask(app);
        report(app, &sets, counts, right);
    }
    name_reader_free(&r);
    name_sets_free(&sets);
}

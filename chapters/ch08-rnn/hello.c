// "hello", learned letter by letter: the smallest test that a network with a
// memory works. Behind the first l comes another, behind the second an o:
// without a memory nobody can know.
#include "lesson.h"

#include "measure.h"

enum { LETTERS = 5, KINDS = 4, ROUNDS = 80, SHOWN_EVERY = 10 };
static const char kinds[KINDS + 1] = "helo";
static int32_t word[LETTERS] = {0, 1, 2, 2, 3};   // h e l l o
static int32_t next[LETTERS] = {1, 2, 2, 3, 0};   // e l l o h

typedef struct Speller {
    Params *params;
    Graph *graph;
    Node *letter, *next, *logits, *loss;
} Speller;

static Speller speller_new(const App *app, bool remembers)
{
    Speller s = {.params = params_new(app->seed, app->device)};
    s.graph = graph_new(s.params, 1);
    s.letter = input(s.graph, I32, shape(LETTERS));
    s.next = input(s.graph, I32, shape(LETTERS));
    Node *x = embedding(s.letter, KINDS, 8);
    Node *h = remembers ? rnn(x, 8) : linear(x, 8, .last_axis = true);
    s.logits = linear(h, KINDS, .last_axis = true);
    s.loss = softmax_cross_entropy(s.logits, s.next);
    params_ready(s.params);
    return s;
}

static void spell(Speller *s, char *out)
{
    const Real *z = reals(predict(s->logits));
    for (int t = 0; t < LETTERS; t++)
        out[t] = kinds[likeliest(z + t * KINDS, KINDS)];
    out[LETTERS] = 0;
}

// The loss at the end; what is spelled then stands in `out`.
static Real teach(App *app, bool remembers, char *out, FILE *table)
{
    Speller s = speller_new(app, remembers);
    Optimizer adam = adam_new(s.params);
    Tensor in = tensor_view(CPU, I32, shape(1, LETTERS), word);
    Tensor right = tensor_view(CPU, I32, shape(1, LETTERS), next);
    Real loss = 0;
    for (int round = 0; round <= ROUNDS; round++) {
        feed(s.letter, &in);
        feed(s.next, &right);
        if (round % SHOWN_EVERY == 0) {
            spell(&s, out);
            loss = forward(s.loss);
            fprintf(table, "%s\t%d\t%s\t%.4f\n",
                    remembers ? "with" : "without", round, out,
                    (double)loss);
        } else {
            forward_unread(s.loss);
        }
        backward(s.loss);
        optimizer_step(&adam, (Real)0.03);
    }
    optimizer_free(&adam);
    graph_free(s.graph);
    params_free(s.params);
    return loss;
}

void show_hello(App *app, Lesson *lesson)
{
    (void)lesson;
    char with[LETTERS + 1], without[LETTERS + 1];
    FILE *table = app_table(app, "hello", "memory\tround\tspelled\tloss");
    Real loss = teach(app, true, with, table);
    Real floor = teach(app, false, without, table);
    app_metric(app, "hello_loss", (double)loss, "nats");
    app_metric(app, "hello_loss_without", (double)floor, "nats");
    app_metric_text(app, "hello_spelled", with);
    app_metric_text(app, "hello_spelled_without", without);
    app_say(app,
            "hello: behind h, e, l, l, o it says %s with a loss of %.3f; "
            "without a memory %s, %.3f  [sec:ch08-hello]",
            with, (double)loss, without, (double)floor);
}

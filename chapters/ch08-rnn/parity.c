// Was the number of ones odd? A network that reads one digit at a time needs
// to remember a single bit, however many digits there are.
#include "lesson.h"

#include "measure.h"

enum { SHORT = 12, LONG = 1000, ROWS = 32, ROUNDS = 1500, UNITS = 8 };

typedef struct Counter {
    Graph *graph;
    Node *digits, *odd, *state, *logits, *loss;
    Tensor digit, answer;   // [ROWS, steps]
    int steps;
} Counter;

// Two of them, for short sequences and long ones, share their parameters.
static Counter counter_new(Params *params, int steps)
{
    Counter c = {.graph = graph_new(params, ROWS), .steps = steps};
    c.digits = input(c.graph, I32, shape(steps));
    c.odd = input(c.graph, I32, shape(steps));
    Node *x = embedding(c.digits, 2, UNITS, .name = "digits");
    c.state = rnn(x, UNITS, .name = "memory");
    c.logits = linear(c.state, 2, .last_axis = true, .name = "odd");
    c.loss = softmax_cross_entropy(c.logits, c.odd);
    c.digit = tensor_new(CPU, I32, shape(ROWS, steps));
    c.answer = tensor_new(CPU, I32, shape(ROWS, steps));
    return c;
}

static void counter_free(Counter *c)
{
    graph_free(c->graph);
    tensor_free(&c->digit);
    tensor_free(&c->answer);
}

static void feed_digits(Counter *c, uint64_t seed, uint32_t round)
{
    Stream stream = {seed, round, FOR_LESSON, 86};
    for (int n = 0; n < ROWS; n++)
        for (int t = 0, odd = 0; t < c->steps; t++) {
            int k = n * c->steps + t;
            int digit = (int)random_below(stream, (uint64_t)k, 2);
            odd ^= digit;
            ints(&c->digit)[k] = digit;
            ints(&c->answer)[k] = odd;
        }
    feed(c->digits, &c->digit);
    feed(c->odd, &c->answer);
}

static void learn(Counter *c, Params *params, const App *app, FILE *table)
{
    Optimizer adam = adam_new(params);
    adam.clip_norm = 1;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        feed_digits(c, app->seed, round);
        if (round % 50 == 0)
            fprintf(table, "%u\t%.5f\n", round, (double)forward(c->loss));
        else
            forward_unread(c->loss);
        backward(c->loss);
        optimizer_step(&adam, one_cycle((Real)0.02, round, ROUNDS));
    }
    optimizer_free(&adam);
}

// The share of all digits behind which odd or even is said rightly.
static double judge(Counter *c, const App *app)
{
    int right = 0;
    feed_digits(c, app->seed, ROUNDS);
    const Real *z = reals(predict(c->logits));
    for (int k = 0; k < ROWS * c->steps; k++)
        right += likeliest(z + 2 * k, 2) == ints(&c->answer)[k];
    return (double)right / (ROWS * c->steps);
}

// One sequence, and the state of each unit behind each digit.
static void write_states(App *app, Counter *c)
{
    FILE *table = app_table(app, "parity", "step\tdigit\todd\tunit\th");
    feed_digits(c, app->seed, ROUNDS);
    const Real *h = reals(predict(c->state));
    for (int t = 0; t < c->steps; t++)
        for (int j = 0; j < UNITS; j++)
            fprintf(table, "%d\t%d\t%d\t%d\t%.4f\n", t, ints(&c->digit)[t],
                    ints(&c->answer)[t], j, (double)h[t * UNITS + j]);
}

void show_parity(App *app, Lesson *lesson)
{
    (void)lesson;
    Params *params = params_new(app->seed, app->device);
    Counter brief = counter_new(params, SHORT);
    Counter lasting = counter_new(params, LONG);
    params_ready(params);
    learn(&brief, params, app,
          app_table(app, "parity-loss", "round\tloss"));
    double short_ones = judge(&brief, app), long_ones = judge(&lasting, app);
    write_states(app, &brief);
    app_metric(app, "parity_short", short_ones, "fraction");
    app_metric(app, "parity_long", long_ones, "fraction");
    app_metric(app, "parity_parameters", (double)params_learned(params), "");
    app_say(app,
            "parity: learned on %d digits; odd or even is right behind "
            "%.1f%% of them, of %d digits behind %.1f%%  [fig:ch08-parity]",
            SHORT, 100 * short_ones, LONG, 100 * long_ones);
    counter_free(&brief);
    counter_free(&lasting);
    params_free(params);
}

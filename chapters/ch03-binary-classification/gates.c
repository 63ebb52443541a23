// AND, OR, and XOR, at which every line fails; and one line that is two
// perceptrons, which say the opposite.
#include "gates.h"

#include "lesson.h"


const float pair_inputs[PAIRS][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const Gate gate_and = {"and", {0, 0, 0, 1}};
const Gate gate_or = {"or", {0, 1, 1, 1}};
const Gate gate_xor = {"xor", {0, 1, 1, 0}};

enum { PASSES = 100 };

static int count_right(const Line *line, const Gate *gate)
{
    int right = 0;
    for (int n = 0; n < PAIRS; n++)
        right += (line_logit(line, pair_inputs[n]) > 0) == (gate->t[n] > 0);
    return right;
}

typedef struct Walk {
    FILE *table;
    const Gate *gate;
    int updates, most_right;
} Walk;

static void write_line(void *env, const Line *line, Update update)
{
    Walk *walk = env;
    int right = count_right(line, walk->gate);
    walk->updates = update.number;
    if (right > walk->most_right) walk->most_right = right;
    if (update.number > 40) return;   // the page shows no more
    fprintf(walk->table, "%s\t%d\t%d\t%g\t%g\t%g\t%d\n", walk->gate->name,
            update.number, update.pass, (double)line->w[0],
            (double)line->w[1], (double)*line->b, right);
}

static Walk learn_gate(App *app, FILE *table, const Gate *gate)
{
    Plane at = {{0, 0}, 0};
    Line line = line_of(&at);
    Walk walk = {table, gate, 0, 0};
    int clean =
        perceptron_learn(&line, (Samples){PAIRS, pair_inputs[0], gate->t}, 1,
                         PASSES, write_line, &walk);
    app_metric_of(app, walk.updates, "", "%s_updates", gate->name);
    app_metric_of(app, clean, "", "%s_clean_pass", gate->name);
    return walk;
}

// All lines whose w(1), w(2) and b are -4, -3.75, … 4: of the four answers
// of XOR, how many are right at most?
static int best_of_many(int *lines)
{
    int best = 0;
    *lines = 0;
    for (int i = -16; i <= 16; i++)
        for (int j = -16; j <= 16; j++)
            for (int k = -16; k <= 16; k++) {
                Plane at = {{(float)i / 4, (float)j / 4}, (float)k / 4};
                Line line = line_of(&at);
                int right = count_right(&line, &gate_xor);
                if (right > best) best = right;
                ++*lines;
            }
    return best;
}

// x1 - x2 + 1 and -x1 + x2 - 1 are 0 on the same line.
static void write_two_sides(App *app)
{
    FILE *table = app_table(app, "gates-sides", "x1\tx2\tone\tother");
    Plane a = {{1, -1}, 1}, b = {{-1, 1}, -1};
    Line one = line_of(&a), other = line_of(&b);
    static const float points[][2] = {
        {0, 0}, {1, 0}, {0, 2}, {-2, 1}, {1, 2}};
    for (int n = 0; n < 5; n++)
        fprintf(table, "%g\t%g\t%g\t%g\n", (double)points[n][0],
                (double)points[n][1], (double)line_logit(&one, points[n]),
                (double)line_logit(&other, points[n]));
}

static void write_pairs(App *app)
{
    FILE *table = app_table(app, "gates-pairs", "gate\tx1\tx2\tt");
    const Gate *gates[] = {&gate_and, &gate_or, &gate_xor};
    for (int k = 0; k < 3; k++)
        for (int n = 0; n < PAIRS; n++)
            fprintf(table, "%s\t%g\t%g\t%g\n", gates[k]->name,
                    (double)pair_inputs[n][0], (double)pair_inputs[n][1],
                    (double)gates[k]->t[n]);
}

void show_gates(App *app, Lesson *lesson)
{
    (void)lesson;
    int lines;
    FILE *table =
        app_table(app, "gates", "gate\tupdate\tpass\tw1\tw2\tb\tright");
    Walk and = learn_gate(app, table, &gate_and);
    Walk or = learn_gate(app, table, &gate_or);
    Walk xor = learn_gate(app, table, &gate_xor);
    int best = best_of_many(&lines);
    write_two_sides(app);
    write_pairs(app);
    app_metric(app, "xor_best", best, "of 4");
    app_metric(app, "xor_lines", lines, "");
    app_say(app,
            "gates: AND after %d updates, OR after %d; XOR not after %d, and "
            "of %d lines none has more than %d of 4  [fig:ch03-gates]",
            and.updates, or.updates, xor.updates, lines, best);
}

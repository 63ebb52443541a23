// Learning by reward alone: a grid world in which nobody says which move was
// right, against what is best by computation.
#include "lesson.h"
#include "world.h"

#include <math.h>

enum { ROWS = 3, COLUMNS = 5, PLACES = ROWS * COLUMNS, SEEDS = 20 };

// The short way to the goal leads past the pit.
static const World world = {
    .rows = ROWS,
    .columns = COLUMNS,
    .cells = "....G"
             ".##.P"
             ".....",
    .slip = 0.1,
    .discount = 0.9,
    .step = -0.04,
    .goal = 1,
    .pit = -1,
};

static Practice practice(int episodes, uint64_t seed)
{
    return (Practice){episodes, 100, 0.5, {seed, 0, FOR_LESSON, 4}};
}

static double farthest(const double *q, const double *q_true)
{
    double most = 0;
    for (int k = 0; k < PLACES * MOVES; k++)
        most = fmax(most, fabs(q[k] - q_true[k]));
    return most;
}

// By how much the best move of a place is better than the second best, where
// that is least: what a learner has to tell apart.
static double smallest_gap(const double *q)
{
    double gap = INFINITY;
    for (int s = 0; s < PLACES; s++) {
        if (!world_is_open(&world, s)) continue;
        for (int a = 0; a < MOVES; a++)
            if (a != (int)best_move(q, s))
                gap = fmin(gap, best_value(q, s) - q[s * MOVES + a]);
    }
    return gap;
}

static void write_q(FILE *table, const char *who, const double *q)
{
    for (int s = 0; s < PLACES; s++) {
        fprintf(table, "%s\t%d\t%d\t%c", who, s / COLUMNS, s % COLUMNS,
                world.cells[s]);
        for (int a = 0; a < MOVES; a++)
            fprintf(table, "\t%.4f", q[s * MOVES + a]);
        fprintf(table, "\t%d\n", (int)best_move(q, s));
    }
}

// After more and more episodes: how many moves are wrong, and how far the
// worst number is from the true one, as means over the seeds.
static void write_progress(App *app, const double *q_true, int most)
{
    FILE *table = app_table(app, "grid-episodes",
                            "episodes\twrong\tmost_wrong\tfarthest");
    for (int episodes = 10; episodes < most; episodes *= 4) {
        double q[PLACES * MOVES], sum = 0, apart = 0;
        int most_wrong = 0;
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            q_learning(q, &world, practice(episodes, app->seed + seed));
            int wrong = wrong_moves(q, q_true, &world);
            sum += wrong;
            apart += farthest(q, q_true) / SEEDS;
            if (wrong > most_wrong) most_wrong = wrong;
        }
        fprintf(table, "%d\t%.2f\t%d\t%.4f\n", episodes, sum / SEEDS,
                most_wrong, apart);
        app_stop_if_interrupted(app);
    }
}

// Two steps by hand, with a rate of 0.5: into the goal, and later into the
// place before it.
static void write_first_step(App *app)
{
    double rate = 0.5, after = rate * (world.goal - 0);
    double next = rate * (world.step + world.discount * after - 0);
    app_metric(app, "grid_step_first", after, "");
    app_metric(app, "grid_step_second", next, "");
}

void show_grid(App *app, Lesson *lesson)
{
    enum { EPISODES = 20000 };
    (void)lesson;
    double q_true[PLACES * MOVES], q[PLACES * MOVES];
    int rounds = value_iteration(q_true, &world), seeds_right = 0;
    FILE *table = app_table(app, "grid",
                            "who\trow\tcolumn\tcell\tup\tright\tdown\tleft\t"
                            "best");
    write_q(table, "computed", q_true);
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        q_learning(q, &world, practice(EPISODES, app->seed + seed));
        seeds_right += wrong_moves(q, q_true, &world) == 0;
        if (seed == 0) {
            write_q(table, "learned", q);
            app_metric(app, "grid_apart", farthest(q, q_true), "");
        }
        app_stop_if_interrupted(app);
    }
    write_progress(app, q_true, EPISODES);
    write_first_step(app);
    app_metric(app, "grid_gap", smallest_gap(q_true), "");
    app_metric(app, "grid_seeds", SEEDS, "");
    app_metric(app, "grid_seeds_right", seeds_right, "seeds");
    app_metric(app, "grid_rounds", rounds, "rounds");
    app_metric(app, "grid_episodes", EPISODES, "episodes");
    app_metric(app, "grid_start_value", best_value(q_true, PLACES - COLUMNS),
               "");
    app_say(app,
            "grid: after %d episodes the best moves are value iteration's "
            "for %d of %d seeds  [fig:ch01-grid]",
            EPISODES, seeds_right, SEEDS);
}

/* test_world.c: the grid world: moves, walls and ends; value iteration against places computed by
 * hand; Q-learning in a corridor. That it finds the best moves for 20 seeds: a bound of the run.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch01-intro/world.h"

static const World corridor = {
    .rows = 1, .columns = 4, .cells = "...G", .discount = 0.5, .goal = 8};

Test(world, walls_and_edges_hold)
{
    World w = {.rows = 2, .columns = 3, .cells = "..G.#P"};
    cr_assert(world_towards(&w, 0, UP) == 0 && world_towards(&w, 0, LEFT) == 0);
    cr_assert(world_towards(&w, 0, RIGHT) == 1 && world_towards(&w, 0, DOWN) == 3);
    cr_assert(world_towards(&w, 1, DOWN) == 1, "into the wall");
    cr_assert(world_towards(&w, 3, RIGHT) == 3 && world_towards(&w, 3, DOWN) == 3);
    cr_assert(world_is_open(&w, 0) && !world_is_open(&w, 2) && !world_is_open(&w, 4) &&
              !world_is_open(&w, 5));
}

Test(value_iteration, of_a_corridor_by_hand)
{
    double q[4 * MOVES];
    value_iteration(q, &corridor);
    const double right[] = {2, 4, 8}, left[] = {1, 1, 2};
    for (int s = 0; s < 3; s++) {
        cr_assert(fabs(q[s * MOVES + RIGHT] - right[s]) < 1e-9, "%d: %g", s, q[s * MOVES + RIGHT]);
        cr_assert(fabs(q[s * MOVES + LEFT] - left[s]) < 1e-9, "%d: %g", s, q[s * MOVES + LEFT]);
        cr_assert(best_move(q, s) == RIGHT);
    }
    for (int a = 0; a < MOVES; a++) cr_assert(q[3 * MOVES + a] == 0, "an episode ends there");
}

// With slips a move is worth the mean of three, each with its own reward.
Test(value_iteration, of_a_slippery_place)
{
    World w = {.rows = 3,
               .columns = 2,
               .cells = "P#.GP#",
               .slip = 0.1,
               .discount = 0.9,
               .goal = 1,
               .pit = -1};
    double q[6 * MOVES];
    value_iteration(q, &w);
    cr_assert(fabs(q[2 * MOVES + RIGHT] - (0.8 * 1 - 0.1 - 0.1)) < 1e-9);
    double back = 0.8 * 0.9 * q[2 * MOVES + RIGHT] - 0.2;   // into the edge, or a pit
    cr_assert(fabs(q[2 * MOVES + LEFT] - back) < 1e-9);
}

Test(q_learning, a_corridor)
{
    double q[4 * MOVES], q_true[4 * MOVES];
    value_iteration(q_true, &corridor);
    q_learning(q, &corridor, (Practice){2000, 50, 0.5, {1, 0, FOR_LESSON, 0}});
    for (int k = 0; k < 3 * MOVES; k++)
        cr_assert(fabs(q[k] - q_true[k]) < 0.05, "%d: %g, expected %g", k, q[k], q_true[k]);
    cr_assert(wrong_moves(q, q_true, &corridor) == 0);
    q[1 * MOVES + LEFT] = 100;
    cr_assert(wrong_moves(q, q_true, &corridor) == 1);
}

Test(q_learning, equally_good_moves_are_both_right)
{
    World w = {.rows = 2, .columns = 2, .cells = "...G", .discount = 0.9, .goal = 1};
    double q_true[4 * MOVES], q[4 * MOVES] = {0};
    value_iteration(q_true, &w);
    q[RIGHT] = 1;
    q[1 * MOVES + DOWN] = q[2 * MOVES + RIGHT] = 1;
    cr_assert(wrong_moves(q, q_true, &w) == 0);
    q[DOWN] = 2;
    cr_assert(wrong_moves(q, q_true, &w) == 0);
    q[UP] = 3;
    cr_assert(wrong_moves(q, q_true, &w) == 1);
}

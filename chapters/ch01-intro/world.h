/* world.h: a grid world: places, moves, rewards; what is best in it, computed
 * by value iteration, which knows the world, and learned by Q-learning, which
 * only tries.
 *
 * A Markov decision process: where a move leads, and what it earns, depends
 * on the present place and the move alone. A move goes where it was meant to
 * with probability 1 - 2 slip, and slips to either side with probability
 * slip. Into a wall or out of the world it stays where it is.
 *
 * Shapes   q [places, MOVES]: what is earned from a place on by one move and
 *          the best ones after it; a reward that comes t moves later counts
 *          discount^t.
 * Source   Sutton & Barto 2018, sections 4.4 and 6.5.
 */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>

#include "random.h"

typedef enum Move { UP, RIGHT, DOWN, LEFT, MOVES } Move;

typedef struct World {
    int rows, columns;
    // row after row: '.' a place, '#' a wall, 'G' the goal and 'P' a pit,
    // where an episode ends
    const char *cells;
    double slip, discount;
    double step, goal, pit;   // what entering such a place earns
} World;

int world_places(const World *);
bool world_is_open(const World *, int place);   // an episode can go on there
int world_towards(const World *, int place, Move);   // where it is meant to
double world_reward(const World *, int place);   // for entering it

// q(s,a) = mean over where a leads, s', of
//     reward(s') + discount * the largest q(s',a')
// where the second term is 0 if an episode ends in s'. Repeated from q = 0
// until no q moves by more than 1e-12. Returns how many rounds that took.
int value_iteration(double *q, const World *);

// From q = 0: episodes of at most `longest` moves, each from a place drawn at
// random; a move is drawn at random with probability `explore`, otherwise it
// is the best so far. After each,
//     q(s,a) += rate * (reward(s') + discount * max over a' of q(s',a')
//                       - q(s,a)),   rate = visits(s,a)^-0.7
typedef struct Practice {
    int episodes, longest;
    double explore;
    Stream stream;
} Practice;
void q_learning(double *q, const World *, Practice);

Move best_move(const double *q, int place);   // the first of the largest
double best_value(const double *q, int place);

// In how many open places the best move of q is worth less, by what q_true
// says, than the best there is, by more than a billionth.
int wrong_moves(const double *q, const double *q_true, const World *);

#endif

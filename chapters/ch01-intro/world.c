#include "world.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"

int world_places(const World *w) { return w->rows * w->columns; }

bool world_is_open(const World *w, int place)
{
    return w->cells[place] == '.';
}

int world_towards(const World *w, int place, Move move)
{
    static const int down[MOVES] = {-1, 0, 1, 0};
    static const int right[MOVES] = {0, 1, 0, -1};
    int i = place / w->columns + down[move];
    int j = place % w->columns + right[move];
    if (i < 0 || i >= w->rows || j < 0 || j >= w->columns) return place;
    int to = i * w->columns + j;
    return w->cells[to] == '#' ? place : to;
}

double world_reward(const World *w, int place)
{
    switch (w->cells[place]) {
    case 'G': return w->goal;
    case 'P': return w->pit;
    default: return w->step;
    }
}

Move best_move(const double *q, int place)
{
    Move best = UP;
    for (Move a = RIGHT; a < MOVES; a++)
        if (q[place * MOVES + a] > q[place * MOVES + best]) best = a;
    return best;
}

double best_value(const double *q, int place)
{
    return q[place * MOVES + best_move(q, place)];
}

/* ---- Value iteration ----------------------------------------------------*/

// What arriving at a place is worth: its reward and all that can follow.
static double worth(const double *q, const World *w, int place)
{
    double later = world_is_open(w, place) ? best_value(q, place) : 0;
    return world_reward(w, place) + w->discount * later;
}

static double mean_worth(const double *q, const World *w, int place, Move a)
{
    Move left = (a + 3) % MOVES, right = (a + 1) % MOVES;
    return (1 - 2 * w->slip) * worth(q, w, world_towards(w, place, a)) +
           w->slip * worth(q, w, world_towards(w, place, left)) +
           w->slip * worth(q, w, world_towards(w, place, right));
}

int value_iteration(double *q, const World *w)
{
    size_t numbers = (size_t)world_places(w) * MOVES;
    double *next = allocate(numbers, sizeof *next), moved = 1;
    int rounds = 0;
    memset(q, 0, numbers * sizeof *q);
    memset(next, 0, numbers * sizeof *next);
    for (; moved > 1e-12; rounds++) {
        moved = 0;
        for (int s = 0; s < world_places(w); s++) {
            if (!world_is_open(w, s)) continue;
            for (Move a = UP; a < MOVES; a++) {
                double *to = &next[s * MOVES + (int)a];
                *to = mean_worth(q, w, s, a);
                moved = fmax(moved, fabs(*to - q[s * MOVES + (int)a]));
            }
        }
        memcpy(q, next, numbers * sizeof *q);
    }
    free(next);
    return rounds;
}

/* ---- Q-learning ---------------------------------------------------------*/

// One learner in its world: chance comes from a stream, number after number.
typedef struct Learning {
    const World *world;
    Practice how;
    double *q;
    int *visits;   // [places, MOVES]
    uint64_t drawn;
} Learning;

static double chance(Learning *l)
{
    return random_uniform(l->how.stream, l->drawn++);
}

static int any_of(Learning *l, int count) { return (int)(chance(l) * count); }

static int any_open_place(Learning *l)
{
    int place;
    do place = any_of(l, world_places(l->world));
    while (!world_is_open(l->world, place));
    return place;
}

static Move choose_move(Learning *l, int place)
{
    if (chance(l) < l->how.explore) return (Move)any_of(l, MOVES);
    return best_move(l->q, place);
}

static int arrive(Learning *l, int place, Move move)
{
    double luck = chance(l), slip = l->world->slip;
    if (luck < slip)
        move = (move + 3) % MOVES;
    else if (luck < 2 * slip)
        move = (move + 1) % MOVES;
    return world_towards(l->world, place, move);
}

static void learn_move(Learning *l, int place, Move move, int arrived)
{
    int k = place * MOVES + (int)move;
    double rate = pow(++l->visits[k], -0.7);
    l->q[k] += rate * (worth(l->q, l->world, arrived) - l->q[k]);
}

void q_learning(double *q, const World *w, Practice how)
{
    size_t numbers = (size_t)world_places(w) * MOVES;
    Learning l = {w, how, q, allocate(numbers, sizeof(int)), 0};
    memset(q, 0, numbers * sizeof *q);
    memset(l.visits, 0, numbers * sizeof *l.visits);
    for (int episode = 0; episode < how.episodes; episode++) {
        int place = any_open_place(&l);
        for (int t = 0; t < how.longest && world_is_open(w, place); t++) {
            Move move = choose_move(&l, place);
            int arrived = arrive(&l, place, move);
            learn_move(&l, place, move, arrived);
            place = arrived;
        }
    }
    free(l.visits);
}

int wrong_moves(const double *q, const double *q_true, const World *w)
{
    int wrong = 0;
    for (int s = 0; s < world_places(w); s++) {
        if (!world_is_open(w, s)) continue;
        double chosen = q_true[s * MOVES + (int)best_move(q, s)];
        wrong += chosen < best_value(q_true, s) - 1e-9;
    }
    return wrong;
}

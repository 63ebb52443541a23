#include "rounds.h"

#include <math.h>
#include <stdlib.h>

static double seconds_of(const Way *way)
{
    way->run(way->env);
    const double start = seconds_now();
    way->run(way->env);
    return seconds_now() - start;
}

static int longer(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static int rounds_of(const Way *way, int rounds)
{
    return way->rounds > 0 && way->rounds < rounds ? way->rounds : rounds;
}

void time_rounds(App *app, Timing *out, const Way *ways, int count, int rounds)
{
    CHECK(count > 0 && rounds > 0, "%d ways in %d rounds", count, rounds);
    double *seconds = allocate((size_t)count * (size_t)rounds, sizeof *seconds);
    for (int round = 0; round < rounds; round++) {
        for (int k = 0; k < count; k++) {
            if (round >= rounds_of(&ways[k], rounds)) continue;
            seconds[k * rounds + round] = seconds_of(&ways[k]);
            app_stop_if_interrupted(app);
        }
    }
    for (int k = 0; k < count; k++) {
        const int own = rounds_of(&ways[k], rounds);
        qsort(seconds + k * rounds, (size_t)own, sizeof *seconds, longer);
        out[k] = (Timing){seconds[k * rounds], seconds[k * rounds + own / 2]};
    }
    free(seconds);
}

double apart(const Real *first, const Real *second, size_t count)
{
    Real largest = 0, most = 0;
    for (size_t i = 0; i < count; i++) {
        const Real size = first[i] < 0 ? -first[i] : first[i], difference = first[i] - second[i];
        largest = size > largest ? size : largest;
        most = difference > most ? difference : -difference > most ? -difference : most;
    }
    return largest > 0 ? (double)most / (double)largest : 0;
}

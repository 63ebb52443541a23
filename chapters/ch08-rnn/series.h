/* series.h: numbers in time, and who forecasts the next ones: a network, and
 * three rules that anybody can apply.
 *
 * Time     The first part is learned from, the next one says when to stop,
 *          the last one judges. Nothing of a later part is used for an
 *          earlier one, and forecasts are judged where all that they speak of
 *          lies in the last part.
 * Memory   series_free frees the numbers.
 */
#ifndef SERIES_H
#define SERIES_H

#include "app.h"
#include "split.h"

enum { MOST_AHEAD = 30 };

typedef struct Series {
    const char *name, *unit;
    double *value;   // [count]
    int count;
    int window;   // steps that the network reads
    int ahead;   // steps that it forecasts, at most MOST_AHEAD
    int season;   // steps after which the series comes back; 0: it does not
    double learned, stopping;   // shares of the whole; the rest judges
} Series;
void series_free(Series *);

// Numbers of a column of a table; false, and why, where it has too few or
// misses some.
bool series_read(Series *, const char *path, const char *column, Error *);
// A walk in which each step is drawn anew: nothing in it can be forecast.
void series_walk(Series *, int count, uint64_t seed);

// Errors on the part that judges: the root of the mean square, of each step
// ahead, [1] … [ahead].
typedef struct Forecasts {
    int judged;   // places from which was forecast
    double network[MOST_AHEAD + 1], last[MOST_AHEAD + 1];
    double season[MOST_AHEAD + 1], line[MOST_AHEAD + 1];
    int first;   // the place that the first one-step forecast speaks of
    double *next;   // [judged]: what the network says of the next step
} Forecasts;
Forecasts series_forecast(App *, const Series *);
void forecasts_free(Forecasts *);

#endif

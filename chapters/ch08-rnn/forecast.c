// Tomorrow's temperature, next year's sunspots, and a curve that lies on the
// truth because it repeats yesterday.
#include "lesson.h"
#include "series.h"

#include <math.h>

enum { DRAWN = 60, WALK = 1500 };

static void note(App *app, const Series *s, const char *who, int ahead,
                 double error)
{
    app_metric_of(app, error, s->unit, "forecast_%s_%s_%d", s->name, who,
                  ahead);
}

static void note_all(App *app, FILE *table, const Series *s,
                     const Forecasts *f)
{
    for (int a = 1; a <= s->ahead; a++)
        fprintf(table, "%s\t%d\t%.4f\t%.4f\t%.4f\t%.4f\n", s->name, a,
                f->network[a], f->line[a], f->last[a], f->season[a]);
    for (int k = 0; k < 2; k++) {
        int a = k == 0 ? 1 : s->ahead;
        note(app, s, "network", a, f->network[a]);
        note(app, s, "line", a, f->line[a]);
        note(app, s, "last", a, f->last[a]);
        note(app, s, "season", a, f->season[a]);
    }
}

static void say(App *app, const Series *s, const Forecasts *f)
{
    int a = s->ahead;
    app_say(app,
            "forecast, %s: one step off by %.2f, by the last value %.2f; %d "
            "steps %.2f, by the last season %.2f  [fig:ch08-forecast]",
            s->name, f->network[1], f->last[1], a, f->network[a],
            f->season[a]);
}

// How alike two rows of numbers are, 1 at most.
static double correlation(const double *x, const double *y, int count)
{
    double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
    for (int k = 0; k < count; k++) {
        mx += x[k] / count;
        my += y[k] / count;
    }
    for (int k = 0; k < count; k++) {
        xy += (x[k] - mx) * (y[k] - my);
        xx += (x[k] - mx) * (x[k] - mx);
        yy += (y[k] - my) * (y[k] - my);
    }
    return xy / sqrt(xx * yy);
}

// The walk's forecasts beside the truth, and what they are most like.
static void unmask(App *app, const Series *s, const Forecasts *f)
{
    const double *truth = s->value + f->first;
    FILE *table = app_table(app, "trap", "step\ttruth\tsaid\tbefore");
    for (int k = 0; k < f->judged && k < DRAWN; k++)
        fprintf(table, "%d\t%.4f\t%.4f\t%.4f\n", k, truth[k], f->next[k],
                truth[k - 1]);
    double today = correlation(f->next, truth, f->judged);
    double yesterday = correlation(f->next, truth - 1, f->judged);
    app_metric(app, "trap_with_truth", today, "");
    app_metric(app, "trap_with_yesterday", yesterday, "");
    app_metric(app, "trap_network", f->network[1], s->unit);
    app_metric(app, "trap_last", f->last[1], s->unit);
    app_say(app,
            "trap: forecasts of a random walk are like the truth by %.3f, "
            "like yesterday by %.3f; off by %.3f, yesterday's value by %.3f  "
            "[fig:ch08-trap]",
            today, yesterday, f->network[1], f->last[1]);
}

static Series read_series(App *app, Series s, const char *file,
                          const char *column)
{
    char path[500];
    Error error = {0};
    snprintf(path, sizeof path, "%s/series/%s", app->data, file);
    app_check(app, series_read(&s, path, column, &error), &error);
    return s;
}

void show_forecast(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "forecast",
                            "series\tahead\tnetwork\tline\tlast\tseason");
    Series all[] = {
        read_series(app,
                    (Series){.name = "temperature", .unit = "degrees C",
                             .window = 30, .ahead = 14, .season = 365,
                             .learned = 0.5, .stopping = 0.25},
                    "seattle-weather.csv", "temp_max"),
        read_series(app,
                    (Series){.name = "sunspots", .unit = "sunspots",
                             .window = 22, .ahead = 8, .season = 11,
                             .learned = 0.6, .stopping = 0.15},
                    "sunspots.csv", "SUNACTIVITY"),
        {.name = "walk", .unit = "steps", .window = 20, .ahead = 1,
         .learned = 0.6, .stopping = 0.15}};
    series_walk(&all[2], WALK, app->seed);
    for (int k = 0; k < 3; k++) {
        Forecasts f = series_forecast(app, &all[k]);
        note_all(app, table, &all[k], &f);
        if (k < 2) say(app, &all[k], &f);
        else unmask(app, &all[k], &f);
        forecasts_free(&f);
        series_free(&all[k]);
    }
}

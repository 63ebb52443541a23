// A day's readings, what a curve is off by on them, and what many days say.
#include "lesson.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

Day day_new(const Lesson *lesson, int day, int points, int degree)
{
    Swell swell = lesson->swell;
    swell.day = day;
    return (Day){readings(swell, TRAINING, points, degree),
                 readings(swell, VALIDATION, points, degree),
                 readings(swell, TEST, TEST_READINGS, degree)};
}

void day_free(Day *day)
{
    dataset_free(&day->train);
    dataset_free(&day->validation);
    dataset_free(&day->test);
}

Misses misses_of(const Line *line, const Day *day)
{
    return (Misses){miss(line, samples_in(&day->train)),
                    miss(line, samples_in(&day->validation)),
                    miss(line, samples_in(&day->test))};
}

void write_curve(FILE *table, const char *name, const Line *line)
{
    for (int k = -100; k <= 100; k++)
        fprintf(table, "%s\t%.2f\t%.5g\n", name, k / 100.0,
                curve_at(line, k / 100.0));
}

Spread spread_of(const double *x, int count)
{
    double sum = 0, squares = 0;
    for (int k = 0; k < count; k++) sum += x[k];
    for (int k = 0; k < count; k++) squares += pow(x[k] - sum / count, 2);
    return (Spread){sum / count, sqrt(squares / (count - 1) / count)};
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double median_of(double *x, int count)
{
    qsort(x, (size_t)count, sizeof *x, by_size);
    return (x[(count - 1) / 2] + x[count / 2]) / 2;
}

void spread_metric(App *app, const char *name, Spread s, const char *unit)
{
    metric_of(app, s.mean, unit, "%s", name);
    metric_of(app, s.error, unit, "%s_error", name);
}

void metric_of(App *app, double value, const char *unit, const char *format,
               ...)
{
    char name[64];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    app_metric(app, name, value, unit);
}

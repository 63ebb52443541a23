// A zip code is a name. As a number it says next to nothing; as 70 inputs, of
// which one is 1, it says where the house stands.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

// What a zip code adds, in the table's unit, less what a house of the mean
// zip code would have. The first level has no input of its own: all are 0.
typedef struct Place {
    const char *zip;
    double adds;
} Place;

static int by_price(const void *a, const void *b)
{
    double x = ((const Place *)a)->adds, y = ((const Place *)b)->adds;
    return (x > y) - (x < y);
}

static void fill_places(Place *places, const Lesson *zip,
                        const EncodedColumn *c)
{
    const Standardiser *s = &zip->sets.encoder.numbers;
    double mean = 0;
    for (int l = 0; l < c->levels; l++) {
        int f = c->first + l - 1;
        places[l] = (Place){c->level[l], 0};
        if (l == 0) continue;
        places[l].adds = (double)zip->line.w[f] / s->deviation[f];
        mean += places[l].adds * s->mean[f];
    }
    for (int l = 0; l < c->levels; l++) places[l].adds -= mean;
    qsort(places, (size_t)c->levels, sizeof *places, by_price);
}

static void write_places(App *app, const Lesson *zip)
{
    const Encoder *e = &zip->sets.encoder;
    const EncodedColumn *c = &e->column[e->columns - 1];
    Place *places = allocate((size_t)c->levels, sizeof *places);
    FILE *table = app_table(app, "zip", "place\tzip\tadds");
    fill_places(places, zip, c);
    for (int l = 0; l < c->levels; l++)
        fprintf(table, "%d\t%s\t%.0f\n", l + 1, places[l].zip,
                zip->size * places[l].adds);
    app_metric(app, "zip_levels", c->levels, "zip codes");
    app_metric_text(app, "zip_dearest", places[c->levels - 1].zip);
    price_metric(app, zip, "zip_dearest_adds", places[c->levels - 1].adds);
    app_metric_text(app, "zip_cheapest", places[0].zip);
    price_metric(app, zip, "zip_cheapest_adds", places[0].adds);
    free(places);
}

// The lesson's inputs and the zip code as if it were a quantity.
static double error_as_number(const Lesson *lesson)
{
    const TableSets *s = &lesson->sets;
    Error error = {0};
    const Column *c = &s->csv.column[csv_column(&s->csv, "zipcode", &error)];
    double *number = allocate((size_t)s->csv.rows, sizeof *number);
    for (int i = 0; i < s->csv.rows; i++)
        number[i] = atof(c->level[c->category[i]]);
    Dataset train = with_column(&s->train, s->split.train, number);
    Dataset test = with_column(&s->test, s->split.test, number);
    Line line = line_new(lesson->line.features + 1);
    int column;
    double off = fit_exactly(&line, &train, &column)
                     ? miss_of_line(&line, &test).rms
                     : NAN;
    line_free(&line);
    tensor_free(&train.inputs);
    tensor_free(&test.inputs);
    free(number);
    return off;
}

static double error_without(const Lesson *lesson)
{
    Line line = line_new(lesson->line.features);
    int column;
    double off = fit_exactly(&line, &lesson->sets.train, &column)
                     ? miss_of_line(&line, &lesson->sets.test).rms
                     : NAN;
    line_free(&line);
    return off;
}

void show_zip(App *app, Lesson *lesson)
{
    Lesson zip = lesson_new(app, WITH_ZIPS);
    if (!lesson_load(app, &zip, "zip", false)) lesson_train(app, &zip, "zip");
    double without = error_without(lesson), number = error_as_number(lesson);
    Miss one_hot = miss_of_line(&zip.line, &zip.sets.test);
    write_places(app, &zip);
    price_metric(app, lesson, "zip_without", without);
    price_metric(app, lesson, "zip_number", number);
    price_metric(app, lesson, "zip_one_hot", one_hot.rms);
    price_metric(app, lesson, "zip_one_hot_mae", one_hot.mean);
    app_say(app,
            "zip: off by %s USD without zip codes, %s with them as a "
            "number, %s one-hot  [fig:ch02-zip]",
            money(lesson, without), money(lesson, number),
            money(lesson, one_hot.rms));
    lesson_free(&zip);
}

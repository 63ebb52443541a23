// One row of 21,613 says 33 bedrooms. How much does it say in the line?
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

// Of these rows: the best line of the bedrooms alone, price = b + w bedrooms.
typedef struct Fit {
    double w, b;
} Fit;

static Fit fit_bedrooms(const double *rooms, const double *price, int rows,
                        int without)
{
    double count = 0, x = 0, t = 0, xx = 0, xt = 0;
    for (int i = 0; i < rows; i++) {
        if (i == without) continue;
        count++;
        x += rooms[i];
        t += price[i];
        xx += rooms[i] * rooms[i];
        xt += rooms[i] * price[i];
    }
    double w = (xt - x * t / count) / (xx - x * x / count);
    return (Fit){w, (t - w * x) / count};
}

static int most_rooms(const double *rooms, int rows)
{
    int most = 0;
    for (int i = 1; i < rows; i++)
        if (rooms[i] > rooms[most]) most = i;
    return most;
}

static void write_means(App *app, const double *rooms, const double *price,
                        int rows)
{
    FILE *table = app_table(app, "outlier", "bedrooms\thouses\tmean_price");
    for (int r = 0; r <= 33; r++) {
        double count = 0, sum = 0;
        for (int i = 0; i < rows; i++) {
            if ((int)rooms[i] != r) continue;
            count++;
            sum += price[i];
        }
        if (count > 0)
            fprintf(table, "%d\t%.0f\t%.0f\n", r, count, sum / count);
    }
}

// The weight of the bedrooms where all inputs are used: USD per bedroom. With
// the odd row as it is, and with 3 for 33.
static double weight_among_all(const Lesson *lesson, int odd, bool mended)
{
    const TableSets *s = &lesson->sets;
    Error error = {0};
    const EncodedColumn *rooms = s->encoder.column;   // the first column
    Dataset all = {.count = s->csv.rows};
    Line line = line_new(lesson->line.features);
    int column;
    bool good = encoder_apply(&all.inputs, &s->encoder, &s->csv, &error) &&
                csv_values(&all.targets, &s->csv, &lesson->target, 1, &error);
    CHECK(good, "%s", error.message);
    double deviation = s->encoder.numbers.deviation[rooms->first];
    if (mended)
        reals(&all.inputs)[odd * line.features + rooms->first] -=
            (Real)(30 / deviation);
    double w = fit_exactly(&line, &all, &column)
                   ? (double)line.w[rooms->first] / deviation
                   : NAN;
    line_free(&line);
    dataset_free(&all);
    return w;
}

void show_outlier(App *app, Lesson *lesson)
{
    const Csv *csv = &lesson->sets.csv;
    Error error = {0};
    const double *rooms =
        csv->column[csv_column(csv, "bedrooms", &error)].number;
    const double *price =
        csv->column[csv_column(csv, "price", &error)].number;
    int odd = most_rooms(rooms, csv->rows);
    Fit with = fit_bedrooms(rooms, price, csv->rows, -1);
    Fit without = fit_bedrooms(rooms, price, csv->rows, odd);
    double all = weight_among_all(lesson, odd, false);
    double mended = weight_among_all(lesson, odd, true);
    write_means(app, rooms, price, csv->rows);
    app_metric(app, "outlier_line", csv->line[odd], "line of the file");
    app_metric(app, "outlier_rooms", rooms[odd], "bedrooms");
    app_metric(app, "outlier_paid", price[odd], "USD");
    app_metric(app, "outlier_said", with.b + with.w * rooms[odd], "USD");
    app_metric(app, "outlier_w_with", with.w, "USD per bedroom");
    app_metric(app, "outlier_w_without", without.w, "USD per bedroom");
    app_metric(app, "outlier_b_with", with.b, "USD");
    app_metric(app, "outlier_b_without", without.b, "USD");
    app_metric(app, "outlier_all_with", all, "USD per bedroom");
    app_metric(app, "outlier_all_mended", mended, "USD per bedroom");
    app_say(app,
            "outlier: line %d has %.0f bedrooms; a bedroom is worth "
            "%.0f USD with it, %.0f without  [fig:ch02-outlier]",
            csv->line[odd], rooms[odd], with.w, without.w);
}

// ./ch02-regression --predict "sqft_living=2000 bedrooms=3": what would such
// a house cost, and what is that made of?
#include "lesson.h"
#include "table_row.h"

#include <string.h>

static TableRow house_asked(App *app, const Lesson *lesson,
                            const char *question)
{
    Error error = {0};
    TableRow house;
    if (!table_row(&house, &lesson->sets, question, &error))
        app_fail(app, 1, "--predict: %s%s", error.message,
                 strstr(error.message, "no column zipcode")
                     ? "; with --part zip it may be named"
                     : "");
    for (int r = 0; r < house.csv.remarks; r++)
        app_say(app, "%s%s", house.csv.remark[r],
                r < house.assumed ? "" : ": the line goes straight on");
    return house;
}

static void say_price(App *app, const Lesson *lesson, double price)
{
    double miss = miss_of_line(&lesson->line, &lesson->sets.test).mean;
    app_say(app, "  %-36s %12s %s", "together", money(lesson, price),
            lesson->unit);
    app_say(app,
            "on houses that it has not seen the line is off by %s %s on "
            "average",
            money(lesson, miss), lesson->unit);
    if (price < 0 && !lesson->own)
        app_say(app, "a price cannot be negative: the line does not know "
                     "that  [sec:ch02-neuron]");
    if (app->quiet) printf("%.0f\n", lesson->size * price);
}

void predict_price(App *app, Lesson *lesson, const char *question)
{
    const Encoder *e = &lesson->sets.encoder;
    TableRow house = house_asked(app, lesson, question);
    double price = (double)*lesson->line.b;
    app_say(app, "  %-36s %12s", "where all inputs are at their mean",
            money(lesson, price));
    for (int k = 0; k < e->columns; k++) {
        double share =
            table_row_share(&house, &e->column[k], lesson->line.w);
        app_say(app, "  %-36s %12s", table_row_words(&house, k).text,
                money(lesson, share));
        price += share;
    }
    say_price(app, lesson, price);
    table_row_free(&house);
}

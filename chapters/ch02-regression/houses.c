// Four houses and one line: the guess that the text begins with, the best
// line, and how steps lead from one to the other.
#include "houses.h"

#include "lesson.h"

#include <math.h>

const float four_sizes[FOUR] = {2.104f, 1.600f, 2.400f, 3.000f};
const float four_prices[FOUR] = {400, 330, 369, 540};
const int four_bedrooms[FOUR] = {3, 3, 3, 4};

Houses four_houses(void) { return (Houses){FOUR, four_sizes, four_prices}; }

Line line_of(Pair *pair) { return (Line){1, &pair->w, &pair->b}; }

// Where both derivatives are 0: w is the covariance of size and price over
// the variance of the size, and the line goes through the means.
Pair best_pair(void)
{
    double size = 0, price = 0, both = 0, square = 0;
    for (int n = 0; n < FOUR; n++) {
        size += (double)four_sizes[n] / FOUR;
        price += (double)four_prices[n] / FOUR;
    }
    for (int n = 0; n < FOUR; n++) {
        double x = (double)four_sizes[n] - size;
        both += x * ((double)four_prices[n] - price);
        square += x * x;
    }
    double w = both / square;
    return (Pair){(float)w, (float)(price - w * size)};
}

static const Pair guess = {150, 50};

static void write_houses(App *app)
{
    FILE *table = app_table(app, "houses",
                            "size\tbedrooms\tprice\tguess\t"
                            "error\tsquare\tbest");
    Pair first = guess, best = best_pair();
    Line guessed = line_of(&first), line = line_of(&best);
    for (int n = 0; n < FOUR; n++) {
        float y = line_price(&guessed, &four_sizes[n]);
        float error = y - four_prices[n];
        fprintf(table, "%.3f\t%d\t%.0f\t%.1f\t%.1f\t%.2f\t%.1f\n",
                (double)four_sizes[n], four_bedrooms[n],
                (double)four_prices[n], (double)y, (double)error,
                (double)(error * error),
                (double)line_price(&line, &four_sizes[n]));
    }
}

// From a line that says 0 of every house, with a rate of 0.02.
static void write_epochs(App *app)
{
    FILE *table = app_table(app, "houses-epochs", "epoch\tw\tb\tloss");
    Pair at = {0, 0}, slope;
    Line line = line_of(&at), gradient = line_of(&slope);
    for (int epoch = 0; epoch <= 50; epoch++) {
        double w = (double)at.w, b = (double)at.b;
        double loss = (double)gradient_plain(&gradient, &line, four_houses());
        fprintf(table, "%d\t%.4f\t%.4f\t%.6g\n", epoch, w, b, loss);
        descend(&line, &gradient, 0.02f);
    }
}

// The guess, its gradient, and where one step leads.
static double step_from_guess(App *app)
{
    Pair at = guess, slope;
    Line line = line_of(&at), gradient = line_of(&slope);
    double before = (double)gradient_plain(&gradient, &line, four_houses());
    descend(&line, &gradient, 0.02f);
    double after = (double)squared_error_plain(&line, four_houses());
    app_metric(app, "guess_loss", before, "(1000 USD)²");
    app_metric(app, "guess_root", sqrt(before), "1000 USD");
    app_metric(app, "guess_dw", (double)slope.w, "");
    app_metric(app, "guess_db", (double)slope.b, "");
    app_metric(app, "step_w", (double)at.w, "USD per square foot");
    app_metric(app, "step_b", (double)at.b, "1000 USD");
    app_metric(app, "step_loss", after, "(1000 USD)²");
    return before;
}

void show_houses(App *app, Lesson *lesson)
{
    (void)lesson;
    Pair best = best_pair();
    Line line = line_of(&best);
    float asked = 1.8f;
    double least = (double)squared_error_plain(&line, four_houses());
    double first = step_from_guess(app);
    write_houses(app);
    write_epochs(app);
    app_metric(app, "best_w", (double)best.w, "USD per square foot");
    app_metric(app, "best_b", (double)best.b, "1000 USD");
    app_metric(app, "best_loss", least, "(1000 USD)²");
    app_metric(app, "best_root", sqrt(least), "1000 USD");
    app_metric(app, "asked_price", (double)line_price(&line, &asked),
               "1000 USD");
    app_say(app,
            "houses: squared error %.1f of a guess, %.1f of the best "
            "line, %.0f USD per square foot and %.0f thousand  "
            "[fig:ch02-line]",
            first, least, (double)best.w, (double)best.b);
}

// Why a pull by |w| makes zeros and a pull by w² does not, for one weight and
// for two.
#include "lesson.h"
#include "pull.h"

#include <math.h>

// For one weight that would be v: what each pull leaves of it.
static void write_one(App *app)
{
    FILE *table = app_table(app, "corners", "v\tsquare\tcorner");
    for (int i = -40; i <= 40; i++) {
        double v = i / 10.0;
        fprintf(table, "%.1f\t%.3f\t%.3f\n", v, v / (1 + 1),
                soft_threshold(v, 1));
    }
    app_metric(app, "corners_square_of_3", 3.0 / 2, "");
    app_metric(app, "corners_corner_of_3", soft_threshold(3, 1), "");
    app_metric(app, "corners_corner_of_half", soft_threshold(0.5, 1), "");
}

/* For two weights: the loss (w - c)' A (w - c) with A = 2 1, 1 2 and
 * c = (2.4, 0.6). Sums that say just that: X'X = A, X't = A c, one row.
 */
static const double a[4] = {2, 1, 1, 2}, c[2] = {2.4, 0.6};

static void write_two(App *app)
{
    double gram[9] = {a[0], a[1], 0, a[2], a[3], 0, 0, 0, 1};
    double product[3] = {a[0] * c[0] + a[1] * c[1], a[2] * c[0] + a[3] * c[1],
                         0};
    Sums s = {1, 3, gram, product};
    FILE *table = app_table(app, "corners-two", "way\tpull\tw1\tw2");
    double w[3] = {0}, square[3], corner[3] = {0};
    for (int k = 0; k <= 40; k++) {
        pull_by_square(w, &s, k / 10.0);
        fprintf(table, "square\t%.1f\t%.4f\t%.4f\n", k / 10.0, w[0], w[1]);
    }
    for (int k = 0; k <= 40; k++) {
        pull_to_corners(w, &s, k / 4.0, 0);
        fprintf(table, "corner\t%.1f\t%.4f\t%.4f\n", k / 4.0, w[0], w[1]);
    }
    pull_by_square(square, &s, 1);
    pull_to_corners(corner, &s, 4, 0);
    app_metric(app, "corners_two_square_1", square[0], "");
    app_metric(app, "corners_two_square_2", square[1], "");
    app_metric(app, "corners_two_corner_1", corner[0], "");
    app_metric(app, "corners_two_corner_2", corner[1], "");
    app_say(app,
            "corners: pulled by squares, two weights end at %.2f and %.2f, "
            "by corners at %.2f and %.2f  [fig:ch04-corners]",
            square[0], square[1], corner[0], corner[1]);
}

// What each pull believes of a weight before it has seen anything: two
// densities of deviation 1.
static void write_priors(App *app)
{
    static const double pi = 3.14159265358979323846;
    FILE *table = app_table(app, "corners-priors", "w\tnormal\tlaplace");
    for (int i = -40; i <= 40; i++) {
        double w = i / 10.0;
        fprintf(table, "%.1f\t%.5f\t%.5f\n", w,
                exp(-w * w / 2) / sqrt(2 * pi),
                exp(-sqrt(2) * fabs(w)) / sqrt(2));
    }
}

void show_corners(App *app, Lesson *lesson)
{
    (void)lesson;
    write_one(app);
    write_priors(app);
    write_two(app);
}

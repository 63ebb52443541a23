// A second feature: size and colour added, and the same search. The threshold
// on a sum is a line in the plane of both.
#include "fruit.h"
#include "lesson.h"

// Both boxes, one behind the other.
typedef struct Sums {
    float x[2 * APPLES];
    int t[2 * APPLES];
} Sums;

static void add_box(Sums *sums, const Box *box, int first)
{
    for (int n = 0; n < APPLES; n++) {
        sums->x[first + n] = box->size[n] + box->colour[n];
        sums->t[first + n] = box->ripe[n];
    }
}

static void write_sums(App *app, const Sums *sums, float threshold)
{
    FILE *table = app_table(app, "line", "box\tsum\tripe\tsaid");
    for (int n = 0; n < 2 * APPLES; n++)
        fprintf(table, "%s\t%.1f\t%d\t%d\n", n < APPLES ? "training" : "new",
                (double)sums->x[n], sums->t[n], sums->x[n] > threshold);
}

void show_line(App *app, Lesson *lesson)
{
    (void)lesson;
    Sums sums;
    add_box(&sums, &training_box, 0);
    add_box(&sums, &new_box, APPLES);
    Samples both = {2 * APPLES, sums.x, sums.t};
    Samples training = {APPLES, sums.x, sums.t};
    Samples fresh = {APPLES, sums.x + APPLES, sums.t + APPLES};
    Threshold first = find_threshold(training), found = find_threshold(both);
    write_sums(app, &sums, found.at);
    // The apple that week 3 begins with: size 9, colour 1, unripe.
    Samples far = {1, (const float[]){9 + 1}, (const int[]){0}};
    app_metric(app, "line_first_at", (double)first.at, "");
    app_metric(app, "line_first_wrong", count_wrong(first.at, fresh),
               "apples");
    app_metric(app, "line_at", (double)found.at, "");
    app_metric(app, "line_wrong", found.wrong, "apples");
    app_metric(app, "line_apples", both.count, "");
    app_metric(app, "line_far_wrong", count_wrong(found.at, far), "apples");
    app_say(app,
            "line: size + colour > %.1f has %d of %d apples of both boxes "
            "right  [fig:ch01-line]",
            (double)found.at, both.count - found.wrong, both.count);
}

// Cat or not: how many numbers is a picture, and how many weights has a line
// that reads them? Counted, not trained.
#include "lesson.h"

typedef struct Picture {
    const char *what;
    int height, width, colours;
} Picture;

void show_pixels(App *app, Lesson *lesson)
{
    (void)lesson;
    static const Picture pictures[] = {{"digit", 28, 28, 1},
                                       {"cat", 64, 64, 3},
                                       {"photograph", 3000, 4000, 3}};
    FILE *table = app_table(
        app, "pixels",
        "what\theight\twidth\tcolours\tinputs\tparameters\thundred");
    for (int k = 0; k < 3; k++) {
        const Picture *p = &pictures[k];
        long inputs = (long)p->height * p->width * p->colours;
        fprintf(table, "%s\t%d\t%d\t%d\t%ld\t%ld\t%ld\n", p->what, p->height,
                p->width, p->colours, inputs, inputs + 1,
                100 * (inputs + 1) + 101);
    }
    app_metric(app, "pixels_inputs", 64 * 64 * 3, "");
    app_metric(app, "pixels_parameters", 64 * 64 * 3 + 1, "");
    app_metric(app, "pixels_hundred", 100.0 * (64 * 64 * 3 + 1) + 101, "");
    app_say(app,
            "pixels: a picture of 64 x 64 in three colours is %d numbers, a "
            "line over it %d parameters  [tab:ch03-pixels]",
            64 * 64 * 3, 64 * 64 * 3 + 1);
}

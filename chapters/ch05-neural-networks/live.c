// The boundary in the terminal, while it is learned.
#include "draw.h"
#include "lesson.h"

#include <stdlib.h>

enum { MOMENTS = 4, ACROSS = 18 };
static const double redraw = 0.1;   // seconds

struct Album {
    int epoch[MOMENTS];   // after so many, a picture is kept
    uint8_t pixels[MOMENTS][ACROSS * ACROSS];
    int kept;
    double drawn;   // when
    FILE *table;   // the same pictures, finer
};

// Before the first epoch, and after a twentieth, a quarter and all of them.
Album *album_new(App *app)
{
    Album *a = allocate(1, sizeof *a);
    a->table = app_table(app, "moments", "epoch\tx1\tx2\tp");
    a->epoch[1] = (app->epochs + 19) / 20;
    a->epoch[2] = (app->epochs + 3) / 4;
    a->epoch[3] = app->epochs;
    return a;
}

static Drawing picture(const uint8_t *pixels)
{
    return (Drawing){ACROSS, ACROSS, pixels};
}

static void keep(Album *a, const App *app, const Lesson *lesson)
{
    const Net *net = &lesson->show;
    while (a->kept < MOMENTS && a->epoch[a->kept] <= app->epoch - 1) {
        char row[16];
        snprintf(row, sizeof row, "%d", a->epoch[a->kept]);
        write_plane(a->table, row, &lesson->design, net->x, net->logit);
        plane_pixels(a->pixels[a->kept++], ACROSS, &lesson->design, net->x,
                     net->logit);
    }
}

void album_look(Album *a, App *app, const Lesson *lesson)
{
    uint8_t pixels[ACROSS * ACROSS];
    double now = seconds_now();
    keep(a, app, lesson);
    if (!draws_live(app) || now - a->drawn < redraw) return;
    plane_pixels(pixels, ACROSS, &lesson->design, lesson->show.x,
                 lesson->show.logit);
    Drawing drawing = picture(pixels);
    draw_live(app, &drawing, 1, 0);
    a->drawn = now;
}

void album_show(Album *a, App *app, const Lesson *lesson)
{
    Drawing drawing[MOMENTS];
    keep(a, app, lesson);
    for (int k = 0; k < a->kept; k++) drawing[k] = picture(a->pixels[k]);
    if (a->kept == MOMENTS) {
        draw_pictures(app, drawing, MOMENTS, 0);
        app_say(app,
                "the boundary after %d, %d, %d and %d epochs; dark is yes  "
                "[fig:ch05-boundary]",
                a->epoch[0], a->epoch[1], a->epoch[2], a->epoch[3]);
    }
    free(a);
}

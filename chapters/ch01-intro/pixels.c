// What a machine sees: a digit as 28 x 28 grey levels, and a colour picture
// as three of them, its channels.
#include "draw.h"
#include "lesson.h"

#include <math.h>

static void write_digit(App *app, const uint8_t *digit, int label)
{
    FILE *table = app_table(app, "pixels", "row\tcolumn\tlevel\tlabel");
    for (int i = 0; i < PIXELS; i++)
        fprintf(table, "%d\t%d\t%d\t%d\n", i / SIDE, i % SIDE, digit[i],
                label);
}

// A picture of 4 x 6 pixels in colour: sky, sun, grass. Its tensor is
// [4, 6, 3]: three bytes a pixel, red, green, blue.
enum { HEIGHT = 4, WIDTH = 6, CHANNELS = 3 };

static void paint(uint8_t colours[HEIGHT][WIDTH][CHANNELS])
{
    static const uint8_t sky[] = {120, 190, 255}, sun[] = {255, 220, 40},
                         grass[] = {60, 150, 50};
    for (int i = 0; i < HEIGHT; i++)
        for (int j = 0; j < WIDTH; j++) {
            bool shines = i < 2 && j > 3;
            const uint8_t *colour = i == HEIGHT - 1 ? grass
                                    : shines        ? sun
                                                    : sky;
            for (int c = 0; c < CHANNELS; c++) colours[i][j][c] = colour[c];
        }
}

static void write_channels(App *app)
{
    uint8_t colours[HEIGHT][WIDTH][CHANNELS];
    paint(colours);
    FILE *table = app_table(app, "pixels-channels",
                            "row\tcolumn\tred\tgreen\tblue\tgrey");
    for (int i = 0; i < HEIGHT; i++)
        for (int j = 0; j < WIDTH; j++) {
            const uint8_t *p = colours[i][j];
            double grey = 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2];
            fprintf(table, "%d\t%d\t%d\t%d\t%d\t%.0f\n", i, j, p[0], p[1],
                    p[2], grey);
        }
}

void show_pixels(App *app, Lesson *lesson)
{
    const uint8_t *digit = bytes(&lesson->train.inputs);
    int label = ints(&lesson->train.targets)[0], ink = 0, sum = 0;
    for (int i = 0; i < PIXELS; i++) {
        ink += digit[i] > 0;
        sum += digit[i];
    }
    draw_pictures(app, &(Drawing){SIDE, SIDE, digit}, 1, 4);
    write_digit(app, digit, label);
    write_channels(app);
    app_metric(app, "pixels_label", label, "class");
    app_metric(app, "pixels_count", PIXELS, "");
    app_metric(app, "pixels_ink", ink, "pixels");
    app_metric(app, "pixels_mean", (double)sum / PIXELS, "grey levels");
    app_metric(app, "pixels_train", lesson->train.count, "digits");
    app_metric(app, "pixels_test", lesson->test.count, "digits");
    app_metric(app, "pixels_bytes",
               (double)tensor_count(&lesson->train.inputs), "bytes");
    app_say(app,
            "pixels: training digits %s, one byte a number; the first is a "
            "%d, with %d of %d pixels not white  [fig:ch01-pixels]",
            shape_text(lesson->train.inputs.shape).text, label, ink, PIXELS);
}

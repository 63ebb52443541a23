// Digits drawn with text: one character for two pixels, one above the other.
#include "lesson.h"

#include <string.h>

static const char *shade(int level)   // 0 … 255
{
    static const char *const shades[] = {" ", "░", "▒", "▓", "█"};
    return shades[level * 5 / 256];
}

typedef struct Line {
    char text[SIDE * sizeof "█"];
} Line;

static Line draw_line(const uint8_t *pixels, int row, int margin)
{
    Line line = {""};
    const uint8_t *upper = pixels + row * SIDE, *lower = upper + SIDE;
    for (int j = margin; j < SIDE - margin; j++)
        strcat(line.text, shade((upper[j] + lower[j] + 1) / 2));
    return line;
}

void draw_digits(const App *app, const uint8_t *const *pixels, int count,
                 int margin)
{
    for (int row = margin; row < SIDE - margin; row += 2) {
        Line line[3] = {{""}, {""}, {""}};
        for (int k = 0; k < count && k < 3; k++)
            line[k] = draw_line(pixels[k], row, margin);
        app_say(app, "%s %s %s", line[0].text, line[1].text, line[2].text);
    }
}

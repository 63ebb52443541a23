// Digits drawn with text: one character for two pixels, one above the other.
#include "lesson.h"

#include <string.h>

enum { MARGIN = 2, LINES = (SIDE - 2 * MARGIN) / 2 };

static const char *shade(int level)   // 0 … 255
{
    static const char *const shades[] = {" ", "░", "▒", "▓", "█"};
    return shades[level * 5 / 256];
}

static void draw_line(char *text, size_t size, const uint8_t *pixels, int line)
{
    const uint8_t *upper = pixels + (MARGIN + 2 * line) * SIDE, *lower = upper + SIDE;
    text[0] = '\0';
    for (int j = MARGIN; j < SIDE - MARGIN; j++)
        strncat(text, shade((upper[j] + lower[j] + 1) / 2), size - strlen(text) - 1);
}

void draw_digits(const App *app, const uint8_t *const *pixels, int count)
{
    for (int line = 0; line < LINES; line++) {
        char text[3][SIDE * 3 + 1] = {"", "", ""};
        for (int k = 0; k < count && k < 3; k++) draw_line(text[k], sizeof text[k], pixels[k], line);
        app_say(app, "%s %s %s", text[0], text[1], text[2]);
    }
}

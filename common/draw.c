#include "draw.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"

static const char *shade(int level)   // 0 … 255
{
    static const char *const shades[] = {" ", "░", "▒", "▓", "█"};
    return shades[level * 5 / 256];
}

static char *add(char *end, const char *text) { return stpcpy(end, text); }

// Rows `row` and `row` + 1, as far as the picture has them.
static char *add_row(char *end, const Drawing *d, int row, int margin)
{
    const uint8_t *upper = d->pixels + (size_t)row * (size_t)d->width;
    const uint8_t *lower = row + 1 < d->height - margin ? upper + d->width : upper;
    bool below = row >= d->height - margin;
    for (int j = margin; j < d->width - margin; j++)
        end = add(end, below ? " " : shade((upper[j] + lower[j] + 1) / 2));
    return end;
}

char *drawing_text(const Drawing *drawings, int count, int margin)
{
    CHECK(count >= 1 && count <= MOST_DRAWN, "%d pictures, expected 1 … %d", count, MOST_DRAWN);
    int height = 0, width = 0;
    for (int k = 0; k < count; k++) {
        const Drawing *d = &drawings[k];
        CHECK(d->height > 2 * margin && d->width > 2 * margin, "%d x %d with a margin of %d",
              d->height, d->width, margin);
        height = d->height > height ? d->height : height;
        width += d->width - 2 * margin + 1;
    }
    size_t lines = (size_t)(height - 2 * margin + 1) / 2;
    char *text = allocate(lines * (size_t)width * strlen("█") + 1, 1), *end = text;
    for (int row = margin; row < height - margin; row += 2) {
        for (int k = 0; k < count; k++) {
            end = add_row(end, &drawings[k], row, margin);
            end = add(end, k + 1 < count ? " " : "\n");
        }
    }
    return text;
}

void draw_pictures(const App *app, const Drawing *drawings, int count, int margin)
{
    char *text = drawing_text(drawings, count, margin);
    text[strlen(text) - 1] = '\0';   // app_say ends the last line
    app_say(app, "%s", text);
    free(text);
}

static int lines_in(const char *text)
{
    int lines = 0;
    for (; *text; text++) lines += *text == '\n';
    return lines;
}

bool draws_live(const App *app) { return !app->quiet && app->session->terminal; }

void draw_live(const App *app, const Drawing *drawings, int count, int margin)
{
    Session *s = app->session;
    if (!draws_live(app)) return;
    progress_clear(app);
    if (s->live_lines > 0) printf("\033[%dA", s->live_lines);
    char *text = drawing_text(drawings, count, margin);
    fputs(text, stdout);
    fflush(stdout);
    s->live_lines = lines_in(text);
    free(text);
}

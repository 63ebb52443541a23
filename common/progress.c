// What is seen of a training: a line that is drawn again and again, or in a pipe a few plain ones.
#include <math.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app_private.h"

enum { BAR = 20, EPOCH_LINES = 20 };   // at most so many lines of epochs, if nothing else is said
static const double redraw = 1.0 / 15, sparing = 15;   // seconds between lines: terminal, pipe

void progress_clear(const App *app)
{
    if (!app->session->line_stands) return;
    fputs("\r\033[K", stdout);
    app->session->line_stands = false;
}

static double speed(const Session *s)   // samples a second, of this epoch
{
    return s->epoch_seconds > 0 ? (double)s->epoch_samples / s->epoch_seconds : 0;
}

static double seconds_left(const App *app)
{
    const Session *s = app->session;
    return s->run_seconds / (double)s->run_steps * (double)(app->steps - app->step);
}

typedef struct Clock {
    char text[24];
} Clock;

static Clock clock_text(double seconds)
{
    Clock clock;
    const long whole = lround(seconds), hours = whole / 3600;
    if (hours > 0)
        snprintf(clock.text, sizeof clock.text, "%ld:%02ld:%02ld", hours, whole / 60 % 60,
                 whole % 60);
    else
        snprintf(clock.text, sizeof clock.text, "%ld:%02ld", whole / 60, whole % 60);
    return clock;
}

static bool room_for_bar(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_col > 78;
}

static void draw_bar(double done)
{
    const int filled = (int)(done * BAR);
    putchar('[');
    for (int i = 0; i < BAR; i++) putchar(i < filled ? '=' : i == filled ? '>' : ' ');
    fputs("] ", stdout);
}

// How many steps of this epoch there are whose losses are known.
static int known_losses(const App *app) { return app->progress.index - app->session->unread; }

static double mean_loss(const App *app)   // of these; 0 of none
{
    const int known = known_losses(app);
    return known > 0 ? app->progress.epoch_loss / known : 0;
}

static void draw_line(App *app, double done)
{
    printf("\repoch %d/%d ", app->epoch, app->epochs);
    if (room_for_bar()) draw_bar(done);
    if (known_losses(app) > 0) printf("loss %.4f  ", mean_loss(app));
    printf("%.0f samples/s  %s left\033[K", speed(app->session),
           clock_text(seconds_left(app)).text);
    app->session->line_stands = true;
}

static void print_line(const App *app, double done)
{
    printf("epoch %d/%d, %.0f%%: ", app->epoch, app->epochs, 100 * done);
    if (known_losses(app) > 0) printf("loss %.4f, ", mean_loss(app));
    printf("%.0f samples/s, %s left\n", speed(app->session), clock_text(seconds_left(app)).text);
}

// Is batch `index` of `all` the first one of a new fifth?
static bool fifth(int index, int all) { return 5LL * index / all != 5LL * (index - 1) / all; }

void progress_step(App *app, Batch b)
{
    Session *s = app->session;
    const int all = sampler_batches(b.sampler), index = b.index + 1;
    const double now = seconds_now();
    if (app->quiet || now - s->shown < (s->terminal ? redraw : sparing)) return;
    if (!s->terminal && (!fifth(index, all) || index == all)) return;
    const double done = (double)index / all;
    if (s->terminal)
        draw_line(app, done);
    else
        print_line(app, done);
    s->shown = now;
    fflush(stdout);
}

// ", test accuracy 0.9900" or ", test rmse 142182 USD"
static void print_measure(Measure m)
{
    const bool share = strcmp(m.unit, "fraction") == 0;
    printf(", ");
    for (const char *c = m.name; *c; c++) putchar(*c == '_' ? ' ' : *c);
    if (share) printf(" %.4f", m.value);
    else printf(" %.6g %s", m.value, m.unit);
}

void progress_epoch(App *app, Measure measure)
{
    Session *s = app->session;
    const int asked = app->defaults.epoch_lines, lines = asked ? asked : EPOCH_LINES,
              every = (app->epochs - 1) / lines + 1;
    if (app->quiet || (app->epoch % every != 0 && app->epoch != app->epochs)) return;
    progress_clear(app);
    s->live_lines = 0;
    printf("epoch %d/%d: loss %.4f", app->epoch, app->epochs, mean_loss(app));
    if (!isnan(measure.value)) print_measure(measure);
    printf(", %.0f samples/s, %.1f s\n", speed(s), s->epoch_seconds);
    fflush(stdout);
    s->shown = seconds_now();
}

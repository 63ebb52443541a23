// From a photograph to what the network sees. The photograph is made here,
// from a test digit, so that the right answer is known and every run has the
// same one.
#include "digit.h"
#include "lesson.h"

#include <math.h>

enum { HEIGHT = 120, WIDTH = 160 };   // of the photograph
#define SIZE 0.3    // of one of its pixels, in the digit's own
#define NIB 5       // the pen's: a stroke is wider by this on each side
#define INK 0.7     // the share of the light that full ink takes away
#define GRAIN 10    // deviation of the noise, of 255

// The digit's ink, larger, off the middle, as a thick pen would leave it.
static Plane draw_thick(const uint8_t *digit)
{
    Picture small = {SIDE, SIDE, digit};
    Box around = {-3, -18, HEIGHT * SIZE, WIDTH * SIZE};
    Plane thin = plane_of(&small, around, HEIGHT, WIDTH);
    Plane thick = plane_dilate(&thin, NIB);
    plane_free(&thin);
    return thick;
}

// The paper gets darker to the left and to the bottom, as in a room's light.
static void photograph(uint8_t *grey, const uint8_t *digit)
{
    Stream grain = {.seed = 7, .purpose = FOR_LESSON};
    Plane thick = draw_thick(digit);
    for (int k = 0; k < HEIGHT * WIDTH; k++) {
        double across = (double)(k % WIDTH) / WIDTH;
        double down = (double)(k / WIDTH) / HEIGHT;
        double paper = 175 + 25 * across - 15 * down;
        double light = paper * (1 - INK * thick.at[k] / 255);
        double level = light + GRAIN * random_normal(grain, (uint64_t)k);
        grey[k] = (uint8_t)lround(fmin(fmax(level, 0), 255));
    }
    plane_free(&thick);
}

static Plane scaled(const Picture *p, int height, int width)
{
    return plane_of(p, (Box){0, 0, p->height, p->width}, height, width);
}

static void write_plane(FILE *table, const char *stage, const Plane *p)
{
    for (int k = 0; k < plane_count(p); k++)
        fprintf(table, "%s\t%d\t%d\t%.4g\n", stage, k / p->width,
                k % p->width, p->at[k]);
}

static void write_picture(FILE *table, const char *stage, const Picture *p)
{
    Plane same = scaled(p, p->height, p->width);
    write_plane(table, stage, &same);
    plane_free(&same);
}

typedef struct Answer {
    int guess;
    double right;   // the probability of the right class
} Answer;

static Answer ask(Network *net, const uint8_t *digit, int label)
{
    feed_digits(net->image, digit, 1);
    const Real *z = reals(predict(net->logits));
    return (Answer){likeliest(z, CLASSES), probability(z, CLASSES, label)};
}

static Answer ask_shrunk(Network *net, const Picture *photo, int label)
{
    uint8_t digit[PIXELS];
    Plane small = scaled(photo, SIDE, SIDE);
    for (int k = 0; k < PIXELS; k++)
        digit[k] = (uint8_t)lroundf(small.at[k]);
    plane_free(&small);
    return ask(net, digit, label);
}

void show_picture(App *app, Lesson *lesson)
{
    uint8_t grey[HEIGHT * WIDTH];
    photograph(grey, bytes(&lesson->test.inputs));
    Picture photo = {HEIGHT, WIDTH, grey};
    Stages stages;
    digit_stages(&stages, grey, HEIGHT, WIDTH);
    Picture digit = {SIDE, SIDE, stages.digit};
    FILE *table = app_table(app, "picture", "stage\trow\tcolumn\tvalue");
    write_picture(table, "photograph", &photo);
    write_plane(table, "ink", &stages.ink);
    write_plane(table, "thinned", &stages.pen);
    write_picture(table, "digit", &digit);

    int label = ints(&lesson->test.targets)[0];
    Answer shrunk = ask_shrunk(lesson->net, &photo, label);
    Answer prepared = ask(lesson->net, stages.digit, label);
    stages_free(&stages);
    app_metric(app, "picture_shrunk", shrunk.right, "probability");
    app_metric(app, "picture_shrunk_guess", shrunk.guess, "class");
    app_metric(app, "picture_prepared", prepared.right, "probability");
    app_metric(app, "picture_prepared_guess", prepared.guess, "class");
    app_say(app, "picture: a photographed %d is read as %d, with %.1f%% for "
                 "%d; only shrunk as %d, with %.1f%%  [fig:ch07-picture]",
            label, prepared.guess, 100 * prepared.right, label, shrunk.guess,
            100 * shrunk.right);
}

// One test digit, drawn, and how far it is from each of the ten means.
#include "draw.h"
#include "lesson.h"

#include <math.h>
#include <stdio.h>

void ask_digit(App *app, Lesson *lesson, int number)
{
    const Dataset *set = &lesson->test;
    if (number < 0 || number >= set->count)
        app_fail(app, 2, "--digit %d: there are 0 to %d", number,
                 set->count - 1);
    const uint8_t *picture = bytes(&set->inputs) + number * PIXELS;
    int said = nearest_mean(&lesson->means, picture);
    int label = ints(&set->targets)[number];
    if (app->quiet) printf("%d\n", said);
    draw_pictures(app, &(Drawing){SIDE, SIDE, picture}, 1, 0);
    for (int k = 0; k < CLASSES; k++)
        app_say(app, "from the mean %d: %5.1f grey levels a pixel%s", k,
                sqrt((double)squared_distance(&lesson->means, k, picture) /
                     PIXELS),
                k == said ? "  <- nearest" : "");
    app_say(app, "test digit %d is a %d, taken for a %d", number, label,
            said);
}

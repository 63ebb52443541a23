// How many inputs a picture has, and how many weights the first layer then
// needs: a slide forgets colour.
#include "lesson.h"

typedef struct Kind {
    const char *name;
    int height, width, channels;
} Kind;
static const Kind kinds[] = {{"digit", 28, 28, 1},
                             {"grey", 32, 32, 1},
                             {"cifar", 32, 32, 3},
                             {"cat", 64, 64, 3}};

void show_count(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "count", "kind\tinputs\tone_layer\tdense");
    for (int k = 0; k < 4; k++) {
        const Kind *p = &kinds[k];
        int inputs = p->height * p->width * p->channels;
        fprintf(table, "%s\t%d\t%d\t%d\n", p->name, inputs,
                (inputs + 1) * CLASSES, (inputs + 1) * 512);
    }
    app_metric(app, "count_cifar", 32 * 32 * 3, "inputs");
    app_metric(app, "count_forgotten", 32 * 32, "inputs");
    app_say(app,
            "count: a CIFAR-10 picture has 32 x 32 x 3 = %d inputs; 1,024 "
            "would be a grey one  [tab:ch06-count]",
            32 * 32 * 3);
}

// Small networks with numbers, for the chapter's drawings.
#include "lesson.h"

void sketch_node(const Sketch *s, const char *node, double layer,
                 double place, const char *text, const char *role)
{
    fprintf(s->nodes, "%s\t%s\t%g\t%g\t%s\t%s\n", s->name, node, layer, place,
            text, role);
}

void sketch_edge(const Sketch *s, const char *from, const char *to,
                 const char *text)
{
    fprintf(s->edges, "%s\t%s\t%s\t%s\tplain\n", s->name, from, to, text);
}

const char *sketch_number(double value, int digits)
{
    static char text[32];
    snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

void show_sketch(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *nodes =
        app_table(app, "nodes", "drawing\tnode\tlayer\tplace\tvalue\trole");
    FILE *edges = app_table(app, "edges", "drawing\tfrom\tto\tvalue\trole");
    sketch_cell((Sketch){nodes, edges, "cell"});
    sketch_hand((Sketch){nodes, edges, "hand"});
    sketch_numbers((Sketch){nodes, edges, "numbers"});
    app_detail(app, "sketch: small numbers for the chapter's drawings");
}

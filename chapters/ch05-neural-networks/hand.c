// XOR by hand: yes where OR says yes and AND does not. Each of the three
// units is a line of week 3 that answers 0 or 1.
#include "lesson.h"

enum { CASES = 4 };
static const int cases[CASES][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double bias_or = -0.5, bias_and = -1.5, bias_out = -0.5;

typedef struct Steps {
    double a_or, a_and, z;
    int h_or, h_and, answer;
} Steps;

static Steps steps_of(const int x[2])
{
    Steps s;
    s.a_or = x[0] + x[1] + bias_or;
    s.a_and = x[0] + x[1] + bias_and;
    s.h_or = s.a_or > 0;
    s.h_and = s.a_and > 0;
    s.z = s.h_or - s.h_and + bias_out;
    s.answer = s.z > 0;
    return s;
}

// The case (1, 0) on its way.
void sketch_hand(Sketch s)
{
    Steps way = steps_of(cases[2]);
    sketch_node(&s, "x1", 0, 0, "1", "plain");
    sketch_node(&s, "x2", 0, 1, "0", "plain");
    sketch_node(&s, "one", 0, 2, "1", "frame");
    sketch_node(&s, "or", 1, 0, sketch_number(way.h_or, 0), "window");
    sketch_node(&s, "and", 1, 1, sketch_number(way.h_and, 0), "window");
    sketch_node(&s, "one more", 1, 2, "1", "frame");
    sketch_node(&s, "xor", 2, 0.5, sketch_number(way.answer, 0), "answer");
    sketch_edge(&s, "x1", "or", "1");
    sketch_edge(&s, "x1", "and", "1");
    sketch_edge(&s, "x2", "or", "1");
    sketch_edge(&s, "x2", "and", "1");
    sketch_edge(&s, "one", "or", sketch_number(bias_or, 1));
    sketch_edge(&s, "one", "and", sketch_number(bias_and, 1));
    sketch_edge(&s, "or", "xor", "1");
    sketch_edge(&s, "and", "xor", "-1");
    sketch_edge(&s, "one more", "xor", sketch_number(bias_out, 1));
}

void show_hand(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "hand",
                            "x1\tx2\ta_or\ta_and\tor\tand\tz\tanswer\tt");
    int right = 0;
    for (int n = 0; n < CASES; n++) {
        Steps s = steps_of(cases[n]);
        int t = cases[n][0] != cases[n][1];
        right += s.answer == t;
        fprintf(table, "%d\t%d\t%g\t%g\t%d\t%d\t%g\t%d\t%d\n", cases[n][0],
                cases[n][1], s.a_or, s.a_and, s.h_or, s.h_and, s.z, s.answer,
                t);
    }
    app_metric(app, "hand_right", right, "of 4");
    app_say(app,
            "hand: OR, and not AND: two hidden units get %d of the 4 answers "
            "of XOR right  [fig:ch05-hand]",
            right);
}

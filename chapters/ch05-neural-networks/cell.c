// A nerve cell fires when what arrives is more than its threshold; a unit
// says yes when its sum is positive. The threshold has become a bias.
#include "lesson.h"

enum { DENDRITES = 3, PATTERNS = 1 << DENDRITES };
// The second one calms the cell down: an inhibiting synapse.
static const double strength[DENDRITES] = {2, -1, 1.5}, threshold = 3;
static const int arriving[DENDRITES] = {1, 0, 1};

static double potential(const int *on)
{
    double sum = 0;
    for (int d = 0; d < DENDRITES; d++) sum += strength[d] * on[d];
    return sum;
}

static bool cell_fires(const int *on) { return potential(on) > threshold; }

static double unit_sum(const int *on) { return potential(on) - threshold; }

static void pattern(int on[DENDRITES], int number)
{
    for (int d = 0; d < DENDRITES; d++) on[d] = number >> d & 1;
}

void sketch_cell(Sketch s)
{
    char name[16];
    sketch_node(&s, "sum", 1, 1.5, sketch_number(unit_sum(arriving), 1),
                "window");
    sketch_node(&s, "fires", 2, 1.5, cell_fires(arriving) ? "1" : "0",
                "answer");
    for (int d = 0; d < DENDRITES; d++) {
        snprintf(name, sizeof name, "x%d", d + 1);
        sketch_node(&s, name, 0, d, sketch_number(arriving[d], 0), "plain");
        sketch_edge(&s, name, "sum", sketch_number(strength[d], 1));
    }
    sketch_node(&s, "bias", 0, DENDRITES, "1", "frame");
    sketch_edge(&s, "bias", "sum", sketch_number(-threshold, 0));
    sketch_edge(&s, "sum", "fires", "");
}

void show_cell(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table = app_table(app, "cell", "x1\tx2\tx3\tpotential\tz\tfires");
    int fired = 0, alike = 0, on[DENDRITES];
    for (int k = 0; k < PATTERNS; k++) {
        pattern(on, k);
        fired += cell_fires(on);
        alike += cell_fires(on) == (unit_sum(on) > 0);
        fprintf(table, "%d\t%d\t%d\t%g\t%g\t%d\n", on[0], on[1], on[2],
                potential(on), unit_sum(on), cell_fires(on));
    }
    app_metric(app, "cell_potential", potential(arriving), "");
    app_metric(app, "cell_z", unit_sum(arriving), "");
    app_metric(app, "cell_fired", fired, "of 8");
    app_say(app,
            "cell: of %d patterns of pulses %d make it fire, and a unit says "
            "the same of %d  [fig:ch05-cell]",
            PATTERNS, fired, alike);
}

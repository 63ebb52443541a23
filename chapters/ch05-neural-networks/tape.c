// Each line: a value, two lines it was made of, and its slope along each.
#include "tape.h"

#include "plain.h"

#include <math.h>
#include <stdlib.h>

typedef struct Line {
    double value, slope;
    int from[2];   // earlier lines; -1: none
    double along[2];   // how fast this value grows with theirs
} Line;

struct Tape {
    Line *line;
    int length, room;
};

Tape *tape_new(void) { return allocate(1, sizeof(Tape)); }

void tape_free(Tape *tape)
{
    free(tape->line);
    free(tape);
}

int tape_length(const Tape *tape) { return tape->length; }

static Var write_line(Tape *tape, Line line)
{
    if (tape->length == tape->room) {
        tape->room = tape->room ? 2 * tape->room : 64;
        size_t size = (size_t)tape->room * sizeof *tape->line;
        tape->line = realloc(tape->line, size);
        CHECK(tape->line, "no memory for %d lines", tape->room);
    }
    tape->line[tape->length] = line;
    return (Var){tape, tape->length++};
}

double tape_value(Var v) { return v.tape->line[v.line].value; }
double tape_slope(Var v) { return v.tape->line[v.line].slope; }

/* ---- Operations: a value, and a slope along each operand ----------------*/

Var tape_number(Tape *tape, double value)
{
    return write_line(tape, (Line){value, 0, {-1, -1}, {0}});
}

static Var of_two(Var a, Var b, double value, double along_a, double along_b)
{
    CHECK(a.tape == b.tape, "lines %d and %d of two tapes", a.line, b.line);
    return write_line(
        a.tape, (Line){value, 0, {a.line, b.line}, {along_a, along_b}});
}

static Var of_one(Var a, double value, double along)
{
    return write_line(a.tape, (Line){value, 0, {a.line, -1}, {along}});
}

Var tape_add(Var a, Var b)
{
    return of_two(a, b, tape_value(a) + tape_value(b), 1, 1);
}

Var tape_times(Var a, Var b)
{
    double x = tape_value(a), y = tape_value(b);
    return of_two(a, b, x * y, y, x);
}

Var tape_activation(Var a, const Activation *f)
{
    Real x = (Real)tape_value(a);
    return of_one(a, (double)f->of(x), (double)f->slope(x));
}

Var tape_cross_entropy(Var z, double t)
{
    double p = 1 / (1 + exp(-tape_value(z)));
    Real loss = cross_entropy_plain((Real)tape_value(z), (Real)t);
    return of_one(z, (double)loss, p - t);
}

/* ---- Back ---------------------------------------------------------------*/

// slope(from) += slope(line) along(line, from), from the last line to the
// first: when a line has its turn, all that it was used for has had its own.
void tape_backward(Var end)
{
    Line *line = end.tape->line;
    for (int i = 0; i <= end.line; i++) line[i].slope = 0;
    line[end.line].slope = 1;
    for (int i = end.line; i >= 0; i--)
        for (int k = 0; k < 2; k++)
            if (line[i].from[k] >= 0)
                line[line[i].from[k]].slope +=
                    line[i].slope * line[i].along[k];
}

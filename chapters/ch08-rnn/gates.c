// An LSTM gate by gate: one step with small numbers, then the writer's gates
// while it reads, at the unit that knows best how long the present word is.
#include "lesson.h"
#include "reading.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rounds.h"
#include "text.h"

/* ---- One step -----------------------------------------------------------*/

// The input is 1, the state before it h 0.5 and c 1. Of each gate: weight of
// the input, weight of h, bias.
static const Real small[4][3] = {
    {1, 1, -0.5}, {0, 0, 2}, {-1, 1, 0}, {0, 2, 0}};

static void show_step(App *app)
{
    static const char *const names[4] = {"i", "f", "g", "o"};
    Real u[4], v[4], h = 0.5, c = 1, value[4];
    for (int k = 0; k < 4; k++) {
        u[k] = small[k][0] * 1 + small[k][2];
        v[k] = small[k][1];
    }
    LstmGates gates = {&value[0], &value[1], &value[2], &value[3]};
    lstm_step(&h, &c, gates, u, v, 1);
    for (int k = 0; k < 4; k++) {
        app_metric_of(app, (double)value[k], "", "step_%s", names[k]);
    }
    app_metric(app, "step_kept", (double)value[1], "");
    app_metric(app, "step_added", (double)(value[0] * value[2]), "");
    app_metric(app, "step_c", (double)c, "");
    app_metric(app, "step_h", (double)h, "");
}

/* ---- The unit that knows best -------------------------------------------*/

enum { LOOKED_AT = 20000 };

// Letters since the last blank or line's end, this one counted.
static int place_in_word(const Book *book, int symbol, int place)
{
    return book->alphabet.code[symbol] <= ' ' ? 0 : place + 1;
}

// Sums over the text, of places in a word and of each unit's c.
typedef struct Sums {
    double place, places;   // and of its square
    double *c, *squares, *together;
    int count;
} Sums;

static void add_to(Sums *s, const Reading *r, double place)
{
    s->count++;
    s->place += place;
    s->places += place * place;
    for (int j = 0; j < r->hidden; j++) {
        double c = (double)r->c[j];
        s->c[j] += c;
        s->squares[j] += c * c;
        s->together[j] += c * place;
    }
}

static double correlation(const Sums *s, int j)
{
    double n = s->count, c = s->c[j] / n, place = s->place / n;
    double together = s->together[j] / n - c * place;
    double spread = s->squares[j] / n - c * c;
    return together / sqrt(spread * (s->places / n - place * place));
}

static int best_unit(App *app, Lesson *lesson, Reading *r)
{
    size_t size = sizeof(double), n = (size_t)r->hidden;
    Sums s = {.c = allocate(n, size),
              .squares = allocate(n, size),
              .together = allocate(n, size)};
    const Book *book = &lesson->book;
    int best = 0, place = 0;
    for (int t = 0; t < LOOKED_AT && t < book->test.shape.dim[0]; t++) {
        int symbol = ints(&book->test)[t];
        reading_step(r, symbol);
        place = place_in_word(book, symbol, place);
        add_to(&s, r, place);
        if (t % 100 == 0) app_stop_if_interrupted(app);
    }
    for (int j = 1; j < r->hidden; j++)
        if (fabs(correlation(&s, j)) > fabs(correlation(&s, best))) best = j;
    app_metric(app, "gates_unit", best, "");
    app_metric(app, "gates_correlation", correlation(&s, best), "");
    free(s.c);
    free(s.squares);
    free(s.together);
    return best;
}

/* ---- Its gates over a line of text --------------------------------------*/

enum { BEFORE = 400, PASSAGE = 56 };

// The passage begins with a word, behind so many characters.
static int find_passage(const Book *book)
{
    int t = BEFORE, length = book->test.shape.dim[0];
    while (t < length - PASSAGE &&
           book->alphabet.code[ints(&book->test)[t]] > ' ')
        t++;
    return t + 1;
}

static void write_passage(App *app, Lesson *lesson, Reading *r, int unit,
                          int first)
{
    const Book *book = &lesson->book;
    FILE *table = app_table(app, "gates", "place\tcharacter\tc\ti\tf\to");
    int end = first + PASSAGE;
    memset(r->h, 0, (size_t)r->hidden * sizeof *r->h);
    memset(r->c, 0, (size_t)r->hidden * sizeof *r->c);
    for (int t = 0; t < end && t < book->test.shape.dim[0]; t++) {
        int symbol = ints(&book->test)[t];
        char letter[5];
        reading_step(r, symbol);
        text_put(letter, book->alphabet.code[symbol]);
        if (t < first) continue;
        fprintf(table, "%d\t%s\t%.4f\t%.4f\t%.4f\t%.4f\n", t - first,
                *letter <= ' ' ? "_" : letter, (double)r->c[unit],
                (double)r->gates.i[unit], (double)r->gates.f[unit],
                (double)r->gates.o[unit]);
    }
}

// Do the plain loops read as the library does? How far its state and ours are
// apart behind some hundred characters.
static double loops_apart(Lesson *lesson, Reading *r)
{
    enum { CHECKED = 300 };
    const Book *book = &lesson->book;
    Writer *w = &lesson->writer;
    int symbols = w->design.symbols;
    const Real *weight = reals(params_read(w->params, "next.weight"));
    const Real *bias = reals(params_read(w->params, "next.bias"));
    const Real *theirs = NULL;
    Real *ours = allocate((size_t)symbols, sizeof *ours);
    writer_begin(w);
    for (int t = 0; t < CHECKED && t < book->test.shape.dim[0]; t++) {
        theirs = writer_read(w, ints(&book->test)[t]);
        reading_step(r, ints(&book->test)[t]);
    }
    for (int k = 0; k < symbols; k++) {
        ours[k] = bias[k];
        for (int j = 0; j < r->hidden; j++)
            ours[k] += r->h[j] * weight[j * symbols + k];
    }
    double most = apart(ours, theirs, (size_t)symbols);
    free(ours);
    return most;
}

void show_gates(App *app, Lesson *lesson)
{
    Reading reading = reading_new(&lesson->writer);
    show_step(app);
    double most = loops_apart(lesson, &reading);
    int unit = best_unit(app, lesson, &reading);
    write_passage(app, lesson, &reading, unit,
                  find_passage(&lesson->book));
    app_metric(app, "gates_apart", most, "of the largest");
    app_say(app,
            "gates: of %d units number %d follows best how long a word is; "
            "loops and library apart by %.0e  [fig:ch08-gates]",
            reading.hidden, unit, most);
    reading_free(&reading);
}

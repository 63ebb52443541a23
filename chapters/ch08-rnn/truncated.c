// Backpropagation through time, cut into windows: how much is lost when the
// windows are short, and how much when the state is not carried across?
#include "lesson.h"

typedef struct Way {
    const char *name;
    int steps;   // of a window
    Carry carry;
} Way;

static const Way ways[] = {{"long_carried", 64, CARRIED},
                           {"short_carried", 8, CARRIED},
                           {"short_forgotten", 8, FORGOTTEN}};
enum { WAYS = sizeof ways / sizeof *ways };
// All three take as many steps, each of as many characters.
enum { TRUNCATED_STEPS = 1500, CHARACTERS = 1024 };

static double learn(App *app, Lesson *lesson, const Way *way)
{
    Design design = {LSTM, lesson->book.alphabet.symbols,
                     32,   64,
                     CHARACTERS / way->steps, way->steps};
    Dataset text = book_train(&lesson->book, way->steps);
    Dataset unseen = book_test(&lesson->book, way->steps);
    Writer w = writer_new(app, design);
    writer_train(&w, app, &text, steps_of(app, TRUNCATED_STEPS),
                 (Real)1e-2, way->carry);
    double bits = writer_bits(&w, &unseen);
    writer_free(&w);
    return bits;
}

void show_truncated(App *app, Lesson *lesson)
{
    double bits[WAYS];
    FILE *table = app_table(app, "truncated", "way\tsteps\tbits");
    for (int k = 0; k < WAYS; k++) {
        bits[k] = learn(app, lesson, &ways[k]);
        fprintf(table, "%s\t%d\t%.4f\n", ways[k].name, ways[k].steps,
                bits[k]);
        app_metric_of(app, bits[k], "bits a character", "truncated_%s",
                      ways[k].name);
    }
    app_say(app,
            "truncated: windows of %d, state carried: %.3f bits a character; "
            "of %d, carried: %.3f, forgotten: %.3f  [fig:ch08-truncated]",
            ways[0].steps, bits[0], ways[1].steps, bits[1], bits[2]);
}

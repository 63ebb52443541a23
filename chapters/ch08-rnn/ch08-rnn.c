/* Chapter 8: how does a machine remember?
 *
 * Run        make ch08-rnn && ./ch08-rnn
 *            then  --generate "It is a truth" --temperature 0.7 --length 400
 *            or    --predict Kowalczyk
 *            or    --text my-book.txt
 * Leaves     in build/results/ch08-rnn: metrics.tsv, all numbers that it
 *            found; training.tsv, the loss; the table of each experiment, a
 *            .tsv of its name, some with a second word behind a hyphen;
 *            network.safetensors, the writer; names-network.safetensors
 * New here   rnn, gru, lstm, embedding, state: the loops stand in plain.c
 * Met before softmax, cross-entropy, Adam (chapter 6), linear (chapter 5)
 */
#include "lesson.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- The command line ---------------------------------------------------*/

static const char *own_text, *surname;
static Wish wish = {.temperature = 0.7, .length = 400, .draw = 1};

static const Option options[] = {
    {"--generate", "TEXT", "go on writing from here", TEXT, &wish.prompt,
     false},
    {"--temperature", "T", "how daring: 0 takes the likeliest character",
     DECIMAL, &wish.temperature, false},
    {"--length", "N", "characters to write", WHOLE, &wish.length, false},
    {"--draw", "N", "another N, another text", WHOLE, &wish.draw, false},
    {"--text", "FILE", "learn from a text of your own", TEXT, &own_text,
     true},
    {"--predict", "NAME", "which language a surname is from", TEXT, &surname,
     false},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"parity", "odd or even", CORE, UNTRAINED, show_parity},
    {"cell", "one number, unrolled", CORE, UNTRAINED, show_cell},
    {"memory", "gradients of long ago", CORE, UNTRAINED, show_memory},
    {"clipping", "a gradient cut", CORE, UNTRAINED, show_clipping},
    {"writer", "bits a character", CORE, TRAINED, show_writer},
    {"temperature", "careful, daring", CORE, TRAINED, show_temperature},
    {"lines", "where a line ends", CORE, TRAINED, show_lines},
    {"gates", "gates while it reads", CORE, TRAINED, show_gates},
    {"hello", "one word, learned", FURTHER, UNTRAINED, show_hello},
    {"twins", "loops and the library", FURTHER, UNTRAINED, show_twins},
    {"truncated", "short windows", FURTHER, UNTRAINED, show_truncated},
    {"cells", "RNN, GRU, LSTM", FURTHER, UNTRAINED, show_cells},
    {"names", "surname to language", FURTHER, UNTRAINED, show_names},
    {"korean", "syllables and jamo", FURTHER, UNTRAINED, show_korean},
    {"forecast", "what comes next?", FURTHER, UNTRAINED, show_forecast},
    {0},
};

static const Experiment of_any_text[] = {
    {"writer", "bits a character", CORE, TRAINED, show_writer},
    {"temperature", "careful, daring", CORE, TRAINED, show_temperature},
    {0},
};

static const Training trainings[] = {{.name = "names",
                                      .epochs = 8,
                                      .batch = 64,
                                      .learning_rate = 5e-3,
                                      .asked_by = "--predict"},
                                     {0}};

static const Defaults defaults = {
    .about = "a recurrent network learns to write from a novel",
    .epochs = 17,
    .batch = 16,
    .learning_rate = 6e-3,
    .options = options,
    .experiments = experiments,
    .trainings = trainings,
    .aside = "--text",
};

/* ---- The text and the network -------------------------------------------*/

enum { EMBEDDING = 64, HIDDEN = 128, USUAL_STEPS = 10000 };

// So many that the steps are as many as with the novel.
static void choose_epochs(App *app, const Book *book)
{
    int characters = book->train.shape.dim[0];
    int batches = characters / (app->batch * STEPS) + 1;
    if (app_given(app, "--epochs")) return;
    app->epochs = (USUAL_STEPS + batches - 1) / batches;
    app_say(app, "%d characters, %d different: %d epochs, unless --epochs "
                 "says otherwise",
            characters, book->alphabet.symbols - 1, app->epochs);
}

int64_t steps_of(const App *app, int usual)
{
    int epochs = app->epochs < defaults.epochs ? app->epochs
                                               : defaults.epochs;
    return (int64_t)usual * epochs / defaults.epochs;
}

static Lesson lesson_new(App *app)
{
    char path[500];
    Error error = {0};
    Lesson lesson = {.own = own_text != NULL, .surname = surname};
    snprintf(path, sizeof path, "%s/text/pride-and-prejudice.txt", app->data);
    app_check(
        app,
        book_read(&lesson.book, lesson.own ? own_text : path, &error),
        &error);
    if (lesson.own) choose_epochs(app, &lesson.book);
    Design design = {LSTM,   lesson.book.alphabet.symbols, EMBEDDING,
                     HIDDEN, app->batch, STEPS};
    lesson.writer = writer_new(app, design);
    return lesson;
}

static void lesson_free(Lesson *lesson)
{
    writer_free(&lesson->writer);
    book_free(&lesson->book);
}

/* ---- Training -----------------------------------------------------------*/

static void train(App *app, Lesson *lesson)
{
    Writer *writer = &lesson->writer;
    Dataset text = book_train(&lesson->book, STEPS);
    Dataset unseen = book_test(&lesson->book, STEPS);
    Optimizer adam = adam_new(writer->params);
    adam.clip_norm = 1;
    app_train(app, writer->params, &adam, &text);
    samples_begin(app, lesson);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            samples_step(app, lesson);
            Real loss = writer_learn(writer, b);
            optimizer_step(&adam, one_cycle(app->lr, app->step, app->steps));
            app_step(app, b, loss);
        }
        double bits = writer_bits(writer, &unseen);
        samples_epoch(app, lesson, bits);
        app_epoch_measure(app, "test_bits", bits, "a character");
    }
    //@ end training-loop
    samples_end(app, lesson);
    app_speed(app, graph_flops(writer->loss, true));
    optimizer_free(&adam);
}

int main(int argc, char **argv)
{
    App app = app_begin("ch08-rnn", argc, argv, defaults);
    if (own_text) app_only(&app, of_any_text, "data");
    wish_check(&app, &wish);
    Lesson lesson = lesson_new(&app);
    bool trained = app_load(&app, lesson.writer.params, wish.prompt != NULL);
    if (!trained && (wish.prompt || app_needs_training(&app)))
        train(&app, &lesson);
    if (wish.prompt)
        generate(&app, &lesson, &wish);
    else
        app_experiments(&app, &lesson);
    lesson_free(&lesson);
    return app_end(&app);
}

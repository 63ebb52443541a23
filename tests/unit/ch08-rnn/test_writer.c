/* test_writer.c: a writer's three graphs say the same of a text; what is drawn; gates in plain
 * loops; forecasts that see nothing of what comes; names of different lengths.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch08-rnn/lesson.h"
#include "../../../chapters/ch08-rnn/names.h"
#include "../../../chapters/ch08-rnn/reading.h"
#include "../../../chapters/ch08-rnn/series.h"
#include "../../../common/measure.h"

enum { KINDS = 7, WIDE = 12, UNITS = 10, WINDOW = 6, LENGTH = 95 };
#ifdef REAL_IS_DOUBLE
#define NEAR 1e-11
#else
#define NEAR 2e-5
#endif

static const App app = {.seed = 4, .batch = 3, .device = CPU, .epochs = 17};

static Writer writer_of(Cell cell)
{
    return writer_new(&app, (Design){cell, KINDS, WIDE, UNITS, 3, WINDOW});
}

static Tensor some_text(void)
{
    Tensor t = tensor_new(CPU, I32, shape(LENGTH));
    for (int k = 0; k < LENGTH; k++)
        ints(&t)[k] = 1 + (int)random_below((Stream){5, 0, FOR_LESSON, 2}, (uint64_t)k, KINDS - 1);
    return t;
}

static double bits_of(const Real *logits, int next)
{
    return -log2(probability(logits, KINDS, next));
}

TestSuite(writer);

// The pen carries its state from symbol to symbol; the judge takes eight stretches side by side,
// each from an empty state, and counts every symbol but each stretch's first once.
Test(writer, the_pen_says_what_the_judge_counts)
{
    for (int cell = RNN; cell <= LSTM; cell++) {
        Writer w = writer_of((Cell)cell);
        Tensor text = some_text();
        Dataset set = dataset_text(&text, WINDOW);
        double sum = 0;
        for (int r = 0; r < 8; r++) {
            int from = set.count * r / 8, to = set.count * (r + 1) / 8;
            writer_begin(&w);
            for (int n = from; n < to; n++)
                sum += bits_of(writer_read(&w, ints(&text)[n]), ints(&text)[n + 1]);
        }
        double judged = writer_bits(&w, &set);
        cr_assert(fabs(judged - sum / set.count) < NEAR, "%.9f and %.9f", judged,
                  sum / set.count);
        tensor_free(&text);
        writer_free(&w);
    }
}

// What the pen says depends on all that it has read since it began, and on nothing before.
Test(writer, the_pen_remembers_and_forgets)
{
    Writer w = writer_of(LSTM);
    Real first[KINDS], again[KINDS];
    writer_begin(&w);
    memcpy(first, writer_read(&w, 2), sizeof first);
    memcpy(again, writer_read(&w, 2), sizeof again);
    cr_assert(memcmp(first, again, sizeof first) != 0, "it has no memory");
    writer_begin(&w);
    memcpy(again, writer_read(&w, 2), sizeof again);
    cr_assert(memcmp(first, again, sizeof first) == 0, "it has not forgotten");
    writer_free(&w);
}

// Windows of a batch go on where the last ones stopped, and a new epoch begins anew.
Test(writer, learning_carries_its_state_until_the_epoch_ends)
{
    Writer w = writer_of(GRU);
    Tensor text = some_text();
    Dataset set = dataset_text(&text, WINDOW);
    Sampler *sampler = sampler_new(&set, 1, 3);
    Real first = writer_learn(&w, sampler_batch(sampler, 1, 0));
    Real second = writer_learn(&w, sampler_batch(sampler, 1, 1));
    Real again = writer_learn(&w, sampler_batch(sampler, 2, 0));
    cr_assert(first == again, "an epoch begins with an empty state");
    graph_forget(w.graph);
    cr_assert(writer_learn(&w, sampler_batch(sampler, 1, 1)) != second, "nothing is carried");
    sampler_free(sampler);
    tensor_free(&text);
    writer_free(&w);
}

Test(writer, a_glance_is_the_pens_word_from_an_empty_state)
{
    enum { LOOK = 4 };
    Writer w = writer_of(LSTM);
    Tensor text = some_text();
    Glance g = glance_new(&w, LOOK);
    for (int n = 0; n < 5; n++)
        memcpy(ints(&g.windows) + n * LOOK, ints(&text) + 9 * n, LOOK * sizeof(int32_t));
    const Real *said = glance(&g, 5);
    for (int n = 0; n < 5; n++) {
        const Real *pen = NULL;
        writer_begin(&w);
        for (int k = 0; k < LOOK; k++) pen = writer_read(&w, ints(&text)[9 * n + k]);
        for (int k = 0; k < KINDS; k++)
            cr_assert(fabs((double)(said[n * KINDS + k] - pen[k])) < NEAR);
    }
    glance_free(&g);
    tensor_free(&text);
    writer_free(&w);
}

Test(writer, steps_follow_the_epochs_that_are_asked_for)
{
    App few = app;
    cr_assert(steps_of(&few, 1500) == 1500);
    few.epochs = 1;
    cr_assert(steps_of(&few, 1700) == 100);
    few.epochs = 40;
    cr_assert(steps_of(&few, 1500) == 1500);
}

Test(writer, its_gates_in_plain_loops)
{
    Writer w = writer_of(LSTM);
    Reading r = reading_new(&w);
    const Tensor *weight = params_read(w.params, "next.weight");
    writer_begin(&w);
    for (int t = 0; t < 30; t++) {
        int symbol = 1 + t * t % (KINDS - 1);
        const Real *said = writer_read(&w, symbol);
        reading_step(&r, symbol);
        for (int k = 0; k < KINDS; k++) {
            Real z = 0;   // the bias begins at 0
            for (int j = 0; j < UNITS; j++) z += r.h[j] * reals(weight)[j * KINDS + k];
            cr_assert(fabs((double)(z - said[k])) < NEAR);
        }
    }
    reading_free(&r);
    writer_free(&w);
}

TestSuite(drawing);

Test(drawing, shares_are_the_softmax_at_the_temperature)
{
    const Real z[4] = {9, 1, 2, (Real)0.5};
    const double temperatures[] = {0.5, 1, 3};
    for (int k = 0; k < 3; k++) {
        enum { DRAWS = 10000 };
        double sum = 0, share[4] = {0};
        for (int j = 1; j < 4; j++) sum += exp((double)z[j] / temperatures[k]);
        for (int n = 0; n < DRAWS; n++)
            share[draw_symbol(z, 4, temperatures[k], (n + 0.5) / DRAWS)] += 1.0 / DRAWS;
        cr_assert(share[0] == 0, "what was never seen is not drawn");
        for (int j = 1; j < 4; j++)
            cr_assert(fabs(share[j] - exp((double)z[j] / temperatures[k]) / sum) < 2e-4);
    }
}

Test(drawing, extremes)
{
    const Real z[3] = {0, 900, -900}, equal[3] = {0, 5, 5};
    cr_assert(draw_symbol(z, 3, 1, 0.999999) == 1);
    cr_assert(draw_symbol(z, 3, 0, 0.5) == 1 && draw_symbol(equal, 3, 0, 0.99) == 1);
    cr_assert(draw_symbol(equal, 3, 100, 0.25) == 1 && draw_symbol(equal, 3, 100, 0.75) == 2);
    cr_assert(draw_symbol(z, 2, 1, 0.5) == 1);
}

TestSuite(series);

static Series wave(int count)
{
    Series s = {.name = "wave", .unit = "", .count = count, .window = 8, .ahead = 5,
                .season = 12, .learned = 0.5, .stopping = 0.25};
    s.value = allocate((size_t)count, sizeof *s.value);
    for (int k = 0; k < count; k++) s.value[k] = 10 + 3 * sin(2 * acos(-1) * k / 12);
    return s;
}

// Of a series that comes back after each season, last season is right, last value is not, and a
// line through the last values is right, too.
Test(series, what_comes_back_is_forecast_by_its_season)
{
    App one = app;
    Series s = wave(240);
    Forecasts f = series_forecast(&one, &s);
    cr_assert(f.first == 180 && f.judged == 56, "from %d, %d judged", f.first, f.judged);
    for (int a = 1; a <= s.ahead; a++) {
        cr_assert(f.season[a] < 1e-9 && f.line[a] < 0.2 && f.last[a] > 0.9);
        cr_assert(f.network[a] < f.last[a]);
    }
    cr_assert(f.last[3] > f.last[1]);
    forecasts_free(&f);
    series_free(&s);
}

// Whatever comes later is another world: what is said of a day before it stays the same bits.
Test(series, nothing_of_what_comes_is_seen)
{
    App one = app;
    Series s = wave(240);
    Forecasts before = series_forecast(&one, &s);
    for (int k = before.first + 20; k < s.count; k++) s.value[k] = -1000 + 7 * k;
    Forecasts after = series_forecast(&one, &s);
    for (int n = 0; n <= 20; n++) cr_assert(before.next[n] == after.next[n], "day %d", n);
    cr_assert(before.next[21] != after.next[21], "nor of what has been");
    forecasts_free(&before);
    forecasts_free(&after);
    series_free(&s);
}

Test(series, a_walk_takes_steps_of_one)
{
    Series s = {.name = "walk"};
    series_walk(&s, 4000, 3);
    double sum = 0, squares = 0;
    for (int k = 1; k < s.count; k++) {
        double step = s.value[k] - s.value[k - 1];
        sum += step;
        squares += step * step;
    }
    cr_assert(s.value[0] == 100 && fabs(sum / 4000) < 0.06 && fabs(squares / 4000 - 1) < 0.1);
    series_free(&s);
}

TestSuite(names);

// Behind a name's end may stand anything.
Test(names, what_lies_behind_the_end_changes_nothing)
{
    NameReader r = name_reader_new(&app, 9);
    int32_t letters[3 * LONGEST], lengths[3] = {5, 1, LONGEST};
    Real first[3 * LANGUAGES];
    for (int k = 0; k < 3 * LONGEST; k++) letters[k] = 1 + k % 8;
    Tensor t = tensor_view(CPU, I32, shape(3, LONGEST), letters);
    Tensor l = tensor_view(CPU, I32, shape(3), lengths);
    feed(r.letters, &t), feed(r.lengths, &l);
    memcpy(first, reals(predict(r.logits)), sizeof first);
    for (int n = 0; n < 3; n++)
        for (int k = lengths[n]; k < LONGEST; k++) letters[n * LONGEST + k] = 0;
    feed(r.letters, &t), feed(r.lengths, &l);
    cr_assert(memcmp(first, reals(predict(r.logits)), sizeof first) == 0);
    letters[4] = 3;
    feed(r.letters, &t), feed(r.lengths, &l);
    cr_assert(memcmp(first, reals(predict(r.logits)), sizeof first) != 0, "its last letter does");
    name_reader_free(&r);
}

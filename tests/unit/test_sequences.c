/* test_sequences.c: layers of sequences in a graph: their gradients against finite differences (in
 * double), states that are carried, masks, threads, the far device, and windows of a text.
 */
#include "../../common/checkpoint.h"
#include "../../common/data.h"
#include "../../common/graph_private.h"
#include "../../common/layers.h"
#include "feeding.h"
#include "own_folder.h"
#include "reference_recurrent.h"

enum { N = 11, T = 6, D = 5, H = 9, SYMBOLS = 7 };

static Params *params;
static Graph *graph;
static Node *text, *steps_of, *next, *numbers_in;
static Tensor symbols, lengths, targets, sequence;

static Tensor any_symbols(Shape s, int low, int high)
{
    Tensor t = exact_tensor(I32, s);
    for (size_t i = 0; i < tensor_count(&t); i++) ints(&t)[i] = between(low, high);
    return t;
}

// Targets past a sequence's length are masked, and a few others.
static void draw_data(void)
{
    symbols = any_symbols(shape(N, T), 0, SYMBOLS - 1);
    lengths = any_symbols(shape(N), 0, T);
    targets = any_symbols(shape(N, T), -1, 3);
    sequence = any(shape(N, T, D));
    for (int n = 0; n < N; n++)
        for (int t = ints(&lengths)[n]; t < T; t++) ints(&targets)[n * T + t] = -1;
}

static void begin_on(Device device)
{
    test_seed = 5;
    draw_data();
    params = params_new(3, device);
    graph = graph_new(params, N + 2);
    text = input(graph, I32, shape(T));
    steps_of = input(graph, I32, shape());
    next = input(graph, I32, shape(T));
    numbers_in = input(graph, REAL, shape(T, D));
}
static void begin(void) { begin_on(CPU); }
static void end(void)
{
    graph_free(graph);
    params_free(params);
}
static void done(void)
{
    end();
    free_tensors();
}
TestSuite(sequences, .init = begin, .fini = done);

static void feed_all(void)
{
    feed(text, &symbols);
    feed(steps_of, &lengths);
    feed(next, &targets);
    feed(numbers_in, &sequence);
}

// All parameters that are learned small and different from zero.
static void draw_params(void)
{
    test_seed = 77;
    params_ready(params);
    for (int i = 0; i < params->length; i++) {
        if (params->list[i].is_statistic) continue;
        Tensor w = uniform(-0.5, 0.5, params->list[i].shape);
        params_write(params, params->list[i].name, &w);
    }
}

static Node *judged(Node *h)   // a mean over the labels that are not masked
{
    return softmax_cross_entropy(linear(h, 4, .last_axis = true), next);
}

static Node *cell_on(Node *x, Cell cell, Recurrent set) { return recurrent_layer(x, H, cell, set); }

static Real spoiled_step(Node *loss)
{
    plan_spoil(graph);
    spoil_scratch();
    params_clear_gradients(params);
    feed_all();
    Real value = forward(loss);
    backward(loss);
    return value;
}

static Tensor all_gradients(void)
{
    Tensor all = garbage(params->gradients.shape);
    tensor_copy(&all, &params->gradients);
    return all;
}

/* ---- Gradients --------------------------------------------------------------------------------*/

#ifdef REAL_IS_DOUBLE

static double loss_with(Node *loss, Real *place, double value)
{
    double before = *place;
    *place = value;
    feed_all();
    double result = forward(loss);
    *place = before;
    return result;
}

static void expect_slope(Node *loss, const char *name, Real *place, double got, double scale)
{
    double want = (loss_with(loss, place, *place + 1e-5) - loss_with(loss, place, *place - 1e-5)) /
                  2e-5;
    cr_assert(fabs(got - want) <= 1e-7 * scale, "d%s: got %.9g, expected %.9g", name, got, want);
}

// Of all that is learned, 20 numbers a parameter, and of the input.
static void expect_gradients(Node *loss)
{
    draw_params();
    spoiled_step(loss);
    Tensor all = all_gradients(), slope = numbers_in->wanted ? copy_of(gradient(numbers_in)) : all;
    double scale = fmax(1e-2, largest(&all));
    for (int p = 0; p < params->length; p++) {
        const Param *param = &params->list[p];
        Tensor own = tensor_view(CPU, REAL, param->shape, reals(&all) + param->offset);
        if (param->is_statistic) continue;
        cr_assert(largest(&own) > 0, "no gradient has reached %s", param->name);
        for (int k = 0; k < 20; k++) {
            size_t i = (size_t)between(0, (int)param->count - 1);
            expect_slope(loss, param->name, reals(&params->values) + param->offset + i,
                         reals(&own)[i], scale);
        }
    }
    for (int k = 0; numbers_in->wanted && k < 40; k++) {
        int i = between(0, (int)tensor_count(&slope) - 1);
        expect_slope(loss, "input", reals(&sequence) + i, reals(&slope)[i], scale);
    }
}

Test(sequences, gradient_of_cells)
{
    for (int k = 0; k < 3; k++) {
        wants_gradient(numbers_in);
        Node *h = cell_on(numbers_in, (Cell)k, (Recurrent){.lengths = steps_of});
        expect_gradients(judged(h));
        end(), begin();
    }
}

// Two layers, the first of which reads a table, the second all rows.
Test(sequences, gradient_of_symbols)
{
    for (int k = 0; k < 3; k++) {
        Node *x = embedding(text, SYMBOLS, D);
        Node *h = cell_on(x, (Cell)k, (Recurrent){.lengths = steps_of});
        cr_assert(h->input[0]->unbatched, "no table was made");
        Node *g = cell_on(concat(h, x), (Cell)((k + 1) % 3), (Recurrent){0});
        expect_gradients(judged(add(h, g)));
        end(), begin();
    }
}

// A state that another layer gives: gradients flow through it.
Test(sequences, gradient_of_a_start)
{
    for (int k = 0; k < 3; k++) {
        wants_gradient(numbers_in);
        Node *coded = rnn(numbers_in, 4, .lengths = steps_of);
        Node *start = linear(last(coded, steps_of), cell_states((Cell)k) * H);
        Node *h = cell_on(embedding(text, SYMBOLS, D), (Cell)k, (Recurrent){.state = start});
        expect_gradients(judged(h));
        end(), begin();
    }
}

Test(sequences, gradient_of_a_last_step_without_lengths)
{
    wants_gradient(numbers_in);
    Node *h = last(gru(numbers_in, H), NULL), *target = input(graph, REAL, shape(H));
    Tensor t = any(shape(N, H));
    feed(target, &t);
    expect_gradients(squared_error(h, target));
}

#endif

/* ---- Values -----------------------------------------------------------------------------------*/

// The table of symbols, and an embedding that is multiplied step by step, which a batch of one has.
Test(sequences, a_table_gives_what_rows_give)
{
    for (int k = 0; k < 3; k++) {
        Node *h = cell_on(embedding(text, SYMBOLS, D, .name = "words"), (Cell)k,
                          (Recurrent){.lengths = steps_of, .name = "cell"});
        Graph *one = graph_new(params, 1);
        Node *t = input(one, I32, shape(T)), *l = input(one, I32, shape());
        Node *g = cell_on(embedding(t, SYMBOLS, D, .name = "words"), (Cell)k,
                          (Recurrent){.lengths = l, .name = "cell"});
        cr_assert(h->input[0]->unbatched && !g->input[0]->unbatched);
        draw_params();
        feed_all();
        const Tensor *all = predict(h);
        for (int n = 0; n < N; n++) {
            Tensor s = tensor_rows(&symbols, n, 1), c = tensor_rows(&lengths, n, 1);
            Tensor want = tensor_rows(all, n, 1);
            feed(t, &s), feed(l, &c);
            expect_close("h", predict(g), &want, TOLERANCE);
        }
        graph_free(one);
        end(), begin();
    }
}

// (N, T) rows through one product are the same as N T samples.
Test(sequences, linear_over_the_last_axis)
{
    Node *y = linear(numbers_in, 4, .last_axis = true, .name = "one");
    Graph *flat = graph_new(params, N * T);
    Node *x = input(flat, REAL, shape(D)), *z = linear(x, 4, .name = "one");
    draw_params();
    feed_all();
    Tensor rows = tensor_reshape(&sequence, shape(N * T, D));
    feed(x, &rows);
    expect_same_bits("y", predict(y), predict(z));
    cr_assert(shape_equal(node_shape(y), shape(T, 4)));
    graph_free(flat);
}

// The mean is over the labels of the batch that are not masked, not over each sample's.
Test(sequences, a_loss_counts_what_is_not_masked)
{
    Node *z = linear(numbers_in, 4, .last_axis = true), *loss = softmax_cross_entropy(z, next);
    draw_params();
    feed_all();
    const Tensor *logits = predict(z);
    double sum = 0, count = 0;
    for (int i = 0; i < N * T; i++) {
        const Real *row = reals(logits) + i * 4;
        double all = 0;
        for (int k = 0; k < 4; k++) all += exp((double)row[k]);
        if (ints(&targets)[i] < 0) continue;
        sum += log(all) - (double)row[ints(&targets)[i]], count++;
    }
    cr_assert(count > 5 && count < N * T, "nothing is masked");
    double got = (double)forward(loss);
    cr_assert(fabs(got - sum / count) < 10 * TOLERANCE, "%.9g, expected %.9g", got, sum / count);
}

// Its value is one number, its work an exponential for each of its prediction: of a long text with
// many symbols that is worth other threads.
Test(sequences, the_work_of_a_loss_is_that_of_its_prediction)
{
    Node *logits = linear(numbers_in, 4, .last_axis = true);
    Node *loss = softmax_cross_entropy(logits, next);
    feed_all();
    forward(loss);
    const Route *r = &graph->route;
    cr_assert_geq(r->forward[r->forwards - 1].operations, T * 4);
}

/* ---- States -----------------------------------------------------------------------------------*/

// T steps at once, and one after the other by a graph of a step that carries its state.
Test(sequences, a_carried_state_goes_on)
{
    for (int k = 0; k < 3; k++) {
        Node *h = cell_on(embedding(text, SYMBOLS, D, .name = "words"), (Cell)k,
                          (Recurrent){.name = "cell"});
        Graph *voice = graph_new(params, N + 2);
        Node *one = input(voice, I32, shape(1));
        Node *memory = state(voice, "voice", cell_states((Cell)k) * H);
        Node *g = cell_on(embedding(one, SYMBOLS, D, .name = "words"), (Cell)k,
                          (Recurrent){.name = "cell", .state = memory});
        draw_params();
        feed_all();
        const Tensor *all = predict(h);
        for (int round = 0; round < 2; round++) {   // forgetting begins anew
            for (int t = 0; t < T; t++) {
                Tensor s = exact_tensor(I32, shape(N, 1)), want = garbage(shape(N, 1, H));
                for (int n = 0; n < N; n++) {
                    ints(&s)[n] = ints(&symbols)[n * T + t];
                    memcpy(reals(&want) + n * H, reals(all) + (n * T + t) * H, H * sizeof(Real));
                }
                feed(one, &s);
                expect_close("h", predict(g), &want, 10 * TOLERANCE);
            }
            graph_forget(voice);
        }
        graph_free(voice);
        end(), begin();
    }
}

static const char *in_folder(const char *name)
{
    static char path[96];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static Node *carried_loss(void)
{
    Node *memory = state(graph, "writer", 2 * H);
    return judged(lstm(embedding(text, SYMBOLS, D), H, .state = memory, .lengths = steps_of));
}

static void train(Node *loss, Optimizer *adam, int first, int steps)
{
    for (int k = first; k < first + steps; k++) {
        test_seed = (uint64_t)k + 1;
        draw_data();
        feed_all();
        forward(loss);
        backward(loss);
        optimizer_step(adam, (Real)0.01);
    }
}

// Stopped after three steps and resumed from the file: the same bits, the state's too; and a file
// without moments has no state in it.
Test(sequences, a_resumed_training_has_its_state)
{
    make_folder();
    Error error = {0};
    Node *loss = carried_loss();
    Optimizer adam = adam_new(params);
    train(loss, &adam, 0, 3);
    cr_assert(checkpoint_save(in_folder("half"), params, &adam, NULL, &error), "%s", error.message);
    cr_assert(checkpoint_save(in_folder("weights"), params, NULL, NULL, &error));
    train(loss, &adam, 3, 3);
    Tensor want = copy_of(&params->values), memory = copy_of(params_read(params, "writer.state"));
    cr_assert(largest(&memory) > 0);
    optimizer_free(&adam);
    end(), begin();

    loss = carried_loss();
    adam = adam_new(params);
    cr_assert(checkpoint_load(in_folder("half"), params, &adam, NULL, &error), "%s", error.message);
    train(loss, &adam, 3, 3);
    expect_same_bits("values", &params->values, &want);
    cr_assert(checkpoint_load(in_folder("weights"), params, NULL, NULL, &error));
    cr_assert(checkpoint_load(in_folder("half"), params, NULL, NULL, &error));
    cr_assert(largest(params_read(params, "writer.state")) == 0, "weights brought a state");
    cr_assert(!checkpoint_load(in_folder("weights"), params, &adam, NULL, &error));
    optimizer_free(&adam);
    remove_folder();
}

// The weights of a training that carried a state, in a network that carries none.
Test(sequences, weights_without_the_state_that_was_carried)
{
    make_folder();
    Error error = {0};
    Node *loss = carried_loss();
    Optimizer adam = adam_new(params);
    train(loss, &adam, 0, 1);
    cr_assert(checkpoint_save(in_folder("half"), params, &adam, NULL, &error), "%s", error.message);
    optimizer_free(&adam);
    end(), begin();
    judged(lstm(embedding(text, SYMBOLS, D), H));
    cr_assert(checkpoint_load(in_folder("half"), params, NULL, NULL, &error), "%s", error.message);
    remove_folder();
}

/* ---- Threads and devices ----------------------------------------------------------------------*/

static Node *everything(void)
{
    Node *x = embedding(text, SYMBOLS, D);
    Node *h = lstm(x, H, .lengths = steps_of, .state = state(graph, "writer", 2 * H));
    Node *g = gru(h, 40, .lengths = steps_of), *r = rnn(concat(g, x), 6);
    Node *label = input(graph, I32, shape());
    Tensor t = any_symbols(shape(N), 0, 2);
    feed(label, &t);
    return add(judged(concat(g, r)), softmax_cross_entropy(linear(last(g, steps_of), 3), label));
}

Test(sequences, same_bits_for_any_number_of_threads)
{
    Tensor want = {0};
    int threads[] = {1, 2, 3, 16};
    for (int k = 0; k < 4; k++) {
        threads_set(threads[k]);
        Node *loss = everything();
        draw_params();
        params->pace.alone = false;
        spoiled_step(loss);
        spoiled_step(loss);
        Tensor all = all_gradients();
        if (k == 0) want = copy_of(&all);
        cr_assert(largest(&all) > 0 && isfinite(total(&all)));
        expect_same_bits("gradients", &all, &want);
        end(), begin();
    }
}

Test(sequences, the_far_device_gives_the_same)
{
    Tensor want = {0};
    Device devices[] = {CPU, FAR_DEVICE};
    for (int k = 0; k < 2; k++) {
        end(), begin_on(devices[k]);
        Node *loss = everything();
        draw_params();
        spoiled_step(loss);
        spoiled_step(loss);   // from the state that the first one left
        Tensor all = all_gradients(), memory = copy_of(params_read(params, "writer.state"));
        if (k == 0) want = copy_of(&all);
        expect_close("gradients", &all, &want, 100 * TOLERANCE);
        cr_assert(largest(&memory) > 0);
        graph_forget(graph);
        cr_assert(largest(params_read(params, "writer.state")) == 0);
    }
}

/* ---- Refusals ---------------------------------------------------------------------------------*/

Test(sequences, a_state_of_another_size, .signal = SIGABRT)
{
    expect_refusal("a state [9] for 9 units");
    lstm(numbers_in, H, .state = state(graph, "small", H));
}
Test(sequences, a_length_beyond_the_steps, .signal = SIGABRT)
{
    expect_refusal("a sequence of length 7 in 6 steps");
    Node *h = rnn(numbers_in, H, .lengths = steps_of);
    ints(&lengths)[3] = T + 1;
    params->pace.alone = true;
    feed_all();
    predict(h);
}
Test(sequences, a_symbol_beyond_the_table, .signal = SIGABRT)
{
    expect_refusal("symbol 7 of 7");
    Node *h = gru(embedding(text, SYMBOLS, D), H);
    ints(&symbols)[3] = SYMBOLS;
    feed_all();
    predict(h);
}

/* test_resident.c: a training set that was sent to a device gives the batches that it gives on the
 * CPU, and a step of its training then moves nothing between the two and waits for nothing.
 *
 * The far device says how much was copied; the simulated card, how often it was waited for.
 */
#include "../../common/app_private.h"
#include "../../common/cuda-sim/simulator.h"
#include "../../common/device.h"
#include "../../common/layers.h"
#include "../../common/learner.h"
#include "../../common/optim.h"
#include "far.h"
#include "feeding.h"
#include "own_folder.h"

enum { COUNT = 23, BATCH = 5, BATCHES = 5, HEIGHT = 7, WIDTH = 6, CLASSES = 4 };

static Dataset pictures, table, text, names;
static Tensor letters;

static Tensor random_integers(Type type, Shape s, int low, int high)
{
    Tensor t = tensor_new(CPU, type, s);
    for (size_t i = 0; i < tensor_count(&t); i++) {
        if (type == U8) bytes(&t)[i] = (uint8_t)between(low, high);
        else ints(&t)[i] = between(low, high);
    }
    return t;
}

static Tensor random_reals(Shape s)
{
    Tensor t = tensor_new(CPU, REAL, s);
    for (size_t i = 0; i < tensor_count(&t); i++) reals(&t)[i] = (Real)(2 * next_uniform() - 1);
    return t;
}

// One set of each kind that a chapter has.
static void make_sets(void)
{
    test_seed = 1;
    pictures = (Dataset){.count = COUNT,
                         .inputs = random_integers(U8, shape(COUNT, HEIGHT, WIDTH, 1), 0, 255),
                         .targets = random_integers(I32, shape(COUNT), 0, CLASSES - 1)};
    table = (Dataset){.count = COUNT,
                      .inputs = random_reals(shape(COUNT, 3)),
                      .targets = random_reals(shape(COUNT, 2))};
    names = (Dataset){.count = COUNT,
                      .inputs = random_integers(I32, shape(COUNT, 9), 0, 25),
                      .targets = random_integers(I32, shape(COUNT), 0, CLASSES - 1),
                      .lengths = random_integers(I32, shape(COUNT), 0, 9)};
    letters = random_integers(I32, shape(60), 0, 25);
    text = dataset_text(&letters, 4);
}
static void free_sets(void)
{
    dataset_free(&pictures);
    dataset_free(&table);
    dataset_free(&names);
    tensor_free(&letters);
    free_tensors();
    far_leave_room(FAR_ROOM);
}

TestSuite(resident, .init = make_sets, .fini = free_sets);

static Tensor back(const Tensor *t)
{
    Tensor host = exact_tensor(t->type, t->shape);
    if (tensor_count(t)) tensor_copy(&host, t);
    return host;
}

/* ---- The same batches -------------------------------------------------------------------------*/

static void expect_part(const char *what, const Tensor *got, const Tensor *want)
{
    cr_assert(present(got) == present(want), "%s", what);
    if (!present(want)) return;
    cr_assert(shape_equal(got->shape, want->shape), "%s %s", what, shape_text(got->shape).text);
    Tensor host = back(got);
    expect_same_bits(what, &host, want);
}

static void expect_batch(const Batch *got, const Batch *want)
{
    cr_assert(got->size == want->size && got->index == want->index);
    expect_part("inputs", &got->inputs, &want->inputs);
    expect_part("targets", &got->targets, &want->targets);
    expect_part("lengths", &got->lengths, &want->lengths);
}

// Two epochs, the small batch at the end included, and one batch out of turn, as after --resume.
// What was taken before the set was sent changes nothing.
static void expect_same_batches(Device device, const Dataset *set)
{
    Sampler *here = sampler_new(set, 7, BATCH), *there = sampler_new(set, 7, BATCH);
    sampler_batch(there, 1, 3);
    cr_assert(sampler_send(there, device), "not sent");
    Batch first = sampler_batch(there, 1, 0);
    cr_assert(first.inputs.device == device && first.targets.device == device &&
              (!present(&first.lengths) || first.lengths.device == device));
    for (int epoch = 1; epoch <= 2; epoch++) {
        Batch a = sampler_batch(here, epoch, 0), b = sampler_batch(there, epoch, 0);
        for (; a.size > 0; a = next_batch(a), b = next_batch(b)) expect_batch(&b, &a);
        cr_assert_eq(b.size, 0);
    }
    Batch a = sampler_batch(here, 1, 2), b = sampler_batch(there, 1, 2);
    expect_batch(&b, &a);
    sampler_free(here);
    sampler_free(there);
}

static void expect_all_sets(Device device)
{
    const Dataset *sets[] = {&pictures, &table, &names, &text};
    for (int i = 0; i < 4; i++) expect_same_batches(device, sets[i]);
}
Test(resident, batches_are_those_of_the_cpu) { expect_all_sets(FAR_DEVICE); }
Test(resident, batches_are_those_of_the_cpu_on_the_simulator)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    for (int order = 0; order < SIM_ORDERS; order++) {
        sim_settings((SimOrder)order, order != SIM_FORWARD);
        expect_all_sets(CUDA_SIM);
    }
}

// A graph must see which labels are masked, so these stay where it can.
Test(resident, masked_labels_stay_on_the_cpu)
{
    ints(&pictures.targets)[3] = -1;
    Sampler *here = sampler_new(&pictures, 7, BATCH), *there = sampler_new(&pictures, 7, BATCH);
    cr_assert(sampler_send(there, FAR_DEVICE));
    Batch a = sampler_batch(here, 1, 0), b = sampler_batch(there, 1, 0);
    cr_assert(b.inputs.device == FAR_DEVICE && b.targets.device == CPU);
    for (; a.size > 0; a = next_batch(a), b = next_batch(b)) expect_batch(&b, &a);
    sampler_free(here);
    sampler_free(there);
}

Test(resident, what_finds_no_room_stays_on_the_cpu)
{
    size_t size = COUNT * (HEIGHT * WIDTH + 4 + 4);   // pictures, labels, order
    for (int less = 0; less < 2; less++) {
        far_leave_room(2 * size - less);
        Sampler *s = sampler_new(&pictures, 7, BATCH);
        cr_assert(sampler_send(s, FAR_DEVICE) == !less, "%d bytes less than enough", less);
        Batch b = sampler_batch(s, 1, 0);
        cr_assert(b.inputs.device == (less ? CPU : FAR_DEVICE) && b.size == BATCH);
        sampler_free(s);
    }
}

static void gather_ten(int first)
{
    Tensor order = tensor_new(CPU, I32, shape(COUNT)), rows = tensor_new(CPU, U8, shape(10, 7, 6));
    gather_rows(&rows, &pictures.inputs, &order, (Offset){(uint64_t)first});
    tensor_free(&order);
    tensor_free(&rows);
}
Test(resident, refuses_rows_beyond_the_order, .signal = SIGABRT)
{
    gather_ten(COUNT - 10);
    expect_refusal("rows [10, 7, 6] gathered up to 24 of 23");
    gather_ten(COUNT - 9);
}
Test(resident, refuses_windows_beyond_their_stretch, .signal = SIGABRT)
{
    Tensor rows = tensor_new(CPU, I32, shape(7, 4));   // of 59 symbols: the shortest has 8
    gather_windows(&rows, &text.inputs, (Offset){4});
    expect_refusal("rows [7, 4] gathered up to 9 of 8");
    gather_windows(&rows, &text.inputs, (Offset){5});
}

/* ---- Distorted pictures -----------------------------------------------------------------------*/

static const Distortion slight = {.shift = 2, .turn = 20, .scale = (Real)0.2};

// Rounding may make a pixel one level lighter or darker.
static void expect_similar(const Tensor *got, const Tensor *want)
{
    int apart = 0;
    for (size_t i = 0; i < tensor_count(want); i++) {
        int difference = abs(bytes(got)[i] - bytes(want)[i]);
        cr_assert(difference <= 1, "pixel %zu is %d, expected %d", i, bytes(got)[i],
                  bytes(want)[i]);
        apart += difference;
    }
    cr_assert(apart <= 2, "%d pixels differ", apart);
}

static void expect_same_distortions(Device device)
{
    Sampler *here = sampler_new(&pictures, 7, BATCH), *there = sampler_new(&pictures, 7, BATCH);
    cr_assert(sampler_send(there, device), "not sent");
    for (int epoch = 1; epoch <= 2; epoch++) {
        Batch a = sampler_batch(here, epoch, 0), b = sampler_batch(there, epoch, 0);
        for (; a.size > 0; a = next_batch(a), b = next_batch(b)) {
            batch_augment(a, slight, 3);
            batch_augment(b, slight, 3);
            Tensor got = back(&b.inputs);
            expect_similar(&got, &a.inputs);
        }
    }
    sampler_free(here);
    sampler_free(there);
}

Test(resident, pictures_are_distorted_where_they_lie)
{
    expect_same_distortions(FAR_DEVICE);
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    for (int order = 0; order < SIM_ORDERS; order++) {
        sim_settings((SimOrder)order, true);
        expect_same_distortions(CUDA_SIM);
    }
}

// The seed, the epoch, the source and the picture's place decide, as augment() is told them.
Test(resident, a_batch_draws_what_its_pictures_draw)
{
    Sampler *s = sampler_new(&pictures, 7, BATCH);
    Batch b = sampler_batch(s, 2, 1);
    Tensor want = copy_of(&b.inputs);
    augment(bytes(&want), BATCH, HEIGHT, WIDTH, slight, (Stream){7, 2, FOR_AUGMENTATION, 3}, BATCH);
    batch_augment(b, slight, 3);
    expect_same_bits("pictures", &b.inputs, &want);
    sampler_free(s);
}

/* ---- A training -------------------------------------------------------------------------------*/

typedef struct Trained {
    Params *params;
    Graph *graph;
    Node *image, *label, *loss;
    Optimizer sgd;
    Sampler *sampler;
} Trained;

static Trained begin(Device device)
{
    Trained t = {.params = params_new(5, device)};
    t.graph = graph_new(t.params, BATCH);
    t.image = input(t.graph, U8, shape(HEIGHT, WIDTH, 1));
    t.label = input(t.graph, I32, shape());
    Node *h = relu(linear(flatten(scale(t.image, (Real)(1 / 255.0))), 11));
    t.loss = softmax_cross_entropy(linear(dropout(h, (Real)0.3), CLASSES), t.label);
    t.sgd = momentum_new(t.params, (Real)0.9);
    t.sampler = sampler_new(&pictures, 7, BATCH);
    sampler_send(t.sampler, device);
    params_sum_losses(t.params, true);
    return t;
}

static void end(Trained *t)
{
    sampler_free(t->sampler);
    optimizer_free(&t->sgd);
    graph_free(t->graph);
    params_free(t->params);
}

static void learn_epoch(Trained *t, int epoch)
{
    for (Batch b = sampler_batch(t->sampler, epoch, 0); b.size > 0; b = next_batch(b)) {
        batch_augment(b, slight, 3);
        feed(t->image, &b.inputs);
        feed(t->label, &b.targets);
        forward(t->loss);
        backward(t->loss);
        optimizer_step(&t->sgd, (Real)0.02 / (Real)(b.index + 1));
    }
}

static Tensor learned_on(Device device, Real *losses)
{
    Trained t = begin(device);
    for (int epoch = 1; epoch <= 4; epoch++) learn_epoch(&t, epoch);
    *losses = params_take_losses(t.params);
    Tensor values = back(&t.params->values);
    end(&t);
    return values;
}

Test(resident, it_learns_what_the_cpu_learns)
{
    Real loss[2];
    Tensor cpu = learned_on(CPU, &loss[0]), far = learned_on(FAR_DEVICE, &loss[1]);
    expect_close("far values", &far, &cpu, 1e-4);
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    for (int lazy = 0; lazy < 2; lazy++) {
        sim_settings(SIM_RANDOM, lazy);
        Tensor sim = learned_on(CUDA_SIM, &loss[1]);
        expect_close("simulated values", &sim, &cpu, 1e-3);
        cr_assert_float_eq((double)loss[1], (double)loss[0], 1e-3 * (double)loss[0]);
    }
}

// Two epochs, in which the only copy is each one's order.
Test(resident, an_epoch_copies_its_order_and_nothing_else)
{
    Trained t = begin(FAR_DEVICE);
    learn_epoch(&t, 1);
    FarCounts before = far_counts();
    learn_epoch(&t, 2);
    learn_epoch(&t, 3);
    FarCounts after = far_counts();
    cr_assert(after.copies - before.copies == 2, "%ld copies", after.copies - before.copies);
    cr_assert(after.allocations == before.allocations, "an epoch takes memory");
    end(&t);
}

// Both batch sizes have been seen and recorded: a step is a launch that tells its numbers, and a
// recording.
Test(resident, a_step_on_a_card_takes_no_memory_and_waits_for_nothing)
{
    if (!device_open(CUDA_SIM, NULL)) cr_skip_test("no C++ compiler, no simulator");
    Trained t = begin(CUDA_SIM);
    learn_epoch(&t, 1);
    learn_epoch(&t, 2);
    SimCounts before = sim_counts();
    learn_epoch(&t, 3);
    learn_epoch(&t, 4);
    SimCounts after = sim_counts();
    cr_assert(after.waits == before.waits, "%ld waits", after.waits - before.waits);
    cr_assert(after.allocations == before.allocations, "a step takes memory");
    cr_assert(after.copies_in - before.copies_in == 2, "%ld copies, where two epochs have two",
              after.copies_in - before.copies_in);
    long recordings = after.recordings - before.recordings;
    long kernels = after.kernels - before.kernels;
    cr_assert(recordings == 2 * BATCHES && kernels == 2 * BATCHES,
              "%ld recordings and %ld kernels in %d steps", recordings, kernels, 2 * BATCHES);
    cr_assert(params_take_losses(t.params) > 0 && sim_counts().waits == after.waits + 1);
    end(&t);
}

/* ---- A chapter's training ---------------------------------------------------------------------*/

// Where the batches of its second epoch lay; *copies: how many that epoch made.
static Device app_learns(App *app, long *copies)
{
    Device where = CPU;
    Trained t = begin(app->device);
    app_train(app, t.params, &t.sgd, &pictures);
    for (; app->epoch <= app->epochs; app_epoch(app, 0.5)) {
        long before = far_counts().copies;
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            where = b.inputs.device;
            feed(t.image, &b.inputs);
            feed(t.label, &b.targets);
            Real loss = forward(t.loss);
            backward(t.loss);
            optimizer_step(&t.sgd, (Real)0.01);
            app_step(app, b, loss);
        }
        *copies = far_counts().copies - before;
    }
    end(&t);
    return where;
}

// The order goes there and the sum of the losses comes back; without room, each batch goes there.
Test(resident, an_apps_training_lies_on_its_device_where_it_has_room)
{
    for (int room = 0; room < 2; room++) {
        make_folder();
        char *words[] = {(char *)"test", (char *)"--device", (char *)"far", (char *)"--quiet",
                         (char *)"--out", folder, NULL};
        App app = app_begin("test", 6, words, (Defaults){.about = "a test", .epochs = 2,
                                                         .batch = BATCH, .learning_rate = 1});
        far_leave_room(room ? FAR_ROOM : 0);
        long copies, all = room ? 2 : 2 * BATCHES + 1;
        cr_assert(app_learns(&app, &copies) == (room ? FAR_DEVICE : CPU));
        cr_assert(copies == all, "%ld copies in an epoch, expected %ld", copies, all);
        app_free(&app);
        remove_folder();
    }
}

/* ---- A learner --------------------------------------------------------------------------------*/

enum { FEW = 2, STEPS = 12 };   // batches so small that an epoch has more than ten

static const App school = {.name = "test", .device = FAR_DEVICE, .batch = FEW};

static Learner learner_of_pictures(void)
{
    Learner l = learner_new(&school, 5);
    l.input = input(l.graph, U8, shape(HEIGHT, WIDTH, 1));
    l.target = input(l.graph, I32, shape());
    l.output = linear(flatten(scale(l.input, (Real)(1 / 255.0))), CLASSES);
    l.loss = softmax_cross_entropy(l.output, l.target);
    params_ready(l.params);
    return l;
}

static long copies_of(Course course)
{
    Learner l = learner_of_pictures();
    App own = school;
    long before = far_counts().copies;
    learner_train(&l, &own, &pictures, course);
    long copies = far_counts().copies - before;
    cr_assert(!present(&l.params->loss_sum), "a later forward() would give no loss");
    learner_free(&l);
    return copies;
}

// Pictures, labels and three orders go there; the losses of ten steps come back together, and those
// of an epoch's last steps.
Test(resident, a_learner_reads_its_losses_every_ten_steps)
{
    Course course = {.epochs = 3, .rate = (Real)0.01};
    long sent = 2 + 3, reads = 6;   // at steps 10, 12, 20, 24, 30 and 36
    cr_assert_eq(copies_of(course), sent + reads);
    Losses losses;
    course.losses = &losses;
    cr_assert_eq(copies_of(course), sent + 3 * STEPS);
    for (int i = 0; i < losses.steps; i++) cr_assert(losses.of[i] > 0);
    cr_assert_eq(losses.steps, 3 * STEPS);
    free(losses.of);
}

Test(resident, a_learner_stops_on_a_device_too)
{
    Learner l = learner_of_pictures();
    App own = school;
    Course course = {.epochs = 3, .rate = (Real)INFINITY, .optimizer = sgd_new};
    course.schedule = constant_rate;
    learner_train(&l, &own, &pictures, course);
    cr_assert_eq(l.params->passes, 10);
    learner_free(&l);
}

Test(resident, a_loss_that_nobody_asks_for_is_not_read)
{
    Learner l = learner_of_pictures();
    Tensor gradient[2];
    for (int unread = 0; unread < 2; unread++) {
        feed_first(l.input, &pictures.inputs, FEW);
        feed_first(l.target, &pictures.targets, FEW);
        long before = far_counts().copies;
        if (unread) forward_unread(l.loss);
        else cr_assert(forward(l.loss) > 0);
        cr_assert(far_counts().copies - before == !unread);
        backward(l.loss);
        gradient[unread] = back(&l.params->gradients);
        params_clear_gradients(l.params);
    }
    cr_assert(largest(&gradient[0]) > 0);
    expect_same_bits("gradients", &gradient[1], &gradient[0]);
    learner_free(&l);
}

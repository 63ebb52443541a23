// The training that a chapter's loop counts: where it stands, how it is saved, and how it is
// stopped.
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "app_private.h"
#include "device.h"

enum { CURVE_STEPS = 10 };

// ---- Ctrl-C

static volatile sig_atomic_t caught;

static void remember(int signal_number) { caught = signal_number; }

// The second Ctrl-C finds the usual handler again, and kills. After nohup, SIGHUP stays ignored.
static void catch_signal(int number)
{
    struct sigaction action = {.sa_handler = remember, .sa_flags = SA_RESTART | (int)SA_RESETHAND},
                     before;
    sigemptyset(&action.sa_mask);
    if (sigaction(number, NULL, &before) == 0 && (number != SIGHUP || before.sa_handler != SIG_IGN))
        sigaction(number, &action, NULL);
}

void interrupt_prepare(void)
{
    catch_signal(SIGINT);
    catch_signal(SIGTERM);
    catch_signal(SIGHUP);
    catch_signal(SIGPIPE);      // nobody reads what we print: `./ch07-cnn | head`
    signal(SIGXFSZ, SIG_IGN);   // a file too large for ulimit -f: the write fails and is reported
}

int interrupted(void) { return caught; }

static const char *stopped_by(void)
{
    return caught == SIGINT    ? "Ctrl-C"
           : caught == SIGTERM ? "SIGTERM"
           : caught == SIGHUP  ? "a terminal that closed"
                               : "a reader that went away";
}

void app_stop_if_interrupted(App *app)
{
    if (caught) app_fail(app, 128 + caught, "stopped by %s", stopped_by());
}

// After a step: the training can go on from here.
static void stop_if_interrupted(App *app)
{
    if (!caught) return;
    const Progress *p = &app->progress;
    if (!app->save || !app->session->saves) {
        app_fail(app, 128 + caught, "stopped by %s at epoch %d, batch %d%s", stopped_by(), p->epoch,
                 p->index, app->resume ? "; what was trained is lost without --save FILE" : "");
    }
    training_save(app);
    app_fail(app, 128 + caught, "stopped by %s at epoch %d, batch %d; --resume %s goes on",
             stopped_by(), p->epoch, p->index, app->save);
}

// ---- Where it stands

void training_save(App *app)
{
    const Session *s = app->session;
    if (!app->save || !s->saves) return;
    Error error = {0};
    app_check(app, checkpoint_save(app->save, s->params, s->optimizer, &app->progress, &error),
              &error);
}

void training_free(Session *s)
{
    sampler_free(s->sampler);
    s->sampler = NULL;
}

static void start(App *app)
{
    Progress p = {.seed = app->seed,
                  .epochs = app->epochs,
                  .batch = app->batch,
                  .learning_rate = app->lr,
                  .epoch = 1};
    snprintf(p.program, sizeof p.program, "%s", app->name);
    snprintf(p.training, sizeof p.training, "%s", app->session->training);
    memcpy(p.options, app->progress.options, sizeof p.options);
    app->progress = p;
}

// A checksum of the training data, so that --resume can tell them from others.
static uint32_t checksum(const Dataset *set)
{
    uLong sum = crc32(0, Z_NULL, 0);
    const Tensor *part[] = {&set->inputs, &set->targets, &set->lengths};
    for (int i = 0; i < 3; i++)
        if (present(part[i]))
            sum = crc32_z(sum, part[i]->data, tensor_count(part[i]) * type_size(part[i]->type));
    return (uint32_t)sum;
}

static void resume(App *app, uint32_t sum)
{
    const Session *s = app->session;
    Progress *p = &app->progress;
    Error error = {0};
    app_check(app, checkpoint_load(app->resume, s->params, s->optimizer, p, &error), &error);
    app_check(app, resume_stands(app, p, sum, sampler_batches(s->sampler), &error), &error);
}

// "training", or "writer-training": the lesson's training has no name.
static void open_curve(App *app)
{
    Session *s = app->session;
    char *name = joined_text(s->training, s->training[0] ? "-" : "", "training");
    s->curve = app_table(app, name, "step\tepoch\tloss\tlearning_rate");
    s->curve_loss = 0;
    free(name);
}

static void set_clock(App *app)
{
    Session *s = app->session;
    app->train_seconds = s->run_seconds = 0;
    s->shown = seconds_now();
    s->run_steps = s->run_samples = 0;
}

// Nothing is left to do of a training that was resumed when it was over; its network is a result
// all the same.
static void keep_finished(App *app)
{
    Error error = {0};
    app_say(app, "%s: this training is over; using its network", app->resume);
    app_check(app, trained_save(app, &error), &error);
}

// A loop of plain steps, which has no optimizer, reads its batches and its losses itself. Others
// leave both on a device that takes the whole batch.
static void leave_on_device(App *app, Params *params, bool over)
{
    Sampler *sampler = app->session->sampler;
    params_sum_losses(params, !over && backend(params->device)->whole_batch);
    if (!over && !sampler_send(sampler, params->device))
        app_detail(app, "%s has no room for the training set: batches come from the CPU's memory",
                   device_name(params->device));
}

static void train(App *app, Params *params, Optimizer *optimizer, const Dataset *set)
{
    Session *s = app->session;
    CHECK(app->batch > 0 && app->epochs > 0, "%s trains %d epochs in batches of %d", app->name,
          app->epochs, app->batch);
    results_need(app);
    training_free(s);
    s->params = params;
    s->optimizer = optimizer;
    s->sampler = sampler_new(set, app->seed, app->batch);
    start(app);
    app->progress.data_sum = checksum(set);
    if (s->saves && app->resume) resume(app, app->progress.data_sum);
    app->epoch = app->progress.epoch;
    app->step = app->progress.step;
    app->steps = (int64_t)app->epochs * sampler_batches(s->sampler);
    const bool over = app->epoch > app->epochs;
    if (optimizer) leave_on_device(app, params, over);
    s->unread = 0;
    set_clock(app);
    open_curve(app);
    if (over) keep_finished(app);
}

void app_train_as(App *app, const char *name, Params *params, Optimizer *optimizer,
                  const Dataset *set)
{
    Session *s = app->session;
    snprintf(s->training, sizeof s->training, "%s", name);
    s->saves = strcmp(name, s->saved_training) == 0;
    train(app, params, optimizer, set);
}

void app_train(App *app, Params *params, Optimizer *optimizer, const Dataset *set)
{
    app->session->trained_anew = true;
    app_train_as(app, "", params, optimizer, set);
}

Batch first_batch(App *app)
{
    Session *s = app->session;
    s->epoch_samples = 0;
    s->epoch_seconds = 0;
    s->mark = seconds_now();
    return sampler_batch(s->sampler, app->epoch, app->progress.index);
}

static void count_time(App *app)
{
    Session *s = app->session;
    const double now = seconds_now(), passed = now - s->mark;
    s->mark = now;
    s->epoch_seconds += passed;
    s->run_seconds += passed;
    s->run_steps++;
    app->train_seconds += passed;
}

// `steps` losses, the last one of batch b.
static void check_loss(App *app, Batch b, Real loss, int steps)
{
    if (isfinite(loss)) return;
    const Optimizer *optimizer = app->session->optimizer;
    char batches[40] = "";
    if (steps > 1) snprintf(batches, sizeof batches, "es %d to", b.index + 2 - steps);
    app_fail(app, 1, "the loss is %g at epoch %d, batch%s %d, learning rate %g; try a smaller --lr",
             (double)loss, b.epoch, batches, b.index + 1,
             optimizer ? (double)optimizer->hyper.learning_rate : app->lr);
}

// The curve of the loss: a point for each ten steps, their mean.
static void draw_curve(App *app, Real loss)
{
    Session *s = app->session;
    s->curve_loss += (double)loss / CURVE_STEPS;
    if (s->run_steps % CURVE_STEPS) return;
    fprintf(s->curve, "%lld\t%d\t%.6g\t%.6g\n", (long long)app->step, app->epoch, s->curve_loss,
            s->optimizer ? (double)s->optimizer->hyper.learning_rate : app->lr);
    s->curve_loss = 0;
}

// Where losses stay on the device they are read every ten steps, and before anybody asks for their
// mean or saves it: how many *loss is the sum of now, 0 while they stay there.
static int losses_read(App *app, Batch b, Real *loss)
{
    Session *s = app->session;
    const int steps = ++s->unread;
    const bool there = isnan(*loss) && s->params && s->params->losses > 0;
    const bool due = (s->run_steps + 1) % CURVE_STEPS == 0 || caught ||
                     b.index + 1 == sampler_batches(s->sampler);
    if (there && !due) return 0;
    if (there) *loss = params_take_losses(s->params);
    s->unread = 0;
    return steps;
}

void app_step(App *app, Batch b, Real loss)
{
    const int read = losses_read(app, b, &loss);
    if (read) check_loss(app, b, loss, read);
    else loss = 0;
    count_time(app);
    app->session->epoch_samples += b.size;
    app->session->run_samples += b.size;
    app->step++;
    draw_curve(app, loss);
    Progress *p = &app->progress;
    p->epoch = app->epoch;
    p->index = b.index + 1;
    p->step = app->step;
    p->epoch_loss += (double)loss;
    if (read) stop_if_interrupted(app);   // what is saved then has all losses
    progress_step(app, b);
}

// test_accuracy, or writer_test_accuracy.
static void training_metric(App *app, const char *what, double value, const char *unit)
{
    const char *training = app->session->training;
    app_metric_of(app, value, unit, "%s%s%s", training, training[0] ? "_" : "", what);
}

static void training_done(App *app, Measure m)
{
    Error error = {0};
    if (app->session->optimizer) params_sum_losses(app->session->params, false);
    app_check(app, trained_save(app, &error), &error);
    training_metric(app, "train_seconds", app->train_seconds, "s");
    if (isnan(m.value)) return;
    training_metric(app, m.name, m.value, m.unit);
    if (strcmp(m.name, "test_accuracy") == 0)
        training_metric(app, "test_error", 1 - m.value, "fraction");
}

static void epoch_done(App *app, Measure m)
{
    progress_epoch(app, m);
    Progress *p = &app->progress;
    p->epoch = ++app->epoch;
    p->index = 0;
    p->epoch_loss = 0;
    training_save(app);
    if (app->epoch > app->epochs) training_done(app, m);
    stop_if_interrupted(app);
}

void app_epoch(App *app, double accuracy)
{
    epoch_done(app, (Measure){"test_accuracy", accuracy, "fraction"});
}

void app_epoch_measure(App *app, const char *name, double value, const char *unit)
{
    epoch_done(app, (Measure){name, value, unit});
}

void app_speed(App *app, double flops)
{
    Session *s = app->session;
    if (s->run_steps == 0) return;
    const double rate = (double)s->run_samples / s->run_seconds, gflops = 1e-9 * flops * rate;
    training_metric(app, "samples_per_second", rate, "1/s");
    training_metric(app, "gflops", gflops, "GFLOP/s");
    if (app->device != CPU) {   // of which no peak is measured
        app_say(app, "training: %.0f GFLOP/s on %s  [sec:%.4s-speed]", gflops,
                device_name(app->device), app->name);
        return;
    }
    const double peak = fma_peak();
    s->gflops = gflops;
    app_say(app,
            "training: %.0f GFLOP/s, %.0f%% of the %.0f measured as this machine's peak  "
            "[sec:%.4s-speed]",
            gflops, 100 * gflops / peak, peak, app->name);
}

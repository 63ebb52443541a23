/* test_checkpoint.c: the same bits come back; another network's file, a full disk and a kill in the
 * middle are all survived, with one line that says what is wrong.
 */
#include <math.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "saved_network.h"

TestSuite(checkpoint, .init = make_path, .fini = remove_folder);

static int files_in_folder(void)
{
    char command[128];
    snprintf(command, sizeof command, "ls -A %s | wc -l", folder);
    FILE *pipe = popen(command, "r");
    int count = -1;
    cr_assert_eq(fscanf(pipe, "%d", &count), 1);
    pclose(pipe);
    return count;
}

static bool same_numbers(const Tensor *a, const Tensor *b)
{
    if (!present(a) || !present(b)) return present(a) == present(b);
    return tensor_count(a) == tensor_count(b) &&
           memcmp(a->data, b->data, tensor_count(a) * sizeof(Real)) == 0;
}

// ---- What is saved comes back

Test(checkpoint, everything_comes_back_to_the_same_bits)
{
    Params *saved = network(0), *loaded = network(9);
    Optimizer adam = trained(saved), fresh = adam_new(loaded);
    saved->passes = 77;
    Progress given = some_progress(), got = {0};
    Error error = {0};
    cr_assert(checkpoint_save(path, saved, &adam, &given, &error), "%s", error.message);
    cr_assert(checkpoint_load(path, loaded, &fresh, &got, &error), "%s", error.message);

    cr_assert(same_numbers(&saved->values, &loaded->values));
    cr_assert(same_numbers(&adam.moment[0], &fresh.moment[0]));
    cr_assert(same_numbers(&adam.moment[1], &fresh.moment[1]));
    cr_assert(fresh.steps == 1 && loaded->passes == 77);
    cr_assert_str_eq(got.program, given.program);
    cr_assert_str_eq(got.options, given.options);
    cr_assert(got.seed == given.seed && got.epochs == 5 && got.batch == 64 && got.epoch == 2 &&
              got.index == 17);
    cr_assert(got.step == given.step && got.learning_rate == given.learning_rate);
    cr_assert(got.epoch_loss == given.epoch_loss);

    Progress header = {0};
    cr_assert(checkpoint_progress(path, &header, &error));
    cr_assert(header.step == given.step && header.index == 17);
    cr_assert_eq(files_in_folder(), 1);
    optimizer_free(&adam);
    optimizer_free(&fresh);
    params_free(saved);
    params_free(loaded);
}

Test(checkpoint, every_optimizer_has_its_moments)
{
    for (Rule rule = SGD; rule < RULES; rule++) {
        Params *saved = network(0), *loaded = network(9);
        Optimizer one = adam_new(saved), other = adam_new(loaded);
        one.rule = other.rule = rule;
        optimizer_step(&one, (Real)0.01);
        Error error = {0};
        cr_assert(checkpoint_save(path, saved, &one, NULL, &error), "%s", error.message);
        cr_assert(checkpoint_load(path, loaded, &other, NULL, &error), "%s", error.message);
        cr_assert(same_numbers(&one.moment[0], &other.moment[0]) &&
                  same_numbers(&one.moment[1], &other.moment[1]));
        optimizer_free(&one);
        optimizer_free(&other);
        params_free(saved);
        params_free(loaded);
    }
}

Test(checkpoint, weights_alone_can_be_taken_from_a_training)
{
    Params *saved = network(0), *loaded = network(9);
    Optimizer adam = trained(saved);
    Error error = {0};
    Progress progress = some_progress();
    cr_assert(checkpoint_save(path, saved, &adam, &progress, &error));
    loaded->passes = 5;
    cr_assert(checkpoint_load(path, loaded, NULL, NULL, &error), "%s", error.message);
    cr_assert(same_numbers(&saved->values, &loaded->values) && loaded->passes == 5);
    optimizer_free(&adam);
    params_free(saved);
    params_free(loaded);
}

// ---- Another network, another optimizer

// Saves network(0) with adam, loads it into `other` and expects this message and no change.
static void expect_refusal(Params *other, Optimizer optimizer, const char *expected)
{
    Params *saved = network(0);
    Optimizer adam = trained(saved);
    Error error = {0};
    cr_assert(checkpoint_save(path, saved, &adam, NULL, &error));
    optimizer_ready(&optimizer);
    const size_t size = other->count * sizeof(Real);
    Real *before = malloc(size);
    memcpy(before, other->values.data, size);
    cr_assert(!checkpoint_load(path, other, &optimizer, NULL, &error), "loaded, but: %s", expected);
    expect_message(&error, expected);
    cr_assert_eq(memcmp(before, other->values.data, size), 0, "the network is changed");
    cr_assert(optimizer.steps == 0 && other->passes == 0);
    free(before);
    optimizer_free(&adam);
    optimizer_free(&optimizer);
    params_free(saved);
    params_free(other);
}

Test(checkpoint, another_shape)
{
    Params *other = empty_network();
    add_weight(other, "linear1.weight", shape(7, 4));
    expect_refusal(other, adam_new(other), "linear1.weight is [7, 3], this network has [7, 4]");
}

Test(checkpoint, a_parameter_is_missing)
{
    Params *other = network(1);
    add_weight(other, "linear2.bias", shape(2));
    expect_refusal(other, adam_new(other), "linear2.bias is missing, this network has [2]");
}

Test(checkpoint, a_tensor_too_many)
{
    Params *other = empty_network();
    add_weight(other, "linear1.weight", shape(7, 3));
    add_bias(other, "linear1.bias", shape(3));
    expect_refusal(other, adam_new(other), "gain [] is not in this network");
}

Test(checkpoint, another_optimizer)
{
    Params *other = network(1);
    expect_refusal(other, rmsprop_new(other), "trained with adam, this program uses rmsprop");
}

Test(checkpoint, no_training_in_the_file)
{
    Params *params = network(0);
    Optimizer adam = adam_new(params);
    Error error = {0};
    Progress progress;
    cr_assert(checkpoint_save(path, params, NULL, NULL, &error));
    cr_assert(!checkpoint_load(path, params, &adam, NULL, &error));
    expect_message(&error, "saved without an optimizer, so training cannot go on from it");
    error.message[0] = 0;
    cr_assert(!checkpoint_progress(path, &progress, &error));
    expect_message(&error, "holds no training to go on with; --load takes its weights");
    optimizer_free(&adam);
    params_free(params);
}

// Python's safetensors writes no more than names and numbers, and perhaps a word on where they come
// from.
Test(checkpoint, weights_of_another_program)
{
    Params *params = network(0), *loaded = network(9);
    const char *metadata[] = {"", "\"__metadata__\":{\"format\":\"pt\"},"};
    for (int i = 0; i < 2; i++) {
        char header[400];
        const int length = snprintf(
            header, sizeof header,
            "{%s\"gain\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},"
            "\"linear1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[4,16]},"
            "\"linear1.weight\":{\"dtype\":\"F32\",\"shape\":[7,3],\"data_offsets\":[16,100]}}",
            metadata[i]);
        const uint64_t bytes = (uint64_t)length;
        float numbers[25];
        for (int n = 0; n < 25; n++) numbers[n] = (float)n;
        FILE *file = fopen(path, "wb");
        fwrite(&bytes, 8, 1, file);
        fwrite(header, 1, bytes, file);
        fwrite(numbers, 1, sizeof numbers, file);
        fclose(file);
        Error error = {0};
        Progress progress = {.batch = 3};
        loaded->passes = 5;
        cr_assert(checkpoint_load(path, loaded, NULL, &progress, &error), "%s", error.message);
        const Tensor bias = param_value(loaded, 1);
        cr_assert(reals(&bias)[2] == 3 && progress.batch == 3 && loaded->passes == 5);
        cr_assert(!checkpoint_progress(path, &progress, &error));
        expect_message(&error, "holds no training to go on with; --load takes its weights");
    }
    params_free(params);
    params_free(loaded);
}

// ---- What would be refused is not written

static void expect_not_written(Params *params, Optimizer *adam, const Progress *progress,
                               const char *expected)
{
    Params *old = network(3), *loaded = network(9);
    Error error = {0};
    cr_assert(checkpoint_save(path, old, NULL, NULL, &error));
    cr_assert(!checkpoint_save(path, params, adam, progress, &error));
    expect_message(&error, expected);
    error.message[0] = '\0';
    cr_assert(checkpoint_load(path, loaded, NULL, NULL, &error), "%s", error.message);
    cr_assert(same_numbers(&loaded->values, &old->values));
    cr_assert_eq(files_in_folder(), 1);
    params_free(old);
    params_free(loaded);
}

Test(checkpoint, numbers_that_are_not_finite)
{
    Params *params = network(0);
    Optimizer adam = trained(params);
    Progress progress = some_progress();
    Real *moment = reals(&adam.moment[1]) + params->list[1].offset + 2,
         *value = reals(&params->values) + 20;
    *moment = (Real)INFINITY;
    expect_not_written(params, &adam, &progress,
                       "not written: number 2 of linear1.bias.v is inf; try a smaller --lr");
    *moment = 0;
    *value = (Real)NAN;
    expect_not_written(params, NULL, NULL,
                       "not written: number 20 of linear1.weight is nan; try a smaller --lr");
    *value = 0;
    progress.epoch_loss = INFINITY;
    expect_not_written(params, &adam, &progress, "the epoch's loss is inf");
    optimizer_free(&adam);
    params_free(params);
}

// ---- The disk

// What a killed program left beside the file, even a link that leads elsewhere, is in nobody's way.
Test(checkpoint, a_leftover_is_replaced)
{
    Params *params = network(0);
    char part[110], elsewhere[110];
    snprintf(part, sizeof part, "%s.part", path);
    snprintf(elsewhere, sizeof elsewhere, "%s.elsewhere", path);
    cr_assert_eq(symlink(elsewhere, part), 0);
    Error error = {0};
    cr_assert(checkpoint_save(path, params, NULL, NULL, &error), "%s", error.message);
    cr_assert_eq(files_in_folder(), 1);
    params_free(params);
}

static void save_fails(const Params *params, const char *expected)
{
    Error error = {0};
    cr_assert(!checkpoint_save(path, params, NULL, NULL, &error));
    expect_message(&error, expected);
}

// A file may not grow beyond 200 bytes: the write fails half way, the old file stays, nothing is
// left over.
Test(checkpoint, a_write_that_fails_keeps_the_old_file)
{
    Params *params = network(0), *loaded = network(9);
    Error error = {0};
    cr_assert(checkpoint_save(path, params, NULL, NULL, &error));
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 200;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    save_fails(params, "File too large");
    cr_assert_eq(files_in_folder(), 1);
    cr_assert(checkpoint_load(path, loaded, NULL, NULL, &error), "%s", error.message);
    params_free(params);
    params_free(loaded);
}

Test(checkpoint, a_full_disk)
{
    if (mount("tmpfs", folder, "tmpfs", 0, "size=8k") != 0)
        cr_skip_test("no right to mount a small disk");
    Params *params = network(0);
    add_weight(params, "linear2.weight", shape(100, 100));
    params_ready(params);
    save_fails(params, "No space left on device");
    cr_assert_eq(files_in_folder(), 0);
    cr_assert_eq(umount(folder), 0);
    params_free(params);
}

Test(checkpoint, no_such_folder)
{
    Params *params = network(0);
    snprintf(path, sizeof path, "%s/nowhere/net.safetensors", folder);
    save_fails(params, "No such file or directory");
    params_free(params);
}

// ---- A kill at any moment

static _Noreturn void save_for_ever(void)
{
    Params *params[2] = {network(0), network(100)};
    for (int i = 0;; i++) checkpoint_save(path, params[i % 2], NULL, NULL, NULL);
}

Test(checkpoint, kill_leaves_the_old_file_or_the_new, .timeout = 60)
{
    Params *versions[2] = {network(0), network(100)}, *loaded = network(50);
    Error error = {0};
    cr_assert(checkpoint_save(path, versions[0], NULL, NULL, &error));
    for (int round = 0; round < 40; round++) {
        const pid_t child = fork();
        if (child == 0) save_for_ever();
        usleep(2000 + 311 * (unsigned)round);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        cr_assert(checkpoint_load(path, loaded, NULL, NULL, &error), "round %d: %s", round,
                  error.message);
        cr_assert(same_numbers(&loaded->values, &versions[0]->values) ||
                  same_numbers(&loaded->values, &versions[1]->values));
    }
    params_free(versions[0]);
    params_free(versions[1]);
    params_free(loaded);
}

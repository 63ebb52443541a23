/* Checkpoints: the same bits come back; a damaged file, another network's file, a full disk and a kill
 * in the middle are all survived, with one line that says what is wrong.
 */
#include <criterion/criterion.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../common/checkpoint.h"

static char folder[64], path[96];

static void make_folder(void)
{
    strcpy(folder, "/tmp/checkpoint.XXXXXX");
    cr_assert(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/net.safetensors", folder);
}

static void remove_folder(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

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

TestSuite(checkpoint, .init = make_folder, .fini = remove_folder);

static void add_weight(Params *params, const char *name, Shape shape)
{
    Param weight = {.shape = shape, .initialiser = ZERO, .is_weight = true};
    snprintf(weight.name, sizeof weight.name, "%s", name);
    params_add(params, weight);
}

static void add_bias(Params *params, const char *name, Shape shape)
{
    Param bias = {.shape = shape, .initialiser = ZERO};
    snprintf(bias.name, sizeof bias.name, "%s", name);
    params_add(params, bias);
}

// A network of 7×3 weights, 3 biases and a single number, filled with numbers that have all their bits.
static Params *network(double phase)
{
    Params *params = params_new(5, CPU);
    add_weight(params, "linear1.weight", shape(7, 3));
    add_bias(params, "linear1.bias", shape(3));
    add_bias(params, "gain", shape());
    params_ready(params);
    for (int p = 0; p < params->length; p++) {
        Tensor value = param_value(params, p), gradient = param_gradient(params, p);
        for (size_t i = 0; i < params->list[p].count; i++) {
            reals(&value)[i] = (Real)((double)(i + 1) / 3 + phase + p);
            reals(&gradient)[i] = (Real)((double)(i + 1) / 7 - phase);
        }
    }
    return params;
}

static Optimizer trained(Params *params)
{
    Optimizer adam = adam_new(params);
    optimizer_step(&adam, (Real)0.01);
    params->passes = 1;
    return adam;
}

static Progress some_progress(void)
{
    return (Progress){.program = "ch07-cnn",
                      .seed = UINT64_MAX - 3,
                      .epochs = 5,
                      .batch = 64,
                      .learning_rate = 0.1 + 0.2,
                      .epoch = 2,
                      .index = 17,
                      .step = 1234567890123,
                      .epoch_loss = 1e-300,
                      .options = "--augment \"\\\"é"};
}

static bool same_numbers(const Tensor *a, const Tensor *b)
{
    if (!present(a) || !present(b)) return present(a) == present(b);
    return tensor_count(a) == tensor_count(b) &&
           memcmp(a->data, b->data, tensor_count(a) * sizeof(Real)) == 0;
}

static void expect_message(const Error *error, const char *expected)
{
    char whole[600];
    snprintf(whole, sizeof whole, "%s: %s", path, expected);
    cr_assert_str_eq(error->message, whole);
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

static Params *empty_network(void) { return params_new(5, CPU); }

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

// ---- Damage

static void write_file(const void *content, size_t size)
{
    FILE *file = fopen(path, "wb");
    cr_assert(file && fwrite(content, 1, size, file) == size && fclose(file) == 0);
}

static size_t read_file(unsigned char *content, size_t most)
{
    FILE *file = fopen(path, "rb");
    cr_assert(file != NULL);
    const size_t size = fread(content, 1, most, file);
    fclose(file);
    return size;
}

// A file whose header and numbers are given.
static void write_parts(const char *header, uint64_t length, size_t numbers)
{
    unsigned char content[1024] = {0};
    memcpy(content, &length, 8);
    memcpy(content + 8, header, strlen(header));
    write_file(content, 8 + strlen(header) + numbers);
}

static void expect_damage(const char *header, size_t numbers, const char *expected)
{
    Params *params = empty_network();
    add_weight(params, "a", shape(2));
    add_weight(params, "b", shape(1, 3));
    Error error = {0};
    write_parts(header, strlen(header), numbers);
    const bool ok = checkpoint_load(path, params, NULL, NULL, &error);
    if (expected) {
        cr_assert(!ok, "loaded: %s", header);
        expect_message(&error, expected);
    } else {
        cr_assert(ok, "%s", error.message);
    }
    params_free(params);
}

#define A "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}"
#define B(type, dims, begin, end)                                                                  \
    "\"b\":{\"dtype\":\"" type "\",\"shape\":[" dims "],\"data_offsets\":[" begin "," end "]}"

Test(checkpoint, sound_headers)
{
    expect_damage("{" A "," B("F32", "1,3", "8", "20") "}", 20, NULL);
    expect_damage("{" B("F32", "1,3", "8", "20") "," A "}  ", 20, NULL);
    expect_damage("{" A "," B("F64", "1,3", "8", "32") "}", 32, NULL);
    expect_damage("{\"__metadata__\":{\"x\":\"y\"}," A "," B("F32", "1,3", "8", "20") "}", 20,
                  NULL);
}

Test(checkpoint, damaged_headers)
{
    expect_damage("[]", 0, "byte 8: the header is not JSON");
    expect_damage("{" A "," B("F32", "1,3", "8", "20"), 20, "byte 116: the header is not JSON");
    expect_damage("{" A "} x", 8, "byte 62: the header is not JSON");
    expect_damage("{\"a\":7}", 8, "a: its dtype is missing, expected F32 or F64");
    expect_damage("{" A "," B("BF16", "1,3", "8", "14") "}", 14,
                  "b: its dtype is BF16, expected F32 or F64");
    expect_damage("{" A "," B("F32", "1,3,1,1,1,1", "8", "20") "}", 20, "b: more than 5 axes");
    expect_damage("{" A "," B("F32", "1,-3", "8", "20") "}", 20,
                  "b: axis 1 of its shape is no length");
    expect_damage("{" A "," B("F32", "1,3.5", "8", "20") "}", 20,
                  "b: axis 1 of its shape is no length");
    expect_damage("{" A "," B("F32", "1,3e9", "8", "20") "}", 20,
                  "b: axis 1 of its shape is no length");
    expect_damage("{" A "," B("F32", "1,3", "8", "24") "}", 24,
                  "b: 16 bytes do not hold the shape [1, 3]");
    expect_damage("{" A "," B("F32", "2147483647,2147483647,2147483647", "8", "20") "}", 20,
                  "b: 12 bytes do not hold the shape [2147483647, 2147483647, 2147483647]");
    expect_damage("{" A "," B("F32", "65536,65536,65536,65536", "8", "8") "}", 8,
                  "b: 0 bytes do not hold the shape [65536, 65536, 65536, 65536]");
    expect_damage("{" A "," B("F32", "1,3", "8", "20") "}", 16,
                  "b: bytes 8 to 20 of 16: the file is cut short or damaged");
    expect_damage("{" A "," B("F32", "1,3", "20", "8") "}", 20,
                  "b: bytes 20 to 8 of 20: the file is cut short or damaged");
    expect_damage("{" A "," B("F32", "1,3", "-8", "4") "}", 20,
                  "b: \"data_offsets\" are not two places");
    expect_damage("{" A "," B("F32", "1,3", "8", "20,30") "}", 20,
                  "b: \"data_offsets\" are not two places");
    expect_damage("{" A "," B("F32", "1,3", "4", "16") "}", 16,
                  "b: begins at byte 4 of the numbers, expected 8");
    expect_damage("{" A "," B("F32", "1,3", "12", "24") "}", 24,
                  "b: begins at byte 12 of the numbers, expected 8");
    expect_damage("{" A "," B("F32", "1,3", "8", "20") "}", 24,
                  "24 bytes of numbers, but tensors for 20");
    expect_damage("{" A "," A "}", 8, "a: there twice");
    expect_damage("{\"a\\n\":"
                  "7," A "}",
                  8, "control characters in the header");
    expect_damage("{\"__metadata__\":{\"x\":\"\\u001b[2J\"}," A "}", 8,
                  "control characters in the header");
    expect_damage("{\"__metadata__\":[]," A "}", 8, "a damaged \"__metadata__\"");
    expect_damage("{\"__metadata__\":{\"seed\":1}," A "}", 8, "metadata seed: not text");
}

Test(checkpoint, numbers_of_either_length)
{
    const float one[2] = {1.5f, -0.1f};
    const double other[3] = {0.1, -1e-30, 3};
    const char *header = "{" A "," B("F64", "1,3", "8", "32") "} ";
    unsigned char content[256] = {(unsigned char)strlen(header)};
    memcpy(content + 8, header, strlen(header));
    memcpy(content + 8 + strlen(header), one, sizeof one);
    memcpy(content + 16 + strlen(header), other, sizeof other);
    write_file(content, 40 + strlen(header));

    Params *params = empty_network();
    add_weight(params, "a", shape(2));
    add_weight(params, "b", shape(1, 3));
    Error error = {0};
    cr_assert(checkpoint_load(path, params, NULL, NULL, &error), "%s", error.message);
    const Tensor a = param_value(params, 0), b = param_value(params, 1);
    for (int i = 0; i < 2; i++) cr_assert(reals(&a)[i] == (Real)one[i]);
    for (int i = 0; i < 3; i++) cr_assert(reals(&b)[i] == (Real)other[i]);
    params_free(params);
}

Test(checkpoint, impossible_lengths)
{
    Params *params = network(0);
    const uint64_t lengths[] = {3, 4096, (uint64_t)1 << 40, UINT64_MAX, UINT64_MAX - 7};
    for (int i = 0; i < 5; i++) {
        Error error = {0};
        write_parts("{}", lengths[i], 0);
        cr_assert(!checkpoint_load(path, params, NULL, NULL, &error));
        cr_assert(strstr(error.message, "no safetensors file, or cut short") != NULL, "%s",
                  error.message);
    }
    Error error = {0};
    write_file("1234567", 7);
    cr_assert(!checkpoint_load(path, params, NULL, NULL, &error));
    expect_message(&error, "no safetensors file: only 7 bytes");
    params_free(params);
}

Test(checkpoint, no_such_file)
{
    Params *params = network(0);
    Error error = {0};
    cr_assert(!checkpoint_load(path, params, NULL, NULL, &error));
    expect_message(&error, "No such file or directory");
    error.message[0] = 0;
    cr_assert_eq(mkdir(path, 0777), 0);
    cr_assert(!checkpoint_load(path, params, NULL, NULL, &error));
    expect_message(&error, "not a file");
    params_free(params);
}

// Every shortening is noticed, and no flipped bit of the header does harm.
Test(checkpoint, any_cut_and_any_flipped_bit)
{
    Params *saved = network(0), *loaded = network(9);
    Optimizer adam = trained(saved), fresh = adam_new(loaded);
    Progress progress = some_progress();
    Error error = {0};
    cr_assert(checkpoint_save(path, saved, &adam, &progress, &error));
    unsigned char content[4096];
    const size_t size = read_file(content, sizeof content);
    uint64_t header;
    memcpy(&header, content, 8);
    for (size_t length = 0; length < size; length++) {
        write_file(content, length);
        error.message[0] = 0;
        cr_assert(!checkpoint_load(path, loaded, &fresh, &progress, &error), "cut to %zu bytes",
                  length);
        cr_assert(strncmp(error.message, path, strlen(path)) == 0 && !strchr(error.message, '\n'),
                  "%s", error.message);
    }
    for (size_t bit = 0; bit < 8 * (8 + header); bit += 3) {
        content[bit / 8] ^= (unsigned char)(1 << bit % 8);
        write_file(content, size);
        error.message[0] = 0;
        const bool ok = checkpoint_load(path, loaded, &fresh, &progress, &error);
        cr_assert(ok == !error.message[0], "bit %zu", bit);
        content[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
    optimizer_free(&adam);
    optimizer_free(&fresh);
    params_free(saved);
    params_free(loaded);
}

// ---- The disk

static void save_fails(const Params *params, const char *expected)
{
    Error error = {0};
    cr_assert(!checkpoint_save(path, params, NULL, NULL, &error));
    expect_message(&error, expected);
}

// A file may not grow beyond 200 bytes: the write fails half way, the old file stays, nothing is left over.
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

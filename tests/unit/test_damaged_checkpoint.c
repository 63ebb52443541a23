// test_damaged_checkpoint.c: whatever a file holds, loading it does no harm, and one line says what
// is wrong.
#define _GNU_SOURCE
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "saved_network.h"

TestSuite(damaged_checkpoint, .init = make_path, .fini = remove_folder);

// A new file each time: ext4 waits for the disk when one that was cut to nothing is closed.
static void write_file(const void *content, size_t size)
{
    unlink(path);
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

Test(damaged_checkpoint, sound_headers)
{
    expect_damage("{" A "," B("F32", "1,3", "8", "20") "}", 20, NULL);
    expect_damage("{" B("F32", "1,3", "8", "20") "," A "}  ", 20, NULL);
    expect_damage("{" A "," B("F64", "1,3", "8", "32") "}", 32, NULL);
    expect_damage("{\"__metadata__\":{\"x\":\"y\"}," A "," B("F32", "1,3", "8", "20") "}", 20,
                  NULL);
}

Test(damaged_checkpoint, headers_that_are_not_json)
{
    expect_damage("[]", 0, "byte 8: the header is not JSON");
    expect_damage("{" A "," B("F32", "1,3", "8", "20"), 20, "byte 116: the header is not JSON");
    expect_damage("{" A "} x", 8, "byte 62: the header is not JSON");
}

Test(damaged_checkpoint, types_that_are_none)
{
    expect_damage("{\"a\":7}", 8, "a: its dtype is missing, expected F32 or F64");
    expect_damage("{" A "," B("BF16", "1,3", "8", "14") "}", 14,
                  "b: its dtype is BF16, expected F32 or F64");
}

Test(damaged_checkpoint, shapes_that_are_none)
{
    expect_damage("{" A "," B("F32", "1,3,1,1,1,1", "8", "20") "}", 20, "b: more than 5 axes");
    expect_damage("{" A "," B("F32", "1,-3", "8", "20") "}", 20,
                  "b: axis 1 of its shape is no length");
    expect_damage("{" A "," B("F32", "1,3.5", "8", "20") "}", 20,
                  "b: axis 1 of its shape is no length");
    expect_damage("{" A "," B("F32", "1,3e9", "8", "20") "}", 20,
                  "b: axis 1 of its shape is no length");
}

Test(damaged_checkpoint, shapes_that_their_bytes_do_not_hold)
{
    expect_damage("{" A "," B("F32", "1,3", "8", "24") "}", 24,
                  "b: 16 bytes do not hold the shape [1, 3]");
    expect_damage("{" A "," B("F32", "2147483647,2147483647,2147483647", "8", "20") "}", 20,
                  "b: 12 bytes do not hold the shape [2147483647, 2147483647, 2147483647]");
    expect_damage("{" A "," B("F32", "65536,65536,65536,65536", "8", "8") "}", 8,
                  "b: 0 bytes do not hold the shape [65536, 65536, 65536, 65536]");
}

Test(damaged_checkpoint, places_outside_the_file)
{
    expect_damage("{" A "," B("F32", "1,3", "8", "20") "}", 16,
                  "b: bytes 8 to 20 of 16: the file is cut short or damaged");
    expect_damage("{" A "," B("F32", "1,3", "20", "8") "}", 20,
                  "b: bytes 20 to 8 of 20: the file is cut short or damaged");
    expect_damage("{" A "," B("F32", "1,3", "-8", "4") "}", 20,
                  "b: \"data_offsets\" are not two places");
    expect_damage("{" A "," B("F32", "1,3", "8", "20,30") "}", 20,
                  "b: \"data_offsets\" are not two places");
}

Test(damaged_checkpoint, tensors_that_overlap_or_leave_gaps)
{
    expect_damage("{" A "," B("F32", "1,3", "4", "16") "}", 16,
                  "b: begins at byte 4 of the numbers, expected 8");
    expect_damage("{" A "," B("F32", "1,3", "12", "24") "}", 24,
                  "b: begins at byte 12 of the numbers, expected 8");
    expect_damage("{" A "," B("F32", "1,3", "8", "20") "}", 24,
                  "24 bytes of numbers, but tensors for 20");
    expect_damage("{" A "," A "}", 8, "a: there twice");
}

Test(damaged_checkpoint, metadata_and_control_characters)
{
    expect_damage("{\"a\\n\":"
                  "7," A "}",
                  8, "control characters in the header");
    expect_damage("{\"__metadata__\":{\"x\":\"\\u001b[2J\"}," A "}", 8,
                  "control characters in the header");
    expect_damage("{\"__metadata__\":[]," A "}", 8, "a damaged \"__metadata__\"");
    expect_damage("{\"__metadata__\":{\"seed\":1}," A "}", 8, "metadata seed: not text");
}

Test(damaged_checkpoint, numbers_of_either_length)
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

Test(damaged_checkpoint, impossible_lengths)
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

Test(damaged_checkpoint, no_such_file)
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

// ---- The numbers of a training

// A sound checkpoint, but for one text of its metadata.
static void write_with(const char *name, const char *value)
{
    Params *params = network(0);
    Optimizer adam = trained(params);
    Progress progress = some_progress();
    Error error = {0};
    cr_assert(checkpoint_save(path, params, &adam, &progress, &error), "%s", error.message);
    optimizer_free(&adam);
    params_free(params);

    unsigned char content[4096], changed[4096];
    const size_t size = read_file(content, sizeof content);
    uint64_t length;
    memcpy(&length, content, 8);
    char wanted[100];
    snprintf(wanted, sizeof wanted, "\"%s\":\"", name);
    const char *header = (char *)content + 8, *at = memmem(header, length, wanted, strlen(wanted));
    cr_assert(at != NULL, "no %s", name);
    at += strlen(wanted);
    const char *rest = strchr(at, '"');
    const size_t before = (size_t)(at - (char *)content),
                 after = size - (size_t)(rest - (char *)content);
    memcpy(changed, content, before);
    memcpy(changed + before, value, strlen(value));
    memcpy(changed + before + strlen(value), rest, after);
    length = length - (size_t)(rest - at) + strlen(value);
    memcpy(changed, &length, 8);
    write_file(changed, before + strlen(value) + after);
}

static void expect_refusal(const char *name, const char *value, const char *expected)
{
    Params *params = network(9);
    Optimizer adam = adam_new(params);
    Progress got = {.epochs = 77};
    Error error = {0};
    write_with(name, value);
    cr_assert(!checkpoint_load(path, params, &adam, &got, &error), "%s %s is loaded", name, value);
    expect_message(&error, expected);
    cr_assert(got.epochs == 77 && adam.steps == 0 && params->passes == 0);
    optimizer_free(&adam);
    params_free(params);
}

Test(damaged_checkpoint, every_number_of_a_training_must_be_possible)
{
    const char *cases[][3] = {
        {"batch", "0", "metadata batch: 0 is no number from 1 to 65536"},
        {"batch", "65537", "metadata batch: 65537 is no number from 1 to 65536"},
        {"batch", "1000000", "metadata batch: 1000000 is no number from 1 to 65536"},
        {"batch", "-1", "metadata batch: -1 is no number from 1 to 65536"},
        {"epochs", "0", "metadata epochs: 0 is no number from 1 to 1000000"},
        {"epochs", "2147483647", "metadata epochs: 2147483647 is no number from 1 to 1000000"},
        {"epoch", "0", "metadata epoch: 0 is no number from 1 to 1000001"},
        {"epoch", "2147483647", "metadata epoch: 2147483647 is no number from 1 to 1000001"},
        {"epoch", "6", "step 1234567890123, batch 17 of epoch 6: impossible in 5 epochs"},
        {"epoch", "7", "step 1234567890123, batch 17 of epoch 7: impossible in 5 epochs"},
        {"index", "2147483648", "metadata index: 2147483648 is no number from 0 to 2147483647"},
        {"step", "16", "step 16, batch 17 of epoch 2: impossible in 5 epochs"},
        {"step", "9223372036854775807",
         "metadata step: 9223372036854775807 is no number from 0 to 2147483647000000"},
        {"optimizer_steps", "9223372036854775807",
         "metadata optimizer_steps: 9223372036854775807 is no number from 0 to 2147483647000000"},
        {"optimizer_steps", "-1",
         "metadata optimizer_steps: -1 is no number from 0 to 2147483647000000"},
        {"passes", "4294967296", "metadata passes: 4294967296 is no number from 0 to 4294967295"},
        {"seed", "18446744073709551616",
         "metadata seed: 18446744073709551616 is no number from 0 to 18446744073709551615"},
        {"data_sum", "4294967296",
         "metadata data_sum: 4294967296 is no number from 0 to 4294967295"},
        {"learning_rate", "0", "a learning rate of 0, expected 1e-30 to 1e+30"},
        {"learning_rate", "-0.1", "a learning rate of -0.1, expected 1e-30 to 1e+30"},
        {"learning_rate", "nan", "a learning rate of nan, expected 1e-30 to 1e+30"},
        {"learning_rate", "1e39", "a learning rate of 1e+39, expected 1e-30 to 1e+30"},
        {"learning_rate", "fast", "metadata learning_rate: not a number"},
        {"epoch_loss", "inf", "the epoch's loss is inf"},
        {"epoch_loss", "", "metadata epoch_loss: not a number"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_refusal(cases[i][0], cases[i][1], cases[i][2]);
}

Test(damaged_checkpoint, what_is_unusual_and_possible_is_taken)
{
    const char *cases[][2] = {{"epoch_loss", "-12.5"}, {"batch", "8192"},
                              {"epochs", "1000000"},   {"index", "0"},
                              {"training", "dnn"},     {"learning_rate", "1e30"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Params *params = network(9);
        Optimizer adam = adam_new(params);
        Progress got;
        Error error = {0};
        write_with(cases[i][0], cases[i][1]);
        cr_assert(checkpoint_load(path, params, &adam, &got, &error), "%s", error.message);
        optimizer_free(&adam);
        params_free(params);
    }
}

// Every shortening is noticed, and no flipped bit of the header does harm.
Test(damaged_checkpoint, any_cut_and_any_flipped_bit)
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

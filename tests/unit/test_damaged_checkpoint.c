// test_damaged_checkpoint.c: whatever a file holds, loading it does no harm, and one line says what is wrong.
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

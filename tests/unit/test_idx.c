// IDX files as MNIST has them, and every way in which one can be wrong.
#include "../../common/data.h"
#include "folder.h"

// Three pictures of 2 x 5 pixels, 16 bytes of header and 30 of data.
static uint8_t pictures[46] = {0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 5};
static uint8_t labels[11] = {0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9};

static void fill(void)
{
    make_folder();
    for (int i = 0; i < 30; i++) pictures[16 + i] = (uint8_t)(7 * i + 1);
}
TestSuite(idx, .init = fill, .fini = remove_folder);

static void reads_pictures(const char *path)
{
    Error e = {0};
    Tensor t;
    cr_assert(idx_read(&t, path, 3, &e), "%s", e.message);
    cr_assert_str_eq(shape_text(t.shape).text, "[3, 2, 5]");
    cr_assert(t.type == U8 && t.device == CPU);
    cr_assert_arr_eq(bytes(&t), pictures + 16, 30);
    tensor_free(&t);
}

static void refuses(const char *path, int rank, const char *why)
{
    Error e = {0};
    Tensor t = {.data = pictures};
    cr_assert(!idx_read(&t, path, rank, &e), "read a bad file: %s", why);
    cr_assert(!present(&t));
    expect_error(&e, why);
}

// The bad file is the good one with a 32-bit number changed.
static void refuses_with(int place, uint32_t number, const char *why)
{
    uint8_t bad[46];
    memcpy(bad, pictures, 46);
    for (int i = 0; i < 4; i++) bad[place + i] = (uint8_t)(number >> (24 - 8 * i));
    refuses(write_file("bad", bad, 46), 3, why);
}

Test(idx, plain_packed_and_found_with_gz)
{
    reads_pictures(write_file("plain", pictures, 46));
    const char *packed = write_gzip("packed.gz", pictures, 46);
    reads_pictures(packed);
    char without[96];
    snprintf(without, sizeof without, "%.*s", (int)strlen(packed) - 3, packed);
    reads_pictures(without);
}

Test(idx, wrong_rank)
{
    refuses(write_file("labels", labels, 11), 3,
            "labels: magic 0x00000801 at byte 0, expected 0x00000803 (unsigned bytes, rank 3)");
}

Test(idx, wrong_type)
{
    refuses_with(0, 0x00000D03,
                 "bad: magic 0x00000d03 at byte 0, expected 0x00000803 (unsigned bytes, rank 3)");
}

Test(idx, not_idx_at_all)
{
    refuses(write_text("bad", "<html>not found</html>"), 1,
            "bad: magic 0x3c68746d at byte 0, expected 0x00000801 (unsigned bytes, rank 1)");
}

Test(idx, no_pictures)
{
    refuses_with(4, 0, "bad: extent 0 of axis 0 at byte 4, expected 1 … 2147483646");
}

Test(idx, extent_above_an_int)
{
    refuses_with(8, 0xFFFFFFFF,
                 "bad: extent 4294967295 of axis 1 at byte 8, expected 1 … 715827882");
}

Test(idx, extents_that_overflow_together)
{
    refuses_with(12, 0x40000000,
                 "bad: extent 1073741824 of axis 2 at byte 12, expected 1 … 357913941");
}

Test(idx, truncated_header)
{
    refuses(write_file("bad", pictures, 10), 3,
            "bad: ends at byte 10, expected a header of 16 bytes");
    refuses(write_file("none", pictures, 0), 3,
            "none: ends at byte 0, expected a header of 16 bytes");
}

Test(idx, truncated_data)
{
    refuses(write_file("bad", pictures, 45), 3,
            "bad: ends at byte 45, expected 46 bytes for [3, 2, 5]");
}

// Claims 2 GB and holds 30 bytes: a reader that believes it would allocate them.
Test(idx, header_that_promises_too_much)
{
    refuses_with(4, 214748364,
                 "bad: ends at byte 46, expected 2147483656 bytes for [214748364, 2, 5]");
}

Test(idx, too_long)
{
    uint8_t more[47] = {0};
    memcpy(more, pictures, 46);
    const char *why = ": bytes follow at byte 46, where the data should end";
    char expected[96];
    snprintf(expected, sizeof expected, "plain%s", why);
    refuses(write_file("plain", more, 47), 3, expected);
    snprintf(expected, sizeof expected, "packed.gz%s", why);
    refuses(write_gzip("packed.gz", more, 47), 3, expected);
}

Test(idx, missing)
{
    refuses("/no/such/folder/digits", 3, "/no/such/folder/digits: No such file or directory");
}

Test(idx, folder_instead_of_file)
{
    char expected[64];
    snprintf(expected, sizeof expected, "%s: Is a directory", folder);
    Error e = {0};
    Tensor t;
    cr_assert(!idx_read(&t, folder, 3, &e));
    cr_assert_str_eq(e.message, expected);
}

// The last 8 bytes of a gzip file are the CRC and the length of the unpacked data.
Test(idx, gzip_with_wrong_crc)
{
    const char *path = write_gzip("bad.gz", pictures, 46);
    damage(path, -6);
    refuses(path, 3, "bad.gz: damaged gzip data; 0 bytes unpacked");
}

Test(idx, gzip_with_wrong_length)
{
    const char *path = write_gzip("bad.gz", pictures, 46);
    damage(path, -2);
    refuses(path, 3, "bad.gz: damaged gzip data; 0 bytes unpacked");
}

// A large file, so that the damage lies behind what the reader has unpacked first.
static const char *large_gzip(void)
{
    static uint8_t data[16 + 1000 * 1000] = {0, 0, 8, 3, 0, 0, 0, 100, 0, 0, 0, 100, 0, 0, 0, 100};
    uint32_t state = 1;
    for (int i = 0; i < 1000 * 1000; i++)
        data[16 + i] = (uint8_t)((state = state * 1664525 + 1013904223) >> 26);
    return write_gzip("large.gz", data, sizeof data);
}

Test(idx, gzip_damaged_in_the_middle)
{
    const char *path = large_gzip();
    damage(path, file_length(path) / 2);
    Error e = {0};
    Tensor t;
    cr_assert(!idx_read(&t, path, 3, &e));
    cr_assert(strncmp(said(&e), "large.gz: damaged gzip data; ", 29) == 0, "%s", e.message);
}

Test(idx, gzip_truncated_in_the_middle_and_in_the_crc)
{
    const char *path = large_gzip();
    Error e = {0};
    Tensor t;
    cr_assert(truncate(path, file_length(path) - 3) == 0);
    cr_assert(!idx_read(&t, path, 3, &e));
    expect_error(&e, "large.gz: truncated gzip data; 1000016 bytes unpacked");
    cr_assert(truncate(path, file_length(path) / 2) == 0);
    e = (Error){0};
    cr_assert(!idx_read(&t, path, 3, &e));
    cr_assert(strncmp(said(&e), "large.gz: truncated gzip data; ", 31) == 0, "%s", e.message);
}

Test(idx, pictures_with_their_labels)
{
    Error e = {0};
    Dataset set;
    const char *x = write_file("x", pictures, 46), *t = write_gzip("t.gz", labels, 11);
    cr_assert(idx_dataset(&set, x, t, 2, 5, 10, &e), "%s", e.message);
    cr_assert(set.count == 3 && set.targets.type == I32);
    cr_assert_str_eq(shape_text(set.inputs.shape).text, "[3, 2, 5, 1]");
    cr_assert_arr_eq(bytes(&set.inputs), pictures + 16, 30);
    int32_t expected[] = {7, 0, 9};
    cr_assert_arr_eq(ints(&set.targets), expected, sizeof expected);
    dataset_free(&set);
}

static void refuses_dataset(const uint8_t *bad_labels, size_t length, const char *why)
{
    Error e = {0};
    Dataset set;
    const char *x = write_file("x", pictures, 46), *t = write_file("t", bad_labels, length);
    cr_assert(!idx_dataset(&set, x, t, 2, 5, 10, &e));
    cr_assert(set.count == 0 && !present(&set.inputs) && !present(&set.targets));
    expect_error(&e, why);
}

Test(idx, label_above_nine)
{
    uint8_t bad[11];
    memcpy(bad, labels, 11);
    bad[9] = 10;
    refuses_dataset(bad, 11, "t: label 10 at index 1, expected 0 … 9");
}

Test(idx, counts_that_differ)
{
    uint8_t bad[12] = {0, 0, 8, 1, 0, 0, 0, 4, 1, 2, 3, 4};
    Error e = {0};
    Dataset set;
    const char *x = write_file("x", pictures, 46), *t = write_file("t", bad, 12);
    char expected[256];
    snprintf(expected, sizeof expected, "%s holds 3 images, but %s holds 4 labels", x, t);
    cr_assert(!idx_dataset(&set, x, t, 2, 5, 10, &e));
    cr_assert_str_eq(e.message, expected);
    cr_assert(!present(&set.inputs) && !present(&set.targets));
}

// A network takes so many pixels from each picture: others must not reach it.
Test(idx, pictures_of_another_size)
{
    Error e = {0};
    Dataset set;
    const char *x = write_file("x", pictures, 46), *t = write_file("t", labels, 11);
    cr_assert(!idx_dataset(&set, x, t, 5, 2, 10, &e));
    expect_error(&e, "x: pictures of 2 x 5, expected 5 x 2");
    cr_assert(!present(&set.inputs) && !present(&set.targets));
}

Test(idx, one_of_the_two_is_missing)
{
    Error e = {0};
    Dataset set;
    cr_assert(!idx_dataset(&set, write_file("x", pictures, 46), "/no/labels", 2, 5, 10, &e));
    cr_assert_str_eq(e.message, "/no/labels: No such file or directory");
    cr_assert(!present(&set.inputs));
}

Test(idx, the_bundled_digits)
{
    Error e = {0};
    Dataset set;
    cr_assert(idx_dataset(&set, "data/mnist/t10k-images-idx3-ubyte",
                          "data/mnist/t10k-labels-idx1-ubyte", 28, 28, 10, &e),
              "%s", e.message);
    cr_assert_str_eq(shape_text(set.inputs.shape).text, "[10000, 28, 28, 1]");
    cr_assert(ints(&set.targets)[0] == 7 && ints(&set.targets)[9999] == 6);
    dataset_free(&set);
}

// test_error.c: one line says what is wrong, however long a path is.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/error.h"

static const char reason[] = "the column \"weight\" has no number in line 12, but \"two\"";

// A path of so many bytes: two-byte letters from its third byte on, then file.csv.
static char *long_path(size_t length, size_t letters)
{
    char *path = malloc(length + 1);
    memset(path, 'd', length);
    for (size_t i = 2; i + 1 < 2 + 2 * letters; i += 2) memcpy(path + i, "é", 2);
    strcpy(path + length - 9, "/file.csv");
    return path;
}

static bool whole_letters(const char *text)   // of UTF-8
{
    int more = 0;
    for (; *text; text++) {
        const unsigned char byte = (unsigned char)*text;
        const bool inside = (byte & 0xc0) == 0x80;
        if (inside != (more > 0)) return false;
        more = inside ? more - 1 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    }
    return more == 0;
}

static void expect_both_ends(const char *path)
{
    Error error = {0};
    cr_assert(!fail(&error, "%s: %s", path, reason));
    const char *said = error.message, *end = strstr(said, "/file.csv: ");
    cr_assert(strlen(said) < sizeof error.message && end && whole_letters(said), "%s", said);
    cr_assert_str_eq(end + strlen("/file.csv: "), reason);
    cr_assert(strncmp(said, path, 10) == 0, "%s", said);
    const bool fits = strlen(path) + strlen(": ") + strlen(reason) < sizeof error.message;
    cr_assert(fits != (strstr(said, "…") != NULL), "%s", said);
}

Test(error, a_long_path_hides_no_reason)
{
    for (size_t length = 20; length < 6000; length += length < 700 ? 1 : 97) {
        char *plain = long_path(length, 0), *letters = long_path(length, (length - 12) / 2);
        expect_both_ends(plain);
        expect_both_ends(letters);
        free(plain);
        free(letters);
    }
}

Test(error, the_first_message_stays)
{
    Error error = {0};
    fail(&error, "one");
    fail(&error, "two");
    cr_assert_str_eq(error.message, "one");
    cr_assert(!fail(NULL, "nobody listens"));
}

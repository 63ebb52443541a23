// Text files: what is UTF-8 and what is not, lines of every ending, code points one by one.
#include "../../common/text.h"
#include "folder.h"

TestSuite(text, .init = make_folder, .fini = remove_folder);

static char *read_bytes(const char *bytes, size_t length)
{
    Error e = {0};
    char *text;
    size_t got;
    cr_assert(text_read(&text, &got, write_file("a.txt", bytes, length), 1000, &e), "%s",
              e.message);
    cr_assert(got == strlen(text));
    return text;
}

static void refuses_bytes(const char *bytes, size_t length, const char *why)
{
    Error e = {0};
    char *text;
    size_t got;
    cr_assert(!text_read(&text, &got, write_file("a.txt", bytes, length), 1000, &e) && !text,
              "read what is no text: %s", why);
    cr_assert(strncmp(said(&e), why, strlen(why)) == 0, "said \"%s\", expected \"%s\"", said(&e),
              why);
    unlink(made[--made_count]);
}
static void refuses(const char *bytes, const char *why)
{
    refuses_bytes(bytes, strlen(bytes), why);
}

Test(text, code_points_of_one_to_four_bytes)
{
    // The first and the last of each length, and those beside the surrogates.
    const int32_t expected[] = {0x1,    0x7F,   0x80,    0x7FF,    0x800, 0xD7FF,
                                0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0};
    char *text =
        read_bytes("\x01\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"
                   "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF",
                   26);
    const char *at = text;
    for (int i = 0; i < 11; i++) {
        int32_t code = text_code(&at);
        cr_assert(code == expected[i], "code %d is U+%04X, expected U+%04X", i, code, expected[i]);
    }
    cr_assert(text_code(&at) == 0 && at == text + 26);
    free(text);
}

// Words of the command line are not checked; none may lead behind its end.
Test(text, code_points_that_are_cut_off)
{
    // A letter that follows \xE2 would belong to its number.
    const char *cut[] = {"\xC3", "a\xE2\x82", "\xF0\x9F", "\x80\xFF", "\342bc"};
    for (int i = 0; i < 5; i++) {
        char *text = copy_text(cut[i]), *end = text + strlen(text);
        const char *at = text;
        for (int k = 0; k < 9; k++) text_code(&at);
        cr_assert(at == end, "text %d was left", i);
        free(text);
    }
}

Test(text, what_is_not_utf8)
{
    refuses("ab\n\x80", "a.txt: line 2, byte 1: 0x80 is not UTF-8 here");
    refuses("a\xFC"
            "b",
            "a.txt: line 1, byte 2: 0xFC is not UTF-8 here; if the text is Windows' own, "
            "\"iconv -f WINDOWS-1252 -t UTF-8\" makes it so");
    refuses("\xC0\xAF", "a.txt: line 1, byte 1: 0xC0");   // a slash in two bytes
    refuses("\xC1\xBF", "a.txt: line 1, byte 1: 0xC1");
    refuses("\xE0\x9F\xBF", "a.txt: line 1, byte 1: 0xE0");   // U+07FF in three
    refuses("\xF0\x8F\xBF\xBF", "a.txt: line 1, byte 1: 0xF0");   // U+FFFF in four
    refuses("\xED\xA0\x80", "a.txt: line 1, byte 1: 0xED");   // a surrogate
    refuses("\xF4\x90\x80\x80", "a.txt: line 1, byte 1: 0xF4");   // U+110000
    refuses("\xF5\x80\x80\x80", "a.txt: line 1, byte 1: 0xF5");
    refuses("\xE2\x82", "a.txt: line 1, byte 1: 0xE2");   // cut off at the end
    refuses("\xE2\x82"
            "a",
            "a.txt: line 1, byte 1: 0xE2");
    refuses("\xF0\x9F\x98(", "a.txt: line 1, byte 1: 0xF0");
    refuses("a\r\nb\rcd\n\ne\xFF", "a.txt: line 5, byte 2: 0xFF");   // every ending counts once
}

Test(text, nul_and_utf16)
{
    refuses_bytes("a\nb\0c", 5, "a.txt: line 2, byte 2: a NUL");
    refuses_bytes("\xFF\xFE"
                  "a\0",
                  4, "a.txt: UTF-16, expected UTF-8");
    refuses_bytes("\xFE\xFF\0a", 4, "a.txt: UTF-16, expected UTF-8");
    refuses_bytes("a\0b\0", 4,
                  "a.txt: line 1, byte 2: a NUL; no text has one, but UTF-16 does, from which "
                  "\"iconv -f UTF-16 -t UTF-8\" makes UTF-8");
}

Test(text, empty_missing_and_too_long)
{
    Error e = {0};
    size_t length;
    char *text = read_bytes("", 0), *rest = text;
    cr_assert(!text_line(&rest) && text_code(&(const char *){text}) == 0);
    free(text);
    cr_assert(!text_read(&text, &length, "/no/such.txt", 9, &e) && !text);
    cr_assert_str_eq(e.message, "/no/such.txt: No such file or directory");
    e = (Error){0};
    cr_assert(!text_read(&text, &length, write_text("b.txt", "0123456789"), 9, &e) && !text);
    expect_error(&e, "b.txt: longer than 9 bytes");
}

Test(text, byte_order_mark)
{
    char *text = read_bytes("\xEF\xBB\xBF\xEB\xAF\xBC\n", 7);
    cr_assert_str_eq(text, "\xEB\xAF\xBC\n");
    free(text);
}

Test(text, lines_of_every_ending)
{
    const char *expected[] = {"unix", "windows", "old", "", "two", "last"};
    char *text = read_bytes("unix\nwindows\r\nold\r\rtwo\nlast", 27), *rest = text;
    for (int i = 0; i < 6; i++) {
        char *line = text_line(&rest);
        cr_assert(line, "line %d is missing", i);
        cr_assert_str_eq(line, expected[i]);
    }
    cr_assert(!text_line(&rest) && !text_line(&rest));
    free(text);
}

Test(text, only_a_to_z_are_folded)
{
    cr_assert(lower_ascii('A') == 'a' && lower_ascii('Z') == 'z' && lower_ascii('m') == 'm');
    cr_assert(lower_ascii('@') == '@' && lower_ascii('[') == '[' && lower_ascii(0xC4) == 0xC4);
}

Test(text, a_list_is_cut_where_there_is_no_room)
{
    char list[10] = "";
    cr_assert(list_word(list, sizeof list, "ab") && strcmp(list, "ab") == 0);
    cr_assert(list_word(list, sizeof list, "cde") && strcmp(list, "ab, cde") == 0);
    cr_assert(!list_word(list, sizeof list, "f") && strcmp(list, "ab, cde, ") == 0);
    cr_assert(!list_word(list, sizeof list, "g") && strlen(list) == 9);
}

Test(text, shown_in_an_error)
{
    cr_assert_str_eq(text_shown("M\xC3\xBCller").text, "M\xC3\xBCller");
    cr_assert_str_eq(text_shown("a\nb\033[31m\xC2\x9B").text, "a?b?[31m?");
    cr_assert_str_eq(text_shown("0123456789012345678901234567890123456789").text,
                     "0123456789012345678901234567890123456789");
    cr_assert_str_eq(text_shown("012345678901234567890123456789012345678\xC3\xBC").text,
                     "012345678901234567890123456789012345678…");
}

Test(text, a_number_is_shown_without_an_exponent_where_a_reader_would_not_write_one)
{
    cr_assert_str_eq(number_shown(2.11557).text, "2.116");
    cr_assert_str_eq(number_shown(0.2357).text, "0.2357");
    cr_assert_str_eq(number_shown(15009.2).text, "15009");
    cr_assert_str_eq(number_shown(-58124.6).text, "-58125");
    cr_assert_str_eq(number_shown(123456789).text, "1.235e+08");
    cr_assert_str_eq(number_shown(0).text, "0");
}

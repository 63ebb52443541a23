// Alphabets, code points written as UTF-8, and names read and split.
#include <criterion/criterion.h>
#include <math.h>

#include "../../common/surnames.h"
#include "../../common/text.h"
#include "own_folder.h"

TestSuite(alphabet);
TestSuite(surnames, .init = make_folder, .fini = remove_folder);

Test(alphabet, symbols_come_in_the_order_of_the_text)
{
    Alphabet a = alphabet_new(4);
    cr_assert(a.symbols == 1 && a.code[0] == 0xFFFD);
    cr_assert(alphabet_symbol(&a, 'b') == 0);
    cr_assert(alphabet_add(&a, 'b') == 1 && alphabet_add(&a, 0xAC00) == 2);
    cr_assert(alphabet_add(&a, 'b') == 1 && a.symbols == 3);
    cr_assert(alphabet_add(&a, 'c') == 3);
    cr_assert(alphabet_add(&a, 'd') == 0 && a.symbols == 4, "a full one takes no more");
    Tensor t = alphabet_read(&a, "b\xEA\xB0\x80xcb");
    const int expected[] = {1, 2, 0, 3, 1};
    cr_assert(t.shape.rank == 1 && t.shape.dim[0] == 5);
    for (int k = 0; k < 5; k++) cr_assert(ints(&t)[k] == expected[k]);
    tensor_free(&t);
    alphabet_free(&a);
}

Test(alphabet, what_is_written_is_read_again)
{
    const int32_t codes[] = {1,      0x7F,   0x80,   0x7FF,   0x800,   0xD7FF,
                             0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF};
    for (size_t k = 0; k < sizeof codes / sizeof *codes; k++) {
        char text[8] = "zzzzzzz";
        size_t length = text_put(text, codes[k]);
        const char *at = text;
        cr_assert(strlen(text) == length);
        Error error = {0};
        cr_assert(text_check(text, length, "a text", &error), "%s", error.message);
        cr_assert(text_code(&at) == codes[k] && at == text + length);
        cr_assert(text_length(text) == 1);
    }
}

static void write_names(int language, const char *names)
{
    char path[200];
    snprintf(path, sizeof path, "mkdir -p %s/names", folder);
    cr_assert(system(path) == 0);
    snprintf(path, sizeof path, "%s/names/%s.txt", folder, languages[language]);
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs(names, file) >= 0 && fclose(file) == 0);
}

// A hundred names in each language, "aa" … in small and capital letters; all but two differ.
static void write_all(void)
{
    for (int k = 0; k < LANGUAGES; k++) {
        char names[1200] = "Both\nTwice\n";
        for (int n = 0; n < 100; n++) {
            size_t used = strlen(names);
            snprintf(names + used, sizeof names - used, "%c%c%c\n", 'A' + n / 10, 'a' + n % 10,
                     'a' + k);
        }
        write_names(k, names);
    }
}

Test(surnames, a_spelling_is_on_one_side_whatever_its_language)
{
    Surnames names;
    Error error = {0};
    write_all();
    for (uint64_t seed = 1; seed < 9; seed++) {
        cr_assert(surnames_read(&names, folder, 30, seed, &error), "%s", error.message);
        int held = surnames_count(&names, true);
        cr_assert(names.count == 1020 && surnames_count(&names, false) == names.count - held);
        cr_assert(held > 120 && held < 290, "%d of 1020 held out", held);
        for (int n = 102; n < names.count; n++)
            if (n % 102 < 2) cr_assert(names.list[n].held_out == names.list[n % 102].held_out);
        // Ten languages share each of the two: nine names of ten are lost.
        int lost = 9 * (names.list[0].held_out + names.list[1].held_out);
        double expected = (double)(held - lost) / held;
        cr_assert(fabs(surnames_ceiling(&names) - expected) < 1e-12);
        surnames_free(&names);
    }
}

Test(surnames, letters_are_small_and_of_names_that_are_learned_from)
{
    Surnames names;
    Error error = {0};
    write_all();
    cr_assert(surnames_read(&names, folder, 30, 3, &error));
    const char *large = "B", *small = "b";
    cr_assert(surnames_symbol(&names, &large) == surnames_symbol(&names, &small));
    for (int k = 1; k < names.alphabet.symbols; k++) {
        bool learned = false;
        for (int n = 0; n < names.count; n++)
            for (const char *c = names.list[n].spelling; *c; c++)
                learned |= !names.list[n].held_out && lower_ascii(*c) == names.alphabet.code[k];
        cr_assert(learned, "letter %d is of no learned name", names.alphabet.code[k]);
    }
    surnames_free(&names);
}

static void refuses(const char *words)
{
    Surnames names;
    Error error = {0};
    cr_assert(!surnames_read(&names, folder, 30, 1, &error));
    cr_assert(strstr(error.message, words) != NULL, "says '%s'", error.message);
    cr_assert(names.list == NULL && names.alphabet.code == NULL);
}

Test(surnames, what_is_wrong_is_one_line)
{
    refuses("dutch.txt: No such file");
    write_all();
    write_names(4, "");
    refuses("german.txt: holds no name");
    write_names(4, "\n\n");
    refuses("german.txt: holds no name");
    write_names(4, "Abe\nA\xFC\n");
    refuses("german.txt: line 2, byte 2: 0xFC is not UTF-8");
    char long_name[120] = {0};
    memset(long_name, 'a', 96);
    write_names(4, long_name);
    refuses("german.txt: a name of 96 bytes");
    for (int k = 0; k < LANGUAGES; k++) write_names(k, "Abe\n");
    refuses("too few");
}

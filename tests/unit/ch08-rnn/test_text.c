/* test_text.c: a text made symbols and held out in part; counting against counting by hand; Hangul
 * taken apart and put together.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch08-rnn/book.h"
#include "../../../chapters/ch08-rnn/jamo.h"
#include "../../../chapters/ch08-rnn/ngrams.h"
#include "../../../common/random.h"
#include "../../../common/text.h"
#include "../folder.h"

TestSuite(book, .init = make_folder, .fini = remove_folder);

static const char *file_of(const char *text) { return write_file("a.txt", text, strlen(text)); }

// 2,000 characters, of which some take two bytes and three.
static const char *some_text(void)
{
    static char text[10000];
    char *to = text;
    static const char *const letters[] = {"a", "b", "é", "한", "\n"};
    for (int k = 0; k < 2000; k++) {
        const char *letter = k == 1900 ? "q" : letters[(k * k + k / 7) % 5];
        to += sprintf(to, "%s", letter);
    }
    return text;
}

Test(book, nine_tenths_are_learned_from)
{
    Book book;
    Error error = {0};
    cr_assert(book_read(&book, file_of(some_text()), &error), "%s", error.message);
    cr_assert(book.train.shape.dim[0] == 1800 && book.test.shape.dim[0] == 200);
    const char *at = some_text();
    for (int k = 0; k < 2000; k++) {
        int symbol = k < 1800 ? ints(&book.train)[k] : ints(&book.test)[k - 1800];
        int32_t code = text_code(&at);
        cr_assert(book.alphabet.code[symbol] == (code == 'q' ? 0xFFFD : code), "character %d", k);
    }
    cr_assert(book_is(&book, ints(&book.train)[0], 'a'));
    cr_assert(book_train(&book, 7).count == 1799 && book_test(&book, 64).count == 199);
    book_free(&book);
}

static void refuses(const char *text, const char *words)
{
    Book book;
    Error error = {0};
    cr_assert(!book_read(&book, file_of(text), &error), "read %.20s", text);
    cr_assert(strstr(error.message, words) != NULL, "says '%s'", error.message);
    unlink(made[--made_count]);
}

Test(book, what_cannot_be_learned_from_is_refused)
{
    char text[2001] = {0};
    refuses("", "0 characters, expected at least 650");
    memset(text, 'a', 649);
    text[3] = 'b';
    refuses(text, "649 characters, expected at least 650");
    memset(text, 'a', 2000);
    refuses(text, "its 2000 characters are all the same");
    text[1990] = '\xFC';
    refuses(text, "line 1, byte 1991: 0xFC is not UTF-8");
}

TestSuite(ngrams);

enum { LETTERS = 400, KINDS = 5 };

static Tensor some_symbols(void)
{
    Tensor t = tensor_new(CPU, I32, shape(LETTERS));
    for (int k = 0; k < LETTERS; k++)
        ints(&t)[k] = 1 + (int)random_below((Stream){9, 0, FOR_LESSON, 1}, (uint64_t)k, 3) +
                      (k % 17 == 0);
    return t;
}

static int by_hand(const Tensor *text, const int32_t *sequence, int length)
{
    int count = 0;
    for (int k = 0; k + length <= text->shape.dim[0]; k++)
        count += memcmp(ints(text) + k, sequence, (size_t)length * sizeof *sequence) == 0;
    return count;
}

Test(ngrams, counts_are_those_of_a_pencil)
{
    Tensor text = some_symbols();
    Ngrams g = ngrams_new(&text, KINDS);
    for (int length = 1; length <= MOST_ORDER; length++)
        for (int k = 0; k + length <= LETTERS; k += 3) {
            const int32_t *sequence = ints(&text) + k;
            cr_assert(ngrams_count(&g, sequence, length) == by_hand(&text, sequence, length));
        }
    const int32_t never[3] = {4, 4, 4}, zero[1] = {0};
    cr_assert(ngrams_count(&g, never, 3) == 0 && ngrams_count(&g, zero, 1) == 0);
    ngrams_free(&g);
    tensor_free(&text);
}

static Mixture mixture_of(const Tensor *text, Ngrams *all, int order)
{
    Tensor begin = tensor_rows(text, 0, LETTERS * 9 / 10);
    Ngrams part = ngrams_new(&begin, KINDS);
    *all = ngrams_new(text, KINDS);
    Mixture m = mixture_new(all, &part, order);
    ngrams_free(&part);
    return m;
}

// Also behind symbols that were never seen together, and at the text's beginning.
Test(ngrams, probabilities_make_one_together)
{
    Tensor text = some_symbols();
    Ngrams all;
    for (int order = 1; order <= MOST_ORDER; order++) {
        Mixture m = mixture_of(&text, &all, order);
        double shares = 0;
        for (int k = 0; k <= order; k++) shares += m.share[k];
        cr_assert(fabs(shares - 1) < 1e-9);
        for (int k = 0; k < 30; k++) {
            int32_t sequence[MOST_ORDER] = {4, 4, 4, 4, 4};
            if (k > 0) memcpy(sequence, ints(&text) + 7 * k, sizeof sequence);
            double sum = 0;
            // The last symbols of the text follow nothing: they are counted, and lead nowhere.
            for (int next = 0; next < KINDS; next++) {
                sequence[MOST_ORDER - 1] = next;
                sum += mixture_probability(&m, sequence + MOST_ORDER - 1, MOST_ORDER - 1);
            }
            cr_assert(sum < 1 + 1e-9 && sum > 0.9, "order %d: %.6f", order, sum);
        }
        ngrams_free(&all);
    }
    tensor_free(&text);
}

// Of a text that repeats itself every three symbols, two symbols tell the third.
Test(ngrams, a_text_that_repeats_itself_costs_nothing)
{
    Tensor text = tensor_new(CPU, I32, shape(LETTERS));
    const int32_t period[] = {1, 1, 2};
    for (int k = 0; k < LETTERS; k++) ints(&text)[k] = period[k % 3];
    Ngrams all;
    Mixture two = mixture_of(&text, &all, 2);
    cr_assert(mixture_bits(&two, &text) > 0.5, "one symbol does not tell the next");
    ngrams_free(&all);
    Mixture three = mixture_of(&text, &all, 3);
    cr_assert(mixture_bits(&three, &text) < 0.02);
    ngrams_free(&all);
    tensor_free(&text);
}

TestSuite(jamo);

Test(jamo, syllables_by_hand)
{
    int32_t out[3];
    cr_assert(jamo_split(out, 0xD55C) == 3);   // 한
    cr_assert(out[0] == 0x1112 && out[1] == 0x1161 && out[2] == 0x11AB);
    cr_assert(jamo_split(out, 0xAC00) == 2);   // 가
    cr_assert(out[0] == 0x1100 && out[1] == 0x1161);
    cr_assert(jamo_split(out, 0xD7A3) == 3 && out[0] == 0x1112 && out[1] == 0x1175 &&
              out[2] == 0x11C2);
    const int32_t others[] = {'a', 0xABFF, 0xD7A4, 0x1100, 0x3131};
    for (int k = 0; k < 5; k++) cr_assert(jamo_split(out, others[k]) == 1 && out[0] == others[k]);
}

static void goes_and_returns(const char *text, size_t jamo)
{
    char *apart = jamo_of_text(text), *whole = text_of_jamo(apart);
    cr_assert_str_eq(whole, text);
    cr_assert(text_length(apart) == jamo, "%zu jamo", text_length(apart));
    free(apart);
    free(whole);
}

Test(jamo, texts_return)
{
    goes_and_returns("", 0);
    goes_and_returns("abc 123\n", 8);
    goes_and_returns("한글 타자, OK 가나다!", 23);
    char all[4 * 11172 + 1], *to = all;
    for (int32_t code = 0xAC00; code <= 0xD7A3; code++) to += text_put(to, code);
    goes_and_returns(all, 2 * 11172 + 11172 * 27 / 28);
}

// What a writer makes up may be no syllable.
Test(jamo, jamo_that_make_no_syllable_stay)
{
    const char *text = "\xE1\x85\xA1\xE1\x84\x80\xE1\x84\x80x\xE1\x86\xA8";
    char *whole = text_of_jamo(text);
    cr_assert_str_eq(whole, text);
    free(whole);
}

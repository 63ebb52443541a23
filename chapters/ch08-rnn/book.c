// A text as symbols, and what of it is held out.
#include "book.h"

#include <stdlib.h>

#include "text.h"

enum { MOST_BYTES = 1 << 24, LEAST = 10 * (STEPS + 1) };

Book book_of(const char *train, const char *test)
{
    Book book = {.alphabet = alphabet_new(MOST_SYMBOLS)};
    for (const char *at = train; *at;)
        alphabet_add(&book.alphabet, text_code(&at));
    book.train = alphabet_read(&book.alphabet, train);
    book.test = alphabet_read(&book.alphabet, test);
    return book;
}

void book_free(Book *book)
{
    alphabet_free(&book->alphabet);
    tensor_free(&book->train);
    tensor_free(&book->test);
}

static bool book_check(const Book *book, const char *path, size_t length,
                       Error *error)
{
    if (book->alphabet.symbols > 2) return true;
    return fail(error,
                "%s: its %zu characters are all the same: nothing to learn",
                path, length);
}

bool book_read(Book *book, const char *path, Error *error)
{
    char *text;
    size_t bytes;
    if (!text_read(&text, &bytes, path, MOST_BYTES, error)) return false;
    size_t length = text_length(text);
    bool enough = length >= LEAST ||
                  fail(error, "%s: %zu characters, expected at least %d: ten "
                              "windows of %d",
                       path, length, LEAST, STEPS + 1);
    if (enough) {
        const char *rest = text;
        for (size_t k = 0; k < length * 9 / 10; k++) text_code(&rest);
        char *test = copy_text(rest);
        text[rest - text] = 0;
        *book = book_of(text, test);
        enough = book_check(book, path, length, error);
        if (!enough) book_free(book);
        free(test);
    }
    free(text);
    return enough;
}

Dataset book_train(const Book *book, int steps)
{
    return dataset_text(&book->train, steps);
}

Dataset book_test(const Book *book, int steps)
{
    return dataset_text(&book->test, steps);
}

int book_first(const Book *book)
{
    int line = alphabet_symbol(&book->alphabet, '\n');
    return line > 0 ? line : 1;
}

void book_line(char *out, const Book *book, const int32_t *symbols, int count)
{
    for (int n = 0; n < count; n++) {
        int32_t code = book->alphabet.code[symbols[n]];
        out += text_put(out, code < ' ' ? ' ' : code);
    }
}

bool book_is(const Book *book, int symbol, char character)
{
    return book->alphabet.code[symbol] == character;
}

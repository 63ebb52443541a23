/* book.h: a text to learn to write from, its characters as symbols, and the
 * part of it that no step sees.
 *
 * Memory   book_free frees what the others made. Beside the text stand its
 *          symbols, 4 bytes a character, and nothing else that grows with it.
 * Errors   A text that is no UTF-8, is too short, or holds one character over
 *          and over: false, and one line in Error.
 */
#ifndef BOOK_H
#define BOOK_H

#include "alphabet.h"
#include "data.h"

enum {
    STEPS = 64,           // characters of a window
    MOST_SYMBOLS = 4096   // characters told apart, and symbol 0
};

typedef struct Book {
    Alphabet alphabet;   // of the part that is learned from
    Tensor train, test;   // [length] I32
} Book;

// The first nine tenths of a file, and the last tenth held out.
bool book_read(Book *, const char *path, Error *);
// Of two texts.
Book book_of(const char *train, const char *test);
void book_free(Book *);

Dataset book_train(const Book *, int steps);   // views; free nothing
Dataset book_test(const Book *, int steps);
// A new line, where the text has one: behind it a text may begin.
int book_first(const Book *);
// What symbols stand for, in one line: a line's end is a blank. At most
// 4 count + 1 bytes.
void book_line(char *out, const Book *, const int32_t *symbols, int count);
// Does symbol k stand for this ASCII character?
bool book_is(const Book *, int symbol, char);

#endif

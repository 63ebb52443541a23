/* alphabet.h: the code points of a text as numbers, its symbols, in the order in which they are
 * met: the first new one gets 1, the next 2. Symbol 0 stands for every code point without a number.
 *
 * Memory   alphabet_free frees what alphabet_new made.
 */
#ifndef ALPHABET_H
#define ALPHABET_H

#include "tensor.h"

typedef struct Alphabet {
    int symbols, most;   // so many there are, and may be; both count symbol 0
    int32_t *code;       // [most], of each symbol; code[0] is U+FFFD
} Alphabet;
Alphabet alphabet_new(int most);
void alphabet_free(Alphabet *);

// Its symbol. alphabet_add gives it the next number where it has none and there is room.
int alphabet_symbol(const Alphabet *, int32_t code);
int alphabet_add(Alphabet *, int32_t code);

// A text [L] I32 as symbols, L its code points; the caller frees it.
Tensor alphabet_read(const Alphabet *, const char *text);

#endif

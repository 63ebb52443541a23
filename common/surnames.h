/* surnames.h: names in ten languages, from data/names: one file a language, one name a line.
 *
 * A fifth of the spellings is held out; a spelling is held out in all languages that have it. The
 * alphabet is that of the other names, A … Z as a … z, in the order in which they stand.
 *
 * Memory   surnames_free frees what surnames_read made.
 * Errors   A file that is missing, is no UTF-8 or holds no name; a name of 96 bytes or more; no
 *          name on one of the two sides: false, and one line in Error.
 */
#ifndef SURNAMES_H
#define SURNAMES_H

#include <stdio.h>

#include "alphabet.h"

enum { LANGUAGES = 10 };
extern const char *const languages[LANGUAGES];   // "dutch", "english", …

typedef struct Surname {
    char spelling[96];
    int language;
    bool held_out;
} Surname;
typedef struct Surnames {
    Surname *list;
    int count;
    Alphabet alphabet;
} Surnames;

// most: symbols, with symbol 0.
bool surnames_read(Surnames *, const char *data, int most, uint64_t seed, Error *);
void surnames_free(Surnames *);

int surnames_count(const Surnames *, bool held_out);
// The symbol of the next letter of a name, over which *at moves.
int surnames_symbol(const Surnames *, const char **at);
// The best accuracy on held-out names: of several languages that share a spelling only one can be
// the answer.
double surnames_ceiling(const Surnames *);

// Of counts[language * LANGUAGES + guess]: the share of the language with the most names, which
// always naming it gets right; and the whole as "language <tab> guess <tab> count <tab> share".
double languages_largest(const int *counts);
void languages_write(FILE *, const int *counts);

#endif

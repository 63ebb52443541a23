/* words.h: the judge's sentences, in the learner's language, from messages.tsv (see words.sh). */
#ifndef WORDS_H
#define WORDS_H

#include <stdio.h>

// The message of a key, which lives until the next call; the key itself where there is none.
const char *word(const char *key);
// Prints a message with these texts in the places of its %s. NULL: no such place.
void say(FILE *to, const char *key, const char *a, const char *b, const char *c);

#endif

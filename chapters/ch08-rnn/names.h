/* names.h: surnames as rows of letters of different lengths, and a network
 * that says which of ten languages each is from.
 *
 * Memory   name_reader_free and name_sets_free free what the others made.
 */
#ifndef NAMES_H
#define NAMES_H

#include "app.h"
#include "layers.h"
#include "surnames.h"

enum { LONGEST = 24, MOST_LETTERS = 96 };   // longer names are cut

// Inputs [count, LONGEST] of symbols, 0 behind a name's end; targets the
// languages; lengths say how many letters count.
typedef struct NameSets {
    Surnames names;
    Dataset train, test;
} NameSets;
NameSets name_sets(App *);
void name_sets_free(NameSets *);
// One name's symbols [LONGEST]; how many there are.
int name_symbols(int32_t *out, const Surnames *, const char *name);

typedef struct NameReader {
    Params *params;
    Graph *graph;
    Node *letters, *lengths, *language, *logits, *loss;
} NameReader;
NameReader name_reader_new(const App *, int symbols);
void name_reader_free(NameReader *);

// Which language each of a set is read as: counts [LANGUAGES, LANGUAGES] of
// language and guess; the share that is right.
double name_confusion(int *counts, NameReader *, const Dataset *);

// predict_name.c: what --predict does.
void predict_name(App *, const NameSets *, NameReader *, const char *name);

#endif

#include "surnames.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "split.h"
#include "text.h"

#define HELD_OUT 0.2   // the share of spellings never learned from
const char *const languages[LANGUAGES] = {"dutch", "english", "finnish", "french",  "german",
                                          "irish", "italian", "polish",  "spanish", "turkish"};

static bool add_name(Surnames *names, const char *text, int language, uint64_t seed, Error *error)
{
    size_t length = strlen(text);
    if (length == 0) return true;
    if (length >= sizeof names->list->spelling)
        return fail(error, "%s.txt: a name of %zu bytes: %.20s…", languages[language], length,
                    text);
    if (names->count % 1024 == 0) {
        size_t more = ((size_t)names->count + 1024) * sizeof *names->list;
        names->list = realloc(names->list, more);
        CHECK(names->list, "out of memory for %d names", names->count);
    }
    Surname *name = &names->list[names->count++];
    memcpy(name->spelling, text, length + 1);
    name->language = language;
    name->held_out = group_place((Stream){seed, 0, FOR_LESSON, 7}, text) < HELD_OUT;
    return true;
}

static bool read_language(Surnames *names, const char *data, int language, uint64_t seed,
                          Error *error)
{
    char path[1024], *text;
    size_t length;
    int before = names->count;
    snprintf(path, sizeof path, "%s/names/%s.txt", data, languages[language]);
    if (!text_read(&text, &length, path, 1 << 20, error)) return false;
    bool read = true;
    char *rest = text;
    for (char *line; read && (line = text_line(&rest));)
        read = add_name(names, line, language, seed, error);
    free(text);
    if (read && names->count == before) return fail(error, "%s: holds no name", path);
    return read;
}

static int32_t next_letter(const char **at) { return lower_ascii(text_code(at)); }

static void learn_letters(Surnames *names)
{
    for (int n = 0; n < names->count; n++)
        for (const char *at = names->list[n].spelling; !names->list[n].held_out && *at;)
            alphabet_add(&names->alphabet, next_letter(&at));
}

bool surnames_read(Surnames *names, const char *data, int most, uint64_t seed, Error *error)
{
    *names = (Surnames){.alphabet = alphabet_new(most)};
    bool read = true;
    for (int k = 0; read && k < LANGUAGES; k++) read = read_language(names, data, k, seed, error);
    int held = surnames_count(names, true);
    if (read && (held == 0 || held == names->count))
        read = fail(error, "%s/names: %d names to learn from and %d to test, too few", data,
                    names->count - held, held);
    if (read) learn_letters(names);
    else surnames_free(names);
    return read;
}

void surnames_free(Surnames *names)
{
    free(names->list);
    alphabet_free(&names->alphabet);
    *names = (Surnames){0};
}

int surnames_count(const Surnames *names, bool held_out)
{
    int count = 0;
    for (int n = 0; n < names->count; n++) count += names->list[n].held_out == held_out;
    return count;
}

int surnames_symbol(const Surnames *names, const char **at)
{
    return alphabet_symbol(&names->alphabet, next_letter(at));
}

static int by_spelling(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

double surnames_ceiling(const Surnames *names)
{
    int all = 0, different = 0;
    const char **held = allocate((size_t)names->count, sizeof *held);
    for (int n = 0; n < names->count; n++)
        if (names->list[n].held_out) held[all++] = names->list[n].spelling;
    qsort(held, (size_t)all, sizeof *held, by_spelling);
    for (int n = 0; n < all; n++) different += n == 0 || strcmp(held[n], held[n - 1]) != 0;
    free(held);
    return (double)different / all;
}

static int of_language(const int *counts, int language)
{
    int of = 0;
    for (int k = 0; k < LANGUAGES; k++) of += counts[language * LANGUAGES + k];
    return of;
}

double languages_largest(const int *counts)
{
    int most = 0, all = 0;
    for (int k = 0; k < LANGUAGES; k++) {
        int of = of_language(counts, k);
        if (of > most) most = of;
        all += of;
    }
    return (double)most / all;
}

void languages_write(FILE *table, const int *counts)
{
    for (int k = 0; k < LANGUAGES; k++) {
        int of = of_language(counts, k);
        for (int j = 0; j < LANGUAGES; j++)
            fprintf(table, "%s\t%s\t%d\t%.4f\n", languages[k], languages[j],
                    counts[k * LANGUAGES + j], (double)counts[k * LANGUAGES + j] / (of ? of : 1));
    }
}

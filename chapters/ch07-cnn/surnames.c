// Surnames as data: ten files, split by spelling, each letter a number.
#include "further.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"

enum {
    SPELLING = 96,   // bytes
    HELD_OUT = 5     // one spelling of five is never learned from
};
const char *const languages[LANGUAGES] = {
    "dutch", "english", "finnish", "french",  "german",
    "irish", "italian", "polish",  "spanish", "turkish"};

typedef struct Name {
    char spelling[SPELLING];
    int language;
} Name;

typedef struct Names {
    Name *list;
    int count;
} Names;

static void add_name(Names *names, App *app, const char *text, int language)
{
    size_t length = strlen(text);
    if (length == 0) return;
    if (length >= SPELLING)
        app_fail(app, 1, "%s.txt: a name of %zu bytes: %.20s…",
                 languages[language], length, text);
    if (names->count % 1024 == 0) {
        size_t more = ((size_t)names->count + 1024) * sizeof *names->list;
        names->list = realloc(names->list, more);
        CHECK(names->list, "out of memory for %d names", names->count);
    }
    Name *name = &names->list[names->count++];
    name->language = language;
    memcpy(name->spelling, text, length + 1);
}

static void read_language(Names *names, App *app, int language)
{
    char path[1024];
    uint8_t *text = NULL;
    size_t length = 0;
    Error error = {""};
    snprintf(path, sizeof path, "%s/names/%s.txt", app->data,
             languages[language]);
    app_check(app, file_read(path, &text, &length, 1 << 20, &error), &error);
    char *rest = (char *)text;
    for (char *line; (line = strsep(&rest, "\r\n"));)
        add_name(names, app, line, language);
    free(text);
}

// The next letter of a UTF-8 text as a number; small for the plain capitals.
static int next_letter(const char **text)
{
    const unsigned char *t = (const unsigned char *)*text;
    int length = t[0] < 0xC0 ? 1 : t[0] < 0xE0 ? 2 : t[0] < 0xF0 ? 3 : 4;
    int letter = length == 1 ? t[0] : t[0] & (0x7F >> length);
    for (int k = 1; k < length && t[k]; k++)
        letter = letter << 6 | (t[k] & 0x3F);
    *text += strnlen(*text, (size_t)length);
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
}

// All names of one spelling fall on one side, whatever their languages.
static bool held_out(const Name *name, uint64_t seed)
{
    uint32_t hash = 2166136261u;   // FNV-1a
    for (const char *c = name->spelling; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    Stream stream = {seed, 0, FOR_LESSON, 7};
    return random_below(stream, hash, HELD_OUT) == 0;
}

// The letters seen while learning; letter[k] has symbol k + 1.
typedef struct Alphabet {
    int letter[SYMBOLS - 1], count;
} Alphabet;

static int symbol(const Alphabet *a, int letter)
{
    for (int k = 0; k < a->count; k++)
        if (a->letter[k] == letter) return k + 1;
    return 0;
}

static Alphabet alphabet(const Names *names, uint64_t seed)
{
    Alphabet a = {.count = 0};
    for (int n = 0; n < names->count; n++) {
        if (held_out(&names->list[n], seed)) continue;
        for (const char *text = names->list[n].spelling; *text;) {
            int letter = next_letter(&text);
            if (symbol(&a, letter) == 0 && a.count < SYMBOLS - 1)
                a.letter[a.count++] = letter;
        }
    }
    return a;
}

// [count, 1, LENGTH, SYMBOLS]: a 1 for the symbol at each place.
static Dataset one_hot(const Names *names, const Alphabet *a, bool held,
                       uint64_t seed)
{
    int count = 0;
    for (int n = 0; n < names->count; n++)
        count += held_out(&names->list[n], seed) == held;
    Dataset set = {
        .count = count,
        .inputs = tensor_new(CPU, U8, shape(count, 1, LENGTH, SYMBOLS)),
        .targets = tensor_new(CPU, I32, shape(count))};
    uint8_t *row = bytes(&set.inputs);
    int32_t *target = ints(&set.targets);
    for (int n = 0; n < names->count; n++) {
        const char *text = names->list[n].spelling;
        if (held_out(&names->list[n], seed) != held) continue;
        for (int k = 0; k < LENGTH && *text; k++)
            row[k * SYMBOLS + symbol(a, next_letter(&text))] = 1;
        row += LENGTH * SYMBOLS;
        *target++ = names->list[n].language;
    }
    return set;
}

static int by_spelling(const void *a, const void *b)
{
    return strcmp(((const Name *)a)->spelling, ((const Name *)b)->spelling);
}

// Of several languages with one spelling, only one can be the answer.
static double ceiling(Names *names, uint64_t seed)
{
    int all = 0, spellings = 0;
    qsort(names->list, (size_t)names->count, sizeof(Name), by_spelling);
    for (int n = 0; n < names->count; n++) {
        if (!held_out(&names->list[n], seed)) continue;
        all++;
        spellings += n == 0 || by_spelling(&names->list[n],
                                           &names->list[n - 1]) != 0;
    }
    return (double)spellings / all;
}

Surnames surnames_read(App *app)
{
    Names names = {0};
    for (int k = 0; k < LANGUAGES; k++) read_language(&names, app, k);
    Alphabet a = alphabet(&names, app->seed);
    Surnames s = {one_hot(&names, &a, false, app->seed),
                  one_hot(&names, &a, true, app->seed),
                  ceiling(&names, app->seed)};
    free(names.list);
    return s;
}

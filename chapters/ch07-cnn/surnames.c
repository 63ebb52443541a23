// Surnames as data: ten files, split by spelling, each letter a number.
#include "further.h"

#include <stdlib.h>
#include <string.h>

#include "split.h"
#include "text.h"

enum { SPELLING = 96 };   // bytes
#define HELD_OUT 0.2      // the share of spellings never learned from
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
    char path[1024], *text;
    size_t length;
    int before = names->count;
    Error error = {""};
    snprintf(path, sizeof path, "%s/names/%s.txt", app->data,
             languages[language]);
    app_check(app, text_read(&text, &length, path, 1 << 20, &error), &error);
    char *rest = text;
    for (char *line; (line = text_line(&rest));)
        add_name(names, app, line, language);
    free(text);
    if (names->count == before) app_fail(app, 1, "%s: holds no name", path);
}

// The next letter as a number; small for the plain capitals.
static int next_letter(const char **text)
{
    return lower_ascii(text_code(text));
}

// All names of one spelling fall on one side, whatever their languages.
static bool held_out(const Name *name, uint64_t seed)
{
    Stream stream = {seed, 0, FOR_LESSON, 7};
    return group_place(stream, name->spelling) < HELD_OUT;
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
    Surnames s = {.train = one_hot(&names, &a, false, app->seed),
                  .test = one_hot(&names, &a, true, app->seed)};
    if (s.train.count == 0 || s.test.count == 0)
        app_fail(app, 1, "%s/names: %d names to learn from and %d to test, "
                 "too few", app->data, s.train.count, s.test.count);
    s.ceiling = ceiling(&names, app->seed);   // sorts them
    free(names.list);
    return s;
}

/* csv_options.c: how a table is to be read, said in words. */
#include <string.h>

#include "csv_private.h"
#include "text.h"

// Copies what stands before one of `ends`, or in quotes; moves *text behind it.
static bool copy_word(char *out, size_t room, const char **text, const char *ends)
{
    char quote = **text == '"' || **text == '\'' ? *(*text)++ : 0;
    size_t length = quote ? strcspn(*text, (char[]){quote, 0}) : strcspn(*text, ends);
    if (length >= room) return false;
    memcpy(out, *text, length);
    out[length] = 0;
    *text += length;
    if (!quote) return true;
    bool closed = **text == quote;
    *text += closed;
    return closed && (!**text || strchr(ends, **text));
}

bool next_pair(Pair *out, const char **text, Error *error)
{
    *text += strspn(*text, " ");
    if (!**text) return false;
    const char *begin = *text;
    bool good = copy_word(out->name, sizeof out->name, text, " =") && **text == '=' &&
                out->name[0] && (++*text, copy_word(out->value, sizeof out->value, text, " "));
    return good ||
           fail(error, "\"%s\": expected NAME=VALUE, with quotes around a value that holds blanks",
                text_shown(begin).text);
}

static bool one_of(char *out, const char *value, const char *const *words, const char *meanings)
{
    for (int k = 0; words[k]; k++) {
        if (strcmp(words[k], value) != 0) continue;
        *out = meanings[k];
        return true;
    }
    return false;
}

// Into the first empty one of a list.
static bool append(char *list, size_t room, int most, const char *value)
{
    if (!*value || strlen(value) >= room) return false;
    for (int k = 0; k < most; k++, list += room) {
        if (*list) continue;
        strcpy(list, value);
        return true;
    }
    return false;
}

static bool set_header(CsvOptions *o, const char *value)
{
    o->header = strcmp(value, "none") == 0 ? HEADER_NONE : HEADER_FIRST;
    return o->header == HEADER_NONE || strcmp(value, "first") == 0;
}

static bool set_option(CsvOptions *o, const Pair *p)
{
    static const char *const separators[] = {",", "comma", ";", "|", "tab", "blank", NULL};
    static const char *const decimals[] = {",", "comma", ".", NULL};
    static const char *const thousands[] = {",", "comma", ".", "apostrophe", "blank", NULL};
    static const char *const comments[] = {"#", "%", ";", NULL};
    if (strcmp(p->name, "header") == 0) return set_header(o, p->value);
    if (strcmp(p->name, "separator") == 0)
        return one_of(&o->separator, p->value, separators, ",,;|\t ");
    if (strcmp(p->name, "decimal") == 0) return one_of(&o->decimal, p->value, decimals, ",,.");
    if (strcmp(p->name, "thousands") == 0)
        return one_of(&o->thousands, p->value, thousands, ",,.' ");
    if (strcmp(p->name, "comment") == 0) return one_of(&o->comment, p->value, comments, "#%;");
    if (strcmp(p->name, "missing") == 0)
        return append(o->missing[0], sizeof o->missing[0], MOST_MISSING_WORDS, p->value);
    return strcmp(p->name, "category") == 0 &&
           append(o->category[0], sizeof o->category[0], MOST_CATEGORY_NAMES, p->value);
}

bool csv_options(CsvOptions *out, const char *text, Error *error)
{
    Pair p;
    Error wrong = {0};
    *out = (CsvOptions){0};
    while (next_pair(&p, &text, &wrong)) {
        if (!set_option(out, &p)) {
            return fail(
                error,
                "%s=%s: expected header=none or first, separator= , ; | tab or blank, decimal= "
                ". or ,  thousands= , . blank or apostrophe, comment=#, missing=WORD (up to 8), "
                "category=COLUMN (up to 16)",
                text_shown(p.name).text, text_shown(p.value).text);
        }
    }
    if (wrong.message[0]) return fail(error, "%s", wrong.message);
    char decimal = out->decimal ? out->decimal : '.';
    return decimal != out->thousands ||
           fail(error, "decimal=%c thousands=%c: one character cannot be both", decimal, decimal);
}

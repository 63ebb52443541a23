/* text.c: UTF-8, checked once and then walked along. */
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"

static bool in(uint8_t byte, uint8_t low, uint8_t high) { return byte >= low && byte <= high; }

// How many bytes the code point takes that begins here, or 0 where none does. The second byte keeps
// out what has a shorter form, the surrogates, and all above U+10FFFF.
static int code_length(const uint8_t *at, size_t left)
{
    if (at[0] < 0x80) return 1;
    int length = in(at[0], 0xC2, 0xDF)   ? 2
                 : in(at[0], 0xE0, 0xEF) ? 3
                 : in(at[0], 0xF0, 0xF4) ? 4
                                         : 0;
    if (length == 0 || left < (size_t)length) return 0;
    uint8_t low = at[0] == 0xE0 ? 0xA0 : at[0] == 0xF0 ? 0x90 : 0x80;
    uint8_t high = at[0] == 0xED ? 0x9F : at[0] == 0xF4 ? 0x8F : 0xBF;
    if (!in(at[1], low, high)) return 0;
    for (int k = 2; k < length; k++)
        if (!in(at[k], 0x80, 0xBF)) return 0;
    return length;
}

// The line, and the byte in it, of place `at`; CR, LF and CRLF all end one.
static void find_place(const uint8_t *text, size_t at, int *line, size_t *byte)
{
    size_t begin = 0;
    *line = 1;
    for (size_t i = 0; i < at; i++) {
        if (text[i] != '\n' && (text[i] != '\r' || text[i + 1] == '\n')) continue;
        ++*line;
        begin = i + 1;
    }
    *byte = at - begin + 1;
}

static bool refuse(const uint8_t *text, size_t at, const char *path, Error *error)
{
    int line;
    size_t byte;
    find_place(text, at, &line, &byte);
    if (text[at] == 0)
        return fail(error,
                    "%s: line %d, byte %zu: a NUL; no text has one, but UTF-16 does, from which "
                    "\"iconv -f UTF-16 -t UTF-8\" makes UTF-8",
                    path, line, byte);
    return fail(error,
                "%s: line %d, byte %zu: 0x%02X is not UTF-8 here; if the text is Windows' own, "
                "\"iconv -f WINDOWS-1252 -t UTF-8\" makes it so",
                path, line, byte, text[at]);
}

static bool is_utf16(const uint8_t *text, size_t length)
{
    return length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0);
}

bool text_check(const char *text, size_t length, const char *path, Error *error)
{
    const uint8_t *bytes = (const uint8_t *)text;
    if (is_utf16(bytes, length))
        return fail(error,
                    "%s: UTF-16, expected UTF-8: save it so, or use \"iconv -f UTF-16 -t UTF-8\"",
                    path);
    for (size_t i = 0; i < length;) {
        int step = bytes[i] ? code_length(bytes + i, length - i) : 0;
        if (step == 0) return refuse(bytes, i, path, error);
        i += (size_t)step;
    }
    return true;
}

bool text_read(char **text, size_t *length, const char *path, size_t most, Error *error)
{
    uint8_t *bytes;
    *text = NULL;
    if (!file_read(path, &bytes, length, most, error)) return false;
    if (!text_check((char *)bytes, *length, path, error)) {
        free(bytes);
        return false;
    }
    if (*length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        *length -= 3;
        memmove(bytes, bytes + 3, *length + 1);
    }
    *text = (char *)bytes;
    return true;
}

char *text_line(char **rest)
{
    char *line = *rest, *end = line + strcspn(line, "\r\n");
    if (!*line) return NULL;
    bool both = end[0] == '\r' && end[1] == '\n';
    *rest = end + (*end ? 1 + both : 0);
    *end = 0;
    return line;
}

// Stops short at a byte that continues nothing, so that no text leads behind its NUL.
int32_t text_code(const char **at)
{
    const uint8_t *t = (const uint8_t *)*at;
    int length = t[0] < 0xC0 ? t[0] != 0 : t[0] < 0xE0 ? 2 : t[0] < 0xF0 ? 3 : 4, k = length > 0;
    int32_t code = length < 2 ? t[0] : t[0] & (0x7F >> length);
    for (; k < length && in(t[k], 0x80, 0xBF); k++) code = code << 6 | (t[k] & 0x3F);
    *at += k;
    return code;
}

size_t text_length(const char *text)
{
    size_t length = 0;
    for (; *text; length++) text_code(&text);
    return length;
}

size_t text_put(char *to, int32_t code)
{
    int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    const int first[] = {0, 0xC0, 0xE0, 0xF0};
    to[0] = (char)(first[more] | code >> 6 * more);
    for (int k = 1; k <= more; k++) to[k] = (char)(0x80 | (code >> 6 * (more - k) & 0x3F));
    to[more + 1] = 0;
    return (size_t)more + 1;
}

bool list_word(char *list, size_t size, const char *word)
{
    size_t used = strlen(list);
    int length = snprintf(list + used, size - used, "%s%s", used > 0 ? ", " : "", word);
    return length >= 0 && (size_t)length < size - used;
}

int32_t lower_ascii(int32_t code) { return code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code; }

char *text_trimmed(const char *text)
{
    char *copy = copy_text(text + strspn(text, " "));
    size_t length = strlen(copy);
    while (length > 0 && copy[length - 1] == ' ') copy[--length] = 0;
    return copy;
}

uint32_t text_hash(const char *text)
{
    uint32_t hash = 2166136261u;
    for (; *text; text++) hash = (hash ^ (uint8_t)*text) * 16777619u;
    return hash;
}

bool text_has_control(const char *text)
{
    while (*text && (uint8_t)*text >= ' ') text++;
    return *text;
}

Shown number_shown(double value)
{
    Shown shown;
    const double size = fabs(value);
    snprintf(shown.text, sizeof shown.text, size >= 1e3 && size < 1e8 ? "%.0f" : "%.4g", value);
    return shown;
}

Shown text_shown(const char *text)
{
    Shown shown;
    size_t used = 0;
    while (*text) {
        const char *begin = text;
        int32_t code = text_code(&text);
        if (used + (size_t)(text - begin) > 40) {
            strcpy(shown.text + used, "…");
            return shown;
        }
        bool control = code < ' ' || (code >= 0x7F && code < 0xA0);
        memcpy(shown.text + used, control ? "?" : begin, control ? 1 : (size_t)(text - begin));
        used += control ? 1 : (size_t)(text - begin);
    }
    shown.text[used] = 0;
    return shown;
}

// Hangul by arithmetic.
#include "jamo.h"

#include <stdbool.h>
#include <string.h>

#include "error.h"
#include "text.h"

enum {
    SYLLABLE = 0xAC00, INITIAL = 0x1100, VOWEL = 0x1161, FINAL = 0x11A7,
    INITIALS = 19, VOWELS = 21, FINALS = 28   // 0 is no final
};

static bool in(int32_t code, int32_t first, int count)
{
    return code >= first && code < first + count;
}

int jamo_split(int32_t out[3], int32_t code)
{
    int32_t number = code - SYLLABLE;
    out[0] = code;
    if (!in(code, SYLLABLE, INITIALS * VOWELS * FINALS)) return 1;
    out[0] = INITIAL + number / FINALS / VOWELS;
    out[1] = VOWEL + number / FINALS % VOWELS;
    out[2] = FINAL + number % FINALS;
    return number % FINALS == 0 ? 2 : 3;
}

char *jamo_of_text(const char *text)
{
    char *out = allocate(3 * strlen(text) + 1, 1), *to = out;
    while (*text) {
        int32_t jamo[3];
        int count = jamo_split(jamo, text_code(&text));
        for (int k = 0; k < count; k++) to += text_put(to, jamo[k]);
    }
    return out;
}

// The code point that an initial, a vowel and perhaps a final make; *at moves
// over what was used.
static int32_t next_syllable(const char **at)
{
    int32_t initial = text_code(at);
    const char *behind = *at;
    if (!in(initial, INITIAL, INITIALS)) return initial;
    int32_t vowel = text_code(&behind);
    if (!in(vowel, VOWEL, VOWELS)) return initial;
    *at = behind;
    int32_t final = text_code(&behind);
    bool closed = in(final, FINAL + 1, FINALS - 1);
    if (closed) *at = behind;
    return SYLLABLE +
           ((initial - INITIAL) * VOWELS + vowel - VOWEL) * FINALS +
           (closed ? final - FINAL : 0);
}

char *text_of_jamo(const char *jamo)
{
    char *out = allocate(strlen(jamo) + 1, 1), *to = out;
    while (*jamo) to += text_put(to, next_syllable(&jamo));
    return out;
}

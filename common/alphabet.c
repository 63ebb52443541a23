#include "alphabet.h"

#include <stdlib.h>

#include "text.h"

Alphabet alphabet_new(int most)
{
    CHECK(most > 0, "an alphabet of at most %d symbols", most);
    Alphabet a = {1, most, allocate((size_t)most, sizeof *a.code)};
    a.code[0] = 0xFFFD;
    return a;
}

void alphabet_free(Alphabet *a)
{
    free(a->code);
    *a = (Alphabet){0};
}

// Frequent code points are met early in a text, so few are looked at.
int alphabet_symbol(const Alphabet *a, int32_t code)
{
    for (int k = 1; k < a->symbols; k++)
        if (a->code[k] == code) return k;
    return 0;
}

int alphabet_add(Alphabet *a, int32_t code)
{
    int symbol = alphabet_symbol(a, code);
    if (symbol > 0 || a->symbols == a->most) return symbol;
    a->code[a->symbols] = code;
    return a->symbols++;
}

Tensor alphabet_read(const Alphabet *a, const char *text)
{
    size_t length = text_length(text);
    Tensor symbols = tensor_new(CPU, I32, shape_flat(length));
    for (size_t k = 0; k < length; k++)
        ints(&symbols)[k] = alphabet_symbol(a, text_code(&text));
    return symbols;
}

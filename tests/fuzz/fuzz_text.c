/* fuzz_text.c: whatever a file holds, text_read answers with a text or with one line; the text is
 * what the file holds, and its code points and lines are all of it. `make fuzz/fuzz_text` builds
 * and runs it.
 */
#include "input.h"

#include <string.h>

#include "../../common/text.h"

static void must(bool holds)
{
    if (!holds) abort();
}

// As many code points as there are bytes that begin one.
static void walk(const char *text, size_t length)
{
    size_t begun = 0, codes = 0;
    for (size_t i = 0; i < length; i++) begun += ((uint8_t)text[i] & 0xC0) != 0x80;
    const char *at = text;
    for (int32_t code; (code = text_code(&at)) != 0; codes++) must(code <= 0x10FFFF);
    must(codes == begun && at == text + length);
    must(strlen(text_shown(text).text) < sizeof(Shown));
}

static void cut(char *text, size_t length)
{
    char *rest = text;
    size_t lines = 0;
    for (char *line; (line = text_line(&rest)); lines++) must(!strpbrk(line, "\r\n"));
    must(rest == text + length && lines <= length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text;
    size_t length;
    Error error = {0};
    bool good = text_read(&text, &length, input_file(data, size), 1 << 20, &error);
    must(good == (error.message[0] == 0) && good == (text != NULL));
    if (!good) return 0;
    must(strlen(text) == length);
    walk(text, length);
    cut(text, length);
    free(text);
    return 0;
}

// words.c: finds a message. EXERCISE_LANGUAGE is its column: 2 English, 3 Korean.
#include <stdlib.h>
#include <string.h>

#include "words.h"

const char *word(const char *key)
{
    static char line[1000];
    const char *language = getenv("EXERCISE_LANGUAGE");
    FILE *file = fopen("tests/harness/messages.tsv", "r");
    while (file && fgets(line, sizeof line, file)) {
        char *english = strchr(line, '\t');
        char *korean = english ? strchr(english + 1, '\t') : NULL;
        if (!korean) continue;
        *english = *korean = '\0';
        if (strcmp(line, key) != 0) continue;
        fclose(file);
        char *found = language && strcmp(language, "3") == 0 ? korean + 1 : english + 1;
        found[strcspn(found, "\n")] = '\0';
        return found;
    }
    if (file) fclose(file);
    return key;
}

void say(FILE *to, const char *key, const char *a, const char *b, const char *c)
{
    const char *text[] = {a, b, c};
    int next = 0;
    for (const char *at = word(key); *at; at++)
        if (at[0] == '%' && at[1] == 's' && next < 3) {
            fputs(text[next] ? text[next] : "", to);
            next++;
            at++;
        } else
            fputc(*at, to);
}

// ./ch08-rnn --predict Kowalczyk: where is the name from?
#include "names.h"

#include <string.h>

#include "measure.h"
#include "text.h"

// Letters that no name has which was learned from: the network reads symbol 0
// for each of them.
static int unknown_letters(const int32_t *symbols, int length)
{
    int unknown = 0;
    for (int t = 0; t < length; t++) unknown += symbols[t] == 0;
    return unknown;
}

static int read_name(App *app, const Surnames *names, const char *name,
                     int32_t *symbols)
{
    Error error = {0};
    app_check(app, text_check(name, strlen(name), "--predict", &error),
              &error);
    int length = name_symbols(symbols, names, name);
    if (text_length(name) > LONGEST)
        app_say(app, "only the first %d letters are read", LONGEST);
    int unknown = unknown_letters(symbols, length);
    if (unknown == length)
        app_fail(app, 1, "--predict %s: none of its letters is known",
                 text_shown(name).text);
    if (unknown > 0)
        app_say(app, "letters that were never seen: %d", unknown);
    return length;
}

void predict_name(App *app, const NameSets *sets, NameReader *r,
                  const char *name)
{
    int32_t symbols[LONGEST] = {0};
    int32_t length = read_name(app, &sets->names, name, symbols);
    Tensor letters = tensor_view(CPU, I32, shape(1, LONGEST), symbols);
    Tensor lengths = tensor_view(CPU, I32, shape(1), &length);
    bool said[LANGUAGES] = {false};
    feed(r->letters, &letters);
    feed(r->lengths, &lengths);
    const Real *z = reals(predict(r->logits));
    for (int place = 0; place < 3; place++) {
        int best = -1;
        for (int k = 0; k < LANGUAGES; k++)
            if (!said[k] && (best < 0 || z[k] > z[best])) best = k;
        said[best] = true;
        app_say(app, "%-8s %5.1f%%", languages[best],
                100 * probability(z, LANGUAGES, best));
        if (app->quiet && place == 0) printf("%s\n", languages[best]);
    }
}

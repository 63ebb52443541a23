// Surnames as pictures of height 1: a 1 for the letter at each place.
#include "further.h"

static Dataset one_hot(const Surnames *names, bool held_out)
{
    int count = surnames_count(names, held_out);
    Dataset set = {
        .count = count,
        .inputs = tensor_new(CPU, U8, shape(count, 1, LENGTH, SYMBOLS)),
        .targets = tensor_new(CPU, I32, shape(count))};
    uint8_t *row = bytes(&set.inputs);
    int32_t *target = ints(&set.targets);
    for (int n = 0; n < names->count; n++) {
        const char *text = names->list[n].spelling;
        if (names->list[n].held_out != held_out) continue;
        for (int k = 0; k < LENGTH && *text; k++)
            row[k * SYMBOLS + surnames_symbol(names, &text)] = 1;
        row += LENGTH * SYMBOLS;
        *target++ = names->list[n].language;
    }
    return set;
}

NameSets name_sets(App *app)
{
    Error error = {0};
    Surnames names;
    app_check(app,
              surnames_read(&names, app->data, SYMBOLS, app->seed, &error),
              &error);
    NameSets sets = {.train = one_hot(&names, false),
                     .test = one_hot(&names, true),
                     .ceiling = surnames_ceiling(&names)};
    surnames_free(&names);
    return sets;
}

// Surnames as samples of different lengths.
#include "names.h"

int name_symbols(int32_t *out, const Surnames *names, const char *name)
{
    int length = 0;
    while (*name && length < LONGEST)
        out[length++] = surnames_symbol(names, &name);
    return length;
}

static Dataset samples(const Surnames *names, bool held_out)
{
    int count = surnames_count(names, held_out), n = 0;
    Dataset set = {.count = count,
                   .inputs = tensor_new(CPU, I32, shape(count, LONGEST)),
                   .targets = tensor_new(CPU, I32, shape(count)),
                   .lengths = tensor_new(CPU, I32, shape(count))};
    for (int k = 0; k < names->count; k++) {
        const Surname *name = &names->list[k];
        if (name->held_out != held_out) continue;
        int32_t *letters = ints(&set.inputs) + n * LONGEST;
        ints(&set.lengths)[n] = name_symbols(letters, names, name->spelling);
        ints(&set.targets)[n++] = name->language;
    }
    return set;
}

NameSets name_sets(App *app)
{
    NameSets sets;
    Error error = {0};
    app_check(app,
              surnames_read(&sets.names, app->data, MOST_LETTERS, app->seed,
                            &error),
              &error);
    sets.train = samples(&sets.names, false);
    sets.test = samples(&sets.names, true);
    return sets;
}

void name_sets_free(NameSets *sets)
{
    surnames_free(&sets->names);
    dataset_free(&sets->train);
    dataset_free(&sets->test);
}

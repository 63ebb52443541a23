// The sales of Ames as inputs and logarithms of prices.
#include "houses.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

TableSets houses_new(const char *data, uint64_t seed, Error *error)
{
    char path[500];
    snprintf(path, sizeof path, "%s/houses/ames.csv", data);
    TableTask task = {.path = path,
                      .target = "Sale_Price",
                      .encoding = {.scale = true,
                                   .scale_levels = true,
                                   .drop_first = true,
                                   .missing = MISSING_IS_LEVEL,
                                   .unseen_is_zero = true},
                      .test = 0.2,
                      .seed = seed};
    // It is named like an area, but holds the codes 0 … 7.
    strcpy(task.csv.category[0], "BsmtFin_SF_1");
    TableSets sets;
    if (!table_sets(&sets, &task, error)) return (TableSets){0};
    Dataset *both[] = {&sets.train, &sets.test};
    for (int k = 0; k < 2; k++)
        for (int n = 0; n < both[k]->count; n++) {
            Real *price = reals(&both[k]->targets) + n;
            *price = (Real)log((double)*price);
        }
    return sets;
}

Quarters quarters_of(const Dataset *train)
{
    int first = train->count * 3 / 4, rest = train->count - first;
    return (Quarters){
        dataset_first(train, first),
        (Dataset){.count = rest,
                  .inputs = tensor_rows(&train->inputs, first, rest),
                  .targets = tensor_rows(&train->targets, first, rest)}};
}

/* Any bytes as the metrics of an earlier run: what is kept of them are lines of four fields, each
 * name once and none that this run has found itself.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/app_private.h"

static void require(bool condition)
{
    if (!condition) abort();
}

static int count(const char *text, char wanted)
{
    int found = 0;
    for (; *text; text++) found += *text == wanted;
    return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char now[] = "accuracy\t0.9\tfraction\nseed\t1\t\n",
                      when[] = "2026-11-27 02:25:12";
    char *old = calloc(size + 1, 1), *kept = NULL;
    memcpy(old, data, size);
    size_t length = 0;
    FILE *out = open_memstream(&kept, &length);
    const int lines = metrics_add(out, now, old, when);
    fclose(out);
    require(count(kept, '\n') == lines && count(kept, '\t') == 3 * lines && strlen(kept) == length);
    require(strncmp(kept, "seed\t", 5) != 0 && !strstr(kept, "\nseed\t") &&
            !strstr(kept, "\naccuracy\t"));
    char *again = NULL;
    out = open_memstream(&again, &length);
    // Nothing is lost or marked twice.
    require(metrics_add(out, now, kept, "another time") == lines);
    fclose(out);
    require(strcmp(kept, again) == 0);
    free(again);
    free(kept);
    free(old);
    return 0;
}

/* golden.h: reading golden values: files whose lines are operation, number of the case, tensor,
 * shape, numbers, as the scripts in tests/golden/ write them.
 */
#ifndef GOLDEN_H
#define GOLDEN_H

#include <stdio.h>

#include "support.h"

#ifdef REAL_IS_DOUBLE
static const double ALLOWED = 1e-8;
#else
static const double ALLOWED = 1e-5;
#endif

typedef struct Case {
    const char *operation;
    int number;
} Case;

static char *file;   // all of it

HELPER void read_golden(const char *path)
{
    FILE *f = fopen(path, "r");
    size_t capacity = 1 << 20;
    file = malloc(capacity);
    cr_assert(f, "%s: cannot be read; run the tests from the root of the repository", path);
    size_t length = fread(file, 1, capacity - 1, f);
    cr_assert(length < capacity - 1, "%s is longer than %zu bytes", path, capacity);
    file[length] = 0;
    fclose(f);
}

HELPER void golden_done(void)
{
    free_tensors();
    free(file);
}

// What follows "operation\tnumber\tname\t", or NULL. Without a name: is
// there any line of this case?
HELPER const char *find(Case c, const char *name)
{
    char key[96];
    int length =
        snprintf(key, sizeof key, "%s\t%d\t%s%s", c.operation, c.number, name, *name ? "\t" : "");
    for (const char *line = file; line && *line; line = strchr(line, '\n'), line += line ? 1 : 0)
        if (strncmp(line, key, (size_t)length) == 0) return line + length;
    return NULL;
}

HELPER bool has(Case c, const char *name) { return find(c, name) != NULL; }

HELPER Shape read_shape(const char *text, char **end)
{
    Shape s = {0};
    do s.dim[s.rank++] = (int)strtol(text, end, 10);
    while (**end == ',' && (text = *end + 1));
    return s;
}

// The golden tensor of that name.
HELPER Tensor given(Case c, const char *name)
{
    const char *text = find(c, name);
    cr_assert(text, "%s %d has no %s", c.operation, c.number, name);
    char *at;
    Tensor t = garbage(read_shape(text, &at));
    for (size_t i = 0; i < tensor_count(&t); i++) reals(&t)[i] = (Real)strtod(at, &at);
    cr_assert(*at == '\n', "%s %d: %s holds other than %zu numbers", c.operation, c.number, name,
              tensor_count(&t));
    return t;
}

HELPER Real number(Case c, const char *name)
{
    Tensor t = given(c, name);
    return reals(&t)[0];
}

HELPER Tensor given_as(Type type, Case c, const char *name)
{
    Tensor from = given(c, name), t = exact_tensor(type, from.shape);
    for (size_t i = 0; i < tensor_count(&from); i++) {
        if (type == U8)
            bytes(&t)[i] = (uint8_t)reals(&from)[i];
        else
            ints(&t)[i] = (int32_t)reals(&from)[i];
    }
    return t;
}

HELPER void expect(Case c, const char *name, const Tensor *got)
{
    char what[96];
    snprintf(what, sizeof what, "%s %d, %s", c.operation, c.number, name);
    Tensor want = given(c, name);
    expect_close(what, got, &want, ALLOWED);
}

// What the golden tensor `name` has its shape from, full of NaN: an output.
HELPER Tensor room(Case c, const char *name) { return garbage(given(c, name).shape); }
HELPER Tensor zeros(Case c, const char *name) { return filled(0, given(c, name).shape); }

#endif

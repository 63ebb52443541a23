// answers.c: files of answers, read and compared.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers.h"

enum { MOST_CASES = 10000 };

static bool item_whole(const Item *item, size_t room)
{
    if (room < sizeof *item || item->count < 0 || item->axes < 0 || item->axes > MOST_AXES)
        return false;
    if ((size_t)item->count > (room - sizeof *item) / sizeof(double)) return false;
    long count = 1;
    for (int a = 0; a < item->axes; a++) {
        if (item->shape[a] < 0 || item->shape[a] > MOST_BYTES) return false;
        count *= item->shape[a];
        if (count > MOST_BYTES) return false;
    }
    return count == item->count && memchr(item->name, '\0', sizeof item->name);
}

static size_t item_bytes(const Item *item)
{
    return sizeof *item + (size_t)item->count * sizeof(double);
}

static bool record_whole(const Record *r, size_t room)
{
    if (room < sizeof *r || r->magic != RECORD_MAGIC || r->number < 0 || r->cases <= r->number)
        return false;
    if (r->cases > MOST_CASES || r->run < 0 || r->run >= RUNS || r->bytes < 0) return false;
    if (r->bytes % (int)sizeof(double) || (size_t)r->bytes > room - sizeof *r) return false;
    if (!memchr(r->tag, '\0', sizeof r->tag) || !memchr(r->fact, '\0', sizeof r->fact))
        return false;
    if (!memchr(r->given, '\0', sizeof r->given)) return false;
    const char *at = (const char *)(r + 1), *end = at + r->bytes;
    while (at < end) {
        if (!item_whole((const Item *)at, (size_t)(end - at))) return false;
        at += item_bytes((const Item *)at);
    }
    return true;
}

Answers answers_parse(const char *path, char *data, size_t length, int cases)
{
    Answers a = {path, data, cases, NULL};
    const Record *first = (const Record *)data;
    if (length > 0 && record_whole(first, length) && first->cases > cases) a.cases = first->cases;
    a.of = calloc((size_t)a.cases + 1, sizeof *a.of);
    if (!a.of) exit(3);
    for (size_t at = 0; at < length;) {
        const Record *r = (const Record *)(data + at);
        if (!record_whole(r, length - at) || r->number >= a.cases) break;
        a.of[r->number][r->run] = r;
        at += sizeof *r + (size_t)r->bytes;
    }
    return a;
}

void answers_free(Answers *a)
{
    free(a->of);
    free(a->data);
}

Answers answers_load(const char *path, int cases)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(3);
    }
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *data = malloc((size_t)length + 1);
    if (!data || fread(data, 1, (size_t)length, file) != (size_t)length) {
        perror(path);
        exit(3);
    }
    fclose(file);
    return answers_parse(path, data, (size_t)length, cases);
}

static const Item *item_at(const Record *record, const char *at, Kind kind)
{
    const char *end = (const char *)(record + 1) + record->bytes;
    for (; at < end; at += item_bytes((const Item *)at))
        if (((const Item *)at)->kind == (int)kind) return (const Item *)at;
    return NULL;
}

const Item *item_first(const Record *record, Kind kind)
{
    return item_at(record, (const char *)(record + 1), kind);
}

const Item *item_next(const Record *record, const Item *item, Kind kind)
{
    return item_at(record, (const char *)item + item_bytes(item), kind);
}

bool number_alike(const Item *item, double a, double b, bool strict)
{
    if (item->at_least) return (a >= item->bound) == (b >= item->bound);
    if (a == b || (isnan(a) && isnan(b))) return true;
    double tolerance = (item->axes ? 1e-4 : 1e-7) / (strict ? 4 : 1);
    return isfinite(b) && fabs(a - b) <= tolerance * fmax(1, fabs(b));
}

static bool output_alike(const Item *x, const Item *y, bool strict)
{
    if (x->count != y->count || strcmp(x->name, y->name) != 0) return false;
    for (int i = 0; i < x->count; i++)
        if (!number_alike(y, item_numbers(x)[i], item_numbers(y)[i], strict)) return false;
    return true;
}

bool record_alike(const Record *a, const Record *b, bool strict)
{
    if (!a || !b) return a == b;
    if (a->outcome != b->outcome) return false;
    if (a->outcome != ANSWERED) return strcmp(a->tag, b->tag) == 0;
    const Item *x = item_first(a, OUTPUT), *y = item_first(b, OUTPUT);
    for (; x && y; x = item_next(a, x, OUTPUT), y = item_next(b, y, OUTPUT))
        if (!output_alike(x, y, strict)) return false;
    return x == y;
}

bool case_alike(const Answers *a, const Answers *b, int number)
{
    return record_alike(a->of[number][0], b->of[number][0], false) &&
           record_alike(a->of[number][1], b->of[number][1], false);
}

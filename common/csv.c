/* csv.c: a table is read: checked as text, cut into fields, its header found, its columns made. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"
#include "text.h"

enum { LARGEST_FILE = 1 << 28 };   // bytes

void csv_remark(Csv *csv, const char *format, ...)
{
    char line[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    csv->remark = realloc(csv->remark, (size_t)(csv->remarks + 1) * sizeof *csv->remark);
    CHECK(csv->remark, "out of memory for remark %d", csv->remarks);
    csv->remark[csv->remarks++] = copy_text(line);
}

static bool parse(Csv *csv, char *text, const CsvOptions *options, Error *error)
{
    Grid grid;
    Body body;
    bool good = csv_cut(&grid, csv, text, options, error) &&
                csv_header(&body, csv, &grid, options, error) &&
                csv_columns(csv, &body, options, error);
    grid_free(&grid);
    return good;
}

bool csv_read(Csv *out, const char *path, const CsvOptions *options, Error *error)
{
    static const CsvOptions usual;
    char *text;
    size_t length;
    *out = (Csv){0};
    if (!text_read(&text, &length, path, LARGEST_FILE, error)) return false;
    out->path = copy_text(path);
    bool good = parse(out, text, options ? options : &usual, error);
    if (!good) csv_free(out);
    free(text);
    return good;
}

void csv_free(Csv *csv)
{
    for (int j = 0; j < csv->columns; j++) {
        Column *c = &csv->column[j];
        for (int k = 0; k < c->levels; k++) free(c->level[k]);
        free(c->name);
        free(c->number);
        free(c->category);
        free(c->level);
    }
    for (int k = 0; k < csv->remarks; k++) free(csv->remark[k]);
    free(csv->column);
    free(csv->path);
    free(csv->line);
    free(csv->remark);
    *csv = (Csv){0};
}

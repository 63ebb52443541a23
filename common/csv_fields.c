/* csv_fields.c: from the text of a file to lines of fields: separator, quotes, line endings. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"
#include "text.h"

void grid_free(Grid *grid)
{
    free(grid->field);
    free(grid->first);
    free(grid->line);
    *grid = (Grid){0};
}

/* ---- Which separator ------------------------------------------------------------------------- */

// How often c stands outside quotes before the line's end.
static int count_outside(const char *line, char c, char newline)
{
    bool quoted = false;
    int count = 0;
    for (; *line && (quoted || *line != newline); line++) {
        if (*line == '"') quoted = !quoted;
        count += !quoted && *line == c;
    }
    return count;
}

// The words of a line, between blanks; what stands in quotes is one.
static int count_words(const char *line, char newline)
{
    bool quoted = false, inside = false;
    int words = 0;
    for (; *line && (quoted || (*line != newline && *line != '\r')); line++) {
        if (*line == '"') quoted = !quoted;
        bool blank = !quoted && *line == ' ';
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

static const char *next_line(const char *line, char newline)
{
    const char *end = strchr(line, newline);
    return end ? end + 1 : line + strlen(line);
}

static const char *first_line(const char *text, char newline, char comment)
{
    while (*text && (*text == newline || *text == '\r' || (comment && *text == comment)))
        text = next_line(text, newline);
    return text;
}

static const char *separator_name(char separator)
{
    return separator == '\t'  ? "tabs"
           : separator == ';' ? "\";\""
           : separator == '|' ? "\"|\""
                              : "commas";
}

static const char separators[] = ",;\t|";

// Of several in the first line, that which is as frequent in the second; 0 where this leaves none
// or two.
static char likely_separator(const char *first, const char *second, char newline)
{
    char found = 0;
    for (const char *s = separators; *s; s++) {
        int count = count_outside(first, *s, newline);
        if (count == 0 || count != count_outside(second, *s, newline)) continue;
        if (found) return 0;
        found = *s;
    }
    return found;
}

static bool find_separator(char *out, Csv *csv, const char *first, char newline, Error *error)
{
    const char *second = next_line(first, newline);
    int kinds = 0;
    *out = ',';
    for (const char *s = separators; *s; s++)
        if (count_outside(first, *s, newline) > 0) *out = *s, kinds++;
    if (kinds > 1) *out = likely_separator(first, second, newline);
    if (!*out) {
        return fail(error,
                    "%s: the first line holds several of comma, ;, | and tab: read it with "
                    "\"separator=comma\", \"separator=;\", \"separator=|\" or \"separator=tab\"",
                    csv->path);
    }
    if (kinds == 0 && count_words(first, newline) > 1 && count_words(second, newline) > 1) {
        return fail(error,
                    "%s: the first line has neither comma, ;, | nor tab: if blanks separate its "
                    "columns, read "
                    "it with \"separator=blank\", if it is one column, with \"separator=comma\"",
                    csv->path);
    }
    if (*out != ',') csv_remark(csv, "columns are separated by %s", separator_name(*out));
    return true;
}

/* ---- Cutting --------------------------------------------------------------------------------- */

typedef struct Cutter {
    Grid *grid;
    Csv *csv;
    char *at, *end;
    int line;   // of the next byte
    char newline, comment;
    bool named;   // the first row holds names
    bool stops[256];   // what ends an unquoted field
    size_t fields;
    int blank, blank_pending;   // blank lines with a row behind them, and those since the last row
    int first_blank, first_pending;
    Error *error;
} Cutter;

// Names the column by the first line, or by its number.
static bool wrong_here(const Cutter *c, int line, const char *what)
{
    const Grid *grid = c->grid;
    size_t column = c->fields - grid->first[grid->rows];
    bool named = c->named && grid->rows > 0 && column < grid->first[1];
    char number[24];
    snprintf(number, sizeof number, "%zu", column + 1);
    return fail(c->error, "%s: line %d, column %s: %s", c->csv->path, line,
                named ? text_shown(grid->field[column].text).text : number, what);
}

// Moves behind what may end a field: a separator (then *more is true), the line's end or the
// file's.
static bool pass_delimiter(Cutter *c, bool *more)
{
    char separator = c->grid->separator;
    const char *before = c->at;
    if (separator == ' ') c->at += strspn(c->at, " \t");
    if (c->newline == '\n' && *c->at == '\r' && *++c->at != '\n')
        return wrong_here(c, c->line,
                          "a carriage return alone, where other lines end in a line feed");
    *more = c->at < c->end && *c->at != c->newline;
    if (*more && (separator == ' ' ? c->at == before : *c->at != separator)) {
        return wrong_here(c, c->line,
                          *c->at == '"'
                              ? "a quote inside an unquoted field: put the field in quotes and "
                                "double the quote in it"
                              : "text behind the closing quote: a quote inside a field is doubled");
    }
    c->line += c->at < c->end && !*more;
    c->at += c->at < c->end && !(*more && separator == ' ');
    return true;
}

// Behind the opening quote. Two quotes mean one; a single one closes the field, where *stop comes
// to stand.
static bool pass_quoted(Cutter *c, char **stop)
{
    int opened = c->line;
    char *to = c->at;
    for (;; c->at++) {
        if (c->at == c->end) return wrong_here(c, opened, "a quote that is never closed");
        if (*c->at == '"' && *++c->at != '"') break;
        c->line += *c->at == c->newline;
        *to++ = *c->at;
    }
    *stop = to;
    if (c->grid->separator != ' ') c->at += strspn(c->at, " ");
    return true;
}

static bool cut_field(Cutter *c, bool *more)
{
    Field *field = &c->grid->field[c->fields];
    char *stop = NULL, *start = c->at + strspn(c->at, " ");
    field->quoted = *start == '"';
    if (field->quoted) {
        c->at = field->text = start + 1;
        if (!pass_quoted(c, &stop)) return false;
    } else {
        for (field->text = c->at; !c->stops[(uint8_t)*c->at]; c->at++) {
        }
        stop = c->at;
    }
    if (!pass_delimiter(c, more)) return false;
    *stop = 0;
    c->fields++;
    return true;
}

static bool cut_row(Cutter *c)
{
    Grid *grid = c->grid;
    grid->line[grid->rows] = c->line;
    grid->first[grid->rows] = c->fields;
    if (grid->separator == ' ') c->at += strspn(c->at, " \t");
    for (bool more = true; more;)
        if (!cut_field(c, &more)) return false;
    grid->first[++grid->rows] = c->fields;
    return true;
}

// Blank lines and comments hold no row. Blank ones are counted once a row follows them.
static void pass_rowless(Cutter *c)
{
    while (c->at < c->end) {
        char *content = c->at + strspn(c->at, " ");
        bool comment = c->comment && *c->at == c->comment;
        bool blank = content == c->end || *content == c->newline ||
                     (content[0] == '\r' && content[1] == c->newline);
        if (!comment && !blank) break;
        if (blank && c->blank_pending++ == 0) c->first_pending = c->line;
        c->at = (char *)next_line(c->at, c->newline);
        c->line++;
    }
    if (c->at == c->end || c->blank_pending == 0) return;
    if (c->blank == 0) c->first_blank = c->first_pending;
    c->blank += c->blank_pending;
    c->blank_pending = 0;
}

static bool cut_rows(Cutter *c)
{
    for (pass_rowless(c); c->at < c->end; pass_rowless(c))
        if (!cut_row(c)) return false;
    if (c->blank == 1) csv_remark(c->csv, "line %d is blank and holds no row", c->first_blank);
    if (c->blank > 1) {
        csv_remark(c->csv, "%d blank lines hold no row; the first is line %d", c->blank,
                   c->first_blank);
    }
    return true;
}

// No more rows than line endings, and no more fields than these and separators, end.
static void make_room(Grid *grid, const char *text, char newline)
{
    size_t rows = 1, fields = 1;
    for (; *text; text++) {
        rows += *text == newline;
        fields += *text == newline || *text == grid->separator ||
                  (grid->separator == ' ' && *text == '\t');
    }
    grid->field = allocate(fields, sizeof *grid->field);
    grid->first = allocate(rows + 1, sizeof *grid->first);
    grid->line = allocate(rows, sizeof *grid->line);
}

// Where every field behind a separator begins with a blank, the blank is part of the separator.
static void drop_leading_blanks(Grid *grid, Csv *csv)
{
    size_t blanks = 0;
    for (int i = 0; i < grid->rows; i++) {
        for (size_t k = grid->first[i] + 1; k < grid->first[i + 1]; k++) {
            if (grid->field[k].quoted) continue;
            if (grid->field[k].text[0] != ' ') return;
            blanks++;
        }
    }
    if (blanks == 0) return;
    for (int i = 0; i < grid->rows; i++) {
        for (size_t k = grid->first[i] + 1; k < grid->first[i + 1]; k++)
            if (!grid->field[k].quoted) grid->field[k].text += strspn(grid->field[k].text, " ");
    }
    csv_remark(csv, "blanks behind the separators are not part of the fields");
}

// Spreadsheets may say the separator in a line of its own in front: sep=;
static char told_separator(char **text, char newline, Csv *csv)
{
    char *t = *text, separator = 0;
    if (strncmp(t, "sep=", 4) != 0 || !strchr(separators, t[4]) || !t[4]) return 0;
    if (t[5] != newline && !(t[5] == '\r' && t[6] == newline)) return 0;
    separator = t[4];
    *text = (char *)next_line(t, newline);
    csv_remark(csv, "line 1 says that columns are separated by %s", separator_name(separator));
    return separator;
}

static bool no_comment_yet(const Csv *csv, const char *text, const CsvOptions *options,
                           Error *error)
{
    if (*text != '#' || options->comment || options->header == HEADER_FIRST) return true;
    return fail(error,
                "%s: line 1 begins with #: if it is a comment, read it with \"comment=#\", if it "
                "names columns, with \"header=first\"",
                csv->path);
}

bool csv_cut(Grid *out, Csv *csv, char *text, const CsvOptions *options, Error *error)
{
    char newline = strchr(text, '\n') ? '\n' : '\r', *begin = text;
    *out = (Grid){0};
    char told = told_separator(&text, newline, csv);
    if (!no_comment_yet(csv, text, options, error)) return false;
    out->separator = options->separator ? options->separator : told;
    const char *first = first_line(text, newline, options->comment);
    if (!out->separator && !find_separator(&out->separator, csv, first, newline, error))
        return false;
    make_room(out, text, newline);
    Cutter c = {.grid = out,
                .csv = csv,
                .at = text,
                .end = text + strlen(text),
                .newline = newline,
                .line = 1 + (text > begin),
                .comment = options->comment,
                .named = options->header != HEADER_NONE,
                .error = error};
    const char stops[] = {0, newline, '\r', '"', out->separator, out->separator == ' ' ? '\t' : 0};
    for (size_t k = 0; k < sizeof stops; k++) c.stops[(uint8_t)stops[k]] = true;
    if (!cut_rows(&c)) return false;
    drop_leading_blanks(out, csv);
    return true;
}

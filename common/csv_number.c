/* csv_number.c: a number as a table writes it, in one of several notations. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"

enum { LONGEST_NUMBER = 128 };   // characters

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static void copy_digits(char **to, const char **at, const char *end)
{
    while (is_digit(**at) && *to < end) *(*to)++ = *(*at)++;
}

// Separators of thousands stand behind one to three digits, and then between groups of three.
static bool copy_whole_part(char **to, const char **at, const char *end, char thousands)
{
    const char *begin = *at;
    copy_digits(to, at, end);
    if (!thousands || **at != thousands || *at - begin > 3 || *at == begin) return true;
    while (**at == thousands) {
        ++*at;
        const char *group = *at;
        copy_digits(to, at, end);
        if (*at - group != 3) return false;
    }
    return true;
}

static void copy_exponent(char **to, const char **at, const char *end)
{
    const char *digits = *at + 1;
    if (**at != 'e' && **at != 'E') return;
    digits += *digits == '+' || *digits == '-';
    if (!is_digit(*digits)) return;
    while (*at < digits) *(*to)++ = *(*at)++;
    copy_digits(to, at, end);
}

// Writes text as C has it, without separators of thousands and with a decimal point.
static bool spell(char plain[LONGEST_NUMBER], const char *text, Notation how)
{
    char *to = plain, *end = plain + LONGEST_NUMBER - 8;   // room for sign, point, e, sign and NUL
    const char *at = text + strspn(text, " ");
    if (*at == '+' || *at == '-') *to++ = *at++;
    char *digits = to;
    if (!copy_whole_part(&to, &at, end, how.thousands)) return false;
    int count = (int)(to - digits);
    if (*at == how.decimal) {
        at++;
        *to++ = '.';
        char *decimals = to;
        copy_digits(&to, &at, end);
        count += (int)(to - decimals);
    }
    if (count == 0) return false;
    copy_exponent(&to, &at, end);
    *to = 0;
    return !at[strspn(at, " ")];
}

// Up to 15 digits and a power of ten up to 10^22 are doubles without an error, and then one
// division gives what strtod gives, many times faster.
static bool short_number(double *out, const char *plain)
{
    static const double power[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char *at = plain + (*plain == '-' || *plain == '+'), *point = NULL;
    int64_t digits = 0;
    int count = 0;
    for (; *at && count <= 15; at++) {
        if (*at == '.') {
            point = at;
        } else if (is_digit(*at)) {
            digits = 10 * digits + (*at - '0');
            count++;
        } else {
            return false;
        }
    }
    if (count > 15) return false;
    double value = (double)digits / power[point ? at - point - 1 : 0];
    *out = *plain == '-' ? -value : value;
    return true;
}

bool csv_number(double *out, const char *text, Notation how)
{
    char plain[LONGEST_NUMBER];
    if (!spell(plain, text, how)) return false;
    if (!short_number(out, plain)) *out = strtod(plain, NULL);
    return isfinite((Real)*out);
}

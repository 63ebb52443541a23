/* text.h: text files as UTF-8 that has been checked, line by line and code point by code point.
 *
 * Memory   text_read gives a text that the caller frees. The others walk along it and allocate
 *          nothing.
 * Errors   A file that is no UTF-8, or holds a NUL, is refused with the line and the byte in it
 *          (both from 1) of the first fault. What walks along a text counts on its having been
 *          checked.
 * Source   The Unicode Standard 15.0, table 3-7: which byte may follow which.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"

// The whole file, behind its byte order mark if it has one, and a NUL. One of more than `most`
// bytes is refused; an empty one is a text without a line.
bool text_read(char **text, size_t *length, const char *path, size_t most, Error *);

// Is this UTF-8 without a NUL? `path` is for the Error alone.
bool text_check(const char *text, size_t length, const char *path, Error *);

// The next line, ended by LF, CRLF, CR or the text's end: its ending becomes a NUL, and *rest moves
// behind it. NULL when there is no more; a text that ends in a line's ending has no empty line
// there.
char *text_line(char **rest);

// The next code point, over which *at moves; 0 at the text's end, where it stays. (A text that
// nobody has checked, such as a word of the command line, gives some number or other, and is not
// left.)
int32_t text_code(const char **at);
size_t text_length(const char *text);   // in code points

// Writes a code point and a NUL, at most 5 bytes; gives how many stand before the NUL.
size_t text_put(char *to, int32_t code);

// One more word of a list such as "a, b": behind what stands there, as far as there is room; false
// where it was cut.
bool list_word(char *list, size_t size, const char *word);

// A … Z become a … z, and every other code point stays.
int32_t lower_ascii(int32_t code);

// A copy without the blanks around it; the caller frees it.
char *text_trimmed(const char *text);

// FNV-1a: the same number for the same text, and rarely for another.
uint32_t text_hash(const char *text);

// Is there a tab, the end of a line or another control character, which no table of results and no
// line for people has room for?
bool text_has_control(const char *text);

// What may stand in a line of an Error: the first 40 bytes or fewer, whole code points, with ? for
// each control character and … behind it where something was cut off.
typedef struct Shown { char text[48]; } Shown;
Shown text_shown(const char *text);

// A number as a reader writes it: four digits, or the whole part where that has more, as in 2.116
// and 15009; from a hundred million on 1.2e+08.
Shown number_shown(double value);

#endif

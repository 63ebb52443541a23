/* jamo.h: Hangul syllables taken apart into their letters, the jamo, and put
 * together again. 한 is ㅎ, ㅏ, ㄴ.
 *
 * Source   The Unicode Standard 15.0, section 3.12: a syllable's number is
 *          (initial * 21 + vowel) * 28 + final, and a final of 0 is none.
 */
#ifndef JAMO_H
#define JAMO_H

#include <stddef.h>
#include <stdint.h>

// A code point as one, two or three jamo; what is no syllable stays itself.
int jamo_split(int32_t out[3], int32_t code);
// A text with every syllable taken apart; the caller frees it.
char *jamo_of_text(const char *text);
// The same turned round: jamo that make a syllable become one, in the order
// in which they stand, and others stay.
char *text_of_jamo(const char *jamo);

#endif

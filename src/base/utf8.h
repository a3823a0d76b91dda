/* UTF-8: validity (no overlong, no surrogates), length in characters, one character at a time. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

bool utf8_valid(struct str s);
size_t utf8_count(struct str s);                        /* characters of a valid text */
int utf8_next(struct str s, size_t at, uint32_t *c);    /* bytes taken, 0 at the end or when invalid */
bool utf8_is_han(uint32_t c);
bool utf8_has_han(struct str s);
struct str utf8_head(struct str s, size_t characters);  /* the first characters, never cut inside one */

#endif

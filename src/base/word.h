/*
 * Sentences the program itself says (titles of notices, flash lines, mails): Chinese in tables/words.def, never in .c.
 *
 * word(a, WORD_x, "name", value, …, NULL) replaces {name}.  Values are C strings.
 */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include "base/arena.h"
#include "base/str.h"

enum word_id {
#define WORD(ID, TEXT) WORD_##ID,
#include "tables/words.def"
#undef WORD
	WORD_COUNT
};
struct str word(struct arena *a, enum word_id id, ...) __attribute__((sentinel));
struct str word_text(enum word_id id);          /* as it stands, for translation */

#endif

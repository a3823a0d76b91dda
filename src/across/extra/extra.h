/* What a place's pack adds beside the program's own: extra fields' values and stages of its own. */
#ifndef EXTRA_H
#define EXTRA_H

#include "base/field_struct.h"
#include "across/extra/extra.def"
#include "base/field_end.h"

struct db;
/* Rows of struct step_note_item: what was said in the stages that only this place has. */
struct rows step_notes_of_case(struct db *db, struct arena *a, int64_t challenge);
/* Rows of struct extra_item, for pages: of a case (bids left out), or of one thing (a bid, once its page may be seen). */
struct rows extra_of_case(struct db *db, struct arena *a, int64_t challenge);
struct rows extra_of_thing(struct db *db, struct arena *a, const char *form, int64_t about);

#endif

/*
 * Objections against a notice: by anybody with a real name; handled by the bureau; the project is not established meanwhile (8.5.b, 8.6.d).
 *
 * Who objects stands in a table of its own, read by who handles the objection, by nobody else: objection_knows().
 * Open is an objection that is not answered, refused or withdrawn.
 */
#ifndef OBJECTION_H
#define OBJECTION_H

#include "life/6-notice/notice.h"
#include "base/field_struct.h"
#include "life/6-notice/objection.def"
#include "base/field_end.h"

/* So many lose their object with one act: its rows are limited (LIMIT_ACT_ROWS), and anybody can file.  What is left is handled one by one. */
#define OBJECTIONS_MOOT 300

bool objection_find(struct db *db, struct arena *a, int64_t objection, struct objection_row *out);
bool objection_open(struct str state);
/* Open objections of a case, whatever notice they are against. */
int64_t objections_open(struct db *db, struct arena *a, int64_t challenge);
/* By number and code (as objection_file gave it out); false for a wrong pair, whichever of the two is wrong. */
bool objection_by_code(struct db *db, struct arena *a, int64_t programme, struct str number, struct str code, struct objection_row *out);
/* Decided and answered ones of a notice: struct objection_public_row, for everybody. */
struct rows objections_public(struct db *db, struct arena *a, int64_t notice);
/* What a notice puts right after an objection against an earlier one; empty: nothing. */
struct str notice_correction(struct db *db, struct arena *a, int64_t notice);
/* May this person read who objects?  Of the bureau: whoever looks at a new one, then its handlers. */
bool objection_knows(struct db *db, struct arena *a, const struct objection_row *o, enum role role, int64_t person);
/* The day until which the step that follows should be taken, by the pack; 0: it sets none, or the calendar does not reach so far. */
int64_t objection_due(struct act_run *r, const char *param);

#endif

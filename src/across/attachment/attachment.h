/*
 * Files that people send: kept once by digest under DATA/attachments/ab/abcd…, never changed, served as downloads only.
 *
 * A file is readable by who sent it, and by those who may see a case that shows it: the door links the digests of an act's
 * file fields with attachment_link(); attachment_readable() is the only place that decides.
 */
#ifndef ATTACHMENT_H
#define ATTACHMENT_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/attachment/attachment.def"
#include "base/field_end.h"

/* DATA/attachments/ab/abcd… */
struct str attachment_path(struct arena *a, struct str data, struct str digest);
bool attachment_find(struct db *db, struct arena *a, struct str digest, struct attachment_row *out);
/* Records a file that stands at its place already. `id` from the caller (outside the book). */
void attachment_add(struct db *write, const struct attachment_row *row);
/* The door, in the act's transaction: this act's input contains this file (use->id is made here). challenge 0: of no case (a licence). */
void attachment_link(struct db *write, struct arena *a, const struct attachment_use_row *use);
/* The same for every digest of the input's file fields, rows too. */
void attachment_link_input(struct db *write, struct arena *a, const struct act_run *r, int64_t journal);

/* Removes files that somebody without a session sent before `before` and that no act ever showed. How many. Its own transaction. */
int64_t attachments_sweep(struct db *write, struct arena *a, struct str data, int64_t before);

struct attachment_reader {
	int64_t person, org;
	enum role role;
};
/* May this person read the file?  The public may read none here (what is published is a paper, across/document). */
bool attachment_readable(struct db *db, struct arena *a, struct str digest, const struct attachment_reader *who);

/* Input names only files that were sent and that this person may read: struct form_error for each field that does not, none = good. */
struct rows attachment_check(struct db *db, struct arena *a, const struct attachment_reader *who, const struct fields *t, const void *row);

#endif

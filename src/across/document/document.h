/*
 * Papers: what is issued is rendered once, numbered, kept with its digest, and never rendered again.
 *
 * A room issues one by act_issue() of act/act.h in its apply function; the pack's papers/NAME.html is its text, the struct handed over
 * what the text may name.  A pack without that paper issues none.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/document/document.def"
#include "base/field_end.h"

struct document_info {
	const char *name;
	const struct fields *t;
	unsigned audience;              /* relations; ~0u: everybody */
};
const struct document_info *document_info(struct str name);
const struct document_info *document_all(size_t *n);
/* May this role with these relations to the paper's case read it? */
bool document_may(const struct document_info *d, enum role role, unsigned relations);
/* The same for one paper of its case: a panel's opinion is read by that panel's members who took part, not by other panels'. */
struct document_reader {
	int64_t person;
	enum role role;
	unsigned relations;
};
bool document_readable(struct db *db, struct arena *a, const struct document_info *d, int64_t paper, const struct document_reader *who);
bool document_public(const struct document_info *d);
bool document_find(struct db *db, struct arena *a, int64_t id, struct document_row *out);
/* The digest of an issued paper; empty when there is no such paper. */
struct str document_digest(struct db *db, struct arena *a, int64_t paper);
/* The text of a paper of a pack on its sheet. Empty with *error when the template names what the table has not. */
struct str document_render(struct arena *a, const struct policy *p, const struct document_info *d, const void *data,
	const struct document_sheet *sheet, struct str *error);

#endif

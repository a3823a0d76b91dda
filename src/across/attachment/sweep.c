/*
 * Tidying the attachment store: what the public sent for a registration that never happened.
 *
 * Files of people with an account stay: their drafts may name them.
 */
#include <unistd.h>

#include "across/attachment/attachment.h"

int64_t attachments_sweep(struct db *write, struct arena *a, struct str data, int64_t before)
{
	struct attachment_key key = { .now = before };
	struct attachment_row row;

	if (!db_begin(write))
		return 0;
	struct rows unused = db_all(write, a, "attachment_unused", &key);
	const struct attachment_row *u = unused.v;
	for (size_t i = 0; i < unused.n; i++)
		db_run(write, "attachment_forget", &u[i]);
	if (!unused.n || !db_commit(write)) {
		db_rollback(write);
		db_fault_clear(write);
		return 0;
	}
	for (size_t i = 0; i < unused.n; i++)
		if (!attachment_find(write, a, u[i].digest, &row))
			unlink(attachment_path(a, data, u[i].digest).p);
	return (int64_t)unused.n;
}

/*
 * Are the files that somebody's input names really there, and his to show?  A digest that was only typed is no voucher.
 *
 * Called by the web before an act; the book's replay does not need the files themselves.
 */
#include "across/attachment/attachment.h"
#include "base/form.h"
#include "base/limits.h"
#include "base/word.h"

struct check {
	struct db *db;
	struct arena *a;
	const struct attachment_reader *who;
	struct form_error *errors;
	size_t n, most;
};

static bool known(const struct check *c, struct str digest)
{
	struct attachment_row row;

	if (!attachment_find(c->db, c->a, digest, &row))
		return false;
	return !row.person || attachment_readable(c->db, c->a, digest, c->who);
}

static void check_field(struct check *c, const struct field *f, struct str digests, struct str name)
{
	while (digests.n) {
		struct str digest = str_cut(&digests, ',');
		if (!digest.n || known(c, digest) || c->n == c->most)
			continue;
		c->errors[c->n++] = (struct form_error){ name, word(c->a, WORD_form_file, "label", f->label, NULL) };
		return;
	}
}

static void check_row(struct check *c, const struct fields *t, const void *row, struct str prefix)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		struct str name = str_fmt(c->a, "%.*s%s", STR_ARG(prefix), f->name);
		if (f->kind == KIND_file)
			check_field(c, f, FIELD_STR(row, f), name);
		if (f->kind != KIND_rows)
			continue;
		struct rows rows = FIELD_ROWS(row, f);
		for (size_t k = 0; k < rows.n; k++)
			check_row(c, f->sub, (const char *)rows.v + k * f->sub->size, str_fmt(c->a, "%.*s.%zu.", STR_ARG(name), k));
	}
}

struct rows attachment_check(struct db *db, struct arena *a, const struct attachment_reader *who, const struct fields *t, const void *row)
{
	struct check c = { db, a, who, NEW_ARRAY(a, LIMIT_ROWS, struct form_error), 0, LIMIT_ROWS };

	check_row(&c, t, row, (struct str){ 0 });
	return (struct rows){ c.errors, c.n };
}

/*
 * The input of an act as text and back: the canonical JSON of its form.  The book keeps it with secrets masked; the replay puts them back.
 */
#include <jansson.h>

#include "act/door.h"

struct reader {
	struct arena *a;
	struct rows secrets;            /* struct secret_row of the line */
};

/* The value behind a salted digest; the digest itself when it was erased. */
static struct str reveal(const struct reader *rd, struct str digest)
{
	const struct secret_row *s = rd->secrets.v;
	for (size_t i = 0; i < rd->secrets.n; i++)
		if (str_eq(s[i].digest, digest))
			return s[i].value_secret;
	return digest;
}

static void read_object(const struct reader *rd, const struct fields *t, json_t *o, void *row);

static struct rows read_rows(const struct reader *rd, const struct fields *t, json_t *list)
{
	size_t n = json_array_size(list);
	char *v = arena_array(rd->a, n ? n : 1, t->size);
	for (size_t i = 0; i < n; i++)
		read_object(rd, t, json_array_get(list, i), v + i * t->size);
	return (struct rows){ v, n };
}

static void read_object(const struct reader *rd, const struct fields *t, json_t *o, void *row)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		json_t *v = json_object_get(o, f->name);
		if (!v)
			continue;
		if (f->kind == KIND_rows)
			FIELD_ROWS(row, f) = read_rows(rd, f->sub, v);
		else if (field_is_text(f->kind)) {
			struct str s = str_copy(rd->a, (struct str){ json_string_value(v), json_string_length(v) });
			FIELD_STR(row, f) = f->secret && s.n ? reveal(rd, s) : s;
		} else
			FIELD_INT(row, f) = json_integer_value(v);
	}
}

void *input_read(struct arena *a, const struct fields *form, struct str canon, struct rows secrets)
{
	struct reader rd = { a, secrets };
	void *row = arena_alloc(a, form->size);
	json_t *o = json_loadb(canon.p, canon.n, JSON_REJECT_DUPLICATES, NULL);
	if (o) {
		read_object(&rd, form, o, row);
		json_decref(o);
	}
	return row;
}

static struct str as_is(void *ctx, struct str value)
{
	(void)ctx;
	return value;
}

struct str act_input_text(struct arena *a, const struct fields *form, const void *in)
{
	struct buf b = { .arena = a };
	fields_canon(&b, form, in, as_is, NULL);
	return buf_str(&b);
}

void *act_input_read(struct arena *a, const struct fields *form, struct str text)
{
	return input_read(a, form, text, (struct rows){ 0 });
}

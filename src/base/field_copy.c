/* From a form to a row, from a row to a page: members of the same name, said in field.h. */
#include "base/field.h"

void fields_copy(const struct fields *to, void *out, const struct fields *from, const void *row)
{
	for (size_t i = 0; i < to->n; i++) {
		const struct field *t = &to->f[i], *f = field_find(from, str_of(t->name));

		if (!f || f->kind == KIND_rows || t->kind == KIND_rows || field_is_text(f->kind) != field_is_text(t->kind))
			continue;
		if (field_is_text(t->kind))
			FIELD_STR(out, t) = FIELD_STR(row, f);
		else
			FIELD_INT(out, t) = FIELD_INT(row, f);
	}
}

struct rows fields_copy_rows(struct arena *a, const struct fields *to, const struct fields *from, struct rows rows)
{
	char *v = arena_array(a, rows.n + 1, to->size);

	for (size_t i = 0; i < rows.n; i++)
		fields_copy(to, v + i * to->size, from, (const char *)rows.v + i * from->size);
	return (struct rows){ v, rows.n };
}

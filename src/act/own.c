/*
 * Several programmes stand in one store: an act of one never reaches a thing of another, neither by its target nor by an id in its form.
 */
#include "act/door.h"

static bool foreign(int64_t programme, int64_t id)
{
	return id_programme(id) > 0 && id_programme(id) != programme;
}

static bool foreign_in(int64_t programme, const struct fields *t, const void *row)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		if (f->kind == KIND_id && foreign(programme, FIELD_INT(row, f)))
			return true;
		if (f->kind != KIND_rows)
			continue;
		struct rows rows = FIELD_ROWS(row, f);
		for (size_t k = 0; k < rows.n; k++)
			if (foreign_in(programme, f->sub, (const char *)rows.v + k * f->sub->size))
				return true;
	}
	return false;
}

bool door_foreign(const struct act_run *r)
{
	return foreign(r->q->programme, r->target) || (r->in && foreign_in(r->q->programme, r->info->form, r->in));
}

/*
 * The form of an act as a pack has it: the program's field table and, behind it, the pack's extra fields; and their values.
 *
 * The extended table describes a longer struct that begins with the form's own, so a room sees what it always saw.  A request
 * that carries extra fields says so (act_request.form); nobody else reads behind the struct.
 */
#include <string.h>

#include "act/door.h"
#include "across/extra/extra.h"
#include "base/choice.h"
#include "base/day.h"
#include "base/form.h"
#include "base/money.h"
#include "base/word.h"

const struct fields *request_form(const struct act_request *q)
{
	return q->form ? q->form : act_infos[q->act].form;
}

static enum kind kind_called(struct str name)
{
	static const char *const names[] = {
#define KIND_NAME(K, C) #K,
		FIELD_KINDS(KIND_NAME)
#undef KIND_NAME
	};
	int k = 0;
	while (!str_is(name, names[k]))
		k++;
	return (enum kind)k;
}

static struct field extra_field_of(struct arena *a, const struct extra_field *x, size_t at, bool first)
{
	struct field f = { .name = str_c(a, x->name), .label = str_c(a, x->label), .kind = kind_called(x->kind), .at = at, .max = x->max, .must = x->must };

	f.wide = f.kind == KIND_long || f.kind == KIND_file;
	f.of = x->of.n ? str_c(a, x->of) : NULL;
	f.help = x->help.n ? str_c(a, x->help) : NULL;
	f.clause = x->clause.n ? str_c(a, x->clause) : NULL;
	f.section = first ? word_text(WORD_extra_section).p : NULL;
	return f;
}

const struct fields *act_form(struct arena *a, const struct policy *p, enum act_id act)
{
	const struct fields *t = act_infos[act].form;
	const struct extra_field *x = p->extra.v;
	size_t n = t->n, at = t->size;

	for (size_t i = 0; i < p->extra.n; i++)
		n += str_is(x[i].form, t->name);
	if (n == t->n)
		return t;
	struct field *f = NEW_ARRAY(a, n, struct field);
	memcpy(f, t->f, t->n * sizeof *f);
	n = t->n;
	for (size_t i = 0; i < p->extra.n; i++) {
		if (!str_is(x[i].form, t->name))
			continue;
		f[n] = extra_field_of(a, &x[i], at, n == t->n);
		at += field_is_text(f[n].kind) ? sizeof(struct str) : sizeof(int64_t);
		n++;
	}
	struct fields *out = NEW(a, struct fields);
	*out = (struct fields){ t->name, f, n, at };
	return out;
}

const struct policy *act_policy(struct db *db, struct arena *a, const struct programme *pg, enum act_id act, int64_t target)
{
	bool found;
	struct challenge_row c;
	struct id_key key = { .id = target_challenge(db, a, act_infos[act].target, target, &found) };

	return key.id && db_one(db, a, "challenge_read", &key, &c) ? programme_pack(pg, c.pack) : pg->policy;
}

/* ---- values ---- */

static struct str labels(struct act_run *r, const struct field *f, struct str codes)
{
	struct rows list = choices_builtin(r->a, f->of);
	struct str out = STR("");
	list = list.n ? list : policy_list(r->policy, f->of);
	while (codes.n) {
		struct str one = choice_label(list, str_cut(&codes, ','));
		out = out.n ? str_join(r->a, out, word_text(WORD_story_comma).p, one) : one;
	}
	return out;
}

/* As a person reads it; empty when nothing was given. */
static struct str value_text(struct act_run *r, const struct field *f)
{
	const void *in = r->q->in;

	switch (f->kind) {
	case KIND_choice: case KIND_choices: return f->of ? labels(r, f, FIELD_STR(in, f)) : FIELD_STR(in, f);
	case KIND_flag: return word_text(FIELD_INT(in, f) ? WORD_extra_yes : WORD_extra_no);
	case KIND_day: return FIELD_INT(in, f) ? day_text(r->a, FIELD_INT(in, f)) : STR("");
	case KIND_fen: return FIELD_INT(in, f) ? str_join(r->a, money_text(r->a, FIELD_INT(in, f)), "", word_text(WORD_yuan)) : STR("");
	case KIND_share: return str_fmt(r->a, "%lld.%02lld%%", (long long)FIELD_INT(in, f) / 100, (long long)FIELD_INT(in, f) % 100);
	default: return field_is_text(f->kind) ? FIELD_STR(in, f) : str_fmt(r->a, "%lld", (long long)FIELD_INT(in, f));
	}
}

void door_extra(struct act_run *r)
{
	const struct fields *t = request_form(r->q);
	const struct extra_field *x = r->policy->extra.v;
	size_t own = r->info->form->n;

	for (size_t i = 0; r->q->in && i < r->policy->extra.n; i++) {
		const struct field *f = str_is(x[i].form, t->name) ? field_find(t, x[i].name) : NULL;
		if (!f || f < t->f + own)
			continue;
		struct extra_value_row row = { .challenge = r->challenge, .about = r->made ? r->made : r->target, .form = str_of(t->name),
			.name = x[i].name, .n = (int64_t)i, .label = x[i].label, .kind = x[i].kind, .value = value_text(r, f) };
		if (!row.value.n)
			continue;
		row.id = act_id_next(r);
		act_write(r, "extra_value_insert", &row);
	}
}

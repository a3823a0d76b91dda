/* The input of a story's act: lines of "label = value" over what the act's form proposes, judged by the one form parser. */
#include <string.h>

#include "base/choice.h"
#include "base/form.h"
#include "base/hash.h"
#include "story/world.h"

struct pairs {
	struct form_pair *v;
	size_t n, most;
};

/* The pack's list, the program's, and the rubrics' items: what a form's choices may come from. */
static struct rows story_choices(void *ctx, const char *of)
{
	struct story_world *w = ctx;
	struct rows list = choices_builtin(w->act, of);
	if (!list.n)
		list = policy_list(w->pg->policy, of);
	if (list.n || strcmp(of, "rubric_item") != 0)
		return list;
	const struct rubric *rubrics = w->pg->policy->rubrics.v;
	struct choice *all = NEW_ARRAY(w->act, 200, struct choice);
	for (size_t i = 0; i < w->pg->policy->rubrics.n; i++) {
		const struct rubric_item *items = rubrics[i].items.v;
		for (size_t k = 0; k < rubrics[i].items.n && list.n < 200; k++)
			all[list.n++] = (struct choice){ items[k].code, items[k].label };
	}
	list.v = all;
	return list;
}

static const struct field *field_called(const struct fields *t, struct str name)
{
	const struct field *f = field_find(t, name);
	for (size_t i = 0; !f && i < t->n; i++)
		if (str_is(name, t->f[i].label))
			f = &t->f[i];
	return f;
}

/* Labels or names, rows from 1 -> the form's name, rows from 0 ("x.2.y" -> "indicators.1.name"), and its field. */
static const struct field *key_resolve(struct story_world *w, const struct fields *t, struct str key, struct str *name)
{
	struct buf b = { .arena = w->act };
	for (;;) {
		struct str part = str_cut(&key, '.');
		const struct field *f = field_called(t, part);
		int64_t row = 0;
		if (!f)
			return NULL;
		buf_puts(&b, f->name);
		if (f->kind != KIND_rows) {
			*name = buf_str(&b);
			return key.n ? NULL : f;
		}
		if (!str_int(str_cut(&key, '.'), &row) || row < 1 || !key.n)
			return NULL;
		buf_fmt(&b, ".%lld.", (long long)row - 1);
		t = f->sub;
	}
}

/* ---- values ---- */

static struct str new_lines(struct arena *a, struct str s)
{
	struct buf b = { .arena = a };
	for (size_t i = 0; i < s.n; i++) {
		bool mark = s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == 'n';
		buf_putc(&b, mark ? '\n' : s.p[i]);
		i += mark;
	}
	return buf_str(&b);
}

static struct str value_one(struct story_world *w, const struct field *f, struct str text)
{
	int64_t id;
	struct str code;
	switch (f->kind) {
	case KIND_choice: case KIND_choices:
		code = f->of ? choice_code(story_choices(w, f->of), text) : text;
		return code.n ? code : text;
	case KIND_file:
		return hash_text(w->act, HASH_SHA256, text);
	case KIND_id:
		id = story_thing_find(w, strstr(f->name, "org") || strstr(f->name, "unit") ? "org" : "person", text);
		return id ? str_fmt(w->act, "%lld", (long long)id) : text;
	case KIND_flag:
		return str_eq(text, word_text(WORD_story_yes)) ? STR("1") : str_eq(text, word_text(WORD_story_no)) ? STR("") : text;
	default:
		return new_lines(w->act, text);
	}
}

static void pairs_drop(struct pairs *p, struct str name)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++)
		if (!str_eq(p->v[i].name, name))
			p->v[n++] = p->v[i];
	p->n = n;
}

static void pairs_add(struct pairs *p, struct str name, struct str value)
{
	if (p->n < p->most)
		p->v[p->n++] = (struct form_pair){ name, value };
}

/* Several values stand behind one another, with a comma of either kind between. */
static struct str value_next(struct str *rest)
{
	struct str comma = word_text(WORD_story_comma), head = *rest;
	for (size_t i = 0; i < rest->n; i++) {
		bool wide = rest->n - i >= comma.n && memcmp(rest->p + i, comma.p, comma.n) == 0;
		if (!wide && rest->p[i] != ',')
			continue;
		head.n = i;
		rest->p += i + (wide ? comma.n : 1);
		rest->n -= i + (wide ? comma.n : 1);
		return str_trim(head);
	}
	rest->n = 0;
	return str_trim(head);
}

static void input_set(struct story_world *w, struct pairs *p, const struct field *f, struct str name, struct str value)
{
	pairs_drop(p, name);
	if (f->kind != KIND_choices && f->kind != KIND_file) {
		value = value_one(w, f, value);
		if (value.n)
			pairs_add(p, name, value);
		return;
	}
	while (value.n)
		pairs_add(p, name, value_one(w, f, value_next(&value)));
}

static struct pairs proposed(struct story_world *w, const struct story_act *s, const struct act_request *q, const struct fields *t)
{
	struct pairs p = { .most = 4000 };
	p.v = NEW_ARRAY(w->act, p.most, struct form_pair);
	void *in = arena_alloc(w->act, t->size);
	if (s->blank || !act_prefill(w->db, w->act, w->pg, q, in))
		return p;
	struct rows base = form_pairs_of(w->act, t, in);
	for (size_t i = 0; i < base.n && i < p.most; i++)
		p.v[p.n++] = ((struct form_pair *)base.v)[i];
	return p;
}

bool story_form(struct story_world *w, const struct story_act *s, const struct act_request *q, void *in, struct rows *errors)
{
	const struct fields *t = act_infos[q->act].form;
	struct pairs p = proposed(w, s, q, t);
	for (size_t i = 0; i < s->inputs_n; i++) {
		struct str name, value, key;
		if (!story_replace(w, s->inputs[i].value, &value) || !story_replace(w, s->inputs[i].key, &key))
			return false;
		const struct field *f = key_resolve(w, t, key, &name);
		if (!f) {
			w->error = word(w->a, WORD_story_e_field, "form", t->name, "what", str_c(w->a, key), NULL);
			return false;
		}
		input_set(w, &p, f, name, value);
	}
	struct form_in form = { .arena = w->act, .pairs = p.v, .n = p.n, .choices = story_choices, .ctx = w };
	*errors = form_parse(&form, t, in);
	return true;
}

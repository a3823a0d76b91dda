/* The input of a story's act: lines of "label = value" over what the act's form proposes, judged by the one form parser. */
#include <string.h>

#include "base/choice.h"
#include "base/form.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "story/world.h"

#define ROW_LEVELS 3

struct pairs {
	struct form_pair *v;
	size_t n, most;
};

static struct rows story_clauses(struct story_world *w)
{
	const struct clause *c = w->pg->policy->clauses.v;
	struct choice *all = NEW_ARRAY(w->act, w->pg->policy->clauses.n + 1, struct choice);
	for (size_t i = 0; i < w->pg->policy->clauses.n; i++)
		all[i] = (struct choice){ c[i].id, c[i].id };
	return (struct rows){ all, w->pg->policy->clauses.n };
}

/* The pack's list, the program's, its clauses, and the rubrics' items: what a form's choices may come from. */
struct rows story_choices(void *ctx, const char *of)
{
	struct story_world *w = ctx;
	if (strcmp(of, "clause") == 0)
		return story_clauses(w);
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

/* A name with one place for each level of rows; the last row of every level that it means. */
struct key {
	const struct field *field;
	struct str part[ROW_LEVELS + 1];        /* "indicators", "name" */
	int64_t first[ROW_LEVELS], last[ROW_LEVELS];
	size_t levels;
};

/* "2", "2-5", "*" (every row that the form proposes). */
static bool row_range(struct str text, int64_t *first, int64_t *last)
{
	struct str rest = text;
	struct str from = str_cut(&rest, '-');
	*first = 1;
	*last = LIMIT_ROWS;
	if (str_is(text, "*"))
		return true;
	if (!str_int(from, first) || *first < 1)
		return false;
	*last = *first;
	return !rest.n || (str_int(rest, last) && *last >= *first && *last <= LIMIT_ROWS);
}

/* Labels or names, rows from 1 -> the form's names. */
static bool key_parse(const struct fields *t, struct str text, struct key *key)
{
	*key = (struct key){ 0 };
	for (;;) {
		const struct field *f = field_called(t, str_cut(&text, '.'));
		if (!f)
			return false;
		key->part[key->levels] = str_of(f->name);
		key->field = f;
		if (f->kind != KIND_rows)
			return !text.n;
		if (key->levels == ROW_LEVELS || !row_range(str_cut(&text, '.'), &key->first[key->levels], &key->last[key->levels]) || !text.n)
			return false;
		key->levels++;
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

/* Names that are looked up by their exact form stay clean. */
static struct str tainted(struct story_world *w, const struct field *f, struct str text)
{
	static const char *const clean[] = { "login", "region", "credit_code", "employer_code", "item", "email_secret" };
	size_t most = (size_t)(f->max ? f->max : f->kind == KIND_long ? LIMIT_LONG : LIMIT_TEXT);
	for (size_t i = 0; i < sizeof clean / sizeof *clean; i++)
		if (strcmp(f->name, clean[i]) == 0)
			return text;
	if (!w->taint.n || !text.n || utf8_count(text) + w->taint.n > most)
		return text;
	return str_join(w->act, text, "", w->taint);
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
	case KIND_text: case KIND_long:
		return tainted(w, f, new_lines(w->act, text));
	default:
		return text;
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
		pairs_add(p, name, value_one(w, f, story_next(&value)));
}

static struct pairs proposed(struct story_world *w, const struct story_act *s, const struct act_request *q, const struct fields *t)
{
	struct pairs p = { .most = 4000 };
	p.v = NEW_ARRAY(w->act, p.most, struct form_pair);
	void *in = arena_alloc(w->act, t->size);
	if (s->blank || !act_prefill(w->db, w->act, w->pg, q, in))
		return p;
	struct rows base = form_pairs_of(w->act, act_infos[q->act].form, in);         /* nothing proposes an extra field */
	for (size_t i = 0; i < base.n && i < p.most; i++)
		p.v[p.n++] = ((struct form_pair *)base.v)[i];
	return p;
}

/* Does the form have a row that begins so? */
static bool row_there(const struct pairs *p, struct str row)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].name.n > row.n && memcmp(p->v[i].name.p, row.p, row.n) == 0)
			return true;
	return false;
}

/* Sets the value in every row that the key means; "*" ends where the form proposes no more rows. */
static void key_set(struct story_world *w, struct pairs *p, const struct key *k, size_t level, struct str head, struct str value)
{
	struct str name = str_join(w->act, head, "", k->part[level]);
	if (level == k->levels) {
		input_set(w, p, k->field, name, value);
		return;
	}
	bool open = k->first[level] == 1 && k->last[level] == LIMIT_ROWS;
	for (int64_t i = k->first[level]; i <= k->last[level]; i++) {
		struct str row = str_fmt(w->act, "%.*s.%lld.", STR_ARG(name), (long long)i - 1);
		if (open && !row_there(p, row))
			return;
		key_set(w, p, k, level + 1, row, value);
	}
}

static bool is_given(const struct pairs *p, const char *name)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_is(p->v[i].name, name))
			return true;
	return false;
}

/* Extra fields of the pack that a story without them does not give: what it supplied beforehand. */
static void supply(struct story_world *w, struct pairs *p, const struct fields *t, size_t own)
{
	for (size_t i = own; i < t->n; i++) {
		const char *name = str_fmt(w->act, "%s.%s.%s", word_text(WORD_story_supply).p, t->name, t->f[i].name).p;
		struct str value = story_value(w, name);
		if (value.n && !is_given(p, t->f[i].name))
			input_set(w, p, &t->f[i], str_of(t->f[i].name), value);
	}
}

bool story_pairs(struct story_world *w, const struct story_act *s, const struct act_request *q, struct rows *pairs)
{
	const struct fields *t = q->form;
	struct pairs p = proposed(w, s, q, t);
	for (size_t i = 0; i < s->inputs_n; i++) {
		struct str value, text;
		struct key key;
		if (!story_replace(w, s->inputs[i].value, &value) || !story_replace(w, s->inputs[i].key, &text))
			return false;
		if (!key_parse(t, text, &key)) {
			w->error = word(w->a, WORD_story_e_field, "form", t->name, "what", str_c(w->a, text), NULL);
			return false;
		}
		key_set(w, &p, &key, 0, STR(""), value);
	}
	supply(w, &p, t, act_infos[q->act].form->n);
	*pairs = (struct rows){ p.v, p.n };
	return true;
}

bool story_form(struct story_world *w, const struct story_act *s, const struct act_request *q, void *in, struct rows *errors)
{
	struct rows pairs;
	if (!story_pairs(w, s, q, &pairs))
		return false;
	struct form_in form = { .arena = w->act, .pairs = pairs.v, .n = pairs.n, .choices = story_choices, .ctx = w };
	*errors = form_parse(&form, q->form, in);
	return true;
}

/*
 * The page of a first signature: exactly what the first person filled in, beside the act's checklist, with one button for the second.
 *
 * The button posts the same values to the act itself, so whoever has no script signs as well, and the door compares them.
 */
#include "web/inside.h"
#include "base/day.h"
#include "web/signing.h"
#include <stddef.h>
#include <string.h>

#define VALUES_MOST 1000

struct seeing {
	struct view *v;
	struct ask *k;
	struct first_signature_row row;
	enum act_id act;
	const struct act_info *info;
	const struct fields *form;      /* with the pack's own fields */
	void *in;
	struct signing_page *p;
};

/* ---- what was filled in ---- */

static struct rows files_of(struct seeing *s, struct str digests)
{
	struct link_item *items = NEW_ARRAY(s->v->a, digests.n / 8 + 1, struct link_item);
	size_t n = 0;

	while (digests.n) {
		struct str d = str_cut(&digests, ',');
		struct rows name = ask_choices(s->k, str_fmt(s->v->a, "#%.*s", STR_ARG(d)).p);

		items[n++] = (struct link_item){ .title = name.n ? ((const struct choice *)name.v)->label : (struct str){ d.p, d.n > 12 ? 12 : d.n },
			.link = str_fmt(s->v->a, "/attachments/%.*s", STR_ARG(d)) };
	}
	return (struct rows){ items, n };
}

/* The line of an id field's own list: a person's name where the form stores a number. */
static struct str id_label(struct seeing *s, const struct field *f, int64_t id)
{
	struct rows list = f->of ? ask_choices(s->k, f->of) : (struct rows){ 0 };
	const struct choice *c = list.v;
	struct str code = str_fmt(s->v->a, "%lld", (long long)id);

	for (size_t i = 0; i < list.n; i++)
		if (str_eq(c[i].code, code))
			return c[i].label;
	return (struct str){ 0 };
}

static struct str value_of(struct seeing *s, const struct field *f, const void *row)
{
	struct buf b = { .arena = s->v->a };
	struct template_out how = { .english = s->k->english, .plain = true, .entitled = true, .choices = ask_choices, .ctx = s->k, .policy = s->k->policy };

	if (f->kind == KIND_id)
		return id_label(s, f, FIELD_INT(row, f));
	field_show(&b, f, row, &how);
	return buf_str(&b);
}

static void add(struct seeing *s, struct signing_value item)
{
	if (s->p->values.n < VALUES_MOST)
		((struct signing_value *)s->p->values.v)[s->p->values.n++] = item;
}

static void fields_add(struct seeing *s, const struct fields *t, const void *row)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		struct str label = tr(s->k->english, str_of(f->label));

		if (f->kind == KIND_rows) {
			const struct rows *rows = &FIELD_ROWS(row, f);

			for (size_t n = 0; n < rows->n; n++) {
				add(s, (struct signing_value){ .label = str_fmt(s->v->a, "%.*s %zu", STR_ARG(label), n + 1), .head = 1 });
				fields_add(s, f->sub, (const char *)rows->v + n * f->sub->size);
			}
		} else if (f->kind == KIND_file) {
			if (FIELD_STR(row, f).n)
				add(s, (struct signing_value){ .label = label, .files = files_of(s, FIELD_STR(row, f)) });
		} else {
			struct str value = value_of(s, f, row);
			if (value.n && label.n)
				add(s, (struct signing_value){ .label = label, .value = value });
		}
	}
}

static struct rows pairs_of(struct seeing *s)
{
	struct rows pairs = form_pairs_of(s->v->a, s->form, s->in);
	const struct form_pair *p = pairs.v;
	struct signing_pair *out = NEW_ARRAY(s->v->a, pairs.n + 1, struct signing_pair);

	for (size_t i = 0; i < pairs.n; i++)
		out[i] = (struct signing_pair){ p[i].name, p[i].value };
	return (struct rows){ out, pairs.n };
}

/* ---- who looks, and what may be done ---- */

static struct str person_name(struct seeing *s, int64_t person)
{
	struct signing_name n = { 0 };

	if (person)
		db_one(s->v->db, s->v->a, "signing_person", &(struct id_key){ person }, &n);
	return n.name;
}

static void may_sign(struct seeing *s)
{
	struct view *v = s->v;
	struct act_request q = { .act = s->act, .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .role = v->who->role,
		.target = s->row.thing, .in = s->in, .form = s->form, .now = v->now, .key = STR("look") };
	struct act_result r = act_try(v->db, v->a, v->pg, &q);

	s->p->can_sign = r.answer == ANSWER_DONE || r.answer == ANSWER_REFUSED;
	s->p->ready = r.answer == ANSWER_DONE;
	s->p->checklist = verdict_items(s->k, r.verdicts);
	if (r.answer == ANSWER_NOT_NOW)
		s->p->not_now = stage_label(s->k->policy, r.stage, s->k->english);
	s->p->key = str_fmt(v->a, "second-%lld-%lld", (long long)s->row.id, (long long)v->who->person);
}

static void fill(struct seeing *s)
{
	struct signing_page *p = s->p;
	struct signing_case c = { 0 };
	bool open = str_is(s->row.state, "open");

	if (s->row.challenge)
		db_one(s->v->db, s->v->a, "signing_case", &(struct id_key){ s->row.challenge }, &c);
	p->id = s->row.id;
	p->act = str_of(s->info->name);
	p->label = tr(s->k->english, str_of(s->info->label));
	p->target = s->row.thing;
	p->number = c.number;
	p->title = c.title;
	p->link = s->row.challenge ? str_fmt(s->v->a, "/challenges/%lld", (long long)s->row.challenge) : (struct str){ 0 };
	p->state = s->row.state;
	p->first_name = person_name(s, s->row.person);
	p->signed_at = s->row.signed_at;
	p->second_name = person_name(s, s->row.second);
	p->ended_at = s->row.ended_at;
	p->reason = s->row.reason;
	int64_t days = policy_param(s->v->pg->policy, RULE_second_person, "days");
	p->until = open && days ? instant_day(s->row.signed_at + days * MS_PER_DAY) : 0;
	p->can_withdraw = open && s->row.person == s->v->who->person;
	p->values.v = NEW_ARRAY(s->v->a, VALUES_MOST, struct signing_value);
	fields_add(s, s->form, s->in);
	if (open && !p->can_withdraw)
		may_sign(s);
	if (p->can_sign)
		p->pairs = pairs_of(s);
}

bool signing_view(struct view *v, void *page)
{
	struct seeing s = { .v = v, .k = (struct ask *)(void *)((char *)v - offsetof(struct ask, v)), .p = page };

	if (!db_one(v->db, v->a, "signing_one", &(struct id_key){ v->id }, &s.row) || s.row.programme != v->pg->id || !act_find(s.row.act_name, &s.act))
		return false;
	s.info = &act_infos[s.act];
	unsigned rel = relations_of(v->db, v->a, v->who->person, v->who->org, s.info->target, s.row.thing);
	if (s.row.person != v->who->person && !may_act(s.act, v->who->role, rel))
		return false;
	ask_case(s.k, s.row.challenge);
	v->id = s.row.thing;
	s.form = act_form(v->a, s.k->policy, s.act);
	s.in = act_input_read(v->a, s.form, s.row.input_secret);
	fill(&s);
	v->title = s.p->label;
	return true;
}

/*
 * Who would sit on a panel and what speaks against it: asked of the experts' pool, the case's parties and the known relations.
 *
 * For the acts that seat or change a panel; reads only.
 */
#include "across/affiliation/affiliation.h"
#include "across/panel/panel_in.h"

/* An employer that is itself directly tied to the party. */
static bool employer_tied(struct db *db, struct arena *a, const struct panel_person_row *who, const struct panel_party_row *o, int64_t today)
{
	struct affiliation_question q = { o->programme, today, 1, { who->employer, who->employer_code }, { o->name, o->credit_code } };

	return who->employer_code.n && affiliation_of_units(db, a, &q).outcome == BROKEN;
}

const struct panel_party_row *panel_tie(struct db *db, struct arena *a, const struct rows *parties, const struct panel_person_row *who, int64_t today)
{
	const struct panel_party_row *o = parties->v;

	for (size_t i = 0; i < parties->n; i++, o++) {
		if (str_is(who->category, "demander_head") && o->demander)
			continue;
		if ((o->org && who->org == o->org) || (who->employer_code.n && str_eq(who->employer_code, o->credit_code)))
			return o;
		if (who->employer.n && str_eq(who->employer, o->name))
			return o;
		if (affiliation_of_person(db, a, who->id, o->credit_code, today) || employer_tied(db, a, who, o, today))
			return o;
	}
	return NULL;
}

static int64_t kind_bit(struct str category)
{
	return str_is(category, "management") ? PANEL_MANAGEMENT : str_is(category, "frontline") ? PANEL_FRONTLINE
		: str_is(category, "peer") ? PANEL_PEER : 0;
}

struct seat {
	int64_t person, chair;
	struct str category;
};

static bool is_what_it_says(const struct rows *parties, const struct panel_person_row *who, struct str category, bool head)
{
	const struct panel_party_row *o = parties->v;


	if (!str_is(who->state, "active"))
		return false;
	if (!head)
		return who->category.n && str_eq(who->category, category);
	for (size_t i = 0; i < parties->n; i++)
		if (o[i].demander && o[i].org == who->org)
			return true;
	return false;
}

static void add_seat(struct act_run *r, struct panel_facts *f, const struct rows *parties, const struct seat *s)
{
	struct panel_key key = { .person = s->person };
	struct panel_person_row who;
	bool head = str_is(s->category, "demander_head");

	f->members++;
	f->chairs += s->chair != 0;
	if (!db_one(r->db, r->a, "panel_person", &key, &who)) {
		if (!f->stranger.n)
			f->stranger = str_fmt(r->a, "%lld", (long long)s->person);
		return;
	}
	if (!is_what_it_says(parties, &who, s->category, head) && !f->stranger.n)
		f->stranger = who.name;
	f->kinds |= kind_bit(s->category);
	f->demander_head |= head;
	f->chair_is_member |= s->chair && !head;
	if (head)
		who.category = s->category;
	if (!f->tied.n && panel_tie(r->db, r->a, parties, &who, r->today))
		f->tied = who.name;
}

static void find_twice(struct act_run *r, struct panel_facts *f, const struct seat *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			if (v[i].person == v[j].person) {
				struct panel_key key = { .person = v[i].person };
				struct panel_person_row who;

				db_one(r->db, r->a, "panel_person", &key, &who);
				f->duplicate = who.name.n ? who.name : str_fmt(r->a, "%lld", (long long)v[i].person);
				return;
			}
}

static struct panel_facts facts_of(struct act_run *r, int64_t challenge, const struct seat *v, size_t n)
{
	struct panel_facts f = { 0 };
	struct panel_key key = { .challenge = challenge };
	struct rows parties = db_all(r->db, r->a, "panel_parties", &key);

	for (size_t i = 0; i < n; i++)
		add_seat(r, &f, &parties, &v[i]);
	find_twice(r, &f, v, n);
	return f;
}

struct panel_facts panel_facts_of_form(struct act_run *r, int64_t challenge, const struct panel_form *in)
{
	const struct panel_seat_form *s = in->seats.v;
	struct seat *v = NEW_ARRAY(r->a, in->seats.n + 1, struct seat);

	for (size_t i = 0; i < in->seats.n; i++)
		v[i] = (struct seat){ s[i].person, s[i].chair, s[i].category };
	return facts_of(r, challenge, v, in->seats.n);
}

/* The seats of a panel as they stand, one person exchanged for another when `leaves` is not 0. */
static struct panel_facts facts_with(struct act_run *r, int64_t panel, int64_t leaves, const struct seat *joins)
{
	struct panel_row p;
	struct panel_key key = { .panel = panel };
	struct rows rows = db_all(r->db, r->a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;
	struct seat *v = NEW_ARRAY(r->a, rows.n + 1, struct seat);
	size_t n = 0;

	if (!panel_find(r->db, r->a, panel, &p))
		return (struct panel_facts){ 0 };
	for (size_t i = 0; i < rows.n; i++) {
		if (str_is(s[i].state, "replaced"))
			continue;
		v[n] = (struct seat){ s[i].person, s[i].chair, s[i].category };
		if (leaves && s[i].person == leaves)
			v[n] = (struct seat){ joins->person, s[i].chair, joins->category };
		n++;
	}
	return facts_of(r, p.challenge, v, n);
}

struct panel_facts panel_facts_of_panel(struct act_run *r, int64_t panel)
{
	return facts_with(r, panel, 0, NULL);
}

struct panel_facts panel_facts_after(struct act_run *r, int64_t panel, const struct panel_replace_form *in)
{
	struct seat joins = { in->joins, 0, in->category };

	return facts_with(r, panel, in->leaves, &joins);
}

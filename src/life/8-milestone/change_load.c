/*
 * The facts of a change request: every item against the pack's list and against what holds now in the project.
 */
#include "across/affiliation/affiliation.h"
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/choice.h"
#include "base/day.h"
#include "life/8-milestone/change.h"

/* What an item of a kind has to say. */
static const struct shape {
	const char *kind;
	bool which, text, day, code;
} shapes[] = {
	{ "leader", .text = true }, { "member_in", .text = true }, { "member_out", .text = true },
	{ "partner_in", .text = true, .code = true }, { "partner_out", .text = true, .code = true },
	{ "plan", .text = true }, { "indicator", .which = true, .text = true }, { "budget", .text = true },
	{ "pay_day", .which = true, .day = true }, { "milestone_day", .which = true, .day = true }, { "end_day", .day = true },
};

static const struct shape *shape_of(struct str kind)
{
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (str_is(kind, shapes[i].kind))
			return &shapes[i];
	return NULL;
}

bool change_is_day(struct str kind)
{
	const struct shape *s = shape_of(kind);

	return s && s->day;
}

struct str change_name(struct arena *a, struct str kind, int64_t which)
{
	struct str label = choice_label(choices_builtin(a, "change_kind"), kind);

	return which ? str_fmt(a, "%.*s %lld", STR_ARG(label), (long long)which) : label;
}

/* ---- who takes part by now ---- */

static bool same_member(const struct change_member *m, struct str name, struct str code)
{
	return code.n ? str_eq(m->code, code) : str_eq(m->name, name);
}

static struct rows members_now(struct db *db, struct arena *a, int64_t challenge, const char *statement, const char *in, const char *out)
{
	struct rows all = db_all(db, a, statement, &(struct challenge_key){ challenge }), values = supplement_values(db, a, challenge);
	const struct supplement_value_row *v = values.v;
	struct change_member *m = NEW_ARRAY(a, all.n + values.n, struct change_member);
	size_t n = 0;

	for (; n < all.n; n++)
		m[n] = ((struct change_member *)all.v)[n];
	for (size_t i = 0; i < values.n; i++) {
		size_t kept = 0;
		if (str_is(v[i].kind, in))
			m[n++] = (struct change_member){ v[i].holds, v[i].code };
		if (!str_is(v[i].kind, out))
			continue;
		for (size_t k = 0; k < n; k++)
			if (!same_member(&m[k], v[i].was, v[i].code))
				m[kept++] = m[k];
		n = kept;
	}
	return (struct rows){ m, n };
}

struct rows change_team(struct db *db, struct arena *a, int64_t challenge)
{
	return members_now(db, a, challenge, "change_team_of", "member_in", "member_out");
}

struct rows change_partners(struct db *db, struct arena *a, int64_t challenge)
{
	return members_now(db, a, challenge, "change_partners_of", "partner_in", "partner_out");
}

static const struct change_member *member(struct rows all, struct str name, struct str code)
{
	const struct change_member *m = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (same_member(&m[i], name, code))
			return &m[i];
	return NULL;
}

/* ---- what an item would change: fills `was`, false: there is no such thing ---- */

struct things {
	struct rows milestones, indicators, payments, team, partners;
};

static bool was_milestone(struct act_run *r, const struct things *t, struct change_item_row *x)
{
	const struct milestone_row *m = t->milestones.v;

	for (size_t i = 0; i < t->milestones.n; i++) {
		if (m[i].ord != x->which || str_is(m[i].state, "passed"))
			continue;
		x->was = day_text(r->a, m[i].due);
		return true;
	}
	return false;
}

static bool was_indicator(const struct things *t, struct change_item_row *x)
{
	const struct taskbook_indicator_row *row = t->indicators.v;

	for (size_t i = 0; i < t->indicators.n; i++) {
		if (row[i].ord != x->which)
			continue;
		x->was = row[i].name;
		return true;
	}
	return false;
}

static bool was_payment(struct act_run *r, const struct things *t, struct change_item_row *x)
{
	const struct payment_row *p = t->payments.v;

	for (size_t i = 0; i < t->payments.n; i++) {
		if (!str_is(p[i].kind, "demander") || p[i].instalment != x->which || p[i].paid_fen > 0)
			continue;
		x->was = p[i].due_on ? day_text(r->a, p[i].due_on) : (struct str){ 0 };
		return true;
	}
	return false;
}

static struct str budget_now(struct act_run *r, const struct changing *s)
{
	struct rows all = supplement_values(r->db, r->a, r->challenge);
	const struct supplement_value_row *v = all.v;
	struct str now = s->now.disbursement;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(v[i].kind, "budget"))
			now = v[i].holds;
	return now;
}

/* Who leaves stands in `was`, who comes in `wanted`. */
static bool was_member(struct rows all, struct change_item_row *x, bool leaves)
{
	const struct change_member *m = member(all, x->wanted, x->code);

	if (!leaves)
		return !m;
	x->was = m ? m->name : x->wanted;
	x->wanted = (struct str){ 0 };
	return m != NULL;
}

static bool fill_was(struct act_run *r, struct changing *s, const struct things *t, struct change_item_row *x)
{
	if (str_is(x->kind, "leader"))
		x->was = s->now.pi_name;
	else if (str_is(x->kind, "plan"))
		x->was = s->now.research_plan;
	else if (str_is(x->kind, "budget"))
		x->was = budget_now(r, s);
	else if (str_is(x->kind, "end_day"))
		x->was = day_text(r->a, s->now.ends);
	else if (str_is(x->kind, "milestone_day"))
		return was_milestone(r, t, x);
	else if (str_is(x->kind, "indicator"))
		return was_indicator(t, x);
	else if (str_is(x->kind, "pay_day"))
		return was_payment(r, t, x);
	else if (str_starts(x->kind, "member_"))
		return was_member(t->team, x, str_is(x->kind, "member_out"));
	else
		return was_member(t->partners, x, str_is(x->kind, "partner_out"))
			&& !str_eq(x->code, s->who.demander_code) && !str_eq(x->code, s->who.awardee_code);
	return true;
}

/* ---- one item after the other ---- */

static bool item_whole(const struct change_item_row *x)
{
	const struct shape *k = shape_of(x->kind);

	return k && (!k->which || x->which) && (!k->text || x->wanted.n) && (!k->day || x->day) && (!k->code || x->code.n);
}

static void first(struct str *slot, bool wrong, struct str name)
{
	if (wrong && !slot->n)
		*slot = name;
}

static void look_at_list(struct act_run *r, struct changing *s, const struct change_item_row *x, struct str name)
{
	const struct change_rule *rule = policy_change(r->policy, x->kind);
	struct count_row n = { 0 };
	bool may = false;

	s->f.listed += rule != NULL;
	first(&s->f.unlisted, !rule, name);
	if (!rule)
		return;
	for (size_t i = 0; i < rule->ask.n; i++)
		may = may || str_eq(((const struct str *)rule->ask.v)[i], s->party);
	s->f.may_ask += may;
	first(&s->f.not_asked, !may, name);
	s->f.proofs_wanted += rule->evidence;
	s->f.proofs += rule->evidence && x->evidence.n;
	first(&s->f.unproved, rule->evidence && !x->evidence.n, name);
	db_one(r->db, r->a, "change_times_of", &(struct change_kind_key){ .challenge = r->challenge, .kind = x->kind }, &n);
	if (!rule->most_times || n.n < rule->most_times || s->f.used_up.n)
		return;
	s->f.used_up = name;
	s->f.often = n.n;
	s->f.often_most = rule->most_times;
}

static void look_at_partner(struct act_run *r, struct changing *s, struct change_item_row *x)
{
	struct change_kind_key key = { .programme = r->q->programme, .code = x->code };
	struct discredit_row entry;
	struct change_org o;
	bool here = db_one(r->db, r->a, "change_org_by_code", &key, &o);

	x->org = here ? o.id : 0;
	if (!str_is(x->kind, "partner_in"))
		return;
	first(&s->f.partner_strange, !here || !str_is(o.state, "verified"), x->wanted);
	if (!here)
		return;
	int64_t depth = policy_param(r->policy, RULE_bid_affiliation, "depth");
	struct affiliation tie = affiliation_between(r->db, r->a, x->org, s->who.demander, r->today, depth);
	first(&s->f.partner_tied, tie.outcome != HOLDS, tie.path);
	if (!discredit_latest(r->db, r->a, &(struct discredit_key){ .org = x->org, .today = r->today }, &entry) || entry.happened <= s->f.discredit_day)
		return;
	s->f.discredit_day = entry.happened;
	s->f.discredit = str_join(r->a, o.name, " ", entry.decision);
}

/* What held when the request was sent holds still. */
static bool unmoved(const struct changing *s, const struct change_item_row *x)
{
	const struct change_item_row *before = s->before.v;

	return !s->before.n || str_eq(before[x->ord - 1].was, x->was);
}

static void look_at_item(struct act_run *r, struct changing *s, const struct things *t, struct change_item_row *x)
{
	struct str name = change_name(r->a, x->kind, x->which);
	bool whole = item_whole(x);

	look_at_list(r, s, x, name);
	s->f.whole += whole;
	first(&s->f.bare, !whole, name);
	if (!whole)
		return;
	if (str_starts(x->kind, "partner_"))
		look_at_partner(r, s, x);
	bool known = fill_was(r, s, t, x) && unmoved(s, x);
	s->f.known += known;
	first(&s->f.unknown, !known, name);
	if (change_is_day(x->kind))
		x->wanted = day_text(r->a, x->day);
	first(&s->f.same, known && x->was.n && str_eq(x->was, x->wanted), name);
	bool past = change_is_day(x->kind) && x->day < r->today;
	s->f.days_outside += past;
	first(&s->f.day_outside, past, name);
}

/* The same milestone, indicator, instalment, or the one leader twice; two members are two things. */
static bool same_thing(const struct change_item_row *a, const struct change_item_row *b)
{
	bool people = str_starts(a->kind, "member_") || str_starts(a->kind, "partner_");

	return str_eq(a->kind, b->kind) && a->which == b->which
		&& (!people || (str_eq(a->wanted, b->wanted) && str_eq(a->was, b->was)));
}

/* ---- the days as they would be ---- */

static int64_t day_wanted(const struct changing *s, const char *kind, int64_t which, int64_t otherwise)
{
	const struct change_item_row *x = s->items.v;

	for (size_t i = 0; i < s->items.n; i++)
		if (str_is(x[i].kind, kind) && x[i].which == which && x[i].day)
			return x[i].day;
	return otherwise;
}

static void look_at_days(struct changing *s, const struct things *t)
{
	const struct milestone_row *m = t->milestones.v;
	int64_t ends = day_wanted(s, "end_day", 0, s->now.ends), before = 0;
	bool touched = ends != s->now.ends;

	s->f.months = ends > s->now.ends ? months_between(s->now.starts, ends) : 0;
	for (size_t i = 0; i < t->milestones.n; i++)
		touched = touched || day_wanted(s, "milestone_day", m[i].ord, m[i].due) != m[i].due;
	for (size_t i = 0; i < t->milestones.n && touched; i++) {
		int64_t due = day_wanted(s, "milestone_day", m[i].ord, m[i].due);
		bool outside = !str_is(m[i].state, "passed") && (due < s->now.starts || due > ends || due < before);
		before = due;
		s->f.days_outside += outside;
		first(&s->f.day_outside, outside, m[i].name);
	}
}

struct rows change_forms(struct arena *a, struct rows items)
{
	const struct change_item_row *x = items.v;
	struct change_item_form *out = NEW_ARRAY(a, items.n, struct change_item_form);

	for (size_t i = 0; i < items.n; i++)
		out[i] = (struct change_item_form){ x[i].kind, x[i].which, x[i].day ? (struct str){ 0 } : x[i].wanted.n ? x[i].wanted : x[i].was,
			x[i].day, x[i].code, x[i].reason, x[i].evidence };
	return (struct rows){ out, items.n };
}

void change_load(struct act_run *r, struct changing *s, struct rows items)
{
	const struct change_item_form *x = items.v;
	struct change_item_row *out = NEW_ARRAY(r->a, items.n, struct change_item_row);
	struct challenge_key key = { r->challenge };
	struct things t = { .milestones = db_all(r->db, r->a, "milestones_of", &key), .indicators = taskbook_indicators_now(r->db, r->a, &s->now),
		.payments = db_all(r->db, r->a, "payment_of_challenge", &key), .team = change_team(r->db, r->a, r->challenge),
		.partners = change_partners(r->db, r->a, r->challenge) };

	s->f.items = (int64_t)items.n;
	s->f.today = r->today;
	s->items = (struct rows){ out, items.n };
	for (size_t i = 0; i < items.n; i++) {
		out[i] = (struct change_item_row){ .challenge = r->challenge, .ord = (int64_t)i + 1, .kind = x[i].kind, .which = x[i].which,
			.wanted = str_trim(x[i].wanted), .day = x[i].day, .code = str_trim(x[i].code), .reason = x[i].reason, .evidence = x[i].evidence };
		look_at_item(r, s, &t, &out[i]);
		for (size_t k = 0; k < i; k++)
			first(&s->f.twice, same_thing(&out[k], &out[i]), change_name(r->a, out[i].kind, out[i].which));
	}
	look_at_days(s, &t);
}

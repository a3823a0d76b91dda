/*
 * What the rules of a bid look at, gathered: the case and its demand, the members in the register, the form itself.
 */
#include "life/3-bid/bid_load.h"

#include "across/affiliation/affiliation.h"
#include "base/word.h"

bool bid_load_case(struct act_run *r, struct bid_run *s, int64_t challenge)
{
	if (!need_challenge(r->db, r->a, challenge, &s->challenge) || s->challenge.programme != r->q->programme)
		return act_missing(r);
	if (!need_current(r->db, r->a, challenge, &s->need) || !org_find(r->db, r->a, s->challenge.demander, &s->demander))
		return act_missing(r);
	s->f.now = r->now;
	s->f.today = r->today;
	s->f.deadline = s->challenge.deadline;
	return true;
}

static int64_t org_with_code(struct act_run *r, struct str code)
{
	struct bid_key key = { .programme = r->q->programme, .code = code };
	struct id_key org;

	return db_one(r->db, r->a, "bid_org_by_code", &key, &org) ? org.id : 0;
}

void bid_load_members(struct act_run *r, struct bid_run *s, const struct bid_form *in)
{
	const struct bid_partner_form *p = in->partners.v;
	struct bid_member_row *m = NEW_ARRAY(r->a, in->partners.n + 1, struct bid_member_row);

	m[0] = (struct bid_member_row){ .org = s->org.id, .lead = 1, .name = s->org.name, .credit_code = s->org.credit_code, .head = in->leader };
	for (size_t i = 0; i < in->partners.n; i++) {
		fields_copy(&bid_member_row_fields, &m[i + 1], &bid_partner_form_fields, &p[i]);
		m[i + 1].n = (int64_t)i + 1;
		m[i + 1].org = org_with_code(r, p[i].credit_code);
	}
	s->members = (struct rows){ m, in->partners.n + 1 };
}

/* The worst answer wins: a forbidden path over one that a person has to look at. */
static void look_at_affiliation(struct act_run *r, struct bid_facts *f, const struct org_row *demander, const struct bid_member_row *m)
{
	int64_t depth = policy_enabled(r->policy, RULE_bid_affiliation) ? policy_param(r->policy, RULE_bid_affiliation, "depth") : 1;
	struct affiliation found;

	if (str_eq(m->credit_code, demander->credit_code)) {
		f->affiliation = BROKEN;
		f->affiliation_path = word(r->a, WORD_bid_self, "org", str_c(r->a, m->name), NULL);
		f->affiliation_steps = 0;
		return;
	}
	if (f->affiliation == BROKEN)
		return;
	struct affiliation_question q = { r->q->programme, r->today, depth, { m->name, m->credit_code }, { demander->name, demander->credit_code } };
	found = affiliation_of_units(r->db, r->a, &q);
	if (found.outcome == BROKEN || (found.outcome == UNKNOWN && f->affiliation == HOLDS)) {
		f->affiliation = found.outcome;
		f->affiliation_path = found.path;
		f->affiliation_steps = found.steps;
	}
}

static void look_at_discredit(struct act_run *r, struct bid_facts *f, const struct bid_member_row *m)
{
	struct discredit_row entry = { 0 };

	struct discredit_key key = { .org = m->org, .today = r->today };

	if (!m->org || !discredit_latest(r->db, r->a, &key, &entry) || entry.happened <= f->discredit_day)
		return;
	f->discredit_day = entry.happened;
	f->discredit = str_join(r->a, m->name, " ", entry.decision);
}

void bid_leader_facts(struct act_run *r, struct bid_facts *f, int64_t org, struct str leader)
{
	struct discredit_row entry = { 0 };
	struct discredit_key key = { .org = org, .today = r->today, .person_name = str_trim(leader) };

	if (!key.person_name.n || !discredit_latest(r->db, r->a, &key, &entry) || entry.happened <= f->discredit_day)
		return;
	f->discredit_day = entry.happened;
	f->discredit = str_join(r->a, key.person_name, " ", entry.decision);
}

static void look_at_code(struct bid_facts *f, const struct bid_member_row *m, size_t i)
{
	enum credit_code code = credit_code_check(m[i].credit_code);

	if (m[i].lead)
		return;
	if (str_eq(m[i].credit_code, m[0].credit_code)) {
		f->leads++;
		return;
	}
	if (code != CREDIT_GOOD && code != CREDIT_INNER_FAILS && !f->partner_bad.n)
		f->partner_bad = m[i].name;
	for (size_t k = 1; k < i; k++)
		if (str_eq(m[k].credit_code, m[i].credit_code) && !f->partner_twice.n)
			f->partner_twice = m[i].name;
}

/* 5.2.a: a partner is as much a bidder as the lead; what stands against one of them stands against the bid. */
static void look_at_register(struct act_run *r, struct bid_facts *f, const struct bid_member_row *m)
{
	struct org_row unit;

	if (f->verified == BROKEN || !m->org || !org_find(r->db, r->a, m->org, &unit) || str_is(unit.state, "verified"))
		return;
	if (f->verified == HOLDS || str_is(unit.state, "refused"))
		f->unverified = unit.name;
	f->verified = str_is(unit.state, "refused") ? BROKEN : UNKNOWN;
}

void bid_unit_facts(struct act_run *r, struct bid_facts *f, const struct org_row *demander, const struct bid_member_row *m)
{
	look_at_register(r, f, m);
	look_at_affiliation(r, f, demander, m);
	look_at_discredit(r, f, m);
}

void bid_look_at_members(struct act_run *r, struct bid_run *s)
{
	const struct bid_member_row *m = s->members.v;
	struct bid_facts *f = &s->f;

	f->org = s->org.name;
	f->innovator = str_is(s->org.role, "unit") && !str_is(s->org.kind, "office");
	f->leads = 1;
	f->partners = (int64_t)s->members.n - 1;
	for (size_t i = 0; i < s->members.n; i++) {
		look_at_code(f, m, i);
		bid_unit_facts(r, f, &s->demander, &m[i]);
	}
}

/* Every indicator of the demand needs an answer and a value. */
static void look_at_answers(struct bid_run *s, const struct bid_form *in)
{
	const struct need_indicator_row *i = s->need.indicators.v;
	const struct bid_answer_form *w = in->answers.v;

	s->f.indicators = (int64_t)s->need.indicators.n;
	for (size_t k = 0; k < s->need.indicators.n; k++) {
		bool answered = false;

		for (size_t n = 0; n < in->answers.n; n++)
			answered |= w[n].indicator == i[k].id && w[n].answer.n && w[n].value.n;
		s->f.answered += answered;
		if (!answered && !s->f.unanswered.n)
			s->f.unanswered = i[k].name;
	}
}

static void look_at_rows(struct bid_facts *f, const struct bid_form *in)
{
	const struct bid_milestone_form *m = in->milestones.v;
	const struct bid_budget_form *b = in->budget.v;

	f->milestones = (int64_t)in->milestones.n;
	for (size_t k = 0; k < in->milestones.n; k++)
		if (m[k].month > f->latest_month) {
			f->latest_month = m[k].month;
			f->latest_name = m[k].name;
		}
	for (size_t k = 0; k < in->budget.n; k++)
		f->budget_fen += b[k].asked_fen;
}

void bid_look_at_form(struct act_run *r, struct bid_run *s, const struct bid_form *in)
{
	struct bid_facts *f = &s->f;

	bid_leader_facts(r, f, s->org.id, in->leader);
	f->agreement = in->agreement.n > 0;
	f->no_affiliation = in->no_affiliation;
	f->strength = in->strength.n > 0;
	f->ip = in->no_ip_dispute;
	f->not_mature = in->not_mature;
	f->credit_declared = in->credit;
	f->ethics = in->ethics;
	f->leader_stays = in->leader_stays;
	f->truth = in->truth;
	f->plan_parts = (in->feasibility.n > 0) + (in->route.n > 0);
	f->period = in->period;
	f->period_asked = s->need.need.period;
	f->quote_fen = in->quote_fen;
	f->list_fen = s->need.need.pay_fen;
	look_at_answers(s, in);
	look_at_rows(f, in);
}

bool bid_may_know(struct act_run *r)
{
	struct need_reader who = { .programme = r->q->programme, .person = r->q->person, .org = r->q->org, .role = r->q->role };

	return need_sight(r->db, r->a, r->challenge, &who) != NEED_UNSEEN;
}

bool bid_of_mine(struct act_run *r, struct bid_row *out)
{
	struct bid_key key = { .challenge = r->challenge, .org = r->q->org };

	return db_one(r->db, r->a, "bid_of_org", &key, out);
}

bool bid_none_left(struct act_run *r, int64_t challenge)
{
	struct rows rows = bid_opened(r->db, r->a, challenge);
	const struct bid_row *b = rows.v;

	for (size_t i = 0; i < rows.n; i++)
		if (!str_is(b[i].state, "failed"))
			return false;
	return true;
}

/*
 * Bids (5.2, 7.a, 8.3.a, 8.2.d, 8.7.e): who bids, with whom, with what, until when; what is looked at after the opening; who leaves.  The figures
 * are the pack's: 36 months (7.a), three steps of affiliation, three years of credit; two extensions of at least three days are not in the policy.
 */
#include "sim/cases.h"

#include "across/affiliation/affiliation.h"
#include "base/day.h"
#include "life/1-need/need.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/consortium.h"
#include "life/3-bid/extend.h"
#include "life/5-decision/decision.h"

#define WANTED 24
#define INDICATORS 40
#define PARTNERS 32
#define DEPARTURES 8
#define LOOKS 8
#define INVITED 60

/* What a case asks for. */
struct wanted {
	int64_t challenge, period, pay, extended;
	int64_t indicators[INDICATORS];
	size_t n;
};
enum partner_stand { PARTNER_INVITED, PARTNER_CONFIRMED, PARTNER_GONE };
struct partner {
	int64_t id, challenge, lead, org, money;
	struct str code, title, task;
	enum partner_stand stand;
};
struct departure {
	int64_t id, bid;
	struct str code, successor;
	bool bureau, demander, over;
};
/* What a person found where the search was in doubt: of a bid. */
struct look {
	int64_t bid;
	bool holds;
};
/* Who may see a case in a restricted scope. */
struct invited {
	int64_t challenge, asked;       /* asked: an answer of the bureau is waited for */
	struct str code;
};
struct memory {
	struct cases cases;
	struct wanted wanted[WANTED];
	struct partner partners[PARTNERS];
	struct departure departures[DEPARTURES];
	struct look looks[LOOKS];
	struct invited invited[INVITED];
	size_t wanted_n, partners_n, departures_n, looks_n, invited_n;
};

/* ---- what it saw ---- */

static struct wanted *wanted_of(const struct memory *m, int64_t challenge)
{
	for (size_t i = 0; i < m->wanted_n; i++)
		if (m->wanted[i].challenge == challenge)
			return (struct wanted *)&m->wanted[i];
	return NULL;
}

static struct partner *partner_of(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->partners_n; i++)
		if (m->partners[i].id == id)
			return (struct partner *)&m->partners[i];
	return NULL;
}

static void invites(struct memory *m, int64_t challenge, int64_t asked, struct rows units)
{
	const struct need_invited_form *u = units.v;
	for (size_t i = 0; i < units.n && m->invited_n < INVITED; i++)
		m->invited[m->invited_n++] = (struct invited){ challenge, asked, u[i].credit_code };
}

static void saw_need(struct memory *m, const struct audit_line *l)
{
	const struct need_form *in = l->q.in;
	struct wanted *w = wanted_of(m, l->challenge);
	if (!w && m->wanted_n < WANTED)
		w = &m->wanted[m->wanted_n++];
	if (!w)
		return;
	*w = (struct wanted){ .challenge = l->challenge, .period = in->period, .pay = in->pay_fen, .n = in->indicators.n };
	for (size_t i = 0; i < w->n && i < INDICATORS; i++)
		w->indicators[i] = line_item(l, "need_indicator", i);
	for (size_t i = 0; i < m->invited_n; i++)
		if (m->invited[i].challenge == l->challenge)
			m->invited[i--] = m->invited[--m->invited_n];
	invites(m, l->challenge, 0, in->invited);
}

static void saw_scope(struct memory *m, const struct audit_line *l)
{
	const struct scope_answer_form *in = l->q.in;
	for (size_t i = 0; i < m->invited_n; i++)
		if (m->invited[i].asked == l->q.target) {
			m->invited[i].asked = 0;
			if (!str_is(in->answer, "approve"))
				m->invited[i--] = m->invited[--m->invited_n];
		}
}

static void saw_invite(struct memory *m, const struct audit_line *l)
{
	const struct partner_invite_form *in = l->q.in;
	const struct people_org *o = people_org_by_code(&m->cases.people, in->credit_code);
	struct partner *p = partner_of(m, l->made);
	if (!p && m->partners_n < PARTNERS)
		p = &m->partners[m->partners_n++];
	if (p)
		*p = (struct partner){ .id = l->made, .challenge = l->challenge, .lead = l->q.org, .org = o ? o->id : 0, .money = in->money_fen,
			.code = in->credit_code, .title = in->title, .task = in->task };
}

static void saw_leave(struct memory *m, const struct audit_line *l, struct partner *p)
{
	int64_t id = line_item(l, "bid_departure", 0);
	p->stand = PARTNER_GONE;
	for (size_t i = 0; id && i < m->cases.bids_n && m->departures_n < DEPARTURES; i++) {
		const struct case_bid *b = &m->cases.bids[i];
		if (b->challenge == p->challenge && b->org == p->lead)
			m->departures[m->departures_n++] = (struct departure){ .id = id, .bid = b->id, .code = p->code };
	}
}

static struct departure *departure_of(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->departures_n; i++)
		if (m->departures[i].id == id)
			return (struct departure *)&m->departures[i];
	return NULL;
}

/* The bid goes on without the unit that left, with its successor. */
static void stands(struct memory *m, struct departure *d)
{
	const struct people_org *o = people_org_by_code(&m->cases.people, d->successor);
	struct case_bid *b = (struct case_bid *)case_bid(&m->cases, d->bid);
	d->over = true;
	for (size_t i = 1; b && i < b->members; i++)
		if (str_eq(b->codes[i], d->code)) {
			b->codes[i] = o ? d->successor : b->codes[b->members - 1];
			b->names[i] = o ? o->name : b->names[b->members - 1];
			b->members -= o == NULL;
			return;
		}
}

static void saw_departure(struct memory *m, const struct audit_line *l)
{
	const struct departure_answer_form *answer = l->q.in;
	const struct departure_decide_form *decide = l->q.in;
	struct departure *d = departure_of(m, l->q.target);
	if (!d)
		return;
	if (l->q.act == ACT_departure_answer) {
		d->successor = str_is(answer->way, "replace") ? answer->successor_code : (struct str){ 0 };
		return;
	}
	d->bureau |= l->q.role == ROLE_bureau;
	d->demander |= l->q.role == ROLE_unit;
	d->over |= str_is(decide->answer, "deny");
	if (!d->over && d->bureau && d->demander)
		stands(m, d);
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	struct partner *p = partner_of(m, l->q.target);
	struct wanted *w = wanted_of(m, l->challenge);
	cases_saw(&m->cases, l);
	switch (l->q.act) {
	case ACT_need_submit:
	case ACT_need_resubmit:
	case ACT_relist: saw_need(m, l); break;
	case ACT_scope_invite: invites(m, l->challenge, l->made, ((const struct scope_invite_form *)l->q.in)->units); break;
	case ACT_scope_answer: saw_scope(m, l); break;
	case ACT_partner_invite: saw_invite(m, l); break;
	case ACT_departure_answer:
	case ACT_departure_decide: saw_departure(m, l); break;
	case ACT_deadline_extend:
		if (w)
			w->extended++;
		break;
	case ACT_affiliation_look:
		if (m->looks_n < LOOKS)
			m->looks[m->looks_n++] = (struct look){ l->q.target, str_is(((const struct affiliation_look_form *)l->q.in)->result, "holds") };
		break;
	default: break;
	}
	if (p && l->q.act == ACT_partner_confirm)
		p->stand = PARTNER_CONFIRMED;
	if (p && (l->q.act == ACT_partner_decline || l->q.act == ACT_partner_remove))
		p->stand = PARTNER_GONE;
	if (p && l->q.act == ACT_partner_leave)
		saw_leave(m, l, p);
}

/* ---- what a bid says ---- */

static void statements(const struct bid_form *in, struct rule_set *out)
{
	breaks(out, RULE_bid_affiliation_declared, !in->no_affiliation);
	breaks(out, RULE_bid_ip, !in->no_ip_dispute);
	breaks(out, RULE_bid_not_mature, !in->not_mature);
	breaks(out, RULE_bid_credit_declared, !in->credit);
	breaks(out, RULE_bid_ethics, !in->ethics);
	breaks(out, RULE_bid_leader_stays, !in->leader_stays);
	breaks(out, RULE_bid_truth, !in->truth);
	breaks(out, RULE_bid_strength, !in->strength.n);
	breaks(out, RULE_bid_plan, !in->feasibility.n || !in->route.n);
}

static void plan(const struct bid_form *in, const struct wanted *w, struct rule_set *out)
{
	const struct bid_milestone_form *stone = in->milestones.v;
	const struct bid_budget_form *b = in->budget.v;
	int64_t asked = 0;
	for (size_t i = 0; i < in->milestones.n; i++)
		breaks(out, RULE_bid_milestones_inside, stone[i].month > in->period);
	for (size_t i = 0; i < in->budget.n; i++)
		asked += b[i].asked_fen;
	breaks(out, RULE_bid_milestones, !in->milestones.n);
	breaks(out, RULE_bid_period, in->period > 36);
	breaks(out, RULE_bid_budget_adds, asked != in->quote_fen);
	breaks(out, RULE_bid_period_asked, w && in->period > w->period);
	breaks(out, RULE_bid_quote, w && in->quote_fen > w->pay);
}

static void answers(const struct bid_form *in, const struct wanted *w, struct rule_set *out)
{
	const struct bid_answer_form *a = in->answers.v;
	for (size_t i = 0; w && i < w->n; i++) {
		bool answered = false;
		for (size_t k = 0; k < in->answers.n; k++)
			answered |= a[k].indicator == w->indicators[i] && a[k].answer.n && a[k].value.n;
		breaks(out, RULE_bid_answers, !answered);
	}
}

static void one_partner(const struct memory *m, const struct act_request *q, const struct bid_partner_form *row, struct rule_set *out)
{
	const struct bid_form *in = q->in;
	const struct partner *found = NULL;
	for (size_t i = 0; i < m->partners_n; i++) {
		const struct partner *p = &m->partners[i];
		if (p->challenge == q->target && p->lead == q->org && str_eq(p->code, row->credit_code) && p->stand == PARTNER_CONFIRMED)
			found = p;
	}
	breaks(out, RULE_bid_partners_confirmed, !found);
	breaks(out, RULE_bid_partner_terms,
		found && (!str_eq(found->title, in->title) || !str_eq(found->task, row->task) || found->money != row->money_fen));
}

static void members(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct bid_form *in = q->in;
	const struct people *people = &m->cases.people;
	const struct people_org *lead = people_org(people, q->org), *demander = case_demander(&m->cases, q->target);
	const struct bid_partner_form *p = in->partners.v;
	int64_t today = instant_day(q->now);
	for (size_t i = 0; i < in->partners.n; i++) {
		const struct people_org *o = people_org_by_code(people, p[i].credit_code);
		breaks(out, RULE_bid_one_lead, lead && str_eq(p[i].credit_code, lead->code));
		breaks(out, RULE_bid_partner_codes, !code_good(p[i].credit_code));
		breaks(out, RULE_bid_affiliation, demander && people_path(people, p[i].credit_code, p[i].name, demander, today) == PATH_SURE);
		breaks(out, RULE_bid_credit, o && people_discredited(people, o->id, (struct str){ 0 }, today, today));
		breaks(out, RULE_bid_org_verified, o && o->refused);
		one_partner(m, q, &p[i], out);
		for (size_t k = 0; k < i; k++)
			breaks(out, RULE_bid_partner_twice, str_eq(p[k].credit_code, p[i].credit_code));
	}
	breaks(out, RULE_bid_agreement, in->partners.n && !in->agreement.n);
	breaks(out, RULE_bid_consortium, !in->partners.n);
	breaks(out, RULE_bid_credit, people_discredited(people, q->org, in->leader, today, today));
	breaks(out, RULE_bid_affiliation, lead && demander && people_path(people, lead->code, lead->name, demander, today) == PATH_SURE);
	breaks(out, RULE_bid_kind, lead && str_is(lead->kind, "office"));
	breaks(out, RULE_bid_org_verified, lead && lead->refused);      /* whom nobody looked at yet may bid: the formal check asks again */
}

static void over(const struct memory *m, const struct act_request *q, int64_t challenge, enum rule_id rule, struct rule_set *out)
{
	const struct one_case *k = case_of(&m->cases, challenge);
	breaks(out, rule, k && q->now > k->deadline);
}

static void submit(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct wanted *w = wanted_of(m, q->target);
	over(m, q, q->target, RULE_bid_deadline, out);
	statements(q->in, out);
	plan(q->in, w, out);
	answers(q->in, w, out);
	members(m, q, out);
}

/* ---- after the opening ---- */

static bool looked(const struct memory *m, int64_t bid)
{
	bool holds = false;
	for (size_t i = 0; i < m->looks_n; i++)
		holds = m->looks[i].bid == bid ? m->looks[i].holds : holds;
	return holds;
}

static bool takes_part(const struct case_bid *b, struct str code)
{
	bool found = false;
	for (size_t i = 0; i < b->members; i++)
		found |= str_eq(b->codes[i], code);
	return found;
}

/* 5.2.3: a unit in two bids of one case that were opened. */
static bool in_another(const struct memory *m, const struct case_bid *b)
{
	bool found = false;
	for (size_t i = 0; i < m->cases.bids_n; i++) {
		const struct case_bid *other = &m->cases.bids[i];
		bool opened = other->stand == BID_OPENED || other->stand == BID_PASSED || other->stand == BID_FAILED;
		for (size_t k = 0; other != b && other->challenge == b->challenge && opened && k < b->members; k++)
			found |= takes_part(other, b->codes[k]);
	}
	return found;
}

static void check(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct bid_check_form *in = q->in;
	const struct case_bid *b = case_bid(&m->cases, q->target);
	const struct people_org *demander = b ? case_demander(&m->cases, b->challenge) : NULL;
	bool passed = str_is(in->result, "passed");
	breaks(out, RULE_bid_check_reason, !passed && !in->reason.n);
	if (!b || !demander || !passed)
		return;
	breaks(out, RULE_bid_once, in_another(m, b));
	for (size_t i = 0; i < b->members; i++) {
		const struct people_org *o = people_org_by_code(&m->cases.people, b->codes[i]);
		enum people_path path = people_path(&m->cases.people, b->codes[i], b->names[i], demander, instant_day(q->now));
		breaks(out, RULE_bid_org_verified, o && !o->verified);
		breaks(out, RULE_bid_affiliation, path == PATH_SURE || (path == PATH_DOUBTFUL && !looked(m, b->id)));
		breaks(out, RULE_bid_credit, o && people_discredited(&m->cases.people, o->id, i ? (struct str){ 0 } : b->leader, b->sent, instant_day(q->now)));
	}
	for (size_t i = 0; i < m->departures_n; i++)
		breaks(out, RULE_bid_partners_stand, m->departures[i].bid == b->id && !m->departures[i].over);
}

static bool picked(const struct award_form *in, int64_t bid)
{
	const struct award_pick_form *p = in->picks.v;
	for (size_t i = 0; i < in->picks.n; i++)
		if (p[i].bid == bid && p[i].wins)
			return true;
	return false;
}

/* Besides what the desks of review and award say: while it is open whether a bid goes on, nothing is concluded about it. */
static void undecided(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	for (size_t i = 0; i < m->departures_n; i++) {
		const struct case_bid *b = case_bid(&m->cases, m->departures[i].bid);
		if (b && q->act == ACT_award_propose && !picked(q->in, b->id))
			continue;
		breaks(out, RULE_bid_partners_stand, b && b->challenge == q->target && b->stand == BID_PASSED && !m->departures[i].over);
	}
}

static void leave(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct bid_exit_form *in = q->in;
	const struct case_bid *b = case_bid(&m->cases, q->target);
	const struct one_case *k = b ? case_of(&m->cases, b->challenge) : NULL;
	bool proposed = k && (str_is(k->stage, "decision.proposed") || str_is(k->stage, "decision.agreed"));
	breaks(out, RULE_bid_exit_statement, !in->statement.n);
	for (size_t i = 0; proposed && i < k->winners_n; i++)
		breaks(out, RULE_bid_exit_not_proposed, k->winners[i] == q->target);
}

static void extend(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct deadline_extend_form *in = q->in;
	const struct one_case *k = case_of(&m->cases, q->target);
	const struct wanted *w = wanted_of(m, q->target);
	if (!k)
		return;
	breaks(out, RULE_deadline_not_over, q->now > k->deadline);
	breaks(out, RULE_deadline_later, in->deadline <= k->deadline);
	breaks(out, RULE_deadline_days, in->deadline - k->deadline < 3 * MS_PER_DAY);
	breaks(out, RULE_deadline_times, w && w->extended >= 2);
}

/* ---- partners ---- */

static bool in_scope(const struct memory *m, int64_t challenge, struct str code)
{
	const struct one_case *k = case_of(&m->cases, challenge);
	bool found = !k || !k->restricted;
	for (size_t i = 0; i < m->invited_n; i++)
		found |= m->invited[i].challenge == challenge && !m->invited[i].asked && str_eq(m->invited[i].code, code);
	return found;
}

static void invite(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct partner_invite_form *in = q->in;
	const struct people_org *lead = people_org(&m->cases.people, q->org), *demander = case_demander(&m->cases, q->target);
	const struct people_org *o = people_org_by_code(&m->cases.people, in->credit_code);
	over(m, q, q->target, RULE_bid_deadline, out);
	breaks(out, RULE_partner_registered, !o);
	breaks(out, RULE_partner_other, (lead && str_eq(in->credit_code, lead->code)) || (demander && str_eq(in->credit_code, demander->code)));
	breaks(out, RULE_partner_in_scope, o && !in_scope(m, q->target, in->credit_code));
}

static void confirm(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct partner_confirm_form *in = q->in;
	const struct partner *p = partner_of(m, q->target);
	if (!p)
		return;
	over(m, q, p->challenge, RULE_bid_deadline, out);
	breaks(out, RULE_bid_agreement, !in->agreement.n);
	breaks(out, RULE_bid_affiliation_declared, !in->no_affiliation);
	breaks(out, RULE_bid_ip, !in->no_ip_dispute);
	breaks(out, RULE_bid_credit_declared, !in->credit);
	breaks(out, RULE_bid_ethics, !in->ethics);
	breaks(out, RULE_bid_truth, !in->truth);
	const struct people_org *o = people_org(&m->cases.people, q->org), *demander = case_demander(&m->cases, p->challenge);
	int64_t today = instant_day(q->now);
	breaks(out, RULE_bid_kind, o && str_is(o->kind, "office"));
	breaks(out, RULE_bid_org_verified, o && o->refused);
	breaks(out, RULE_bid_credit, people_discredited(&m->cases.people, q->org, (struct str){ 0 }, today, today));
	breaks(out, RULE_bid_affiliation, o && demander && people_path(&m->cases.people, o->code, o->name, demander, today) == PATH_SURE);
}

/* The unit that steps in is looked at like every member of a bid (5.2.b, 5.2.4), on the day on which somebody agrees to it. */
static void steps_in(const struct memory *m, const struct departure *d, struct str code, const struct act_request *q, struct rule_set *out)
{
	const struct case_bid *b = d ? case_bid(&m->cases, d->bid) : NULL;
	const struct people_org *o = people_org_by_code(&m->cases.people, code);
	const struct people_org *demander = b ? case_demander(&m->cases, b->challenge) : NULL;
	int64_t today = instant_day(q->now);
	if (!o || !demander)
		return;
	breaks(out, RULE_bid_affiliation, people_path(&m->cases.people, o->code, o->name, demander, today) == PATH_SURE);
	breaks(out, RULE_bid_credit, people_discredited(&m->cases.people, o->id, (struct str){ 0 }, today, today));
}

static void departure(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct departure_answer_form *in = q->in;
	bool known = people_org_by_code(&m->cases.people, in->successor_code) != NULL, other = str_is(in->way, "replace");
	breaks(out, RULE_departure_plan, other && (!known || !in->agreement.n));
	if (other)
		steps_in(m, departure_of(m, q->target), in->successor_code, q, out);
}

static void refusal(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct departure_decide_form *in = q->in;
	const struct departure *d = departure_of(m, q->target);
	const struct case_bid *b = d ? case_bid(&m->cases, d->bid) : NULL;
	const struct one_case *k = b ? case_of(&m->cases, b->challenge) : NULL;
	bool proposed = k && (str_is(k->stage, "decision.proposed") || str_is(k->stage, "decision.agreed"));
	bool deny = str_is(in->answer, "deny");
	breaks(out, RULE_departure_refusal, deny && !in->reason.n);
	for (size_t i = 0; deny && proposed && i < k->winners_n; i++)
		breaks(out, RULE_bid_exit_not_proposed, k->winners[i] == b->id);
	if (d && !deny)
		steps_in(m, d, d->successor, q, out);
}

/* ---- questions ---- */

static void ask(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct one_case *k = case_of(&m->cases, q->target);
	if (!k)
		return;
	breaks(out, RULE_question_open, !str_is(k->stage, "bid.open") || q->now > k->deadline);
	breaks(out, RULE_question_own, k->demander == q->org);
}

static void answer(const struct act_request *q, struct rule_set *out)
{
	const struct question_answer_form *in = q->in;
	breaks(out, RULE_question_worded, str_is(in->result, "answered") && !in->wording.n);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	const struct one_case *k = case_of(&m->cases, q->target);
	const struct case_bid *b = case_bid(&m->cases, q->target);
	switch (q->act) {
	case ACT_bid_submit: submit(m, q, out); return true;
	case ACT_bid_check: check(m, q, out); return true;
	case ACT_bid_exit: leave(m, q, out); return true;
	case ACT_deadline_extend: extend(m, q, out); return true;
	case ACT_partner_invite: invite(m, q, out); return true;
	case ACT_partner_confirm: confirm(m, q, out); return true;
	case ACT_departure_answer: departure(m, q, out); return true;
	case ACT_departure_decide: refusal(m, q, out); return true;
	case ACT_question_ask: ask(m, q, out); return true;
	case ACT_question_answer: answer(q, out); return true;
	case ACT_challenge_withdraw: over(m, q, q->target, RULE_withdraw_in_time, out); return true;
	case ACT_bid_withdraw: over(m, q, b ? b->challenge : 0, RULE_bid_deadline, out); return true;
	case ACT_bids_open:
		breaks(out, RULE_bids_after_deadline, k && q->now <= k->deadline);
		return true;
	case ACT_partner_remove: over(m, q, partner_of(m, q->target) ? partner_of(m, q->target)->challenge : 0, RULE_bid_deadline, out); return true;
	case ACT_partner_decline:
	case ACT_partner_leave:
	case ACT_affiliation_look: return true;
	case ACT_review_conclude:
	case ACT_award_propose: undecided(m, q, out); return false;
	default: return false;
	}
}

const struct desk desk_bid = { "bid", sizeof(struct memory), saw, predicts };

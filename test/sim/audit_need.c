/*
 * Demands (1.b, 3.a, 5.1, 7.a, 8.1, 8.2.d, 10.1): who may ask for what, in which round, with which scope.  The figures are the pack's: 36 months
 * (7.a), 30 % and one million yuan (10.1.a, 10.1.b), three years (5.1.5); two extensions of a round and 15 days are not in the policy.
 */
#include "sim/cases.h"

#include "base/day.h"
#include "life/1-need/need.h"
#include "life/1-need/relist.h"

#include <string.h>

#define ROUNDS 12
#define ASKED 12

struct round {
	int64_t id, first, last, asked, times;
	struct str kinds;
	bool confirmed;
};
/* An open question about the scope of a case. */
struct asked {
	int64_t id, challenge;
	bool opens;
};
struct memory {
	struct cases cases;
	struct round rounds[ROUNDS];
	struct asked asked[ASKED];
	size_t rounds_n, asked_n;
};

static struct round *round_of(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->rounds_n; i++)
		if (m->rounds[i].id == id)
			return (struct round *)&m->rounds[i];
	return NULL;
}

static void saw_round(struct memory *m, const struct audit_line *l)
{
	const struct round_form *in = l->q.in;
	struct round *r = round_of(m, l->q.target);
	if (l->q.act == ACT_round_propose && m->rounds_n < ROUNDS)
		m->rounds[m->rounds_n++] = (struct round){ .id = l->made, .first = in->first_day, .last = in->last_day, .kinds = in->kinds };
	if (!r)
		return;
	if (l->q.act == ACT_round_confirm)
		r->confirmed = true;
	if (l->q.act == ACT_round_extend)
		r->asked = ((const struct round_extend_form *)l->q.in)->last_day;
	if (l->q.act == ACT_round_extend_confirm) {
		r->last = r->asked;
		r->times++;
	}
}

static void saw_scope(struct memory *m, const struct audit_line *l)
{
	const struct scope_answer_form *in = l->q.in;
	bool asks = l->q.act == ACT_scope_open || l->q.act == ACT_scope_invite;
	if (asks && m->asked_n < ASKED)
		m->asked[m->asked_n++] = (struct asked){ l->made, l->challenge, l->q.act == ACT_scope_open };
	if (l->q.act != ACT_scope_answer || !str_is(in->answer, "approve"))
		return;
	for (size_t i = 0; i < m->asked_n; i++)
		for (size_t k = 0; k < m->cases.cases_n; k++)
			if (m->asked[i].id == l->q.target && m->asked[i].opens && m->cases.cases[k].id == m->asked[i].challenge)
				m->cases.cases[k].restricted = false;
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	cases_saw(&m->cases, l);
	saw_round(m, l);
	saw_scope(m, l);
}

/* ---- rounds ---- */

static bool of_list(struct str list, struct str code)
{
	while (list.n)
		if (str_eq(str_cut(&list, ','), code))
			return true;
	return false;
}

static void round_extended(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct round_extend_form *in = q->in;
	const struct round *r = round_of(m, q->target);
	if (!r)
		return;
	breaks(out, RULE_round_not_over, instant_day(q->now) > r->last);
	if (q->act == ACT_round_extend_confirm)
		return;
	breaks(out, RULE_round_later, in->last_day <= r->last);
	breaks(out, RULE_round_times, r->times >= 2);
}

/* ---- the demand ---- */

static void unit(const struct people *p, const struct people_org *o, int64_t today, struct rule_set *out)
{
	if (!o)
		return;
	breaks(out, RULE_need_org_verified, !o->verified);
	breaks(out, RULE_need_org_enterprise, !str_is(o->kind, "enterprise"));
	breaks(out, RULE_need_org_code, !code_good(o->code));
	breaks(out, RULE_need_org_district, !str_is(o->region, "500111"));
	breaks(out, RULE_need_key_industry, !o->key_industry);
	breaks(out, RULE_need_credit, people_discredited(p, o->id, (struct str){ 0 }, today, today));
}

static void task(const struct need_form *in, struct rule_set *out)
{
	const struct need_indicator_form *x = in->indicators.v;
	const struct need_date_form *d = in->dates.v;
	size_t targets = 0;
	bool outside = false;
	for (size_t i = 0; i < in->indicators.n; i++)
		targets += x[i].target.n > 0;
	for (size_t i = 0; i < in->dates.n; i++)
		outside |= d[i].month > in->period;
	breaks(out, RULE_need_goal, !in->goal.n);
	breaks(out, RULE_need_urgent, !in->urgency.n);
	breaks(out, RULE_need_support, !in->support.n);
	breaks(out, RULE_need_indicators, in->indicators.n < 1);
	breaks(out, RULE_need_targets, targets < in->indicators.n);
	breaks(out, RULE_need_dates, in->dates.n < 1);
	breaks(out, RULE_need_dates_inside, outside);
	breaks(out, RULE_need_ownership, !in->ownership.n);
}

static void money(const struct need_form *in, struct rule_set *out)
{
	int64_t total = in->pay_fen + in->fiscal_fen + in->other_fen;
	breaks(out, RULE_need_money, in->pay_fen <= 0);
	breaks(out, RULE_need_fiscal_share, in->fiscal_fen * 10 > total * 3);
	breaks(out, RULE_need_fiscal_cap, in->fiscal_fen > 100000000);
}

static bool codes_bad(struct rows units)
{
	const struct need_invited_form *u = units.v;
	bool bad = false;
	for (size_t i = 0; i < units.n; i++)
		bad |= !code_good(u[i].credit_code);
	return bad;
}

static bool blurred(const struct need_form *in)
{
	const struct need_indicator_form *x = in->indicators.v;
	bool some = in->title_public.n || in->problem_public.n || in->goal_public.n || in->conditions_public.n;
	for (size_t i = 0; i < in->indicators.n; i++)
		some |= x[i].target_public.n > 0;
	return some;
}

static void pledges(const struct need_form *in, struct rule_set *out)
{
	bool restricted = str_is(in->scope, "restricted");
	breaks(out, RULE_need_alone, !in->cannot_alone);
	breaks(out, RULE_need_sustained, !in->sustained);
	breaks(out, RULE_need_first_use, !in->first_use);
	breaks(out, RULE_need_credit_declared, !in->credit);
	breaks(out, RULE_need_no_secret, !in->no_secret);
	breaks(out, RULE_need_truth, !in->truth);
	breaks(out, RULE_need_scope, restricted && !in->invited.n);
	breaks(out, RULE_need_scope_codes, codes_bad(in->invited));
	breaks(out, RULE_need_blurred, in->confidential && !blurred(in));
}

static void demand(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct need_form *in = q->in;
	const struct round *r = q->act == ACT_need_submit ? round_of(m, q->target) : NULL;
	int64_t today = instant_day(q->now);
	if (r) {
		breaks(out, RULE_need_round_open, !r->confirmed || today < r->first || today > r->last);
		breaks(out, RULE_need_round_kind, !of_list(r->kinds, in->kind));
	}
	unit(&m->cases.people, people_org(&m->cases.people, q->org), today, out);
	task(in, out);
	money(in, out);
	pledges(in, out);
	breaks(out, RULE_need_period, in->period > 36);
}

/* ---- scope and secrecy ---- */

static void scope(const struct memory *m, const struct act_request *q, int64_t challenge, struct rule_set *out)
{
	const struct one_case *k = case_of(&m->cases, challenge);
	if (!k)
		return;
	int64_t left = k->deadline - q->now;
	breaks(out, RULE_scope_restricted, !k->restricted);
	breaks(out, RULE_scope_in_time, k->deadline && left < 0);
	breaks(out, RULE_scope_time_left, k->deadline && left < 15 * MS_PER_DAY);
}

static void scope_answer(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct scope_answer_form *in = q->in;
	bool yes = str_is(in->answer, "approve");
	breaks(out, RULE_scope_refusal, !yes && !in->reason.n);
	for (size_t i = 0; i < m->asked_n && yes; i++)
		if (m->asked[i].id == q->target)
			scope(m, q, m->asked[i].challenge, out);
}

static void secrecy(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct pledge_form *in = q->in;
	const struct one_case *k = case_of(&m->cases, q->target);
	breaks(out, RULE_secrecy_invited, k && !k->restricted);
	breaks(out, RULE_secrecy_scan, !in->scan.n);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	switch (q->act) {
	case ACT_round_extend:
	case ACT_round_extend_confirm: round_extended(m, q, out); return true;
	case ACT_need_submit:
	case ACT_need_resubmit:
	case ACT_relist: demand(m, q, out); return true;
	case ACT_scope_invite:
		breaks(out, RULE_need_scope_codes, codes_bad(((const struct scope_invite_form *)q->in)->units));
		scope(m, q, q->target, out);
		return true;
	case ACT_need_accept:           /* who asks is looked at once more */
		unit(&m->cases.people, case_demander(&m->cases, q->target), instant_day(q->now), out);
		return true;
	case ACT_scope_open: scope(m, q, q->target, out); return true;
	case ACT_scope_answer: scope_answer(m, q, out); return true;
	case ACT_secrecy_sign: secrecy(m, q, out); return true;
	case ACT_round_confirm:         /* nothing is opened that is over */
		breaks(out, RULE_round_dates, round_of(m, q->target) && instant_day(q->now) > round_of(m, q->target)->last);
		return true;
	case ACT_need_return:
	case ACT_need_withdraw:
	case ACT_relist_propose:
	case ACT_relist_decline: return true;
	default: return false;
	}
}

const struct desk desk_need = { "need", sizeof(struct memory), saw, predicts };

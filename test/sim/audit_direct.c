/*
 * A match made at a contest (12.1.a): the demander enters it with its evidence, the awardee takes it, the bureau checks.  Money and the conditions on
 * both sides are those of any case (5.1, 5.2, 7.a, 10.1).
 */
#include "sim/cases.h"

#include "base/day.h"
#include "life/1-need/need.h"
#include "life/3-bid/bid.h"
#include "life/7-contract/direct.h"

#define MATCHES 12

struct match {
	int64_t challenge;
	struct str code, name, leader;
};
struct memory {
	struct cases cases;
	struct match matches[MATCHES];
	size_t n;
};

static struct match *match_of(const struct memory *m, int64_t challenge)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->matches[i].challenge == challenge)
			return (struct match *)&m->matches[i];
	return NULL;
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	const struct direct_form *in = l->q.in;
	const struct direct_confirm_form *confirm = l->q.in;
	struct match *k = match_of(m, l->challenge);
	cases_saw(&m->cases, l);
	if (l->q.act == ACT_direct_enter && m->n < MATCHES)
		m->matches[m->n++] = (struct match){ l->challenge, in->awardee_code, in->awardee_name, in->leader };
	if (k && l->q.act == ACT_direct_again)
		k->leader = in->leader;
	if (k && l->q.act == ACT_direct_confirm)
		k->leader = confirm->leader;
}

/* ---- the demander's side ---- */

static void task(const struct direct_form *in, struct rule_set *out)
{
	const struct need_indicator_form *x = in->indicators.v;
	const struct bid_milestone_form *stone = in->milestones.v;
	int64_t total = in->pay_fen + in->fiscal_fen + in->other_fen;
	for (size_t i = 0; i < in->indicators.n; i++)
		breaks(out, RULE_need_targets, !x[i].target.n);
	for (size_t i = 0; i < in->milestones.n; i++)
		breaks(out, RULE_need_dates_inside, stone[i].month > in->period);
	breaks(out, RULE_need_indicators, !in->indicators.n);
	breaks(out, RULE_need_dates, !in->milestones.n);
	breaks(out, RULE_need_period, in->period > 36);
	breaks(out, RULE_need_ownership, !in->ownership.n);
	breaks(out, RULE_need_money, in->pay_fen <= 0);
	breaks(out, RULE_need_fiscal_share, in->fiscal_fen * 10 > total * 3);
	breaks(out, RULE_need_fiscal_cap, in->fiscal_fen > 100000000);
	breaks(out, RULE_need_sustained, !in->sustained);
	breaks(out, RULE_need_first_use, !in->first_use);
	breaks(out, RULE_need_credit_declared, !in->credit);
	breaks(out, RULE_need_no_secret, !in->no_secret);
	breaks(out, RULE_need_truth, !in->truth);
}

static void demander(const struct people *p, const struct people_org *o, int64_t today, struct rule_set *out)
{
	if (!o)
		return;
	breaks(out, RULE_need_org_verified, !o->verified);
	breaks(out, RULE_need_org_enterprise, !str_is(o->kind, "enterprise"));
	breaks(out, RULE_need_org_district, !str_is(o->region, "500111"));
	breaks(out, RULE_need_key_industry, !o->key_industry);
	breaks(out, RULE_need_credit, people_discredited(p, o->id, (struct str){ 0 }, today, today));
}

/* ---- the awardee's side; `strict`: what nobody has looked at counts as well ---- */

static void awardee(const struct memory *m, const struct match *k, const struct people_org *demander, int64_t today, bool strict, struct rule_set *out)
{
	const struct people *p = &m->cases.people;
	const struct people_org *o = people_org_by_code(p, k->code);
	enum people_path path = demander ? people_path(p, k->code, o ? o->name : k->name, demander, today) : PATH_NONE;
	breaks(out, RULE_bid_affiliation, path == PATH_SURE || (strict && path == PATH_DOUBTFUL));
	if (!o)
		return;
	breaks(out, RULE_bid_kind, str_is(o->kind, "office"));
	breaks(out, RULE_bid_org_verified, o->refused || (strict && !o->verified));
	breaks(out, RULE_bid_credit, people_discredited(p, o->id, k->leader, today, today));
}

static void enter(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct direct_form *in = q->in;
	const struct people *p = &m->cases.people;
	const struct match *first = q->act == ACT_direct_again ? match_of(m, q->target) : NULL;
	struct match k = { 0, in->awardee_code, in->awardee_name, in->leader };
	int64_t today = instant_day(q->now);
	breaks(out, RULE_direct_day, in->matched_on > today);
	breaks(out, RULE_direct_evidence, !in->match_scan.n);
	breaks(out, RULE_direct_awardee, !people_org_by_code(p, in->awardee_code));
	breaks(out, RULE_direct_same_awardee, first && !str_eq(first->code, in->awardee_code));
	demander(p, people_org(p, q->org), today, out);
	task(in, out);
	awardee(m, &k, people_org(p, q->org), today, false, out);
}

static void confirm(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct direct_confirm_form *in = q->in;
	const struct match *k = match_of(m, q->target);
	if (!k)
		return;
	struct match now = *k;
	now.leader = in->leader;
	breaks(out, RULE_bid_affiliation_declared, !in->no_affiliation);
	breaks(out, RULE_bid_ip, !in->no_ip_dispute);
	breaks(out, RULE_bid_not_mature, !in->not_mature);
	breaks(out, RULE_bid_credit_declared, !in->credit);
	breaks(out, RULE_bid_leader_stays, !in->leader_stays);
	breaks(out, RULE_bid_ethics, !in->ethics);
	breaks(out, RULE_bid_truth, !in->truth);
	awardee(m, &now, case_demander(&m->cases, q->target), instant_day(q->now), false, out);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	const struct match *k = match_of(m, q->target);
	switch (q->act) {
	case ACT_direct_enter:
	case ACT_direct_again: enter(m, q, out); return true;
	case ACT_direct_confirm: confirm(m, q, out); return true;
	case ACT_direct_admit:
		breaks(out, RULE_direct_checked, !((const struct direct_admit_form *)q->in)->checked);
		demander(&m->cases.people, case_demander(&m->cases, q->target), instant_day(q->now), out);
		if (k)
			awardee(m, k, case_demander(&m->cases, q->target), instant_day(q->now), true, out);
		return true;
	case ACT_direct_decline:
	case ACT_direct_withdraw:
	case ACT_direct_return:
	case ACT_direct_refuse: return true;
	default: return false;
	}
}

const struct desk desk_direct = { "direct", sizeof(struct memory), saw, predicts };

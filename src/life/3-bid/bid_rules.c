/*
 * The rules of the bid: facts in, verdict out.  No clock, no store.
 */
#include "base/day.h"
#include "life/3-bid/bid_facts.h"

static struct verdict stated(enum rule_id rule, bool given)
{
	return judged(rule, given, given, 1);
}

/* Received at the very instant of the deadline is in time. */
struct verdict rule_bid_deadline(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_deadline, f->now <= f->deadline, f->now, f->deadline);
}

/* No story breaks it: the roles refuse offices first (test/story/bid_rules.story). */
struct verdict rule_bid_kind(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_bid_kind, f->innovator, f->innovator, 1, f->org);
}

struct verdict rule_bid_org_verified(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return (struct verdict){ .rule = RULE_bid_org_verified, .outcome = f->verified, .found = f->verified == HOLDS, .wanted = 1,
		.subject = f->unverified };
}

struct verdict rule_bid_one_lead(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_one_lead, f->leads == 1, f->leads, 1);
}

struct verdict rule_bid_partner_codes(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	bool good = f->partner_bad.n == 0;
	return judged_about(RULE_bid_partner_codes, good, good, 1, f->partner_bad);
}

struct verdict rule_bid_partner_twice(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	bool once = f->partner_twice.n == 0;
	return judged_about(RULE_bid_partner_twice, once, once, 1, f->partner_twice);
}

struct verdict rule_bid_agreement(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_agreement, f->partners == 0 || f->agreement > 0, f->agreement, 1);
}

struct verdict rule_bid_affiliation(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return (struct verdict){ .rule = RULE_bid_affiliation, .outcome = f->affiliation, .found = f->affiliation_steps,
		.subject = f->affiliation_path };
}

struct verdict rule_bid_affiliation_declared(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_affiliation_declared, f->no_affiliation);
}

struct verdict rule_bid_strength(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_strength, f->strength);
}

struct verdict rule_bid_plan(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_plan, f->plan_parts == 2, f->plan_parts, 2);
}

struct verdict rule_bid_ip(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_ip, f->ip);
}

struct verdict rule_bid_not_mature(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_not_mature, f->not_mature);
}

struct verdict rule_bid_credit_declared(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_credit_declared, f->credit_declared);
}

/* Three years back, same month and day: an entry of that very day still counts. */
struct verdict rule_bid_credit(const struct bid_facts *f, const struct policy *p)
{
	int64_t since = day_add_years(f->today, -(int)policy_param(p, RULE_bid_credit, "years"));
	return judged_about(RULE_bid_credit, f->discredit_day < since, f->discredit_day, since, f->discredit);
}

struct verdict rule_bid_ethics(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_ethics, f->ethics);
}

struct verdict rule_bid_leader_stays(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_leader_stays, f->leader_stays);
}

struct verdict rule_bid_truth(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_bid_truth, f->truth);
}

struct verdict rule_bid_answers(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_bid_answers, f->answered == f->indicators, f->answered, f->indicators, f->unanswered);
}

struct verdict rule_bid_milestones(const struct bid_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_bid_milestones, "min");
	return judged(RULE_bid_milestones, f->milestones >= min, f->milestones, min);
}

struct verdict rule_bid_milestones_inside(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	bool inside = f->latest_month <= f->period;
	return judged_about(RULE_bid_milestones_inside, inside, f->latest_month, f->period, f->latest_name);
}

struct verdict rule_bid_period(const struct bid_facts *f, const struct policy *p)
{
	int64_t max = policy_param(p, RULE_bid_period, "max");
	return judged(RULE_bid_period, f->period <= max, f->period, max);
}

struct verdict rule_bid_period_asked(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_period_asked, f->period <= f->period_asked, f->period, f->period_asked);
}

struct verdict rule_bid_quote(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_quote, f->quote_fen <= f->list_fen, f->quote_fen, f->list_fen);
}

struct verdict rule_bid_budget_adds(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_budget_adds, f->budget_fen == f->quote_fen, f->budget_fen, f->quote_fen);
}

struct verdict rule_bid_consortium(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_consortium, f->partners > 0, f->partners, 1);
}

struct verdict rule_bids_after_deadline(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bids_after_deadline, f->now > f->deadline, f->now, f->deadline);
}

struct verdict rule_bid_check_reason(const struct bid_check_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_bid_check_reason, !f->failed || f->reasoned, f->reasoned, 1);
}

struct verdict rule_bid_once(const struct bid_check_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_bid_once, f->twice.n == 0, f->times, 1, f->twice);
}

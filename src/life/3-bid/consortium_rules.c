/*
 * The rules of the consortium and of leaving it: who may be asked, who has confirmed what, when a bid stands without one of its units.
 */
#include "life/3-bid/bid_facts.h"

struct verdict rule_bid_partners_confirmed(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_bid_partners_confirmed, f->partners_confirmed == f->partners, f->partners_confirmed, f->partners, f->partner_missing);
}

struct verdict rule_bid_partner_terms(const struct bid_facts *f, const struct policy *p)
{
	(void)p;
	bool same = f->partner_terms.n == 0;
	return judged_about(RULE_bid_partner_terms, same, same, 1, f->partner_terms);
}

struct verdict rule_bid_partners_stand(const struct bid_check_facts *f, const struct policy *p)
{
	(void)p;
	bool stand = f->departed.n == 0;
	return judged_about(RULE_bid_partners_stand, stand, stand, 1, f->departed);
}

struct verdict rule_partner_registered(const struct partner_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_partner_registered, f->known, f->known, 1, f->unit);
}

struct verdict rule_partner_other(const struct partner_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_partner_other, f->other, f->other, 1, f->unit);
}

struct verdict rule_partner_in_scope(const struct partner_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_partner_in_scope, f->in_scope, f->in_scope, 1, f->unit);
}

struct verdict rule_departure_plan(const struct departure_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_departure_plan, !f->replaced || f->prepared, f->prepared, 1, f->successor);
}

struct verdict rule_departure_refusal(const struct departure_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_departure_refusal, !f->denied || f->reasoned, f->reasoned, 1);
}

struct verdict rule_bid_exit_statement(const struct exit_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_bid_exit_statement))
		return holds(RULE_bid_exit_statement);
	int64_t least = policy_param(p, RULE_bid_exit_statement, "least");

	return judged(RULE_bid_exit_statement, f->statements >= least, f->statements, least);
}

struct verdict rule_bid_exit_not_proposed(const struct exit_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_bid_exit_not_proposed, !f->proposed, !f->proposed, 1, f->org);
}

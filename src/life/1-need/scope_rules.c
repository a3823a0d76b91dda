/*
 * The rules of the restricted scope: who reads what is confidential, when the scope may still change.
 */
#include "life/1-need/scope_facts.h"

struct verdict rule_secrecy_invited(const struct secrecy_facts *f, const struct policy *p)
{
	bool may = f->invited && policy_enabled(p, RULE_secrecy_invited) && policy_param(p, RULE_secrecy_invited, "read");

	return judged(RULE_secrecy_invited, may, may, 1);
}

struct verdict rule_secrecy_scan(const struct secrecy_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_secrecy_scan, f->scan, f->scan, 1);
}

struct verdict rule_scope_restricted(const struct scope_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_scope_restricted, f->restricted, f->restricted, 1);
}

struct verdict rule_scope_in_time(const struct scope_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_scope_in_time, !f->deadline || f->now <= f->deadline, f->now, f->deadline);
}

struct verdict rule_scope_time_left(const struct scope_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_scope_time_left))
		return holds(RULE_scope_time_left);
	int64_t min = policy_param(p, RULE_scope_time_left, "min_days");

	return judged(RULE_scope_time_left, !f->deadline || f->days_left >= min, f->days_left, min);
}

struct verdict rule_scope_refusal(const struct scope_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_scope_refusal, !f->denied || f->reasoned, f->reasoned, 1);
}

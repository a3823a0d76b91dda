/*
 * The rules of the direct entry: a real match, with evidence, with a unit that is registered here.
 */
#include "life/7-contract/direct_facts.h"

struct verdict rule_direct_day(const struct direct_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_direct_day, f->matched_on <= f->today, f->matched_on, f->today);
}

struct verdict rule_direct_evidence(const struct direct_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_direct_evidence))
		return holds(RULE_direct_evidence);
	int64_t least = policy_param(p, RULE_direct_evidence, "least");

	return judged(RULE_direct_evidence, f->scans >= least, f->scans, least);
}

struct verdict rule_direct_awardee(const struct direct_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_direct_awardee, f->known, f->known, 1, f->awardee);
}

struct verdict rule_direct_same_awardee(const struct direct_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_direct_same_awardee, f->same, f->same, 1, f->awardee);
}

/* No story breaks it: the form does not go without this flag. */
struct verdict rule_direct_checked(const struct direct_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_direct_checked, f->checked, f->checked, 1);
}

/*
 * The rules of extensions by force majeure (8.8.c): proof, lead time, both sides, one year in all, a decision with its day and reason.
 */
#include "base/day.h"
#include "life/8-milestone/extension_facts.h"

struct verdict rule_extension_proved(const struct extension_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_extension_proved, f->proofs > 0, f->proofs, 1);
}

struct verdict rule_extension_happened(const struct extension_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->happened_on >= f->starts && f->happened_on <= f->today;

	return judged(RULE_extension_happened, ok, f->happened_on, f->happened_on < f->starts ? f->starts : f->today);
}

struct verdict rule_extension_lead_time(const struct extension_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_extension_lead_time))
		return holds(RULE_extension_lead_time);
	int64_t latest = day_add(f->ends_now, -(int)policy_param(p, RULE_extension_lead_time, "days"));

	return judged(RULE_extension_lead_time, f->today <= latest, f->today, latest);
}

/* An extension leads beyond the last day that holds now. */
struct verdict rule_extension_longer(const struct extension_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_extension_longer, !f->extend || f->ends_wanted > f->ends_now, f->ends_wanted, f->ends_now);
}

/* All extensions together, counted from the end without any. */
struct verdict rule_extension_most(const struct extension_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_extension_most))
		return holds(RULE_extension_most);
	int64_t latest = day_add_months(f->ends_book, (int)policy_param(p, RULE_extension_most, "months"));

	return judged(RULE_extension_most, !f->extend || f->ends_wanted <= latest, f->ends_wanted, latest);
}

struct verdict rule_extension_times(const struct extension_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_extension_times))
		return holds(RULE_extension_times);
	int64_t most = policy_param(p, RULE_extension_times, "times");

	return judged(RULE_extension_times, !f->extend || f->extended < most, f->extended, most);
}

struct verdict rule_extension_both(const struct extension_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_extension_both, f->reports == 2, f->reports, 2);
}

struct verdict rule_extension_decision_day(const struct extension_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->decided_on >= f->examined_on && f->decided_on <= f->today;

	return judged(RULE_extension_decision_day, ok, f->decided_on, f->decided_on < f->examined_on ? f->examined_on : f->today);
}

struct verdict rule_extension_reason(const struct extension_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_extension_reason, (f->follows && !f->refused) || f->reasoned, f->reasoned, 1);
}

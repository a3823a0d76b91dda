/*
 * The rules of change requests: what may be asked, by whom, how complete, within which period; that a no has its reason.
 */
#include "base/day.h"
#include "life/8-milestone/change_facts.h"

/* No story breaks it: the shipped packs list every kind that the form offers; it stands for a pack that leaves one out. */
struct verdict rule_change_listed(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_listed, f->listed >= f->items, f->listed, f->items, f->unlisted);
}

struct verdict rule_change_asked_by(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_asked_by, f->may_ask >= f->listed, f->may_ask, f->listed, f->not_asked);
}

struct verdict rule_change_whole(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_whole, f->whole >= f->items, f->whole, f->items, f->bare);
}

struct verdict rule_change_known(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_known, f->known >= f->whole, f->known, f->whole, f->unknown);
}

struct verdict rule_change_other(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_other, f->same.n == 0, f->same.n == 0, 1, f->same);
}

struct verdict rule_change_once(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_once, f->twice.n == 0, f->twice.n == 0, 1, f->twice);
}

struct verdict rule_change_proved(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_proved, f->proofs >= f->proofs_wanted, f->proofs, f->proofs_wanted, f->unproved);
}

/* No story breaks it: no shipped pack names a number (changes.yaml). */
struct verdict rule_change_times(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_times, f->used_up.n == 0, f->often, f->often_most, f->used_up);
}

struct verdict rule_change_period(const struct change_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_change_period))
		return holds(RULE_change_period);
	int64_t most = policy_param(p, RULE_change_period, "months");

	return judged(RULE_change_period, f->months <= most, f->months, most);
}

struct verdict rule_change_days(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_days, f->days_outside == 0, f->days_outside, 0, f->day_outside);
}

struct verdict rule_change_partner(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_partner, f->partner_strange.n == 0, 0, 0, f->partner_strange);
}

struct verdict rule_change_affiliation(const struct change_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_change_affiliation, f->partner_tied.n == 0, 0, 0, f->partner_tied);
}

struct verdict rule_change_credit(const struct change_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_change_credit))
		return holds(RULE_change_credit);
	int64_t since = day_add_years(f->today, -(int)policy_param(p, RULE_change_credit, "years"));

	return judged_about(RULE_change_credit, f->discredit_day < since, f->discredit_day, since, f->discredit);
}

struct verdict rule_change_reason(const struct change_answer_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_change_reason, !f->deny || f->reasoned, f->reasoned, 1);
}

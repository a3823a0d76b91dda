/* Rules of a deadline that is moved, and of a listed demand that is taken back. */
#include "life/3-bid/extend_facts.h"

/* What is over stays over: nobody gets a second chance after the deadline. */
struct verdict rule_deadline_not_over(const struct extend_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_deadline_not_over, f->now <= f->old_deadline, f->now, f->old_deadline);
}

struct verdict rule_deadline_later(const struct extend_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_deadline_later, f->new_deadline > f->old_deadline, f->new_deadline, f->old_deadline);
}

struct verdict rule_deadline_days(const struct extend_facts *f, const struct policy *p)
{
	int64_t least = policy_param(p, RULE_deadline_days, "days");

	return judged(RULE_deadline_days, f->days >= least, f->days, least);
}

struct verdict rule_deadline_times(const struct extend_facts *f, const struct policy *p)
{
	int64_t most = policy_param(p, RULE_deadline_times, "most");

	return judged(RULE_deadline_times, f->times < most, f->times, most);
}

struct verdict rule_withdraw_in_time(const struct extend_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_withdraw_in_time, f->now <= f->old_deadline, f->now, f->old_deadline);
}

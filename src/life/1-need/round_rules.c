/* Rules of a round that runs longer than it was announced. */
#include "life/1-need/round_facts.h"

struct verdict rule_round_not_over(const struct round_extend_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_round_not_over, f->today <= f->old_day, f->today, f->old_day);
}

struct verdict rule_round_later(const struct round_extend_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_round_later, f->new_day > f->old_day, f->new_day, f->old_day);
}

struct verdict rule_round_times(const struct round_extend_facts *f, const struct policy *p)
{
	int64_t most = policy_param(p, RULE_round_times, "most");

	return judged(RULE_round_times, f->times < most, f->times, most);
}

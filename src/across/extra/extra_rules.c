/* Rules of what a pack adds: limits on figures of a form, stages of the place's own.  Pure. */
#include "across/extra/extra_facts.h"

static struct verdict least(enum rule_id rule, const struct limit_facts *f)
{
	return judged_about(rule, f->found >= f->wanted, f->found, f->wanted, f->says);
}

static struct verdict most(enum rule_id rule, const struct limit_facts *f)
{
	return judged_about(rule, f->found <= f->wanted, f->found, f->wanted, f->says);
}

struct verdict rule_limit_money_least(const struct limit_facts *f, const struct policy *p)
{
	(void)p;
	return least(RULE_limit_money_least, f);
}

struct verdict rule_limit_money_most(const struct limit_facts *f, const struct policy *p)
{
	(void)p;
	return most(RULE_limit_money_most, f);
}

struct verdict rule_limit_count_least(const struct limit_facts *f, const struct policy *p)
{
	(void)p;
	return least(RULE_limit_count_least, f);
}

struct verdict rule_limit_count_most(const struct limit_facts *f, const struct policy *p)
{
	(void)p;
	return most(RULE_limit_count_most, f);
}

struct verdict rule_limit_given(const struct limit_facts *f, const struct policy *p)
{
	(void)p;
	return least(RULE_limit_given, f);
}

struct verdict rule_step_owner(const struct step_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_step_owner, f->owner, f->owner, 1, f->stage);
}

struct verdict rule_step_day(const struct step_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_step_day, f->day <= f->today, f->day, f->today);
}

/*
 * The rules of what follows an acceptance (8.8.b): reports by their dates, a founded unit named, a recommendation with both consents.
 */
#include "life/9-acceptance/follow_facts.h"

struct verdict rule_followup_day(const struct followup_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->day >= f->accepted_on && f->day <= f->today;

	return judged(RULE_followup_day, ok, f->day, f->day < f->accepted_on ? f->accepted_on : f->today);
}

struct verdict rule_followup_in_time(const struct followup_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_followup_in_time, !f->due_on || f->today <= f->due_on, f->today, f->due_on);
}

struct verdict rule_followup_entity(const struct followup_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_followup_entity, !f->entity || f->named, f->named, 1);
}

struct verdict rule_cooperation_reason(const struct cooperation_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_cooperation_reason, !f->deny || f->reasoned, f->reasoned, 1);
}

struct verdict rule_recommend_consents(const struct cooperation_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_recommend_consents, f->consents == 2, f->consents, 2);
}

struct verdict rule_recommend_day(const struct cooperation_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->decided_on >= f->recommended_on && f->decided_on <= f->today;

	return judged(RULE_recommend_day, ok, f->decided_on, f->decided_on < f->recommended_on ? f->recommended_on : f->today);
}

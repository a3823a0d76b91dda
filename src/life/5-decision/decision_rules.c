/* Rules of the award: one winner, out of those who passed and were reviewed, not tied to the demander; reasons where they are asked for. */
#include "life/5-decision/decision_facts.h"

struct verdict rule_decision_one_winner(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_decision_one_winner, f->winners == 1, f->winners, 1);
}

/* A horse race needs its four conditions on record: an award for several is refused here until the race's own act gives them. */
struct verdict rule_decision_horse_race(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_decision_horse_race, f->winners <= 1, f->winners, 1);
}

struct verdict rule_decision_winner_passed(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_decision_winner_passed, !f->not_passed.n, 0, 0, f->not_passed);
}

struct verdict rule_decision_winner_reviewed(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_decision_winner_reviewed, !f->not_reviewed.n, 0, 0, f->not_reviewed);
}

struct verdict rule_decision_affiliation(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return (struct verdict){ .rule = RULE_decision_affiliation, .outcome = f->affiliation, .found = f->steps, .subject = f->path };
}

struct verdict rule_decision_departure_reason(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_decision_departure_reason, !f->departs || f->reason, f->rank, 1);
}

struct verdict rule_decision_day(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_decision_day, f->decided_on >= f->proposed_on && f->decided_on <= f->today, f->decided_on, f->today);
}

struct verdict rule_decision_deny_reason(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_decision_deny_reason, !f->denied || f->remark, f->remark, 1);
}

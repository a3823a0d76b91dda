/* Rules of the award: one winner, out of those who passed and were reviewed, not tied to the demander; reasons where they are asked for. */
#include "life/5-decision/decision_facts.h"

struct verdict rule_decision_one_winner(const struct decision_facts *f, const struct policy *p)
{
	bool race = f->winners > 1 && policy_enabled(p, RULE_decision_horse_race);

	return judged(RULE_decision_one_winner, f->winners == 1 || race, f->winners, 1);
}

/* How many may win together.  Where a pack has no horse race, one_winner refuses several.  No story breaks it: their bidders
 * are three at most (test/life/5-decision has more). */
struct verdict rule_decision_horse_race(const struct decision_facts *f, const struct policy *p)
{
	if (f->winners <= 1 || !policy_enabled(p, RULE_decision_horse_race))
		return holds(RULE_decision_horse_race);
	int64_t least = policy_param(p, RULE_decision_horse_race, "least"), most = policy_param(p, RULE_decision_horse_race, "most");

	return judged(RULE_decision_horse_race, f->winners >= least && f->winners <= most, f->winners, f->winners < least ? least : most);
}

struct verdict rule_race_hard(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_hard, f->winners <= 1 || f->hard, f->hard, 1);
}

struct verdict rule_race_unranked(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_unranked, f->winners <= 1 || !f->ranked, f->ranked, 0);
}

/* When, who, result. */
struct verdict rule_race_not_united(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_not_united, f->winners <= 1 || f->united == 3, f->united, 3);
}

/* The demander, and the listing unit: the same person may speak for both, but it has to be said for each. */
struct verdict rule_race_agreed(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_agreed, f->winners <= 1 || f->agreed == 2, f->agreed, 2);
}

struct verdict rule_decision_winner_passed(const struct decision_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_decision_winner_passed, !f->not_passed.n, 0, 0, f->not_passed);
}

/* No story breaks it: every bid that passed the formal check is before the panel; it stands for one admitted after the report. */
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

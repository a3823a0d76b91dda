/* Rules of sharing an office's work. Pure. */
#include "across/office/office_facts.h"

struct verdict rule_hand_over_turn(const struct office_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_hand_over_turn, f->turn, 0, 0, f->stage);
}

struct verdict rule_hand_over_colleague(const struct office_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_hand_over_colleague, f->colleague, 0, 0, f->taker);
}

struct verdict rule_countersign_other(const struct office_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_countersign_other, !f->own_role, 0, 0, f->role);
}

struct verdict rule_countersign_due(const struct office_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_countersign_due, f->due >= f->today, f->due, f->today);
}

struct verdict rule_countersign_reason(const struct office_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_countersign_reason, !f->needs_words || f->worded, f->worded, 1);
}

/* What the rules of across/office look at. */
#ifndef OFFICE_FACTS_H
#define OFFICE_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct office_facts {
	bool turn;                      /* it is this organisation's turn in the case */
	struct str stage;
	bool colleague;
	struct str taker;
	bool own_role, needs_words, worded;
	struct str role;
	int64_t today, due;
};

struct verdict rule_hand_over_turn(const struct office_facts *f, const struct policy *p);
struct verdict rule_hand_over_colleague(const struct office_facts *f, const struct policy *p);
struct verdict rule_countersign_other(const struct office_facts *f, const struct policy *p);
struct verdict rule_countersign_due(const struct office_facts *f, const struct policy *p);
struct verdict rule_countersign_reason(const struct office_facts *f, const struct policy *p);

#endif

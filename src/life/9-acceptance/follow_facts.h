/*
 * What the rules of follow-up and recommendation look at.
 */
#ifndef FOLLOW_FACTS_H
#define FOLLOW_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct followup_facts {
	int64_t accepted_on, day, today;
	int64_t due_on;                 /* of the next report of the plan; 0: none is due any more */
	bool entity, named;             /* a unit was founded in the district; it is named */
};

struct cooperation_facts {
	bool deny, reasoned;
	int64_t consents;               /* sides that agree to be recommended */
	int64_t decided_on, recommended_on, today;
};

struct verdict rule_followup_day(const struct followup_facts *f, const struct policy *p);
struct verdict rule_followup_in_time(const struct followup_facts *f, const struct policy *p);
struct verdict rule_followup_entity(const struct followup_facts *f, const struct policy *p);
struct verdict rule_cooperation_reason(const struct cooperation_facts *f, const struct policy *p);
struct verdict rule_recommend_consents(const struct cooperation_facts *f, const struct policy *p);
struct verdict rule_recommend_day(const struct cooperation_facts *f, const struct policy *p);

#endif

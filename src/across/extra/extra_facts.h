/* What the rules of a pack's own limits and stages look at.  Filled by act/limit.c and step_act.c. */
#ifndef EXTRA_FACTS_H
#define EXTRA_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

/* One limit of the pack (limits.yaml) that applies to what was sent. */
struct limit_facts {
	struct str says;                /* the limit in words, with its clause */
	int64_t found, wanted;
};

struct step_facts {
	struct str stage;               /* its label */
	bool owner;                     /* whoever acts is who the road names */
	int64_t day, today;
};

struct verdict rule_limit_money_least(const struct limit_facts *f, const struct policy *p);
struct verdict rule_limit_money_most(const struct limit_facts *f, const struct policy *p);
struct verdict rule_limit_count_least(const struct limit_facts *f, const struct policy *p);
struct verdict rule_limit_count_most(const struct limit_facts *f, const struct policy *p);
struct verdict rule_limit_given(const struct limit_facts *f, const struct policy *p);
struct verdict rule_step_owner(const struct step_facts *f, const struct policy *p);
struct verdict rule_step_day(const struct step_facts *f, const struct policy *p);

#endif

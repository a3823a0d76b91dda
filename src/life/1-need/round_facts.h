/* What the rules about a round that runs longer look at. */
#ifndef LIFE_ROUND_FACTS_H
#define LIFE_ROUND_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct round_extend_facts {
	int64_t today, old_day, new_day;
	int64_t times;                  /* proposed before */
};

struct verdict rule_round_not_over(const struct round_extend_facts *f, const struct policy *p);
struct verdict rule_round_later(const struct round_extend_facts *f, const struct policy *p);
struct verdict rule_round_times(const struct round_extend_facts *f, const struct policy *p);

#endif

/* What the rules about a moved deadline and a demand taken back look at. */
#ifndef LIFE_EXTEND_FACTS_H
#define LIFE_EXTEND_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct extend_facts {
	int64_t now, old_deadline, new_deadline;        /* instants */
	int64_t today, new_day;                         /* days of now and of the new deadline */
	int64_t days;                                   /* from the old day to the new one */
	int64_t times;                                  /* changes made before */
};

struct verdict rule_deadline_not_over(const struct extend_facts *f, const struct policy *p);
struct verdict rule_deadline_later(const struct extend_facts *f, const struct policy *p);
struct verdict rule_deadline_days(const struct extend_facts *f, const struct policy *p);
struct verdict rule_deadline_times(const struct extend_facts *f, const struct policy *p);
struct verdict rule_withdraw_in_time(const struct extend_facts *f, const struct policy *p);

#endif

/* What the rules of the direct entry look at: plain figures, gathered by direct_act.c. */
#ifndef DIRECT_FACTS_H
#define DIRECT_FACTS_H

#include "rule/policy.h"

struct direct_facts {
	int64_t matched_on, today;
	int64_t scans;                  /* match documents attached */
	bool known;                     /* the awardee's code belongs to a unit registered here */
	bool same;                      /* it is the unit that was entered first */
	bool checked;                   /* the bureau asked the organiser of the contest */
	struct str awardee;
};

struct verdict rule_direct_day(const struct direct_facts *f, const struct policy *p);
struct verdict rule_direct_evidence(const struct direct_facts *f, const struct policy *p);
struct verdict rule_direct_awardee(const struct direct_facts *f, const struct policy *p);
struct verdict rule_direct_same_awardee(const struct direct_facts *f, const struct policy *p);
struct verdict rule_direct_checked(const struct direct_facts *f, const struct policy *p);

#endif

/* What the rules of notice and establishment look at. */
#ifndef LIFE_NOTICE_FACTS_H
#define LIFE_NOTICE_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct notice_facts {
	int64_t missing_year;           /* the calendar that is needed and not announced; 0: none */
	int64_t receiver_given;         /* unit, address, telephone: how many are written */
	bool restricted, posted;        /* the case is for a few; an address on the public site is given */
	int64_t today, last_day;
	int64_t objections;             /* open ones */
};

struct verdict rule_notice_calendar(const struct notice_facts *f, const struct policy *p);
struct verdict rule_notice_receiver(const struct notice_facts *f, const struct policy *p);
struct verdict rule_notice_restricted(const struct notice_facts *f, const struct policy *p);
struct verdict rule_notice_over(const struct notice_facts *f, const struct policy *p);
struct verdict rule_notice_no_objection(const struct notice_facts *f, const struct policy *p);

#endif

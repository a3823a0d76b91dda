/* What the rules about a relation look at when it is written down. */
#ifndef ACROSS_AFFILIATION_FACTS_H
#define ACROSS_AFFILIATION_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct affiliation_facts {
	bool self;              /* both ends are the same */
	bool code_wrong;        /* the other side's code fails its check digit */
	struct str other;
	int64_t from_day, to_day;
	int64_t no_such_person; /* the number given, when the system knows nobody of it */
};

struct verdict rule_relation_other(const struct affiliation_facts *f, const struct policy *p);
struct verdict rule_relation_code(const struct affiliation_facts *f, const struct policy *p);
struct verdict rule_relation_person(const struct affiliation_facts *f, const struct policy *p);
struct verdict rule_relation_days(const struct affiliation_facts *f, const struct policy *p);

#endif

/* What the rules of the discredit register look at. */
#ifndef INTEGRITY_FACTS_H
#define INTEGRITY_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct integrity_facts {
	int64_t happened, today;
};

struct verdict rule_discredit_happened(const struct integrity_facts *f, const struct policy *p);

#endif

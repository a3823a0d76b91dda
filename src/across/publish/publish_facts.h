/* What the rules of across/publish look at. */
#ifndef PUBLISH_FACTS_H
#define PUBLISH_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct publish_facts {
	bool accepted, open, told;      /* the project passed its acceptance; its scope is public; its story was told before */
	bool published;                 /* the thing to be corrected */
	struct str title;
};

struct verdict rule_result_accepted(const struct publish_facts *f, const struct policy *p);
struct verdict rule_result_open(const struct publish_facts *f, const struct policy *p);
struct verdict rule_result_once(const struct publish_facts *f, const struct policy *p);
struct verdict rule_correction_published(const struct publish_facts *f, const struct policy *p);

#endif

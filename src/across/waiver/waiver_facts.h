/* What the rules of waivers look at. */
#ifndef WAIVER_FACTS_H
#define WAIVER_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct waiver_facts {
	bool bound;             /* the case's pack has the rule */
	enum force force;
	bool again;             /* the same is asked for, or granted and not used */
	bool own;               /* who decides is who asked, by whatever account */
	struct str rule;        /* the rule's name, who asked: for the sentence */
	struct str asker;
};

struct verdict rule_waiver_normally(const struct waiver_facts *f, const struct policy *p);
struct verdict rule_waiver_once(const struct waiver_facts *f, const struct policy *p);
struct verdict rule_waiver_not_own(const struct waiver_facts *f, const struct policy *p);

#endif

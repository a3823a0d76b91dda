/* What the rules of across/talk look at. */
#ifndef TALK_FACTS_H
#define TALK_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct talk_facts {
	int64_t others;                 /* parties beside the one who opens it */
	bool awardee_asked, awardee_there;
	bool established;
};

struct verdict rule_talk_others(const struct talk_facts *f, const struct policy *p);
struct verdict rule_talk_awardee(const struct talk_facts *f, const struct policy *p);
struct verdict rule_park_established(const struct talk_facts *f, const struct policy *p);

#endif

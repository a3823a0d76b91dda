/* What the rules of questions about a listed item look at. */
#ifndef QUESTION_FACTS_H
#define QUESTION_FACTS_H

#include "rule/policy.h"

struct question_facts {
	int64_t now, deadline;          /* instants */
	bool open;                      /* bids are received */
	bool own;                       /* the asker is the demander */
	bool publish, worded;
};

struct verdict rule_question_open(const struct question_facts *f, const struct policy *p);
struct verdict rule_question_own(const struct question_facts *f, const struct policy *p);
struct verdict rule_question_worded(const struct question_facts *f, const struct policy *p);

#endif

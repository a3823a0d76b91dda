/*
 * What the rules of performance evaluation look at.
 */
#ifndef PERFORMANCE_FACTS_H
#define PERFORMANCE_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct performance_facts {
	const char *occasion;           /* annual milestone closing ending: also names the pack's figure; NULL: none chosen */
	int64_t before, due;            /* evaluations of this occasion until now; as many as the project gave occasion for */
	int64_t indicators, answered;   /* of the task book; with a result of their own */
	int64_t missed;                 /* not reached */
	int64_t used_fen, received_fen; /* fiscal money */
	bool poor, measured;            /* the lowest grade; it says what to mend */
	int64_t files;
};

struct verdict rule_performance_asked(const struct performance_facts *f, const struct policy *p);
struct verdict rule_performance_due(const struct performance_facts *f, const struct policy *p);
struct verdict rule_performance_indicators(const struct performance_facts *f, const struct policy *p);
struct verdict rule_performance_money(const struct performance_facts *f, const struct policy *p);
struct verdict rule_performance_measures(const struct performance_facts *f, const struct policy *p);
struct verdict rule_performance_file(const struct performance_facts *f, const struct policy *p);

#endif

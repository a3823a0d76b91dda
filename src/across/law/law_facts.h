/* What the rules of across/law look at. */
#ifndef LAW_FACTS_H
#define LAW_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct law_facts {
	int64_t today;
	/* interpretation_record */
	struct str clause;
	bool clause_known;
	int64_t day;
	/* pack_adopt */
	bool pack_known, pack_in_use, same_place;
	struct str pack;                /* its title */
	int64_t in_force, last_in_force;        /* of what was adopted last; 0 = nothing */
	/* calendar_publish */
	int64_t year, working_days;
	bool announced, corrects, reasoned;
	struct str bad_span;            /* a span that is not of this year, or too long */
	struct str twice;               /* a day given twice */
	struct str bad_work;            /* a make-up day that is no weekend day */
	int64_t bad_work_weekday;
};

struct verdict rule_interpretation_clause(const struct law_facts *f, const struct policy *p);
struct verdict rule_interpretation_day(const struct law_facts *f, const struct policy *p);
struct verdict rule_pack_known(const struct law_facts *f, const struct policy *p);
struct verdict rule_pack_other(const struct law_facts *f, const struct policy *p);
struct verdict rule_pack_same_place(const struct law_facts *f, const struct policy *p);
struct verdict rule_pack_in_force(const struct law_facts *f, const struct policy *p);
struct verdict rule_calendar_new(const struct law_facts *f, const struct policy *p);
struct verdict rule_calendar_reason(const struct law_facts *f, const struct policy *p);
struct verdict rule_calendar_ahead(const struct law_facts *f, const struct policy *p);
struct verdict rule_calendar_span(const struct law_facts *f, const struct policy *p);
struct verdict rule_calendar_twice(const struct law_facts *f, const struct policy *p);
struct verdict rule_calendar_weekend(const struct law_facts *f, const struct policy *p);
struct verdict rule_calendar_count(const struct law_facts *f, const struct policy *p);

#endif

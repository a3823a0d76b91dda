/* Rules of relations as they are written down; whether a bid is affiliated is judged by the rooms that ask. */
#include "across/affiliation/affiliation_facts.h"

struct verdict rule_relation_other(const struct affiliation_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_relation_other, !f->self, 0, 0, f->other);
}

struct verdict rule_relation_code(const struct affiliation_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_relation_code, !f->code_wrong, 0, 0, f->other);
}

struct verdict rule_relation_person(const struct affiliation_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_relation_person, !f->no_such_person, f->no_such_person, 0);
}

struct verdict rule_relation_days(const struct affiliation_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_relation_days, !f->from_day || !f->to_day || f->from_day <= f->to_day, f->to_day, f->from_day);
}

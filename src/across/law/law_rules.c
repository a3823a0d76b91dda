/* Rules of readings, versions and the calendar. Pure. */
#include "across/law/law_facts.h"

/* No story breaks it: the form offers the clauses of the pack only; it stands for what is sent past the form. */
struct verdict rule_interpretation_clause(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_interpretation_clause, f->clause_known, 0, 0, f->clause);
}

struct verdict rule_interpretation_day(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_interpretation_day, f->day <= f->today, f->day, f->today);
}

struct verdict rule_pack_known(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_pack_known, f->pack_known, 0, 0);
}

/* No story breaks it: stories cannot load a second version into the store; test/across/law_test.c does. */
struct verdict rule_pack_other(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_pack_other, !f->pack_in_use, 0, 0, f->pack);
}

/* No story breaks it: stories cannot load another pack into the store; test/across/law_test.c does. */
struct verdict rule_pack_same_place(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_pack_same_place, !f->pack_known || f->same_place, 0, 0, f->pack);
}

/* Not before today, and not before the version that it follows. */
struct verdict rule_pack_in_force(const struct law_facts *f, const struct policy *p)
{
	int64_t least = f->last_in_force > f->today ? f->last_in_force : f->today;

	(void)p;
	return judged(RULE_pack_in_force, f->in_force >= least, f->in_force, least);
}

struct verdict rule_calendar_new(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_calendar_new, !f->announced || f->corrects, f->year, 0);
}

struct verdict rule_calendar_reason(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_calendar_reason, !f->corrects || f->reasoned, 0, 1);
}

struct verdict rule_calendar_ahead(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_calendar_ahead, f->year >= f->today / 10000, f->year, f->today / 10000);
}

struct verdict rule_calendar_span(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_calendar_span, !f->bad_span.n, 0, 0, f->bad_span);
}

struct verdict rule_calendar_twice(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_calendar_twice, !f->twice.n, 0, 0, f->twice);
}

struct verdict rule_calendar_weekend(const struct law_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_calendar_weekend, !f->bad_work.n, f->bad_work_weekday, 6, f->bad_work);
}

struct verdict rule_calendar_count(const struct law_facts *f, const struct policy *p)
{
	int64_t least = policy_param(p, RULE_calendar_count, "min_days"), most = policy_param(p, RULE_calendar_count, "max_days");
	bool few = f->working_days < least;

	return judged(RULE_calendar_count, !few && f->working_days <= most, f->working_days, few ? least : most);
}

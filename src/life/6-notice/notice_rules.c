/* Rules of the notice: its days can be counted, it says who receives objections, it is over, nothing is open. */
#include "life/6-notice/notice_facts.h"

struct verdict rule_notice_calendar(const struct notice_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_notice_calendar, !f->missing_year, f->missing_year, 0);
}

/* No story breaks it: the form does not go without the three. */
struct verdict rule_notice_receiver(const struct notice_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_notice_receiver, f->receiver_given == 3, f->receiver_given, 3);
}

/* What was listed for a few is not announced to all, unless the pack has it so. */
struct verdict rule_notice_restricted(const struct notice_facts *f, const struct policy *p)
{
	bool shown = policy_param(p, RULE_notice_restricted, "public");

	return judged(RULE_notice_restricted, shown || !f->restricted || !f->posted, f->posted, shown);
}

/* The last day belongs to those who may object: it ends at midnight. */
struct verdict rule_notice_over(const struct notice_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_notice_over, f->last_day && f->today > f->last_day, f->today, f->last_day);
}

struct verdict rule_notice_no_objection(const struct notice_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_notice_no_objection, f->objections == 0, f->objections, 0);
}

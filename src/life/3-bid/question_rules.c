/* Rules of questions about a listed item. Pure. */
#include "life/3-bid/question_facts.h"

struct verdict rule_question_open(const struct question_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_question_open, f->open && f->now <= f->deadline, f->now, f->deadline);
}

struct verdict rule_question_own(const struct question_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_question_own, !f->own, f->own, 0);
}

struct verdict rule_question_worded(const struct question_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_question_worded, !f->publish || f->worded, f->worded, 1);
}

/* Rules of publicity and corrections. Pure. */
#include "across/publish/publish_facts.h"

struct verdict rule_result_accepted(const struct publish_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_result_accepted, f->accepted, f->accepted, 1);
}

struct verdict rule_result_open(const struct publish_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_result_open, f->open, f->open, 1);
}

struct verdict rule_result_once(const struct publish_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_result_once, !f->told, f->told, 0);
}

struct verdict rule_correction_published(const struct publish_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_correction_published, f->published, f->published, 1, f->title);
}

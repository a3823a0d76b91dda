/* Rules of waivers. Pure. */
#include "across/waiver/waiver_facts.h"

struct verdict rule_waiver_normally(const struct waiver_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_waiver_normally, f->bound && f->force == FORCE_NORMALLY, 0, 1, f->rule);
}

struct verdict rule_waiver_once(const struct waiver_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_waiver_once, !f->again, 1, 0);
}

struct verdict rule_waiver_not_own(const struct waiver_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_waiver_not_own, !f->own, 0, 1, f->asker);
}

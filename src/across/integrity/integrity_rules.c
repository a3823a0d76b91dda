/* Rules of the discredit register. Pure. */
#include "across/integrity/integrity_facts.h"

struct verdict rule_discredit_happened(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_discredit_happened, f->happened <= f->today, f->happened, f->today);
}

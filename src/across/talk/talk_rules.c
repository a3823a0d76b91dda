/* Rules of conversations and of the park company's remarks. Pure. */
#include "across/talk/talk_facts.h"

struct verdict rule_talk_others(const struct talk_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_talk_others, f->others > 0, f->others, 1);
}

struct verdict rule_talk_awardee(const struct talk_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_talk_awardee, !f->awardee_asked || f->awardee_there, f->awardee_there, 1);
}

struct verdict rule_park_established(const struct talk_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_park_established, f->established, f->established, 1);
}

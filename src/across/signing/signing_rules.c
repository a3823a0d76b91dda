/* Rules of four eyes. Pure. */
#include "across/signing/signing_facts.h"

/* Found: the natural persons who have signed so far, this one included. */
struct verdict rule_second_person(const struct four_eyes_facts *f, const struct policy *p)
{
	(void)p;
	bool two = f->signed_first && !f->same_person;
	return judged_about(RULE_second_person, two, two ? 2 : 1, 2, f->first);
}

struct verdict rule_second_same_input(const struct four_eyes_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_second_same_input, !f->signed_first || f->same_person || f->same_input, 0, 1, f->first);
}

struct verdict rule_not_the_author(const struct four_eyes_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_not_the_author, !f->authored && !f->first_authored, 0, 1, f->author);
}

/* The rules of publicity and corrections, as tables. */
#include "said.h"

#include "across/publish/publish_facts.h"

TEST(what_publicity_verdicts_say, "8.8.b 11.3.a")
{
	const struct policy *p = dazu_pack(a);
	for (int yes = 0; yes < 2; yes++) {
		SAYS(result_accepted, publish_facts, yes ? HOLDS : BROKEN, yes, 1, .accepted = yes);
		SAYS(result_open, publish_facts, yes ? HOLDS : BROKEN, yes, 1, .open = yes);
		SAYS(result_once, publish_facts, yes ? BROKEN : HOLDS, yes, 0, .told = yes);
		SAYS(correction_published, publish_facts, yes ? HOLDS : BROKEN, yes, 1, .published = yes);
	}
}

TEST_MAIN

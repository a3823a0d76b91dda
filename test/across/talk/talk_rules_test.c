/* The rules of conversations and of the park company's remarks, as tables. */
#include "said.h"

#include "across/talk/talk_facts.h"

TEST(what_conversation_verdicts_say, "8.7.e 11.1.d")
{
	const struct policy *p = dazu_pack(a);
	SAYS(talk_others, talk_facts, BROKEN, 0, 1, .others = 0);
	SAYS(talk_others, talk_facts, HOLDS, 1, 1, .others = 1);
	SAYS(talk_awardee, talk_facts, BROKEN, 0, 1, .awardee_asked = true);
	SAYS(talk_awardee, talk_facts, HOLDS, 1, 1, .awardee_asked = true, .awardee_there = true);
	SAYS(talk_awardee, talk_facts, HOLDS, 0, 1, .awardee_asked = false);
	SAYS(park_established, talk_facts, BROKEN, 0, 1, .established = false);
	SAYS(park_established, talk_facts, HOLDS, 1, 1, .established = true);
}

TEST_MAIN

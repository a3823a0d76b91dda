/* The rules of questions about a listed item, at and around their boundaries. */
#include "said.h"

#include "life/3-bid/question_facts.h"

TEST(a_question_is_asked_by_somebody_else_while_bids_are_received, "8.7.e 8.3.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t now = 9; now <= 11; now++) {
		SAYS(question_open, question_facts, now > 10 ? BROKEN : HOLDS, now, 10, .open = true, .now = now, .deadline = 10);
		SAYS(question_open, question_facts, BROKEN, now, 10, .open = false, .now = now, .deadline = 10);
	}
	SAYS(question_own, question_facts, BROKEN, 1, 0, .own = true);
	SAYS(question_own, question_facts, HOLDS, 0, 0, .own = false);
}

TEST(what_all_may_read_is_worded_for_all, "8.7.e")
{
	const struct policy *p = dazu_pack(a);
	SAYS(question_worded, question_facts, BROKEN, 0, 1, .publish = true);
	SAYS(question_worded, question_facts, HOLDS, 1, 1, .publish = true, .worded = true);
	SAYS(question_worded, question_facts, HOLDS, 0, 1, .publish = false);
}

TEST_MAIN

/* The rules of sharing an office's work, as tables. */
#include "said.h"

#include "across/office/office_facts.h"

TEST(work_is_handed_to_a_colleague_when_it_is_ones_turn, "")
{
	const struct policy *p = dazu_pack(a);
	SAYS(hand_over_turn, office_facts, HOLDS, 0, 0, .turn = true);
	SAYS(hand_over_turn, office_facts, BROKEN, 0, 0, .turn = false);
	SAYS(hand_over_colleague, office_facts, HOLDS, 0, 0, .colleague = true);
	SAYS(hand_over_colleague, office_facts, BROKEN, 0, 0, .colleague = false);
}

TEST(another_office_countersigns_in_time_and_says_why_not, "")
{
	const struct policy *p = dazu_pack(a);
	SAYS(countersign_other, office_facts, BROKEN, 0, 0, .own_role = true);
	SAYS(countersign_other, office_facts, HOLDS, 0, 0, .own_role = false);
	for (int64_t due = 20260309; due <= 20260311; due++)
		SAYS(countersign_due, office_facts, due < 20260310 ? BROKEN : HOLDS, due, 20260310, .due = due, .today = 20260310);
	SAYS(countersign_reason, office_facts, BROKEN, 0, 1, .needs_words = true);
	SAYS(countersign_reason, office_facts, HOLDS, 1, 1, .needs_words = true, .worded = true);
	SAYS(countersign_reason, office_facts, HOLDS, 0, 1, .needs_words = false);
}

TEST_MAIN
